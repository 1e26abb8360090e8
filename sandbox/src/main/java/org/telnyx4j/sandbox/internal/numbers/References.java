package org.telnyx4j.sandbox.internal.numbers;

import org.jspecify.annotations.Nullable;

/** What the numbers of the account may refer to. */
public interface References {
    /** Returns whether the account has a messaging profile. */
    boolean hasProfile(String id);

    /** Returns the name of a messaging profile, or null where there is none. */
    @Nullable
    String profileName(String id);

    /** Returns the name of a connection, or null where there is none. */
    @Nullable
    String connectionName(String id);

    /**
     * Refuses a request that refers to what the account doesn't have.
     *
     * @param profileId null or empty for none
     * @param connectionId null or empty for none
     */
    void require(@Nullable String profileId, @Nullable String connectionId);
}
