package org.telnyx4j.optouts;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * By which messaging profile senders send. What was noted last is remembered here too, so that a send writes nothing to the
 * store as long as nothing changes; each response corrects it. Of a store in memory nothing is remembered: it is as fast, and
 * can be cleared. Safe for use by any number of threads.
 */
final class SenderProfiles {
    /** So many senders that a program which has more can look the rest up. */
    private static final int MOST = 10_000;

    private record Sender(String account, String sender) {}

    private final OptOutStore store;
    private final Map<Sender, String> remembered = new ConcurrentHashMap<>();

    SenderProfiles(OptOutStore store) {
        this.store = store;
    }

    Optional<String> of(String account, String sender) {
        String known = remembered.get(new Sender(account, sender));
        return known != null ? Optional.of(known) : store.profileOf(account, sender);
    }

    void note(String account, String sender, String profile, Instant seenAt) {
        Sender key = new Sender(account, sender);
        if (profile.equals(remembered.get(key))) {
            return;
        }
        store.noteProfile(account, sender, profile, seenAt);
        if (store instanceof InMemoryOptOutStore) {
            return;
        }
        if (remembered.size() >= MOST) {
            remembered.clear();
        }
        store.profileOf(account, sender).ifPresent(newest -> remembered.put(key, newest));
    }
}
