package org.telnyx4j.messaging.profiles;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says which messaging profiles a list is to have. Telnyx does the filtering. Immutable and safe for use by any number
 * of threads.
 */
public final class MessagingProfileFilter {
    private static final MessagingProfileFilter ALL = new MessagingProfileFilter(null, null);

    private final @Nullable String name;
    private final @Nullable String nameContains;

    private MessagingProfileFilter(@Nullable String name, @Nullable String nameContains) {
        this.name = name;
        this.nameContains = nameContains;
    }

    /**
     * Returns a filter that lets all profiles pass.
     *
     * @return the same object each time
     */
    public static MessagingProfileFilter all() {
        return ALL;
    }

    /**
     * Returns a filter for profiles of one name, of which there can be several.
     *
     * @param name the whole name, not blank
     * @return a new filter
     */
    public static MessagingProfileFilter name(String name) {
        return new MessagingProfileFilter(Objects.requireNonNull(name, "name"), null);
    }

    /**
     * Returns a filter for profiles with a text somewhere in their name.
     *
     * @param part the text, not blank
     * @return a new filter
     */
    public static MessagingProfileFilter nameContains(String part) {
        return new MessagingProfileFilter(null, Objects.requireNonNull(part, "part"));
    }

    /**
     * Returns the name that profiles must have.
     *
     * @return the name, or empty where it does not matter
     */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /**
     * Returns what the name must have in it.
     *
     * @return the text, or empty where it does not matter
     */
    public Optional<String> nameContains() {
        return Optional.ofNullable(nameContains);
    }

    /** Tells which filter is set, not its value. */
    @Override
    public String toString() {
        return "MessagingProfileFilter[" + (name != null ? "name" : nameContains != null ? "nameContains" : "all")
                + "]";
    }
}
