package org.telnyx4j.spring.boot4;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.telnyx4j.spring.internal.health.TelnyxProbe;

/** Shows what the probe has found. */
final class TelnyxHealthIndicator implements HealthIndicator {
    private final TelnyxProbe probe;

    TelnyxHealthIndicator(TelnyxProbe probe) {
        this.probe = probe;
    }

    @Override
    public Health health() {
        TelnyxProbe.Result result = probe.check();
        Health.Builder health = result.isUp() ? Health.up() : Health.down();
        return health.withDetails(result.details()).build();
    }
}
