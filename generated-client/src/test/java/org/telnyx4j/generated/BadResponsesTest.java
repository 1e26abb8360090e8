package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.testing.Response;

/**
 * Whatever is wrong with a response, the caller learns its status and headers, and no log learns what stood
 * in it.
 */
class BadResponsesTest {
    private static final String NUMBER = "+14165550100";
    private static final String TEXT = "meet_me_at_noon";
    private static final String SECRET = NUMBER + TEXT;
    /** Two lines of a head. */
    private static final String JSON = "Content-Type: application/json\r\nx-request-id: " + Wire.REQUEST_ID;

    /** A response to a message that was sent. */
    private static final class Bad {
        private final String name;
        private final byte[] response;

        Bad(String name, byte[] response) {
            this.name = name;
            this.response = response;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Bad body(String name, String body) {
        return new Bad(name, Response.of(200, body, JSON).bytes());
    }

    static Stream<Bad> unreadableSuccesses() {
        return Stream.of(wrongTypes(), notJson(), halfResponses()).flatMap(List::stream);
    }

    private static List<Bad> wrongTypes() {
        List<Bad> bad = new ArrayList<>();
        for (String body : List.of(
                "null", "[]", "[{\"data\":{\"text\":\"SECRET\"}}]", "\"SECRET\"", "\"\"", "14165550100", "true")) {
            bad.add(body("of a wrong type: " + body, body.replace("SECRET", SECRET)));
        }
        return bad;
    }

    private static List<Bad> notJson() {
        byte[] latin1 = ("{\"data\":{\"text\":\"" + TEXT + " Köln\"}}").getBytes(ISO_8859_1);
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
                new Bad("Latin-1", Response.of(200, latin1, JSON).bytes()),
                new Bad(
                        "not packed though it says so",
                        Response.of(200, latin1, "Content-Encoding: gzip", JSON).bytes()),
                new Bad("nothing, and says so", Response.head(204, JSON)),
                new Bad("no body in a 202", Response.of(202, new byte[0], JSON).bytes()));
    }

    private static List<Bad> halfResponses() {
        byte[] whole = ("{\"data\":{\"text\":\"" + SECRET + "\"}}").getBytes(UTF_8);
        byte[] chunkedHead = Response.head(200, JSON, "Transfer-Encoding: chunked");
        return List.of(
                new Bad(
                        "less than announced",
                        Response.of(200, whole, JSON)
                                .announcing(whole.length + 1)
                                .bytes()),
                new Bad(
                        "much less than announced",
                        Response.of(200, whole, JSON).announcing(10_000_000).bytes()),
                new Bad(
                        "nothing of what is announced",
                        Response.of(200, new byte[0], JSON).announcing(10).bytes()),
                new Bad("chunked, without an end", Response.concat(chunkedHead, Response.chunk(whole))),
                new Bad("chunked, and no chunk", chunkedHead),
                new Bad("half a chunk", Response.concat(chunkedHead, "ff\r\n".getBytes(UTF_8), whole)),
                new Bad("chunked, it says, but is not", Response.concat(chunkedHead, whole)),
                new Bad("chunked, with a rubbish trailer", rubbishTrailer(chunkedHead)));
    }

    private static byte[] rubbishTrailer(byte[] chunkedHead) {
        byte[] trailer = ("0\r\n" + SECRET + "\r\n\r\n").getBytes(UTF_8);
        return Response.concat(chunkedHead, Response.chunk("{\"data\":{}".getBytes(UTF_8)), trailer);
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
                                Response.of(status, SECRET, JSON)
                                        .announcing(5_000)
                                        .bytes())));
    }

    private static Bad error(int status, String name, String body) {
        return new Bad(
                status + " " + name,
                Response.of(status, body, "X-Kind: error", JSON).bytes());
    }

    static Stream<Bad> nothingReadable() {
        return Stream.of(
                new Bad("hung up", new byte[0]),
                new Bad("half a status line", "HTTP/1.1 20".getBytes(UTF_8)),
                new Bad("not HTTP", (SECRET + "\r\n\r\n").getBytes(UTF_8)),
                new Bad("HTTP of no known version", ("HTTP/" + SECRET + " 200 OK\r\n\r\n").getBytes(UTF_8)),
                new Bad("a status that is none", ("HTTP/1.1 " + SECRET + "\r\n\r\n").getBytes(UTF_8)),
                new Bad("a header that is none", ("HTTP/1.1 200 OK\r\n" + SECRET + "\r\n\r\n").getBytes(UTF_8)),
                new Bad("a length that is none", Response.head(200, "Content-Length: " + SECRET)),
                new Bad("a coding that is none", Response.head(200, "Transfer-Encoding: " + SECRET)));
    }

    @ParameterizedTest
    @MethodSource("unreadableSuccesses")
    void anUnreadableSuccess_isAnExceptionWithStatusAndHeadersAndWithoutTheBody(Bad bad) {
        TelnyxException thrown = send(bad);

        assertThat(thrown.httpStatus().orElse(0)).isBetween(200, 299);
        assertThat(thrown.requestId()).hasValue(Wire.REQUEST_ID);
        assertThat(thrown.operation()).isEqualTo(MessagesApi.SEND_MESSAGE.name());
        // What is no response of Telnyx proves nothing; a response of Telnyx that breaks off proves it.
        boolean breaksOff = halfResponses().stream().anyMatch(half -> half.name.equals(bad.name));
        assertThat(thrown.outcome()).isEqualTo(breaksOff ? Outcome.CARRIED_OUT : Outcome.UNKNOWN);
        assertNothingPrivateIn(thrown);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorWithAnyBody_isAnExceptionWithStatusAndHeaders(Bad bad) {
        TelnyxException thrown = send(bad);

        int status = Integer.parseInt(bad.name.substring(0, 3));
        assertThat(thrown.httpStatus()).hasValue(status);
        assertThat(thrown)
                .hasMessageContaining(MessagesApi.SEND_MESSAGE.name())
                .hasMessageContaining(Integer.toString(status));
        assertThat(thrown.requestId()).hasValue(Wire.REQUEST_ID);
        assertThat(thrown.hasCode("10015")).isEqualTo(bad.name.endsWith("JSON"));
        assertNothingPrivateIn(thrown);
    }

    @ParameterizedTest
    @MethodSource("nothingReadable")
    void noResponseAtAll_isAnExceptionWithoutAStatus(Bad bad) {
        TelnyxException thrown = send(bad);

        assertThat(thrown.httpStatus()).isEmpty();
        assertThat(thrown).isInstanceOf(TelnyxNetworkException.class);
        assertThat(thrown).hasMessageContaining(MessagesApi.SEND_MESSAGE.name());
        assertNothingPrivateIn(thrown);
    }

    @Test
    void aHeadThatBreaksOff_isAnExceptionWithWhatCameOfIt() {
        TelnyxException thrown = send(new Bad("half", "HTTP/1.1 200 OK\r\nX-A: b\r\nX-C".getBytes(UTF_8)));

        assertNothingPrivateIn(thrown);
    }

    private static TelnyxException send(Bad bad) {
        try (Wire wire = Wire.hangingUpAfter(bad.response, 16 * 1024 * 1024)) {
            TelnyxException thrown = catchThrowableOfType(
                    TelnyxException.class,
                    () -> wire.messages()
                            .sendMessage(Wire.MESSAGE.toBuilder().text(TEXT).build()));

            assertThat(thrown).isNotNull();
            assertThat(wire.server().connections()).as("sent exactly once").isEqualTo(1);
            return thrown;
        }
    }

    /** Looks through messages, causes, suppressed exceptions and whatever else a log would print. */
    private static void assertNothingPrivateIn(TelnyxException thrown) {
        StringWriter printed = new StringWriter();
        thrown.printStackTrace(new PrintWriter(printed));
        assertThat(printed + " " + thrown.errors() + " " + thrown.details())
                .doesNotContain(NUMBER)
                .doesNotContain(NUMBER.substring(1))
                .doesNotContain(TEXT);
    }
}
