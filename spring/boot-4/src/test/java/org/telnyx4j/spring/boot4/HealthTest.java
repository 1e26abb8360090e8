package org.telnyx4j.spring.boot4;

import java.util.Objects;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.telnyx4j.spring.starter.HealthContract;

class HealthTest extends HealthContract<HealthIndicator> {
    HealthTest() {
        super(HealthIndicator.class, TelnyxHealthAutoConfiguration.class);
    }

    @Override
    protected Report report(HealthIndicator indicator) {
        Health health = Objects.requireNonNull(indicator.health());
        return new Report(health.getStatus().getCode(), health.getDetails(), health.toString());
    }
}
