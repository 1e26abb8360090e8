package org.telnyx4j.internal.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxError;
import org.telnyx4j.internal.decision.Decision.Next;

/** The decision table, written down a second time: by what happens on the wire. */
class DecisionTableTest {
    private static final List<TelnyxError> NO_ERRORS = List.of();

    private static void assertRow(
            RetryCondition condition,
            Outcome outcome,
            Next lookup,
            Next idempotent,
            Next keyed,
            Next deduplicated,
            Next notIdempotent) {
        assertThat(DecisionTable.decide(condition, Idempotency.IDEMPOTENT, true))
                .isEqualTo(new Decision(outcome, lookup));
        assertThat(DecisionTable.decide(condition, Idempotency.IDEMPOTENT, false)
                        .next())
                .isEqualTo(idempotent);
        assertThat(DecisionTable.decide(condition, Idempotency.KEYED, false).next())
                .isEqualTo(keyed);
        assertThat(DecisionTable.decide(condition, Idempotency.DEDUPLICATED, false)
                        .next())
                .isEqualTo(deduplicated);
        assertThat(DecisionTable.decide(condition, Idempotency.NOT_IDEMPOTENT, false))
                .isEqualTo(new Decision(outcome, notIdempotent));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # status | outcome         | lookup | idempotent | key    | command id | none
                    -1       | UNKNOWN         | STOP   | STOP       | STOP   | STOP       | FIND_OUT
                    0        | UNKNOWN         | STOP   | STOP       | STOP   | STOP       | FIND_OUT
                    101      | UNKNOWN         | STOP   | STOP       | STOP   | STOP       | FIND_OUT
                    200      | UNKNOWN         | STOP   | STOP       | STOP   | STOP       | FIND_OUT
                    301      | UNKNOWN         | STOP   | STOP       | STOP   | STOP       | FIND_OUT
                    302      | UNKNOWN         | STOP   | STOP       | STOP   | STOP       | FIND_OUT
                    303      | UNKNOWN         | STOP   | STOP       | STOP   | STOP       | FIND_OUT
                    400      | NOT_CARRIED_OUT | STOP   | STOP       | STOP   | STOP       | STOP
                    401      | NOT_CARRIED_OUT | STOP   | STOP       | STOP   | STOP       | STOP
                    402      | NOT_CARRIED_OUT | STOP   | STOP       | STOP   | STOP       | STOP
                    403      | NOT_CARRIED_OUT | STOP   | STOP       | STOP   | STOP       | STOP
                    404      | NOT_CARRIED_OUT | STOP   | STOP       | STOP   | STOP       | STOP
                    408      | UNKNOWN         | REPEAT | REPEAT     | REPEAT | REPEAT     | FIND_OUT
                    409      | NOT_CARRIED_OUT | STOP   | STOP       | REPEAT | STOP       | STOP
                    422      | NOT_CARRIED_OUT | STOP   | STOP       | STOP   | STOP       | STOP
                    429      | NOT_CARRIED_OUT | REPEAT | REPEAT     | REPEAT | REPEAT     | REPEAT
                    499      | NOT_CARRIED_OUT | STOP   | STOP       | STOP   | STOP       | STOP
                    500      | UNKNOWN         | REPEAT | REPEAT     | REPEAT | REPEAT     | FIND_OUT
                    501      | UNKNOWN         | STOP   | STOP       | STOP   | STOP       | FIND_OUT
                    502      | UNKNOWN         | REPEAT | REPEAT     | REPEAT | REPEAT     | FIND_OUT
                    503      | UNKNOWN         | REPEAT | REPEAT     | REPEAT | REPEAT     | FIND_OUT
                    504      | UNKNOWN         | REPEAT | REPEAT     | REPEAT | REPEAT     | FIND_OUT
                    505      | UNKNOWN         | STOP   | STOP       | STOP   | STOP       | FIND_OUT
                    507      | UNKNOWN         | REPEAT | REPEAT     | REPEAT | REPEAT     | FIND_OUT
                    520      | UNKNOWN         | REPEAT | REPEAT     | REPEAT | REPEAT     | FIND_OUT
                    524      | UNKNOWN         | REPEAT | REPEAT     | REPEAT | REPEAT     | FIND_OUT
                    530      | UNKNOWN         | REPEAT | REPEAT     | REPEAT | REPEAT     | FIND_OUT
                    599      | UNKNOWN         | REPEAT | REPEAT     | REPEAT | REPEAT     | FIND_OUT
                    600      | UNKNOWN         | STOP   | STOP       | STOP   | STOP       | FIND_OUT
                    """)
    void theStatusDecidesWhereThereIsAResponse(
            int status, Outcome outcome, Next lookup, Next idempotent, Next key, Next command, Next none) {
        assertRow(RetryCondition.ofResponse(status, NO_ERRORS), outcome, lookup, idempotent, key, command, none);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # stage        | why           | outcome         | lookup     | idempotent | key        | command id | none
                    LEASE          | CONNECTION    | NOT_CARRIED_OUT | REPEAT     | REPEAT     | REPEAT     | REPEAT     | REPEAT
                    RESOLVE        | CONNECTION    | NOT_CARRIED_OUT | REPEAT     | REPEAT     | REPEAT     | REPEAT     | REPEAT
                    CONNECT        | CONNECTION    | NOT_CARRIED_OUT | REPEAT     | REPEAT     | REPEAT     | REPEAT     | REPEAT
                    TLS            | CONNECTION    | NOT_CARRIED_OUT | REPEAT     | REPEAT     | REPEAT     | REPEAT     | REPEAT
                    SEND           | CONNECTION    | UNKNOWN         | REPEAT     | REPEAT     | REPEAT     | REPEAT     | FIND_OUT
                    AWAIT_RESPONSE | CONNECTION    | UNKNOWN         | REPEAT     | REPEAT     | REPEAT     | REPEAT     | FIND_OUT
                    READ_BODY      | CONNECTION    | UNKNOWN         | REPEAT     | REPEAT     | REPEAT     | REPEAT     | FIND_OUT
                    CONNECT        | DEADLINE      | NOT_CARRIED_OUT | MAY_REPEAT | MAY_REPEAT | MAY_REPEAT | MAY_REPEAT | MAY_REPEAT
                    AWAIT_RESPONSE | DEADLINE      | UNKNOWN         | MAY_REPEAT | MAY_REPEAT | MAY_REPEAT | MAY_REPEAT | FIND_OUT
                    CONNECT        | INTERRUPTED   | NOT_CARRIED_OUT | MAY_REPEAT | MAY_REPEAT | MAY_REPEAT | MAY_REPEAT | MAY_REPEAT
                    AWAIT_RESPONSE | INTERRUPTED   | UNKNOWN         | MAY_REPEAT | MAY_REPEAT | MAY_REPEAT | MAY_REPEAT | FIND_OUT
                    LEASE          | CLIENT_CLOSED | NOT_CARRIED_OUT | STOP       | STOP       | STOP       | STOP       | STOP
                    """)
    void theStageDecidesWhereThereIsNoResponse(
            FailureStage stage,
            NetworkFailure why,
            Outcome outcome,
            Next lookup,
            Next idempotent,
            Next key,
            Next command,
            Next none) {
        assertRow(RetryCondition.ofNetwork(stage, why), outcome, lookup, idempotent, key, command, none);
    }

    @ParameterizedTest
    @CsvSource({
        "LOCAL_CHECK,      NOT_CARRIED_OUT, STOP,       STOP,   STOP,   STOP,   STOP",
        "NO_API_KEY,       NOT_CARRIED_OUT, STOP,       STOP,   STOP,   STOP,   STOP",
        "UNUSABLE_SUCCESS, CARRIED_OUT,     STOP,       STOP,   STOP,   STOP,   STOP",
        "SUCCESS_CUT_OFF,  CARRIED_OUT,     REPEAT,     REPEAT, REPEAT, REPEAT, STOP",
        "SUCCESS_ENDED,    CARRIED_OUT,     MAY_REPEAT, STOP,   STOP,   STOP,   STOP"
    })
    void andSoDoesWhatTheLibraryFinds(
            RetryCondition condition,
            Outcome outcome,
            Next lookup,
            Next idempotent,
            Next key,
            Next command,
            Next none) {
        assertRow(condition, outcome, lookup, idempotent, key, command, none);
    }

    @Test
    void aKeyInUseMeansThatTheFirstRequestIsStillBeingCarriedOut() {
        assertThat(DecisionTable.decide(RetryCondition.CONFLICT, Idempotency.KEYED, false))
                .isEqualTo(new Decision(Outcome.UNKNOWN, Next.REPEAT));
    }

    @Test
    void aRefusalForTheKeyIsRecognisedByItsCode() {
        for (String code : List.of("10009", "10010")) {
            assertThat(RetryCondition.ofResponse(403, List.of(TelnyxError.of(code, "A title"))))
                    .isEqualTo(RetryCondition.UNAUTHENTICATED);
        }
        assertThat(RetryCondition.ofResponse(403, List.of(TelnyxError.of("40300", "A title"))))
                .isEqualTo(RetryCondition.FORBIDDEN);
    }

    /** What holds of the whole table, whatever its rows. */
    @ParameterizedTest
    @EnumSource(RetryCondition.class)
    void adviceAndRepetitionAgree(RetryCondition condition) {
        for (Idempotency idempotency : Idempotency.values()) {
            for (boolean isLookup : new boolean[] {false, true}) {
                Decision decision = DecisionTable.decide(condition, idempotency, isLookup);
                Advice advice = decision.advice(isLookup, false);
                boolean carriedOut = decision.outcome() == Outcome.CARRIED_OUT && !isLookup;
                assertThat(advice == Advice.RETRY_WITH_BACKOFF)
                        .as("%s %s", idempotency, isLookup)
                        .isEqualTo(decision.allowsAnother() && !carriedOut);
                assertThat(decision.isRepeated() && !decision.allowsAnother()).isFalse();
            }
        }
    }

    /** The money rule: what would be done twice is repeated only where it was certainly not carried out. */
    @Test
    void nothingIsCarriedOutTwice() {
        Set<RetryCondition> repeated = EnumSet.noneOf(RetryCondition.class);
        for (RetryCondition condition : RetryCondition.values()) {
            Decision decision = DecisionTable.decide(condition, Idempotency.NOT_IDEMPOTENT, false);
            if (decision.isRepeated()) {
                repeated.add(condition);
                assertThat(decision.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            }
        }
        assertThat(repeated)
                .containsExactlyInAnyOrder(
                        RetryCondition.LEASE_FAILED,
                        RetryCondition.RESOLVE_FAILED,
                        RetryCondition.CONNECT_FAILED,
                        RetryCondition.TLS_FAILED,
                        RetryCondition.STREAM_REFUSED,
                        RetryCondition.RATE_LIMITED);
    }
}
