package org.telnyx4j.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.internal.errors.Responses.error;
import static org.telnyx4j.internal.errors.Responses.head;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorType;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.Calls;

/** The decision table, row by row, as its decisions show in the exceptions. */
class ErrorsOfTheTableTest {
    private static final ErrorFactory FACTORY = new ErrorFactory(Clock.systemUTC());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # status | code  | type           | outcome         | advice: not repeatable | advice: idempotent or deduplicated
                    400      | 10015 | VALIDATION     | NOT_CARRIED_OUT | DO_NOT_RETRY           | DO_NOT_RETRY
                    422      | 10004 | VALIDATION     | NOT_CARRIED_OUT | DO_NOT_RETRY           | DO_NOT_RETRY
                    401      | 10009 | AUTHENTICATION | NOT_CARRIED_OUT | DO_NOT_RETRY           | DO_NOT_RETRY
                    401      | 99999 | AUTHENTICATION | NOT_CARRIED_OUT | DO_NOT_RETRY           | DO_NOT_RETRY
                    403      | 10009 | AUTHENTICATION | NOT_CARRIED_OUT | DO_NOT_RETRY           | DO_NOT_RETRY
                    403      | 10010 | AUTHENTICATION | NOT_CARRIED_OUT | DO_NOT_RETRY           | DO_NOT_RETRY
                    403      | 40300 | API            | NOT_CARRIED_OUT | DO_NOT_RETRY           | DO_NOT_RETRY
                    402      | 20100 | API            | NOT_CARRIED_OUT | DO_NOT_RETRY           | DO_NOT_RETRY
                    404      | 10005 | API            | NOT_CARRIED_OUT | DO_NOT_RETRY           | DO_NOT_RETRY
                    405      | 10005 | API            | NOT_CARRIED_OUT | DO_NOT_RETRY           | DO_NOT_RETRY
                    407      | 10009 | API            | NOT_CARRIED_OUT | DO_NOT_RETRY           | DO_NOT_RETRY
                    413      | 10015 | API            | NOT_CARRIED_OUT | DO_NOT_RETRY           | DO_NOT_RETRY
                    499      | 10015 | API            | NOT_CARRIED_OUT | DO_NOT_RETRY           | DO_NOT_RETRY
                    429      | 10011 | RATE_LIMIT     | NOT_CARRIED_OUT | RETRY_WITH_BACKOFF     | RETRY_WITH_BACKOFF
                    429      | 90103 | RATE_LIMIT     | NOT_CARRIED_OUT | RETRY_WITH_BACKOFF     | RETRY_WITH_BACKOFF
                    408      | 10008 | API            | UNKNOWN         | FIND_OUT_FIRST         | RETRY_WITH_BACKOFF
                    500      | 10007 | API            | UNKNOWN         | FIND_OUT_FIRST         | RETRY_WITH_BACKOFF
                    501      | 10007 | API            | UNKNOWN         | FIND_OUT_FIRST         | DO_NOT_RETRY
                    505      | 10007 | API            | UNKNOWN         | FIND_OUT_FIRST         | DO_NOT_RETRY
                    507      | 10007 | API            | UNKNOWN         | FIND_OUT_FIRST         | RETRY_WITH_BACKOFF
                    520      | 10007 | API            | UNKNOWN         | FIND_OUT_FIRST         | RETRY_WITH_BACKOFF
                    524      | 10007 | API            | UNKNOWN         | FIND_OUT_FIRST         | RETRY_WITH_BACKOFF
                    530      | 10007 | API            | UNKNOWN         | FIND_OUT_FIRST         | RETRY_WITH_BACKOFF
                    502      | 10007 | API            | UNKNOWN         | FIND_OUT_FIRST         | RETRY_WITH_BACKOFF
                    503      | 40318 | API            | UNKNOWN         | FIND_OUT_FIRST         | RETRY_WITH_BACKOFF
                    504      | 10008 | API            | UNKNOWN         | FIND_OUT_FIRST         | RETRY_WITH_BACKOFF
                    599      | 10007 | API            | UNKNOWN         | FIND_OUT_FIRST         | RETRY_WITH_BACKOFF
                    200      | 10007 | API            | UNKNOWN         | FIND_OUT_FIRST         | DO_NOT_RETRY
                    204      | 10007 | API            | UNKNOWN         | FIND_OUT_FIRST         | DO_NOT_RETRY
                    302      | 10007 | API            | UNKNOWN         | FIND_OUT_FIRST         | DO_NOT_RETRY
                    303      | 10007 | API            | UNKNOWN         | FIND_OUT_FIRST         | DO_NOT_RETRY
                    101      | 10007 | API            | UNKNOWN         | FIND_OUT_FIRST         | DO_NOT_RETRY
                    999      | 10007 | API            | UNKNOWN         | FIND_OUT_FIRST         | DO_NOT_RETRY
                    0        | 10007 | API            | UNKNOWN         | FIND_OUT_FIRST         | DO_NOT_RETRY
                    -1       | 10007 | API            | UNKNOWN         | FIND_OUT_FIRST         | DO_NOT_RETRY
                    """)
    void aResponseIsClassifiedByStatusAndCode(
            int status, String code, ErrorType type, Outcome outcome, Advice notRepeatable, Advice repeatable) {
        for (Idempotency idempotency : Idempotency.values()) {
            Call call = Calls.of("messages.send", idempotency);
            TelnyxException error = FACTORY.fromResponse(call, head(status), error(code));
            Advice advice = idempotency == Idempotency.NOT_IDEMPOTENT ? notRepeatable : repeatable;
            assertThat(error.type()).isEqualTo(type);
            assertThat(error.outcome()).isEqualTo(outcome);
            assertThat(error.advice()).as(idempotency.name()).isEqualTo(advice);
            assertThat(error.httpStatus()).hasValue(status);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429, NOT_IDEMPOTENT, RETRY_AFTER_DELAY",
        "429, IDEMPOTENT, RETRY_AFTER_DELAY",
        "503, IDEMPOTENT, RETRY_AFTER_DELAY",
        "503, DEDUPLICATED, RETRY_AFTER_DELAY",
        "503, NOT_IDEMPOTENT, FIND_OUT_FIRST"
    })
    void aKnownDelayIsKeptAndAdvisedWhereRepeatingIsAllowed(int status, Idempotency idempotency, Advice advice) {
        TelnyxException error = FACTORY.fromResponse(
                Calls.of("messages.send", idempotency), head(status, "Retry-After", "7"), new byte[0]);
        assertThat(error.advice()).isEqualTo(advice);
        assertThat(error.retryAfter()).hasValue(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @CsvSource({
        "IDEMPOTENT,     NOT_CARRIED_OUT, DO_NOT_RETRY",
        "DEDUPLICATED,   NOT_CARRIED_OUT, DO_NOT_RETRY",
        "NOT_IDEMPOTENT, NOT_CARRIED_OUT, DO_NOT_RETRY",
        "KEYED,          UNKNOWN,         RETRY_AFTER_DELAY"
    })
    void aConflictOfAKeyMeansThatTheFirstRequestIsStillCarriedOut(
            Idempotency idempotency, Outcome outcome, Advice advice) {
        TelnyxException error = FACTORY.fromResponse(
                Calls.of("things.create", idempotency), head(409, "Retry-After", "7"), error("10012"));
        assertThat(error.outcome()).isEqualTo(outcome);
        assertThat(error.advice()).isEqualTo(advice);
    }

    @Test
    void aLookupHasNoOutcomeSentence() {
        assertThat(FACTORY.fromResponse(Calls.lookup("things.retrieve"), head(503), new byte[0]))
                .hasMessage("things.retrieve failed: HTTP 503, no error details in the response. Try again, with a wait"
                        + " that grows from try to try.");
        assertThat(FACTORY.fromResponse(Calls.lookup("things.retrieve"), head(404), error("10005")))
                .hasMessage("things.retrieve failed: HTTP 404, 10005 A title. Check the id, and the base URL, "
                        + "which has no /v2 at its end as that of Telnyx has.");
        TelnyxException cutOff =
                FACTORY.unusableBody(Calls.lookup("things.retrieve"), head(200), BodyProblem.CUT_OFF, null);
        assertThat(cutOff.advice()).isEqualTo(Advice.RETRY_WITH_BACKOFF);
        assertThat(cutOff.getMessage()).doesNotContain("carried out");
    }

    @Test
    void aDelayOnARefusalIsNotKeptSinceWaitingWillNotHelp() {
        TelnyxException error = FACTORY.fromResponse(
                Calls.of("messages.send", Idempotency.IDEMPOTENT), head(409, "Retry-After", "7"), new byte[0]);
        assertThat(error.retryAfter()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "LEASE,          NOT_CARRIED_OUT, RETRY_WITH_BACKOFF, RETRY_WITH_BACKOFF",
        "RESOLVE,        NOT_CARRIED_OUT, RETRY_WITH_BACKOFF, RETRY_WITH_BACKOFF",
        "CONNECT,        NOT_CARRIED_OUT, RETRY_WITH_BACKOFF, RETRY_WITH_BACKOFF",
        "TLS,            NOT_CARRIED_OUT, RETRY_WITH_BACKOFF, RETRY_WITH_BACKOFF",
        "SEND,           UNKNOWN,         FIND_OUT_FIRST,     RETRY_WITH_BACKOFF",
        "AWAIT_RESPONSE, UNKNOWN,         FIND_OUT_FIRST,     RETRY_WITH_BACKOFF",
        "READ_BODY,      UNKNOWN,         FIND_OUT_FIRST,     RETRY_WITH_BACKOFF"
    })
    void withoutAResponseTheStageDecides(FailureStage stage, Outcome outcome, Advice notRepeatable, Advice repeatable) {
        for (Idempotency idempotency : Idempotency.values()) {
            Call call = Calls.of("messages.send", idempotency);
            TelnyxNetworkException connection = FACTORY.network(call, stage, new IOException("gone"));
            TelnyxNetworkException deadline = FACTORY.deadlineExceeded(call, stage, Duration.ofSeconds(10), null);
            TelnyxNetworkException interrupted = FACTORY.interrupted(call, stage, new InterruptedException());

            assertThat(connection.failure()).isEqualTo(NetworkFailure.CONNECTION);
            assertThat(deadline.failure()).isEqualTo(NetworkFailure.DEADLINE);
            assertThat(interrupted.failure()).isEqualTo(NetworkFailure.INTERRUPTED);
            Advice advice = idempotency == Idempotency.NOT_IDEMPOTENT ? notRepeatable : repeatable;
            for (TelnyxNetworkException error : new TelnyxNetworkException[] {connection, deadline, interrupted}) {
                assertThat(error.type()).isEqualTo(ErrorType.NETWORK);
                assertThat(error.stage()).isEqualTo(stage);
                assertThat(error.outcome()).isEqualTo(outcome);
                assertThat(error.advice()).isEqualTo(advice);
                assertThat(error.httpStatus()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # problem      | content type                    | outcome
                    EMPTY          | application/json                | UNKNOWN
                    NOT_UNDERSTOOD | application/json                | UNKNOWN
                    NO_DATA        | application/json                | UNKNOWN
                    TOO_LARGE      | application/json; charset=utf-8 | CARRIED_OUT
                    CUT_OFF        | application/json                | CARRIED_OUT
                    DEADLINE       | Application/JSON                | CARRIED_OUT
                    INTERRUPTED    | application/vnd.api+json        | CARRIED_OUT
                    TOO_LARGE      | text/html                       | UNKNOWN
                    CUT_OFF        | text/html                       | UNKNOWN
                    DEADLINE       | text/plain                      | UNKNOWN
                    INTERRUPTED    | -                               | CARRIED_OUT
                    """)
    void aSuccessWhoseBodyIsOfNoUseWasCarriedOutOnlyIfItIsTelnyxs(
            BodyProblem problem, @Nullable String contentType, Outcome outcome) {
        for (Idempotency idempotency : Idempotency.values()) {
            TelnyxException error = FACTORY.unusableBody(
                    Calls.of("messages.send", idempotency),
                    contentType == null
                            ? head(200, "x-request-id", "req-1")
                            : head(200, "x-request-id", "req-1", "Content-Type", contentType),
                    problem,
                    new IOException("gone"));
            assertThat(error.type()).isEqualTo(ErrorType.API);
            assertThat(error.outcome()).isEqualTo(outcome);
            boolean open = outcome == Outcome.UNKNOWN && idempotency == Idempotency.NOT_IDEMPOTENT;
            assertThat(error.advice()).isEqualTo(open ? Advice.FIND_OUT_FIRST : Advice.DO_NOT_RETRY);
            assertThat(error.requestId()).hasValue("req-1");
        }
    }

    @ParameterizedTest
    @EnumSource(BodyProblem.class)
    void anErrorWhoseBodyIsOfNoUseIsClassifiedByItsStatus(BodyProblem problem) {
        Call call = Calls.of("messages.send", Idempotency.NOT_IDEMPOTENT);
        TelnyxException refused = FACTORY.unusableBody(call, head(422), problem, null);
        TelnyxException failed = FACTORY.unusableBody(call, head(502), problem, null);
        assertThat(refused.type()).isEqualTo(ErrorType.VALIDATION);
        assertThat(refused.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(failed.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
    }

    @Test
    void aLocalCheckIsAValidationErrorAboutAField() {
        var error = FACTORY.localCheck("messages.send", "to", "must be an E.164 number, was ***");
        assertThat(error.type()).isEqualTo(ErrorType.VALIDATION);
        assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(error.advice()).isEqualTo(Advice.DO_NOT_RETRY);
        assertThat(error.field()).hasValue("to");
        assertThat(error.httpStatus()).isEmpty();
    }

    @Test
    void aMissingKeyIsAnAuthenticationErrorBeforeAnythingIsSent() {
        var error = FACTORY.missingApiKey("messages.send");
        assertThat(error.type()).isEqualTo(ErrorType.AUTHENTICATION);
        assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(error.advice()).isEqualTo(Advice.DO_NOT_RETRY);
        assertThat(error.httpStatus()).isEmpty();
    }
}
