package org.telnyx4j.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Judges by its creation time whether a thing can have been created by a call. The clocks of this machine and of the
 * server differ, so there are times of which this is not known.
 *
 * @param begin when the call began, by the clock of this machine
 */
public record CallWindow(Instant begin) {
    /** Two clocks that are set by a time server differ by less. */
    private static final Duration CLOSE = Duration.ofSeconds(5);

    /** No clock that TLS works with is off by more, or hardly one. */
    private static final Duration FAR = Duration.ofHours(1);

    /** When a thing was created. */
    public enum Created {
        /** Not before the call began. */
        SINCE,
        /** Long before the call began. */
        BEFORE,
        /** There is no time, or one so close to the beginning that clocks could differ by that. */
        UNCLEAR
    }

    /**
     * Judges a thing.
     *
     * @param createdAt when it was created, by the server's clock; null where that is not known
     * @return when it was created in relation to the call
     */
    public Created of(@Nullable OffsetDateTime createdAt) {
        if (createdAt == null) {
            return Created.UNCLEAR;
        }
        Instant created = createdAt.toInstant();
        if (!created.isBefore(begin.minus(CLOSE))) {
            return Created.SINCE;
        }
        return created.isBefore(begin.minus(FAR)) ? Created.BEFORE : Created.UNCLEAR;
    }
}
