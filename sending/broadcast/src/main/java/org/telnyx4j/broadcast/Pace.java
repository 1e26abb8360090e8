package org.telnyx4j.broadcast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.pacing.Limit;
import org.telnyx4j.pacing.Pacer;
import org.telnyx4j.pacing.PacingLimits;

/** How fast messages go out: as the caller says, or by the limits that Telnyx documents. */
final class Pace {
    private static final int MOST_DECIMALS = 3;

    /** A worker that waits has claimed its message; a killed process then leaves it unknown, so there should be few. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private Pace() {}

    /**
     * Returns what keeps the pace.
     *
     * @param rate messages a second, or null for the limits of Telnyx
     * @throws NotStartedException if the rate has too many decimals
     */
    static Pacer pacer(@Nullable BigDecimal rate) {
        return Pacer.builder()
                .limits(rate == null ? PacingLimits.documented() : limits(limit(rate)))
                .waitAtMost(LONGEST_WAIT)
                .build();
    }

    /** All come from one sender or one pool, so each of its limits is the whole pace. */
    private static PacingLimits limits(Limit limit) {
        return PacingLimits.builder()
                .account(limit)
                .tollFree(limit)
                .shortCode(limit)
                .alphanumeric(limit)
                .longCode(limit)
                .longCodeToUnitedStates(limit)
                .numberPool(limit)
                .build();
    }

    private static Limit limit(BigDecimal rate) {
        int decimals = Math.max(0, rate.stripTrailingZeros().scale());
        if (decimals > MOST_DECIMALS) {
            throw new NotStartedException("--rate may have " + MOST_DECIMALS + " decimals, was " + rate);
        }
        BigDecimal window = BigDecimal.TEN.pow(decimals);
        return Limit.of(rate.multiply(window).longValueExact(), Duration.ofSeconds(window.longValueExact()));
    }

    /** Returns how many workers a pace can use, of those that there may be. */
    static int workers(int most, @Nullable BigDecimal rate) {
        return rate == null
                ? most
                : Math.min(
                        most, Math.max(1, rate.setScale(0, RoundingMode.CEILING).intValueExact()));
    }
}
