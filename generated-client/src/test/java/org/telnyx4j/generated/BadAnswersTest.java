package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.invoker.ApiException;
import org.telnyx4j.generated.invoker.FailureHandler;
import org.telnyx4j.generated.model.SendMessageRequest;

/**
 * Whatever is wrong with an answer, the caller learns its status and headers, and no log learns what stood
 * in it.
 */
class BadAnswersTest {
    private static final String NUMBER = "+14165550100";
    private static final String TEXT = "meet_me_at_noon";
    private static final String SECRET = NUMBER + TEXT;
    private static final String JSON = "Content-Type: application/json";

    /** An answer to a message that was sent. */
    private static final class Bad {
        private final String name;
        private final byte[] answer;

        Bad(String name, byte[] answer) {
            this.name = name;
            this.answer = answer;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Bad body(String name, String body) {
        return new Bad(name, Answer.whole(200, JSON, body.getBytes(UTF_8)));
    }

    static Stream<Bad> unreadableSuccesses() throws IOException {
        return Stream.of(wrongTypes(), notJson(), halfAnswers()).flatMap(List::stream);
    }

    private static List<Bad> wrongTypes() {
        List<Bad> bad = new ArrayList<>();
        for (String body : List.of(
                "null", "[]", "[{\"data\":{\"text\":\"SECRET\"}}]", "\"SECRET\"", "\"\"", "14165550100", "true")) {
            bad.add(body("of a wrong type: " + body, body.replace("SECRET", SECRET)));
        }
        return bad;
    }

    private static List<Bad> notJson() throws IOException {
        byte[] latin1 = ("{\"data\":{\"text\":\"" + TEXT + " Köln\"}}").getBytes(ISO_8859_1);
        byte[] packed = BodyBytesTest.gzip(("{\"text\":\"" + SECRET).getBytes(UTF_8));
        return List.of(
                body("empty", ""),
                body("blank", " \r\n "),
                body("HTML", "<html><body>" + SECRET + "</body></html>"),
                body("JSON that ends too early", "{\"data\":{\"text\":\"" + SECRET),
                body("a field that nobody knows, cut", "{\"data\":{\"" + SECRET + "\":{\"" + SECRET),
                body("a known field of a wrong type in an unknown one", "{\"data\":{\"" + SECRET + "\":[" + SECRET),
                body("two values", "{\"data\":{}} {\"text\":\"" + SECRET + "\"}"),
                body("rubbish behind", "{\"data\":{}}" + SECRET),
                body("not quite JSON", "{'data': '" + SECRET + "'}"),
                body("a number that is none", "{\"data\":{\"parts\":1" + TEXT + "}}"),
                body("a word that is none", "{\"data\":" + TEXT + "}"),
                body("too deep", "{\"data\":{\"" + TEXT + "\":" + "[".repeat(100_000)),
                body("a number that is too long", "{\"data\":{\"" + TEXT + "\":" + "9".repeat(100_000) + "}}"),
                new Bad("Latin-1", Answer.whole(200, JSON, latin1)),
                new Bad("not packed though it says so", Answer.whole(200, "Content-Encoding: gzip", latin1)),
                new Bad("packed and unreadable", Answer.whole(200, "Content-Encoding: gzip", packed)),
                new Bad("nothing, and says so", Answer.head(204, JSON)),
                new Bad("no body in a 202", Answer.whole(202, JSON, new byte[0])));
    }

    private static List<Bad> halfAnswers() {
        byte[] whole = ("{\"data\":{\"text\":\"" + SECRET + "\"}}").getBytes(UTF_8);
        byte[] chunkedHead = Answer.head(200, JSON + "\r\nTransfer-Encoding: chunked");
        return List.of(
                new Bad("less than announced", Answer.announcing(whole.length + 1, 200, JSON, whole)),
                new Bad("much less than announced", Answer.announcing(10_000_000, 200, JSON, whole)),
                new Bad("nothing of what is announced", Answer.announcing(10, 200, JSON, new byte[0])),
                new Bad("chunked, without an end", Answer.concat(chunkedHead, Answer.chunk(whole))),
                new Bad("chunked, and no chunk", chunkedHead),
                new Bad("half a chunk", Answer.concat(chunkedHead, "ff\r\n".getBytes(UTF_8), whole)),
                new Bad("chunked, it says, but is not", Answer.concat(chunkedHead, whole)),
                new Bad("chunked, with a rubbish trailer", rubbishTrailer(chunkedHead)));
    }

    private static byte[] rubbishTrailer(byte[] chunkedHead) {
        byte[] trailer = ("0\r\n" + SECRET + "\r\n\r\n").getBytes(UTF_8);
        return Answer.concat(chunkedHead, Answer.chunk("{\"data\":{}".getBytes(UTF_8)), trailer);
    }

    static Stream<Bad> errors() {
        return Stream.of(301, 307, 400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503, 504, 599)
                .flatMap(status -> Stream.of(
                        error(status, "JSON", "{\"errors\":[{\"code\":\"10015\",\"detail\":\"" + SECRET + "\"}]}"),
                        error(status, "HTML", "<html>" + SECRET + "</html>"),
                        error(status, "empty", ""),
                        error(status, "a text", SECRET),
                        new Bad(
                                status + " truncated",
                                Answer.announcing(5_000, status, JSON, SECRET.getBytes(UTF_8)))));
    }

    private static Bad error(int status, String name, String body) {
        return new Bad(status + " " + name, Answer.whole(status, "X-Kind: error", body.getBytes(UTF_8)));
    }

    static Stream<Bad> noAnswers() {
        return Stream.of(
                new Bad("hung up", new byte[0]),
                new Bad("half a status line", "HTTP/1.1 20".getBytes(UTF_8)),
                new Bad("not HTTP", (SECRET + "\r\n\r\n").getBytes(UTF_8)),
                new Bad("HTTP of no known version", ("HTTP/" + SECRET + " 200 OK\r\n\r\n").getBytes(UTF_8)),
                new Bad("a status that is none", ("HTTP/1.1 " + SECRET + "\r\n\r\n").getBytes(UTF_8)),
                new Bad("a header that is none", ("HTTP/1.1 200 OK\r\n" + SECRET + "\r\n\r\n").getBytes(UTF_8)),
                new Bad("a length that is none", Answer.head(200, "Content-Length: " + SECRET)),
                new Bad("a coding that is none", Answer.head(200, "Transfer-Encoding: " + SECRET)));
    }

    @ParameterizedTest
    @MethodSource("unreadableSuccesses")
    void anUnreadableSuccess_isAnExceptionWithStatusAndHeadersAndWithoutTheBody(Bad bad) {
        ApiException thrown = send(bad);

        assertThat(thrown.status()).isBetween(200, 299);
        assertThat(thrown.response().header("X-Request-Id")).isEqualTo(Answer.REQUEST_ID);
        assertThat(thrown.operation()).isEqualTo(MessagesApi.SEND_MESSAGE);
        assertThat(thrown).hasMessageContaining("sendMessage").hasMessageContaining("cannot be read");
        assertThat(thrown.getCause()).isInstanceOf(IOException.class);
        assertNothingPrivateIn(thrown);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorWithAnyBody_isAnExceptionWithStatusHeadersAndTheBodyAsItCame(Bad bad) {
        ApiException thrown = send(bad);

        int status = Integer.parseInt(bad.name.substring(0, 3));
        assertThat(thrown.status()).isEqualTo(status);
        assertThat(thrown).hasMessageContaining("sendMessage").hasMessageContaining(Integer.toString(status));
        assertThat(thrown.response().header("x-request-id")).isEqualTo(Answer.REQUEST_ID);
        assertThat(new String(bad.answer, UTF_8))
                .endsWith(new String(thrown.response().body(), UTF_8));
        assertThat(thrown.response().bodyFailure() != null).isEqualTo(bad.name.endsWith("truncated"));
        if (!bad.name.endsWith("empty")) {
            assertThat(thrown.response().body()).asString(UTF_8).contains(NUMBER);
        }
        assertNothingPrivateIn(thrown);
    }

    @ParameterizedTest
    @MethodSource("noAnswers")
    void noAnswerAtAll_isAnExceptionWithoutAResponse(Bad bad) {
        ApiException thrown = send(bad);

        assertThat(thrown.response()).isNull();
        assertThat(thrown.status()).isZero();
        assertThat(thrown.getCause()).isInstanceOf(IOException.class);
        assertThat(thrown).hasMessageContaining("sendMessage");
        assertNothingPrivateIn(thrown);
    }

    @Test
    void aHeadThatBreaksOff_isAnExceptionWithWhatCameOfIt() {
        ApiException thrown = send(new Bad("half", "HTTP/1.1 200 OK\r\nX-A: b\r\nX-C".getBytes(UTF_8)));

        assertThat(thrown.getCause()).isInstanceOf(IOException.class);
        assertNothingPrivateIn(thrown);
    }

    @Test
    void theBytesThatCameOfATruncatedBody_canBeHad() {
        byte[] half = ("{\"data\":{\"text\":\"" + SECRET).getBytes(UTF_8);

        ApiException thrown = send(new Bad("half", Answer.announcing(10_000, 200, JSON, half)));

        assertThat(thrown.response().body()).isEqualTo(half);
        assertThat(thrown.response().bodyFailure()).isNotNull();
    }

    @Test
    void theFaultsPlace_isNamedByTheSpecificationsOwnNames() {
        ApiException ofKnown = send(body("", "{\"data\":{\"to\":[{},{\"status\":" + TEXT + "}]}}"));
        assertThat(ofKnown.getCause()).hasMessageContaining("$.data.to[1]");

        ApiException ofUnknown = send(body("", "{\"data\":{\"" + SECRET + "\":{\"" + SECRET));
        assertThat(ofUnknown.getCause()).hasMessageContaining("$.data.*");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theCallersOwnFailureHandler_decidesWhatIsThrown(boolean hasAnswer) {
        FailureHandler own = (operation, response, failure) ->
                new IllegalStateException(operation.id() + " " + (response == null ? "nothing" : response.status()));
        byte[] answer = hasAnswer ? Answer.json(422, "{}") : new byte[0];
        try (Wire wire = Wire.to(LoopbackServer.hangingUpAfter(answer))) {
            var client = wire.client().toBuilder().failureHandler(own).build();

            IllegalStateException thrown = catchThrowableOfType(
                    IllegalStateException.class, () -> new MessagesApi(client).sendMessage(new SendMessageRequest()));

            assertThat(thrown).hasMessage(hasAnswer ? "sendMessage 422" : "sendMessage nothing");
        }
    }

    private static ApiException send(Bad bad) {
        try (Wire wire = Wire.to(LoopbackServer.hangingUpAfter(bad.answer))) {
            ApiException thrown = catchThrowableOfType(
                    ApiException.class, () -> new MessagesApi(wire.client()).sendMessage(new SendMessageRequest()));

            assertThat(thrown).isNotNull();
            assertThat(wire.server().connections()).as("sent exactly once").isEqualTo(1);
            return thrown;
        }
    }

    /** Looks through messages, causes, suppressed exceptions and whatever else a log would print. */
    private static void assertNothingPrivateIn(ApiException thrown) {
        StringWriter printed = new StringWriter();
        thrown.printStackTrace(new PrintWriter(printed));
        assertThat(printed + " " + thrown.response() + " " + thrown.operation())
                .doesNotContain(NUMBER)
                .doesNotContain(NUMBER.substring(1))
                .doesNotContain(TEXT);
    }
}
