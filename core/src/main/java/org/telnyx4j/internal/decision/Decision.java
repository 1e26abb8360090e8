package org.telnyx4j.internal.decision;

import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.Outcome;

/**
 * A cell of the {@link DecisionTable}.
 *
 * @param outcome whether the request had its effect
 * @param next what comes next
 */
public record Decision(Outcome outcome, Next next) {
    /** What comes after a failed request. */
    public enum Next {
        /** The request is sent again. Once the retries are used up, the caller may do so. */
        REPEAT,
        /** The call ends here, but the caller may send the request again. */
        MAY_REPEAT,
        /** The same request would fail again, or there is nothing left to be done. */
        STOP,
        /** Whether it was carried out is not known, and it would be carried out twice. */
        FIND_OUT
    }

    /** Returns whether the request is sent again, as long as retries and time are left. */
    public boolean isRepeated() {
        return next == Next.REPEAT;
    }

    /** Returns whether the same request may be sent again, by this library or by the caller. */
    public boolean allowsAnother() {
        return next == Next.REPEAT || next == Next.MAY_REPEAT;
    }

    /**
     * Returns what the caller is advised.
     *
     * @param isLookup whether the operation only looks something up
     * @param delayKnown whether the server named a delay
     * @return the advice
     */
    public Advice advice(boolean isLookup, boolean delayKnown) {
        if (outcome == Outcome.CARRIED_OUT && !isLookup) {
            return Advice.DO_NOT_RETRY;
        }
        return switch (next) {
            case REPEAT, MAY_REPEAT -> delayKnown ? Advice.RETRY_AFTER_DELAY : Advice.RETRY_WITH_BACKOFF;
            case STOP -> Advice.DO_NOT_RETRY;
            case FIND_OUT -> Advice.FIND_OUT_FIRST;
        };
    }
}
