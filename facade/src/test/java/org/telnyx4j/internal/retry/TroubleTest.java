package org.telnyx4j.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorDetails;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.internal.errors.Repeatability;

/** What is repeated, written down a second time. */
class TroubleTest {
    private static final ErrorDetails.Builder ANY =
            ErrorDetails.builder("test", Outcome.UNKNOWN, Advice.RETRY_WITH_BACKOFF);

    private static boolean[] repeated(TelnyxException failure) {
        Trouble trouble = Trouble.of(failure);
        return new boolean[] {
            trouble.isRepeated(Repeatability.IDEMPOTENT),
            trouble.isRepeated(Repeatability.DEDUPLICATED),
            trouble.isRepeated(Repeatability.KEYED),
            trouble.isRepeated(Repeatability.NOT_REPEATABLE)
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # stage        | why         | idempotent | command id | key   | none
                    LEASE          | CONNECTION  | true       | true       | true  | true
                    RESOLVE        | CONNECTION  | true       | true       | true  | true
                    CONNECT        | CONNECTION  | true       | true       | true  | true
                    TLS            | CONNECTION  | true       | true       | true  | true
                    SEND           | CONNECTION  | true       | true       | true  | false
                    AWAIT_RESPONSE | CONNECTION  | true       | true       | true  | false
                    CONNECT        | DEADLINE    | false      | false      | false | false
                    AWAIT_RESPONSE | DEADLINE    | false      | false      | false | false
                    CONNECT        | INTERRUPTED | false      | false      | false | false
                    AWAIT_RESPONSE | INTERRUPTED | false      | false      | false | false
                    """)
    void whereItFailedDecidesWhereThereIsNoAnswer(
            FailureStage stage, NetworkFailure why, boolean idempotent, boolean command, boolean key, boolean none) {
        assertThat(repeated(new TelnyxNetworkException(ANY.build(), stage, why, null)))
                .containsExactly(idempotent, command, key, none);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # status | idempotent | command id | key   | none
                    408      | true       | true       | true  | false
                    429      | true       | true       | true  | true
                    500      | true       | true       | true  | false
                    502      | true       | true       | true  | false
                    503      | true       | true       | true  | false
                    504      | true       | true       | true  | false
                    409      | false      | false      | true  | false
                    501      | false      | false      | false | false
                    400      | false      | false      | false | false
                    401      | false      | false      | false | false
                    404      | false      | false      | false | false
                    422      | false      | false      | false | false
                    302      | false      | false      | false | false
                    """)
    void theStatusDecidesWhereThereIsAnAnswer(
            int status, boolean idempotent, boolean command, boolean key, boolean none) {
        TelnyxException failure =
                new TelnyxApiException(ErrorDetails.builder("test", Outcome.UNKNOWN, Advice.DO_NOT_RETRY)
                        .httpStatus(status)
                        .build());
        assertThat(repeated(failure)).containsExactly(idempotent, command, key, none);
    }
}
