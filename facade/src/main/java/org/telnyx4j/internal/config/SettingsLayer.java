package org.telnyx4j.internal.config;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.RetryOptions;

/**
 * What one level (call, tenant, client or built-in) says about a call; {@code null} where it says nothing.
 *
 * @param apiKey where the API key comes from
 * @param from the sender
 * @param messagingProfileId the messaging profile
 * @param webhookUrl where events about a message go
 * @param webhookFailoverUrl where they go if that fails
 * @param connectionId the Call Control application that places calls
 * @param timeout the total deadline
 * @param retries how a failed request is sent again
 */
public record SettingsLayer(
        @Nullable Supplier<String> apiKey,
        @Nullable String from,
        @Nullable String messagingProfileId,
        @Nullable String webhookUrl,
        @Nullable String webhookFailoverUrl,
        @Nullable String connectionId,
        @Nullable Duration timeout,
        @Nullable RetryOptions retries) {

    /** What holds where nobody says anything. */
    public static final SettingsLayer BUILT_IN =
            new SettingsLayer(null, null, null, null, null, null, Duration.ofSeconds(10), RetryOptions.defaults());

    /** Says nothing. */
    public static final SettingsLayer EMPTY = new SettingsLayer(null, null, null, null, null, null, null, null);

    /**
     * Makes a level that says nothing of retries.
     *
     * @param apiKey where the API key comes from
     * @param from the sender
     * @param messagingProfileId the messaging profile
     * @param webhookUrl where events about a message go
     * @param webhookFailoverUrl where they go if that fails
     * @param connectionId the Call Control application that places calls
     * @param timeout the total deadline
     */
    public SettingsLayer(
            @Nullable Supplier<String> apiKey,
            @Nullable String from,
            @Nullable String messagingProfileId,
            @Nullable String webhookUrl,
            @Nullable String webhookFailoverUrl,
            @Nullable String connectionId,
            @Nullable Duration timeout) {
        this(apiKey, from, messagingProfileId, webhookUrl, webhookFailoverUrl, connectionId, timeout, null);
    }

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
                    first(merged.connectionId, weaker.connectionId),
                    first(merged.timeout, weaker.timeout),
                    first(merged.retries, weaker.retries));
        }
        return merged;
    }

    /**
     * Returns the same settings with another deadline, for a call that is a step of something longer.
     *
     * @param time what the step may take; as much as a millisecond if it is less
     * @param merged what holds for the whole
     * @return what holds for the step
     */
    public static SettingsLayer within(Duration time, SettingsLayer merged) {
        Duration least = Duration.ofMillis(1);
        Duration deadline = time.compareTo(least) < 0 ? least : time;
        return merge(new SettingsLayer(null, null, null, null, null, null, deadline), merged);
    }

    private static <T> @Nullable T first(@Nullable T stronger, @Nullable T weaker) {
        return stronger != null ? stronger : weaker;
    }

    /** Names the fields that are set; key and numbers are private. */
    @Override
    public String toString() {
        return "SettingsLayer[apiKey " + state(apiKey) + ", from " + state(from) + ", messagingProfileId "
                + state(messagingProfileId) + ", webhookUrl " + state(webhookUrl) + ", webhookFailoverUrl "
                + state(webhookFailoverUrl) + ", connectionId " + state(connectionId) + ", timeout=" + timeout
                + ", retries=" + retries + "]";
    }

    private static String state(@Nullable Object value) {
        return value == null ? "not set" : "set";
    }
}
