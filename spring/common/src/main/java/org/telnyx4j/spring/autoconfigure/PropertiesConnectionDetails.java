package org.telnyx4j.spring.autoconfigure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import org.telnyx4j.spring.TelnyxConnectionDetails;

/** Where Telnyx is by the properties. */
final class PropertiesConnectionDetails implements TelnyxConnectionDetails {
    /** What {@code WebhookVerifier.fromEnvironment()} reads, too. */
    private static final String PUBLIC_KEY_VARIABLE = "TELNYX_PUBLIC_KEY";

    private final TelnyxProperties properties;
    private final Environment environment;

    PropertiesConnectionDetails(TelnyxProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
    }

    @Override
    public @Nullable String getApiKey() {
        return properties.apiKey();
    }

    @Override
    public @Nullable String getBaseUrl() {
        return properties.baseUrl();
    }

    @Override
    public List<String> getWebhookPublicKeys() {
        List<String> keys = properties.webhooks().publicKeys();
        String variable = environment.getProperty(PUBLIC_KEY_VARIABLE);
        if (!keys.isEmpty() || variable == null) {
            return keys;
        }
        return List.of(StringUtils.tokenizeToStringArray(variable, ","));
    }
}
