package org.telnyx4j.spring.boot3;

import java.util.Objects;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
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
