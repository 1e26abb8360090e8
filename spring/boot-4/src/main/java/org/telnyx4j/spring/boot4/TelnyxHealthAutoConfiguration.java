package org.telnyx4j.spring.boot4;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.telnyx4j.Telnyx;
import org.telnyx4j.spring.autoconfigure.TelnyxAutoConfiguration;
import org.telnyx4j.spring.autoconfigure.TelnyxHealthProperties;
import org.telnyx4j.spring.internal.health.TelnyxProbe;

/**
 * The health indicator, which is off unless {@code management.health.telnyx.enabled} is true. It belongs to no group unless
 * the application puts it into one: neither liveness nor readiness depends on Telnyx.
 */
@AutoConfiguration(after = TelnyxAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(Telnyx.class)
@ConditionalOnProperty("management.health.telnyx.enabled")
@EnableConfigurationProperties(TelnyxHealthProperties.class)
public final class TelnyxHealthAutoConfiguration {
    TelnyxHealthAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = {"telnyxHealthIndicator", "telnyxHealthContributor"})
    HealthIndicator telnyxHealthIndicator(Telnyx telnyx, TelnyxHealthProperties properties) {
        return new TelnyxHealthIndicator(
                new TelnyxProbe(telnyx, properties.timeout(), properties.cacheTime(), System::nanoTime));
    }
}
