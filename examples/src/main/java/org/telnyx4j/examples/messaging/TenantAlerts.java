package org.telnyx4j.examples.messaging;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.telnyx4j.Telnyx;
import org.telnyx4j.Tenant;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.messaging.MessageResult;

/** Sends alerts of many companies through one client, each with a key and a sender of its own. */
final class TenantAlerts {
    private final Telnyx telnyx;
    private final Map<String, Tenant> tenants;

    TenantAlerts(Telnyx telnyx, Tenant... tenants) {
        this.telnyx = telnyx;
        this.tenants = Stream.of(tenants).collect(Collectors.toUnmodifiableMap(Tenant::name, tenant -> tenant));
    }

    /** Sends a text as this tenant: with its key, and with its sender as the text has none. */
    MessageResult alert(String tenantName, String to, String text) {
        Tenant tenant = tenants.get(tenantName);
        if (tenant == null) {
            throw new IllegalArgumentException("There is no tenant " + tenantName);
        }
        return telnyx.withTenant(tenant)
                .messages()
                .send(OutgoingMessage.builder().to(to).text(text).build());
    }
}
