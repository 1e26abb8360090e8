package org.telnyx4j.internal.call;

import java.util.function.Supplier;

/**
 * An API key that is known already, so that asking for it takes no time. Other sources are asked on a thread of their
 * own. Immutable.
 *
 * @param key the key
 */
public record FixedApiKey(String key) implements Supplier<String> {
    @Override
    public String get() {
        return key;
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "FixedApiKey";
    }
}
