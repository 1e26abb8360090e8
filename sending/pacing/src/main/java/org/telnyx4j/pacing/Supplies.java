package org.telnyx4j.pacing;

/** Where the limits of one account come from: its settings, or what this process has leased. Safe for concurrent use. */
interface Supplies {
    /** Returns what there is of a limit; called with the lock of the gate held, so it does not block. */
    Supply of(String key, Limit limit);

    /** A limit is not used any more. */
    void forget(String key);

    /** Returns the limits as they are set, for one process. */
    static Supplies own() {
        return new Supplies() {
            @Override
            public Supply of(String key, Limit limit) {
                return Supply.whole(limit);
            }

            @Override
            public void forget(String key) {}
        };
    }
}
