package org.telnyx4j.spring.autoconfigure;

import java.time.Duration;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.telnyx4j.Telnyx;

/**
 * Closes clients so that calls under way can end, for as long as a phase of the shutdown may take.
 *
 * <p>Not a {@code SmartLifecycle}: those are stopped before any bean is destroyed, so a bean of the application that sends
 * something in its own {@code @PreDestroy} method would meet a closed client. A client is destroyed after the beans that
 * use it. Spring 7 also stops and restarts lifecycles of test contexts that it keeps, and a client cannot be reopened.
 */
final class GracefulClosing implements DestructionAwareBeanPostProcessor {
    private static final String TIMEOUT = "spring.lifecycle.timeout-per-shutdown-phase";
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    private final Duration timeout;

    GracefulClosing(Environment environment) {
        this.timeout = Binder.get(environment).bind(TIMEOUT, Duration.class).orElse(DEFAULT_TIMEOUT);
    }

    @Override
    public void postProcessBeforeDestruction(Object bean, String beanName) {
        if (bean instanceof Telnyx telnyx) {
            telnyx.close(timeout);
        }
    }

    @Override
    public boolean requiresDestruction(Object bean) {
        return bean instanceof Telnyx;
    }
}
