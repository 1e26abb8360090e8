package org.telnyx4j.spring.internal.webhooks;

import java.lang.reflect.Method;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.telnyx4j.spring.TelnyxConfigurationException;
import org.telnyx4j.webhooks.WebhookHandler;

/**
 * Finds annotated methods that no event would reach, once all beans exist: a method that is silently never called is the
 * worst that could happen to a handler.
 */
public final class HandlerMethodCheck implements SmartInitializingSingleton {
    private final ConfigurableListableBeanFactory beans;
    private final RoutedMethods routed;

    /**
     * Creates a check.
     *
     * @param beans all beans
     * @param routed the methods that events reach
     */
    public HandlerMethodCheck(ConfigurableListableBeanFactory beans, RoutedMethods routed) {
        this.beans = beans;
        this.routed = routed;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (String name : beans.getBeanDefinitionNames()) {
            if (beans.containsSingleton(name) && !ScopedProxyUtils.isScopedTarget(name)) {
                check(name, beans.getBean(name));
            }
        }
    }

    private void check(String name, Object bean) {
        for (Method method : EventHandlerMethods.methodsOf(AopUtils.getTargetClass(bean))) {
            if (!routed.contains(name, method)) {
                throw hasOwnHandler()
                        ? unreachable(
                                method,
                                "a bean of type WebhookHandler of the application gets all events",
                                "Remove that bean, or add handlers to the EventRouter that it is.")
                        : unreachable(
                                method,
                                "its bean " + name + " is declared with a type that does not have it",
                                "Declare the bean with its class, such as in the return type of its @Bean method.");
            }
            try {
                AopUtils.selectInvocableMethod(method, bean.getClass());
            } catch (IllegalStateException e) {
                throw unreachable(
                        method,
                        "a proxy for the interfaces of its bean hides it",
                        "Add the method to an interface of the bean, or let Spring create proxies of classes "
                                + "(spring.aop.proxy-target-class=true).");
            }
        }
    }

    private boolean hasOwnHandler() {
        return beans.getBeanNamesForType(WebhookHandler.class, true, false).length > 0
                && !beans.containsBeanDefinition("telnyxEventRouter");
    }

    private static TelnyxConfigurationException unreachable(Method method, String reason, String action) {
        return new TelnyxConfigurationException(
                "The @TelnyxEventHandler method " + method.getDeclaringClass().getSimpleName() + "." + method.getName()
                        + " would never be called: " + reason + ".",
                action,
                null);
    }
}
