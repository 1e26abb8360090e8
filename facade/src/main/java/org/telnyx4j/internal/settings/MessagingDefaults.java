package org.telnyx4j.internal.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a request where the caller leaves it out, as one level (call, tenant or client) sets it; {@code null}
 * where it sets nothing. How requests are sent is in {@code org.telnyx4j.internal.call.CallSettings}. Immutable.
 *
 * @param from the sender of messages, and the caller id of calls
 * @param messagingProfileId the messaging profile
 * @param webhookUrl where events about a message go
 * @param webhookFailoverUrl where they go if that fails
 * @param connectionId the Call Control application that places calls
 * @param correlateSends whether the webhook URL of each message gets a correlation token
 */
public record MessagingDefaults(
        @Nullable String from,
        @Nullable String messagingProfileId,
        @Nullable String webhookUrl,
        @Nullable String webhookFailoverUrl,
        @Nullable String connectionId,
        @Nullable Boolean correlateSends) {

    /** Sets nothing. */
    public static final MessagingDefaults EMPTY = new MessagingDefaults(null, null, null, null, null, null);

    /**
     * Merges levels, field by field: each has the value of the first level that sets it. The only place where these
     * defaults merge; associative, so levels that stay the same can be merged ahead.
     *
     * @param strongestFirst the levels: call, tenant, client
     * @return the merged defaults
     */
    public static MessagingDefaults merge(MessagingDefaults... strongestFirst) {
        MessagingDefaults merged = EMPTY;
        for (MessagingDefaults weaker : strongestFirst) {
            merged = new MessagingDefaults(
                    first(merged.from, weaker.from),
                    first(merged.messagingProfileId, weaker.messagingProfileId),
                    first(merged.webhookUrl, weaker.webhookUrl),
                    first(merged.webhookFailoverUrl, weaker.webhookFailoverUrl),
                    first(merged.connectionId, weaker.connectionId),
                    first(merged.correlateSends, weaker.correlateSends));
        }
        return merged;
    }

    private static <T> @Nullable T first(@Nullable T stronger, @Nullable T weaker) {
        return stronger != null ? stronger : weaker;
    }

    /**
     * Returns what goes into requests that send messages.
     *
     * @return the defaults that are set, by the names of the fields on the wire
     */
    public Map<String, String> ofMessages() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "from", from);
        put(fields, "messaging_profile_id", messagingProfileId);
        put(fields, "webhook_url", webhookUrl);
        put(fields, "webhook_failover_url", webhookFailoverUrl);
        return Collections.unmodifiableMap(fields);
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** Shows which fields are set; numbers and URLs are private. */
    @Override
    public String toString() {
        return "MessagingDefaults[from " + state(from) + ", messagingProfileId " + state(messagingProfileId)
                + ", webhookUrl " + state(webhookUrl) + ", webhookFailoverUrl " + state(webhookFailoverUrl)
                + ", connectionId " + state(connectionId) + ", correlateSends "
                + (correlateSends == null ? "not set" : correlateSends) + "]";
    }

    private static String state(@Nullable Object value) {
        return value == null ? "not set" : "set";
    }
}
