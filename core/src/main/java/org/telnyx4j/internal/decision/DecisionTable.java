package org.telnyx4j.internal.decision;

import static org.telnyx4j.errors.Outcome.CARRIED_OUT;
import static org.telnyx4j.errors.Outcome.NOT_CARRIED_OUT;
import static org.telnyx4j.errors.Outcome.UNKNOWN;
import static org.telnyx4j.internal.decision.Decision.Next.FIND_OUT;
import static org.telnyx4j.internal.decision.Decision.Next.MAY_REPEAT;
import static org.telnyx4j.internal.decision.Decision.Next.REPEAT;
import static org.telnyx4j.internal.decision.Decision.Next.STOP;

import java.util.EnumMap;
import java.util.Map;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.internal.decision.Decision.Next;

/**
 * The table that decides on everything that fails: whether the request is sent again, whether it had its effect, and
 * what the caller is advised. Rows are what happened, columns what happens if the same request arrives twice. The retry
 * step, the exceptions and their messages read it, and nothing else decides.
 *
 * <p>The rule behind it: what would be done twice is sent again only where it was certainly not carried out.
 */
public final class DecisionTable {
    private static final DecisionTable TABLE = new DecisionTable();

    private final Map<RetryCondition, Row> rows = new EnumMap<>(RetryCondition.class);

    // spotless:off
    private DecisionTable() {
        //  What happened                          Outcome          Lookup      Idempotent  Keyed       Dedupl.     Not idempotent
        // Nothing was sent, and the same call would end the same way.
        row(RetryCondition.LOCAL_CHECK,            NOT_CARRIED_OUT, STOP,       STOP,       STOP,       STOP,       STOP);
        row(RetryCondition.NO_API_KEY,             NOT_CARRIED_OUT, STOP,       STOP,       STOP,       STOP,       STOP);
        row(RetryCondition.CLIENT_CLOSED,          NOT_CARRIED_OUT, STOP,       STOP,       STOP,       STOP,       STOP);
        // No byte of the request had left.
        row(RetryCondition.LEASE_FAILED,           NOT_CARRIED_OUT, REPEAT,     REPEAT,     REPEAT,     REPEAT,     REPEAT);
        row(RetryCondition.RESOLVE_FAILED,         NOT_CARRIED_OUT, REPEAT,     REPEAT,     REPEAT,     REPEAT,     REPEAT);
        row(RetryCondition.CONNECT_FAILED,         NOT_CARRIED_OUT, REPEAT,     REPEAT,     REPEAT,     REPEAT,     REPEAT);
        row(RetryCondition.TLS_FAILED,             NOT_CARRIED_OUT, REPEAT,     REPEAT,     REPEAT,     REPEAT,     REPEAT);
        // Neither had it, and the set-up must change first.
        row(RetryCondition.TLS_REFUSED,            NOT_CARRIED_OUT, STOP,       STOP,       STOP,       STOP,       STOP);
        row(RetryCondition.PROXY_REFUSED,          NOT_CARRIED_OUT, STOP,       STOP,       STOP,       STOP,       STOP);
        // Some of the request may have left, and no response came.
        row(RetryCondition.SEND_FAILED,            UNKNOWN,         REPEAT,     REPEAT,     REPEAT,     REPEAT,     FIND_OUT);
        row(RetryCondition.NO_RESPONSE,            UNKNOWN,         REPEAT,     REPEAT,     REPEAT,     REPEAT,     FIND_OUT);
        // It had left, and the server promised that it was not carried out.
        row(RetryCondition.STREAM_REFUSED,         NOT_CARRIED_OUT, REPEAT,     REPEAT,     REPEAT,     REPEAT,     REPEAT);
        // There is no time left, or nobody waits any longer.
        row(RetryCondition.ENDED_BEFORE_SENDING,   NOT_CARRIED_OUT, MAY_REPEAT, MAY_REPEAT, MAY_REPEAT, MAY_REPEAT, MAY_REPEAT);
        row(RetryCondition.ENDED_AFTER_SENDING,    UNKNOWN,         MAY_REPEAT, MAY_REPEAT, MAY_REPEAT, MAY_REPEAT, FIND_OUT);
        // Telnyx refused it.
        row(RetryCondition.INVALID,                NOT_CARRIED_OUT, STOP,       STOP,       STOP,       STOP,       STOP);
        row(RetryCondition.CALL_ENDED,             NOT_CARRIED_OUT, STOP,       STOP,       STOP,       STOP,       STOP);
        row(RetryCondition.UNAUTHENTICATED,        NOT_CARRIED_OUT, STOP,       STOP,       STOP,       STOP,       STOP);
        row(RetryCondition.FORBIDDEN,              NOT_CARRIED_OUT, STOP,       STOP,       STOP,       STOP,       STOP);
        row(RetryCondition.NOT_FOUND,              NOT_CARRIED_OUT, STOP,       STOP,       STOP,       STOP,       STOP);
        row(RetryCondition.CONFLICT,               NOT_CARRIED_OUT, STOP,       STOP,       REPEAT,     STOP,       STOP)
                .keyed(UNKNOWN); // the first request with this key is still being carried out
        row(RetryCondition.REFUSED,                NOT_CARRIED_OUT, STOP,       STOP,       STOP,       STOP,       STOP);
        row(RetryCondition.RATE_LIMITED,           NOT_CARRIED_OUT, REPEAT,     REPEAT,     REPEAT,     REPEAT,     REPEAT);
        // Something responded that may not have been Telnyx, before or after Telnyx carried it out.
        row(RetryCondition.REQUEST_TIMEOUT,        UNKNOWN,         REPEAT,     REPEAT,     REPEAT,     REPEAT,     FIND_OUT);
        row(RetryCondition.SERVER_FAILED,          UNKNOWN,         REPEAT,     REPEAT,     REPEAT,     REPEAT,     FIND_OUT);
        row(RetryCondition.NOT_SUPPORTED,          UNKNOWN,         STOP,       STOP,       STOP,       STOP,       FIND_OUT);
        row(RetryCondition.UNEXPECTED_STATUS,      UNKNOWN,         STOP,       STOP,       STOP,       STOP,       FIND_OUT);
        row(RetryCondition.UNPROVEN_SUCCESS,       UNKNOWN,         STOP,       STOP,       STOP,       STOP,       FIND_OUT);
        // Telnyx carried it out, and its response is of no use.
        row(RetryCondition.UNUSABLE_SUCCESS,       CARRIED_OUT,     STOP,       STOP,       STOP,       STOP,       STOP);
        row(RetryCondition.SUCCESS_CUT_OFF,        CARRIED_OUT,     REPEAT,     REPEAT,     REPEAT,     REPEAT,     STOP);
        row(RetryCondition.SUCCESS_ENDED,          CARRIED_OUT,     MAY_REPEAT, STOP,       STOP,       STOP,       STOP);
    }
    // spotless:on

    /**
     * Returns a cell of the table.
     *
     * @param condition what happened
     * @param idempotency what happens if the same request arrives twice
     * @param isLookup whether the operation only looks something up
     * @return the decision
     */
    public static Decision decide(RetryCondition condition, Idempotency idempotency, boolean isLookup) {
        Row row = TABLE.rows.get(condition);
        if (row == null) {
            throw new IllegalStateException("There is no row for " + condition);
        }
        return isLookup ? row.lookup : row.byIdempotency.getOrDefault(idempotency, row.lookup);
    }

    private Row row(
            RetryCondition condition,
            Outcome outcome,
            Next lookup,
            Next idempotent,
            Next keyed,
            Next deduplicated,
            Next notIdempotent) {
        Row row = new Row(new Decision(outcome, lookup));
        row.byIdempotency.put(Idempotency.IDEMPOTENT, new Decision(outcome, idempotent));
        row.byIdempotency.put(Idempotency.KEYED, new Decision(outcome, keyed));
        row.byIdempotency.put(Idempotency.DEDUPLICATED, new Decision(outcome, deduplicated));
        row.byIdempotency.put(Idempotency.NOT_IDEMPOTENT, new Decision(outcome, notIdempotent));
        rows.put(condition, row);
        return row;
    }

    /** The decisions on one condition. */
    private static final class Row {
        private final Decision lookup;
        private final Map<Idempotency, Decision> byIdempotency = new EnumMap<>(Idempotency.class);

        private Row(Decision lookup) {
            this.lookup = lookup;
        }

        /** Replaces the outcome of keyed requests. */
        private void keyed(Outcome outcome) {
            byIdempotency.computeIfPresent(
                    Idempotency.KEYED, (column, decision) -> new Decision(outcome, decision.next()));
        }
    }
}
