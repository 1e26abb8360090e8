package org.telnyx4j.numbers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.privacy.Mask;

/** Whether and where a number's calls are forwarded. Immutable and safe for use by any number of threads. */
public final class Forwarding {
    private final boolean enabled;
    private final @Nullable String type;
    private final @Nullable String to;

    private Forwarding(boolean enabled, @Nullable String type, @Nullable String to) {
        this.enabled = enabled;
        this.type = type;
        this.to = to;
    }

    /**
     * Forwards every call.
     *
     * @param to where to, a number in E.164 form
     * @return the setting
     */
    public static Forwarding always(String to) {
        return new Forwarding(true, "always", Objects.requireNonNull(to, "to"));
    }

    /**
     * Forwards the calls that cannot be put through.
     *
     * @param to where to, a number in E.164 form
     * @return the setting
     */
    public static Forwarding onFailure(String to) {
        return new Forwarding(true, "on-failure", Objects.requireNonNull(to, "to"));
    }

    /**
     * Forwards no call.
     *
     * @return the setting
     */
    public static Forwarding off() {
        return new Forwarding(false, null, null);
    }

    /**
     * Returns what goes on the wire.
     *
     * @return an unmodifiable map from name to value
     */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("call_forwarding_enabled", enabled);
        if (type != null && to != null) {
            fields.put("forwarding_type", type);
            fields.put("forwards_to", to);
        }
        return Collections.unmodifiableMap(fields);
    }

    /** Tells part of the number. */
    @Override
    public String toString() {
        return enabled && to != null ? "Forwarding[" + type + ", to=" + Mask.phoneNumber(to) + "]" : "Forwarding[off]";
    }
}
