package org.telnyx4j.spring.autoconfigure;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.SettingsBuilder;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.spring.TelnyxConfigurationException;

/** Takes properties over into builders, and names the property that a builder refuses. */
final class Settings {
    private static final String KEY_VARIABLE = "TELNYX_API_KEY";

    private Settings() {}

    /** Applies what the client and a tenant have in common, but for the key. */
    static void apply(Sender properties, String prefix, SettingsBuilder<?> builder) {
        set(prefix + "from", properties.from(), builder::from);
        set(prefix + "messaging-profile-id", properties.messagingProfileId(), builder::messagingProfileId);
        set(prefix + "webhook-url", properties.webhookUrl(), builder::webhookUrl);
        set(prefix + "webhook-failover-url", properties.webhookFailoverUrl(), builder::webhookFailoverUrl);
        set(prefix + "connection-id", properties.connectionId(), builder::connectionId);
        set(prefix + "correlate-sends", properties.correlateSends(), builder::correlateSends);
        set(prefix + "timeout", properties.timeout(), builder::timeout);
        if (!properties.retries().isEmpty()) {
            builder.retries(retries(properties.retries(), prefix + "retries."));
        }
    }

    /** Applies a key. The library accepts any and reports one that cannot be right with a call; here it is known before. */
    static void applyKey(@Nullable String key, String property, SettingsBuilder<?> builder) {
        set(property, key, value -> {
            if (value.isBlank()) {
                throw new IllegalArgumentException("is blank");
            }
            checkKey(value);
            builder.apiKey(value);
        });
    }

    private static void checkKey(String key) {
        try {
            Telnyx.builder().environment(Map.of(KEY_VARIABLE, key));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()).replace(KEY_VARIABLE + " ", ""), e);
        }
    }

    private static RetryOptions retries(TelnyxProperties.Retries properties, String prefix) {
        RetryOptions.Builder builder = RetryOptions.builder();
        set(prefix + "max-retries", properties.maxRetries(), builder::maxRetries);
        set(prefix + "base-delay", properties.baseDelay(), builder::baseDelay);
        set(prefix + "max-delay", properties.maxDelay(), builder::maxDelay);
        set(prefix + "hedge-call-commands", properties.hedgeCallCommands(), builder::hedgeCallCommands);
        set(prefix + "attempt-timeout", properties.attemptTimeout(), builder::attemptTimeout);
        return named(prefix + "base-delay", builder::build);
    }

    /** Sets a value that is not null; a refusal names the property. */
    static <T> void set(String property, @Nullable T value, Consumer<T> setter) {
        if (value != null) {
            named(property, () -> {
                setter.accept(value);
                return value;
            });
        }
    }

    /** Runs what may refuse the value of a property. */
    static <T> T named(String property, Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException e) {
            throw new TelnyxConfigurationException(
                    "The property " + property + " cannot be used: " + e.getMessage() + ".",
                    "Correct it where it is set, such as in application.yaml or in an environment variable.",
                    e);
        }
    }
}
