package org.telnyx4j.sandbox.internal.calls;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.internal.time.Scheduled;

/** What is spoken and played on a call, one after the other. Guarded by the lock of {@link CallService}. */
final class AudioQueue {
    private final Deque<Item> items = new ArrayDeque<>();

    /** Something that is spoken or played. */
    static final class Item {
        /** Whether it is spoken. */
        final boolean speech;

        /** What its events say about it. */
        final Map<String, Object> facts;

        /** How many times it is played; 0 without an end. */
        final int rounds;

        @Nullable
        Scheduled end;

        Item(boolean speech, Map<String, Object> facts, int rounds) {
            this.speech = speech;
            this.facts = Map.copyOf(facts);
            this.rounds = rounds;
        }
    }

    /** Adds an item, and returns whether it is its turn at once. */
    boolean add(Item item) {
        items.add(item);
        return items.size() == 1;
    }

    /** Takes out the item whose turn it is, and returns it; null where there is none. */
    @Nullable
    Item finish() {
        Item item = items.poll();
        if (item != null && item.end != null) {
            item.end.cancel();
        }
        return item;
    }

    /** Returns the item whose turn it is. */
    @Nullable
    Item current() {
        return items.peek();
    }

    /** Takes out all items whose turn has not come. */
    void dropWaiting() {
        Item first = items.poll();
        items.clear();
        if (first != null) {
            items.add(first);
        }
    }
}
