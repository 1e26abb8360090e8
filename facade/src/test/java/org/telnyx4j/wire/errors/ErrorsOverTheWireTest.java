package org.telnyx4j.wire.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.telnyx4j.fixtures.Fixtures.client;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorType;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.errors.TelnyxAuthenticationException;
import org.telnyx4j.errors.TelnyxError;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.testing.RawServer;

/** From the bytes of an answer to what the caller catches, through facade, generated client and sockets. */
class ErrorsOverTheWireTest {
    private static final String TEXT = "Meet me at the old mill, code 482913";
    private static final String KEY = "KEY0189ABCDEFsecretsecret";

    private static final List<String> SECRETS = List.of(
            "old mill", "482913", "secretsecret", "4165550123", "555-0123", "6135550142", "Rendezvous", "private-hook");

    private static OutgoingMessage message() {
        return OutgoingMessage.builder()
                .to("+14165550123")
                .from("+16135550142")
                .text(TEXT)
                .subject("Rendezvous tonight")
                .webhookUrl("https://hooks.example.com/private-hook")
                .build();
    }

    private static String errors(String code, String rest) {
        return "{\"errors\":[{\"code\":\"" + code + "\",\"title\":\"A title\"" + rest + "}]}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # status | code  | header                 | type           | outcome         | advice of send      | advice of retrieve  | retry after
                    400      | 10015 | -                      | VALIDATION     | NOT_CARRIED_OUT | DO_NOT_RETRY        | DO_NOT_RETRY        | -
                    400      | -     | -                      | VALIDATION     | NOT_CARRIED_OUT | DO_NOT_RETRY        | DO_NOT_RETRY        | -
                    422      | 10004 | Retry-After: 5         | VALIDATION     | NOT_CARRIED_OUT | DO_NOT_RETRY        | DO_NOT_RETRY        | -
                    401      | 10009 | -                      | AUTHENTICATION | NOT_CARRIED_OUT | DO_NOT_RETRY        | DO_NOT_RETRY        | -
                    401      | -     | -                      | AUTHENTICATION | NOT_CARRIED_OUT | DO_NOT_RETRY        | DO_NOT_RETRY        | -
                    403      | 10009 | -                      | AUTHENTICATION | NOT_CARRIED_OUT | DO_NOT_RETRY        | DO_NOT_RETRY        | -
                    403      | 10010 | -                      | AUTHENTICATION | NOT_CARRIED_OUT | DO_NOT_RETRY        | DO_NOT_RETRY        | -
                    403      | 40300 | -                      | API            | NOT_CARRIED_OUT | DO_NOT_RETRY        | DO_NOT_RETRY        | -
                    403      | -     | -                      | API            | NOT_CARRIED_OUT | DO_NOT_RETRY        | DO_NOT_RETRY        | -
                    404      | 10005 | -                      | API            | NOT_CARRIED_OUT | DO_NOT_RETRY        | DO_NOT_RETRY        | -
                    409      | 10012 | -                      | API            | NOT_CARRIED_OUT | DO_NOT_RETRY        | DO_NOT_RETRY        | -
                    418      | -     | -                      | API            | NOT_CARRIED_OUT | DO_NOT_RETRY        | DO_NOT_RETRY        | -
                    429      | 10011 | -                      | RATE_LIMIT     | NOT_CARRIED_OUT | RETRY_WITH_BACKOFF  | RETRY_WITH_BACKOFF  | -
                    429      | 10011 | Retry-After: 2         | RATE_LIMIT     | NOT_CARRIED_OUT | RETRY_AFTER_DELAY   | RETRY_AFTER_DELAY   | PT2S
                    429      | 90103 | x-ratelimit-reset: 3   | RATE_LIMIT     | NOT_CARRIED_OUT | RETRY_AFTER_DELAY   | RETRY_AFTER_DELAY   | PT3S
                    429      | -     | Retry-After: nonsense  | RATE_LIMIT     | NOT_CARRIED_OUT | RETRY_WITH_BACKOFF  | RETRY_WITH_BACKOFF  | -
                    408      | 10008 | -                      | API            | UNKNOWN         | FIND_OUT_FIRST      | RETRY_WITH_BACKOFF  | -
                    500      | 10007 | -                      | API            | UNKNOWN         | FIND_OUT_FIRST      | RETRY_WITH_BACKOFF  | -
                    502      | -     | -                      | API            | UNKNOWN         | FIND_OUT_FIRST      | RETRY_WITH_BACKOFF  | -
                    503      | 40318 | Retry-After: 4         | API            | UNKNOWN         | FIND_OUT_FIRST      | RETRY_AFTER_DELAY   | PT4S
                    504      | -     | x-ratelimit-reset: 9   | API            | UNKNOWN         | FIND_OUT_FIRST      | RETRY_WITH_BACKOFF  | -
                    302      | -     | Location: /elsewhere   | API            | UNKNOWN         | FIND_OUT_FIRST      | DO_NOT_RETRY        | -
                    200      | -     | Retry-After: 4         | API            | UNKNOWN         | FIND_OUT_FIRST      | DO_NOT_RETRY        | -
                    201      | -     | -                      | API            | UNKNOWN         | FIND_OUT_FIRST      | DO_NOT_RETRY        | -
                    """)
    void statusCodeAndHeadersDecide(
            int status,
            @Nullable String code,
            @Nullable String header,
            ErrorType type,
            Outcome outcome,
            Advice ofSend,
            Advice ofRetrieve,
            @Nullable Duration retryAfter)
            throws IOException {
        boolean keyed = MessagesApi.SEND_MESSAGE.idempotency() == Idempotency.KEYED;
        // With a key, a conflict may be one with the request's own first attempt.
        assumeThat(keyed && status == 409).isFalse();
        String body = code == null ? "<html>Something went wrong</html>" : errors(code, "");
        String more = header == null ? "X-Nothing: 1" : header;
        try (RawServer server = RawServer.answering(RawServer.json(status, body, "x-request-id: req-7", more));
                Telnyx telnyx = client(server).retries(RetryOptions.off()).build()) {
            TelnyxException sent = catchThrowableOfType(
                    TelnyxException.class, () -> telnyx.messages().send(message()));
            TelnyxException retrieved = catchThrowableOfType(
                    TelnyxException.class, () -> telnyx.messages().retrieve("id"));
            TelnyxException raw = catchThrowableOfType(
                    TelnyxException.class, () -> telnyx.raw().messages().retrieveMessage("id"));
            for (TelnyxException error : List.of(sent, retrieved, raw)) {
                assertThat(error.type()).isEqualTo(type);
                assertThat(error).isExactlyInstanceOf(classOf(type));
                assertThat(error.outcome()).isEqualTo(outcome);
                assertThat(error.httpStatus()).hasValue(status);
                assertThat(error.requestId()).hasValue("req-7");
                assertThat(error.retryAfter()).isEqualTo(Optional.ofNullable(retryAfter));
                assertThat(error).hasMessageContaining("HTTP " + status).hasMessageEndingWith("Request id: req-7");
            }
            // A send with a key can be repeated as a lookup can.
            assertThat(sent.advice()).isEqualTo(keyed ? ofRetrieve : ofSend);
            assertThat(retrieved.advice()).isEqualTo(ofRetrieve);
            assertThat(raw.advice()).isEqualTo(ofRetrieve);
            assertThat(sent.operation()).isEqualTo("messages.send");
            assertThat(retrieved.operation()).isEqualTo("messages.retrieve");
            if (code != null) {
                assertThat(sent.hasCode(code)).isTrue();
            }
            assertThat(server.requests()).hasSize(3);
        }
    }

    private static Class<? extends TelnyxException> classOf(ErrorType type) {
        return switch (type) {
            case VALIDATION -> TelnyxValidationException.class;
            case AUTHENTICATION -> TelnyxAuthenticationException.class;
            case RATE_LIMIT -> TelnyxRateLimitException.class;
            case NETWORK -> TelnyxNetworkException.class;
            case API -> TelnyxApiException.class;
        };
    }

    @Test
    void allThatTelnyxSaysOfAnErrorIsThereAsValues() throws Exception {
        String body = errors(
                "10016",
                ",\"detail\":\"Not in E.164\",\"source\":{\"pointer\":\"/to\",\"parameter\":\"to\"},"
                        + "\"meta\":{\"url\":\"https://example.com\",\"retry_after\":3}");
        try (RawServer server = RawServer.answering(RawServer.json(
                        422, body, "x-ratelimit-limit: 50", "x-ratelimit-remaining: 0", "x-ratelimit-reset: 7"));
                Telnyx telnyx = client(server).retries(RetryOptions.off()).build()) {
            TelnyxValidationException error = catchThrowableOfType(
                    TelnyxValidationException.class, () -> telnyx.messages().send(message()));
            TelnyxError first = error.errors().get(0);
            assertThat(first.code()).isEqualTo("10016");
            assertThat(first.title()).isEqualTo("A title");
            assertThat(first.detail()).isEqualTo("Not in E.164");
            assertThat(first.pointer()).isEqualTo("/to");
            assertThat(first.parameter()).isEqualTo("to");
            assertThat(first.meta().keySet()).containsExactlyInAnyOrder("url", "retry_after");
            assertThat(error.field()).hasValue("to");
            assertThat(error.rateLimit()).hasValue(new RateLimitState(50L, 0L, Duration.ofSeconds(7)));
        }
    }

    @Test
    void anErrorInPartsThatBreaksOffIsClassifiedByItsStatus() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.read();
                    connection.send("HTTP/1.1 422 Bad\r\nContent-Length: 900\r\n\r\n{\"errors\":[{\"code\":\"10015");
                });
                Telnyx telnyx = client(server).retries(RetryOptions.off()).build()) {
            TelnyxException error = catchThrowableOfType(
                    TelnyxException.class, () -> telnyx.messages().send(message()));
            assertThat(error.type()).isEqualTo(ErrorType.VALIDATION);
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        }
    }

    @Test
    void rawCallsUseTheKeyTheDeadlineAndTheConnectionsOfTheClient() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    RawServer.answeringWith(request -> request.requestLine().contains("/slow ")
                                    ? "HTTP/1.1 200 OK\r\n"
                                    : RawServer.json(200, "{\"data\":{\"id\":\"m-1\"}}"))
                            .handle(connection);
                });
                Telnyx telnyx = client(server)
                        .apiKey(KEY)
                        .retries(RetryOptions.off())
                        .http(HttpOptions.builder().maxConnections(1).build())
                        .build()) {
            telnyx.messages().send(message());
            assertThat(telnyx.raw().messages().retrieveMessage("m-1").getData().getId())
                    .isEqualTo("m-1");
            RequestOptions options = RequestOptions.builder()
                    .apiKey("other-key")
                    .header("X-Trace", "1")
                    .timeout(Duration.ofSeconds(3))
                    .build();
            TelnyxNetworkException late = catchThrowableOfType(
                    TelnyxNetworkException.class,
                    () -> telnyx.raw(options).messages().retrieveMessage("slow"));

            assertThat(late.failure()).isEqualTo(NetworkFailure.DEADLINE);
            assertThat(late).hasMessageContaining("deadline of 3000 ms");
            assertThat(server.requests())
                    .extracting(request -> request.header("Authorization"))
                    .containsExactly("Bearer " + KEY, "Bearer " + KEY, "Bearer other-key");
            assertThat(server.requests().get(2).header("X-Trace")).isEqualTo("1");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** Answers that repeat the request's secrets in every place there is. */
    static List<String> answersThatTalk() {
        List<String> answers = new ArrayList<>();
        List<String> sentences = List.of(
                TEXT,
                "Cannot send \\\"" + TEXT + "\\\" to +14165550123 from +16135550142",
                "key " + KEY + " number (416) 555-0123 subject Rendezvous tonight",
                "hook https://hooks.example.com/private-hook");
        for (String sentence : sentences) {
            String json = errors(
                    sentence,
                    ",\"detail\":\"" + sentence + "\",\"source\":{\"pointer\":\"" + sentence + "\",\"parameter\":\""
                            + sentence + "\"},\"meta\":{\"" + sentence + "\":\"" + sentence + "\"}");
            List<String> bodies = List.of(
                    json,
                    "<html>" + sentence + "</html>",
                    "{\"data\":\"" + sentence + "\"}",
                    "{\"data\":{\"id\":\"m-1\",\"to\":\"" + sentence + "\",\"" + sentence + "\":1}}",
                    "{\"data\":{\"id\":\"m-1\",\"received_at\":\"" + sentence + "\"}}",
                    "{\"data\":{\"id\":\"m-1\",\"parts\":\"" + sentence + "\"}}",
                    "{\"data\":{" + sentence);
            for (String body : bodies) {
                for (int status : new int[] {200, 302, 400, 401, 403, 404, 408, 422, 429, 500, 503}) {
                    String bare = sentence.replace("\\", "");
                    answers.add(RawServer.json(
                            status,
                            body,
                            "x-request-id: " + bare,
                            "Retry-After: " + bare,
                            "x-ratelimit-limit: " + bare));
                }
            }
            answers.add("HTTP/1.1 " + sentence + "\r\n\r\n");
            answers.add(sentence + "\r\n\r\n");
            answers.add("HTTP/1.1 200 OK\r\n" + sentence + "\r\n" + sentence + "\r\n\r\n");
            answers.add("HTTP/1.1 200 OK\r\nContent-Length: " + sentence + "\r\n\r\n");
            answers.add("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + sentence + "\r\n");
            answers.add("HTTP/1.1 200 OK\r\nTransfer-Encoding: " + sentence + "\r\n\r\n");
            answers.add("HTTP/1.1 200 OK\r\nContent-Encoding: " + sentence + "\r\nContent-Length: 2\r\n\r\n{}");
            answers.add("HTTP/1.1 200 OK\r\nContent-Type: " + sentence + "\r\nContent-Length: 2\r\n\r\n{}");
            answers.add("HTTP/1.1 302 Moved\r\nLocation: " + sentence + "\r\nContent-Length: 0\r\n\r\n");
        }
        return answers;
    }

    @Test
    void nothingPrivateIsInAnyPrintedFormOfAnyFailure() throws Exception {
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        try (RawServer server = RawServer.start(connection -> {
                    connection.read();
                    connection.send(answers.take().replaceFirst("\r\n", "\r\nConnection: close\r\n"));
                });
                Telnyx telnyx =
                        client(server).apiKey(KEY).retries(RetryOptions.off()).build()) {
            for (String each : answersThatTalk()) {
                answers.add(each);
                if (each.startsWith("HTTP/1.1 200") && each.contains("{\"data\":{\"id\"")) {
                    // A field of a wrong type makes no failure, and its value is no more to be told.
                    assertThat(telnyx.messages().send(message()).toString())
                            .as(each)
                            .doesNotContain(SECRETS);
                    continue;
                }
                Throwable error = catchThrowable(() -> telnyx.messages().send(message()));
                assertThat(error).as(each).isInstanceOf(TelnyxException.class);
                assertThat(printed(error)).as(each).doesNotContain(SECRETS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("unreachable")
    void nothingPrivateIsInAFailureWithoutAnswer(String baseUrl) {
        try (Telnyx telnyx = Telnyx.builder()
                .baseUrl(baseUrl)
                .allowInsecureHttp(true)
                .apiKey(KEY)
                .timeout(Duration.ofMillis(200))
                .build()) {
            Throwable error = catchThrowable(() -> telnyx.messages().send(message()));
            assertThat(error).isInstanceOf(TelnyxNetworkException.class);
            assertThat(printed(error)).doesNotContain(SECRETS);
        }
    }

    static List<String> unreachable() {
        return List.of("http://127.0.0.1:1", "http://no-such-host.invalid", "https://127.0.0.1:1");
    }

    /** Message, text and whole stack trace of everything that hangs on a throwable. */
    private static String printed(Throwable error) {
        StringWriter out = new StringWriter();
        error.printStackTrace(new PrintWriter(out, true));
        for (Throwable each = error; each != null; each = each.getCause()) {
            out.append(each.getMessage()).append('\n').append(each.toString()).append('\n');
            for (Throwable suppressed : each.getSuppressed()) {
                out.append(printed(suppressed));
            }
        }
        if (error instanceof TelnyxException telnyx) {
            out.append(telnyx.details() + "\n" + telnyx.errors() + "\n" + telnyx.rateLimit());
        }
        return out.toString();
    }
}
