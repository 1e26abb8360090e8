package org.telnyx4j.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.internal.errors.Responses.bytes;
import static org.telnyx4j.internal.errors.Responses.head;

import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.Calls;

/** What the messages say, word for word, since people read them. */
class ErrorFactoryTest {
    private static final ErrorFactory FACTORY = new ErrorFactory(Clock.systemUTC());
    private static final Call SEND = Calls.of("messages.send", Idempotency.NOT_IDEMPOTENT, "Meet me at five");
    private static final Call DIAL = Calls.of("calls.dial", Idempotency.DEDUPLICATED);
    private static final String BODY = """
            {"errors":[{"code":"10016","title":"Phone number must be in +E.164 format",
             "detail":"The number (416) 555-0123 lacks its country code.","source":{"pointer":"/to"}}]}
            """;

    @Test
    void aRefusalSaysWhatWhyAndWhere() {
        TelnyxException error = FACTORY.fromResponse(SEND, head(422, "X-Request-Id", " 7f3c-1 "), bytes(BODY));
        assertThat(error)
                .hasMessage("messages.send failed: HTTP 422, 10016 Phone number must be in +E.164 format at /to: "
                        + "The number 41***23 lacks its country code. It was not carried out; "
                        + "correct the request before sending it again. Request id: 7f3c-1");
        assertThat(error.requestId()).hasValue("7f3c-1");
        assertThat(error.hasCode("10016")).isTrue();
        assertThat(error.hasCode("40300")).isFalse();
        assertThat(error)
                .isInstanceOfSatisfying(
                        TelnyxValidationException.class,
                        validation -> assertThat(validation.field()).hasValue("to"));
    }

    @Test
    void titleAndDetailThatRepeatTheMessageAreLeftOut() {
        String body = """
                {"errors":[{"code":"40302","title":"MEET ME AT 5? no: meet me at five","detail":"Spam: Meet me at..."}]}
                """;
        assertThat(FACTORY.fromResponse(SEND, head(400), bytes(body)))
                .hasMessageStartingWith("messages.send failed: HTTP 400, 40302. It was not carried out;");
    }

    @Test
    void manyErrorsAreSummedUp() {
        String body =
                "{\"errors\":[{\"code\":\"1\"},{\"code\":\"2\"},{\"code\":\"3\"},{\"code\":\"4\"},{\"code\":\"5\"}]}";
        assertThat(FACTORY.fromResponse(DIAL, head(409), bytes(body)))
                .hasMessage("calls.dial failed: HTTP 409, 1; 2; 3; and 2 more. It was not carried out; "
                        + "sending it again unchanged will not help.");
    }

    @Test
    void aGatewaysPageStillGivesAUsefulMessage() {
        assertThat(FACTORY.fromResponse(SEND, head(502), bytes("<html>secret page</html>")))
                .hasMessage("messages.send failed: HTTP 502, no error details in the response. Whether it was carried "
                        + "out is unknown; find out before trying again: wait for its webhook or look for what it "
                        + "would have created.");
    }

    @Test
    void aRateLimitSaysHowLongToWait() {
        assertThat(FACTORY.fromResponse(SEND, head(429, "Retry-After", "2.5"), Responses.error("10011")))
                .hasMessage("messages.send failed: HTTP 429, 10011 A title. It was not carried out; "
                        + "try again after 2.5 s.");
    }

    @Test
    void aDeduplicatedCommandMayBeRepeatedOnlyWithItsId() {
        assertThat(FACTORY.fromResponse(DIAL, head(503, "Retry-After", "1"), new byte[0]))
                .hasMessage("calls.dial failed: HTTP 503, no error details in the response. Whether it was carried out "
                        + "is unknown; it may be sent again within 60 s with the same command_id, counted from the first attempt, "
                        + "Telnyx asks to wait 1000 ms first.");
        assertThat(FACTORY.network(DIAL, FailureStage.CONNECT, new ConnectException("Connection refused")))
                .hasMessage("calls.dial failed: the connection failed while connecting (stage connect) "
                        + "(ConnectException: Connection refused). It was not carried out; "
                        + "try again, with a wait that grows from try to try.");
    }

    @Test
    void aPassedDeadlineSaysWhichAndWhere() {
        assertThat(FACTORY.deadlineExceeded(SEND, FailureStage.AWAIT_RESPONSE, Duration.ofSeconds(10), null))
                .hasMessageStartingWith("messages.send failed: its deadline of 10000 ms passed while waiting for the "
                        + "response (stage await_response). Whether it was carried out is unknown;");
    }

    @Test
    void anInterruptionSaysWhere() {
        assertThat(FACTORY.interrupted(SEND, FailureStage.LEASE, null))
                .hasMessageStartingWith("messages.send failed: the calling thread was interrupted while waiting for a "
                        + "free connection (stage lease). It was not carried out;");
    }

    @Test
    void anUnreadableSuccessSaysNotToRepeat() {
        assertThat(FACTORY.unusableBody(
                        SEND, head(200, "Content-Type", "application/json"), BodyProblem.TOO_LARGE, null))
                .hasMessage("messages.send failed: HTTP 200, its body is larger than the limit. It was carried out; "
                        + "do not send it again, look up its result.");
    }

    @Test
    void aSuccessThatMayBeOfSomethingElseSaysWhatToCheck() {
        assertThat(FACTORY.unusableBody(
                        SEND, head(200, "Content-Type", "text/html; charset=x"), BodyProblem.NOT_UNDERSTOOD, null))
                .hasMessage("messages.send failed: HTTP 200, its body is text/html, while Telnyx responds with plain "
                        + "JSON. Whether it was carried out is unknown; something other than Telnyx may have responded, "
                        + "so check the base URL and any proxy, and find out before trying again.");
        assertThat(FACTORY.unusableBody(
                        Calls.lookup("things.retrieve"),
                        head(200, "Content-Type", "application/json", "Content-Encoding", "gzip"),
                        BodyProblem.NOT_UNDERSTOOD,
                        null))
                .hasMessage("things.retrieve failed: HTTP 200, its body is compressed (gzip), which was not asked for, "
                        + "while Telnyx responds with plain JSON. Something other than Telnyx may have responded, so "
                        + "check the base URL and any proxy.");
        assertThat(FACTORY.unusableBody(SEND, head(200, "Content-Type", "a b\u0007"), BodyProblem.NO_DATA, null))
                .hasMessageContaining("HTTP 200, its body is of another content type, while");
    }

    @Test
    void localFailuresSayThatNothingWasSent() {
        assertThat(FACTORY.localCheck("messages.send", "to", "must be an E.164 number, was ***"))
                .hasMessage("messages.send failed: to must be an E.164 number, was ***. It was not carried out; "
                        + "correct the request, nothing was sent.");
        assertThat(FACTORY.missingApiKey("messages.send"))
                .hasMessage("messages.send failed: the API key is missing or blank. It was not carried out; "
                        + "configure one, nothing was sent.");
    }

    @Test
    void aRedirectPointsAtTheBaseUrl() {
        assertThat(FACTORY.fromResponse(SEND, head(301), new byte[0]))
                .hasMessageEndingWith("is unknown; check the base URL and what is between here and Telnyx, "
                        + "and find out before trying again.");
    }

    @Test
    void aRequestIdThatIsNoneIsNotPrinted() {
        assertThat(FACTORY.fromResponse(SEND, head(404, "x-request-id", "a b\u001b[31m"), new byte[0]))
                .hasMessageEndingWith("Request id: <unprintable>");
        assertThat(FACTORY.fromResponse(SEND, head(404, "x-request-id", "14165550123"), new byte[0]))
                .hasMessageEndingWith("Request id: 1416***0123");
        assertThat(FACTORY.fromResponse(SEND, head(404, "x-request-id", " "), new byte[0])
                        .requestId())
                .isEmpty();
    }
}
