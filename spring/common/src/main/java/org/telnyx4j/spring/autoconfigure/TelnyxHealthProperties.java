package org.telnyx4j.spring.autoconfigure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties of the health indicator.
 *
 * @param enabled Whether the health endpoint asks Telnyx. Off unless set, since an outage of Telnyx would make this
 *     application unhealthy, too, and a load balancer that asks would take all instances out of service.
 * @param timeout How long a check may take.
 * @param cacheTime How long a result is kept; that many checks are one request.
 */
@ConfigurationProperties("management.health.telnyx")
public record TelnyxHealthProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("30s") Duration cacheTime) {}
