package org.telnyx4j.spring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where Telnyx is, and with which keys. Unless there is a bean of this type, the properties {@code telnyx.api-key}, {@code
 * telnyx.base-url} and {@code telnyx.webhooks.public-keys} are used. A bean of this type replaces all three, such as with a
 * server for tests.
 */
public interface TelnyxConnectionDetails extends ConnectionDetails {
    /**
     * Returns the API key.
     *
     * @return the key, or null where only tenants have keys
     */
    @Nullable
    String getApiKey();

    /**
     * Returns where requests go.
     *
     * @return an absolute URL, or null for the real API
     */
    @Nullable
    String getBaseUrl();

    /**
     * Returns the keys that webhooks are verified with; more than one while the key changes.
     *
     * @return the public keys as Telnyx shows them; empty unless overridden
     */
    default List<String> getWebhookPublicKeys() {
        return List.of();
    }
}
