package org.telnyx4j.internal.config;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one level (call, tenant, client or built-in) says about a call; {@code null} where it says nothing.
 *
 * @param apiKey where the API key comes from
 * @param from the sender
 * @param messagingProfileId the messaging profile
 * @param webhookUrl where events about a message go
 * @param webhookFailoverUrl where they go if that fails
 * @param timeout the total deadline
 */
public record SettingsLayer(
        @Nullable Supplier<String> apiKey,
        @Nullable String from,
        @Nullable String messagingProfileId,
        @Nullable String webhookUrl,
        @Nullable String webhookFailoverUrl,
        @Nullable Duration timeout) {

    /** What holds where nobody says anything. */
    public static final SettingsLayer BUILT_IN =
            new SettingsLayer(null, null, null, null, null, Duration.ofSeconds(10));

    /** Says nothing. */
    public static final SettingsLayer EMPTY = new SettingsLayer(null, null, null, null, null, null);

    /**
     * Merges levels, field by field: each field has the value of the first level that has one. This is the only place
     * where defaults merge; it is associative, so levels that stay the same can be merged ahead.
     *
     * @param strongestFirst the levels: call, tenant, client, built-in
     * @return what holds
     */
    public static SettingsLayer merge(SettingsLayer... strongestFirst) {
        SettingsLayer merged = EMPTY;
        for (SettingsLayer weaker : strongestFirst) {
            merged = new SettingsLayer(
                    first(merged.apiKey, weaker.apiKey),
                    first(merged.from, weaker.from),
                    first(merged.messagingProfileId, weaker.messagingProfileId),
                    first(merged.webhookUrl, weaker.webhookUrl),
                    first(merged.webhookFailoverUrl, weaker.webhookFailoverUrl),
                    first(merged.timeout, weaker.timeout));
        }
        return merged;
    }

    private static <T> @Nullable T first(@Nullable T stronger, @Nullable T weaker) {
        return stronger != null ? stronger : weaker;
    }

    /** Names the fields that are set; key and numbers are private. */
    @Override
    public String toString() {
        return "SettingsLayer[apiKey " + state(apiKey) + ", from " + state(from) + ", messagingProfileId "
                + state(messagingProfileId) + ", webhookUrl " + state(webhookUrl) + ", webhookFailoverUrl "
                + state(webhookFailoverUrl) + ", timeout=" + timeout + "]";
    }

    private static String state(@Nullable Object value) {
        return value == null ? "not set" : "set";
    }
}
