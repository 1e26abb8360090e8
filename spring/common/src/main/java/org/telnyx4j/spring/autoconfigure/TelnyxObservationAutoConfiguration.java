package org.telnyx4j.spring.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.telnyx4j.spring.internal.telemetry.ObservationListener;
import org.telnyx4j.spring.internal.telemetry.TimerListener;

/**
 * The operations of the client in the application's own metrics and traces, as {@code telnyx.client.operations} with the
 * tags operation, outcome and error. Without a bean of type OpenTelemetry, each operation is an observation. With one,
 * that makes the spans, and what is left for Micrometer is the timer: an observation would make every span twice.
 */
@AutoConfiguration(
        afterName = {
            // Spring Boot 3
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration",
            // Spring Boot 4
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
            "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration"
        })
public final class TelnyxObservationAutoConfiguration {
    TelnyxObservationAutoConfiguration() {}

    /** Where Micrometer makes the spans, if anything does. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ObservationRegistry.class)
    @ConditionalOnSingleCandidate(ObservationRegistry.class)
    @ConditionalOnMissingBean(OpenTelemetry.class)
    static class Observations {
        @Bean
        @ConditionalOnMissingBean
        ObservationListener telnyxObservationListener(ObservationRegistry registry) {
            return new ObservationListener(registry);
        }
    }

    /** Where OpenTelemetry makes the spans, or where there are only meters. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    @ConditionalOnSingleCandidate(MeterRegistry.class)
    @Conditional(NotObserved.class)
    static class Timers {
        @Bean
        @ConditionalOnMissingBean
        TimerListener telnyxTimerListener(MeterRegistry registry) {
            return new TimerListener(registry);
        }
    }

    /** Matches where no operation becomes an observation. */
    static final class NotObserved extends AnyNestedCondition {
        NotObserved() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnBean(OpenTelemetry.class)
        static class Traced {}

        @ConditionalOnMissingBean(ObservationRegistry.class)
        static class WithoutObservations {}
    }
}
