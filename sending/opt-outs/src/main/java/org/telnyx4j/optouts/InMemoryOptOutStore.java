package org.telnyx4j.optouts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps opt-outs in the memory of this process, without limit: some 200 bytes for each. They are gone with the process, so
 * load the account's list at its start ({@link AccountOptOuts#load}).
 */
public final class InMemoryOptOutStore implements OptOutStore {
    private record Person(String account, String recipient) {}

    private record Sender(String account, String sender) {}

    private record Profile(String id, Instant seenAt) {}

    private final Map<Person, Map<OptOutScope, OptOutRecord>> people = new ConcurrentHashMap<>();
    private final Map<Sender, Profile> senders = new ConcurrentHashMap<>();

    /** Creates an empty store. */
    public InMemoryOptOutStore() {}

    @Override
    public List<OptOutRecord> find(String account, Collection<String> recipients) {
        List<OptOutRecord> found = new ArrayList<>();
        for (String recipient : recipients) {
            Map<OptOutScope, OptOutRecord> records = people.get(new Person(account, recipient));
            if (records != null) {
                found.addAll(records.values());
            }
        }
        return found;
    }

    @Override
    public boolean merge(OptOutRecord record) {
        boolean[] kept = new boolean[1];
        people.computeIfAbsent(new Person(record.account(), record.recipient()), person -> new ConcurrentHashMap<>(2))
                .compute(record.scope(), (scope, before) -> {
                    kept[0] = before == null || record.supersedes(before);
                    return kept[0] ? record : before;
                });
        return kept[0];
    }

    @Override
    public Optional<String> profileOf(String account, String sender) {
        return Optional.ofNullable(senders.get(new Sender(account, sender))).map(Profile::id);
    }

    @Override
    public void noteProfile(String account, String sender, String messagingProfileId, Instant seenAt) {
        senders.merge(
                new Sender(account, sender),
                new Profile(messagingProfileId, seenAt),
                (before, now) -> now.seenAt().isAfter(before.seenAt()) ? now : before);
    }

    /** Forgets everything, as between two tests. */
    public void clear() {
        people.clear();
        senders.clear();
    }

    /** Shows how many people it knows. */
    @Override
    public String toString() {
        return "InMemoryOptOutStore[" + people.size() + "]";
    }
}
