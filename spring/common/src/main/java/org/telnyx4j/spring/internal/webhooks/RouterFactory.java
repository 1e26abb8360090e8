package org.telnyx4j.spring.internal.webhooks;

import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.spring.TelnyxConfigurationException;
import org.telnyx4j.spring.webhooks.EventRouterCustomizer;

/** Starts routers with the annotated methods, and completes them. */
public final class RouterFactory {
    private RouterFactory() {}

    /** Starts a router that has the annotated methods. */
    public static EventRouter.Builder withHandlerMethods(ConfigurableListableBeanFactory beans, RoutedMethods routed) {
        EventRouter.Builder router = EventRouter.builder();
        EventHandlerMethods.findIn(beans).forEach(method -> {
            method.addTo(router);
            routed.add(method.beanName(), method.method());
        });
        return router;
    }

    /** Sets the executor where one is named. */
    public static void applyExecutor(
            EventRouter.Builder router, @Nullable String name, ConfigurableListableBeanFactory beans) {
        if (name == null) {
            return;
        }
        try {
            router.executor(beans.getBean(name, Executor.class));
        } catch (NoSuchBeanDefinitionException e) {
            throw new TelnyxConfigurationException(
                    "The property telnyx.webhooks.executor names a bean that does not exist.",
                    "Define a bean of type Executor with this name, with threads of its own and a bounded queue.",
                    e);
        }
    }

    /** Lets the application change the router, and builds it. */
    public static EventRouter build(EventRouter.Builder router, Stream<EventRouterCustomizer> customizers) {
        customizers.forEach(customizer -> {
            try {
                customizer.customize(router);
            } catch (IllegalArgumentException e) {
                throw new TelnyxConfigurationException(
                        "An EventRouterCustomizer cannot be applied: " + e.getMessage() + ".",
                        "Let one handler take these events and call what else is interested.",
                        e);
            }
        });
        return router.build();
    }
}
