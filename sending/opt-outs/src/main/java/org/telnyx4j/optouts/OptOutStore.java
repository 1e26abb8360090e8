package org.telnyx4j.optouts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps opt-outs, and by which messaging profile senders send. {@link InMemoryOptOutStore} serves tests and one process that
 * loads the account's list at its start; {@link JdbcOptOutStore} serves any number of processes.
 *
 * <p>Safe for use by any number of threads. What a method has kept is seen by all that is called after it, in this process and,
 * where the store is shared, in others. Any method may throw where the store is away; {@link OptOuts} then lets nothing go.
 */
public interface OptOutStore {
    /**
     * Finds all that is known of recipients.
     *
     * @param account the account
     * @param recipients the numbers
     * @return one record for each recipient and scope of which something is known, in any order
     */
    List<OptOutRecord> find(String account, Collection<String> recipients);

    /**
     * Keeps a record, unless the one that is there counts: see {@link OptOutRecord#supersedes}. Atomic.
     *
     * @param record the record
     * @return whether it was kept
     */
    boolean merge(OptOutRecord record);

    /**
     * Finds the messaging profile of a sender.
     *
     * @param account the account
     * @param sender the sender
     * @return the profile's id, or empty where nobody has noted one
     */
    Optional<String> profileOf(String account, String sender);

    /**
     * Notes by which messaging profile a sender sends, unless something newer was noted. Atomic.
     *
     * @param account the account
     * @param sender the sender
     * @param messagingProfileId the profile's id
     * @param seenAt when that was so
     */
    void noteProfile(String account, String sender, String messagingProfileId, Instant seenAt);
}
