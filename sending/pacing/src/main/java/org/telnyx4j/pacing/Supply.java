package org.telnyx4j.pacing;

/** How much of a limit this process has for itself. */
interface Supply {
    /** Returns how many units it may use in one window at this time. */
    long capacity(long now);

    /** Returns how many it may use at most, as soon as others give back what they have. */
    default long mostCapacity(long now) {
        return capacity(now);
    }

    /** Returns when that changes next; {@link Long#MAX_VALUE} if it is not known, and somebody wakes those who wait. */
    long nextChange(long now);

    /** Somebody wants to use it. */
    default void asked(long now) {}

    /** So many units were used. */
    default void used(long units, long now) {}

    /** Somebody had to wait for it. */
    default void missed(long now) {}

    /** Returns all of a limit. */
    static Supply whole(Limit limit) {
        return new Supply() {
            @Override
            public long capacity(long now) {
                return limit.units();
            }

            @Override
            public long nextChange(long now) {
                return Long.MAX_VALUE;
            }
        };
    }
}
