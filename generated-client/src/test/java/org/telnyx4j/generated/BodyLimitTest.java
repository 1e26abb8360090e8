package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.Response;

/** A body over the limit is refused, and what is left of it is not read: the connection is cut. */
class BodyLimitTest {
    /** Without it, nothing would show that the response is one of Telnyx. */
    private static final String JSON = "Content-Type: application/json";

    private static final int LIMIT = 5_000;
    private static final long ONE_GIBIBYTE = 1L << 30;

    // Far more than the sockets' own buffers hold on both sides, far less than what is announced.
    private static final long ENOUGH = 200L << 20;

    private static byte[] jsonOf(int size) {
        String start = "{\"data\":{\"text\":\"";
        String end = "\"}}";
        return (start + "x".repeat(size - start.length() - end.length()) + end).getBytes(UTF_8);
    }

    private static byte[] chunked(byte[] body) {
        int half = body.length / 2;
        return Response.concat(
                Response.head(200, JSON, "Transfer-Encoding: chunked"),
                Response.chunk(Arrays.copyOf(body, half)),
                Response.chunk(Arrays.copyOfRange(body, half, body.length)),
                Response.chunk(new byte[0]));
    }

    private static Stream<byte[]> responsesOf(int size) {
        byte[] body = jsonOf(size);
        return Stream.of(
                Response.of(200, body, JSON).bytes(),
                chunked(body),
                Response.concat(Response.head(200, JSON, "Connection: close"), body));
    }

    static Stream<byte[]> responsesAtTheLimit() {
        return responsesOf(LIMIT);
    }

    static Stream<byte[]> responsesJustOverTheLimit() {
        return responsesOf(LIMIT + 1);
    }

    static Stream<byte[]> responsesFarOverTheLimit() {
        return responsesOf(LIMIT * 1000);
    }

    @ParameterizedTest
    @MethodSource("responsesAtTheLimit")
    void aBodyAtTheLimit_isRead(byte[] answer) {
        try (Wire wire = Wire.hangingUpAfter(answer, LIMIT)) {
            var response = wire.messages().sendMessage(Wire.MESSAGE);

            assertThat(Wire.message(response).getText()).matches("x+");
        }
    }

    @ParameterizedTest
    @MethodSource({"responsesJustOverTheLimit", "responsesFarOverTheLimit"})
    void aBodyOverTheLimit_isRefusedWithStatusAndHeaders(byte[] answer) {
        try (Wire wire = Wire.hangingUpAfter(answer, LIMIT)) {
            assertRefused(wire);
        }
    }

    @Test
    void anErrorOverTheLimit_isStillThatError() {
        Response response = Response.of(503, jsonOf(LIMIT + 1), "Retry-After: 7");
        try (Wire wire = Wire.hangingUpAfter(response.bytes(), LIMIT)) {
            TelnyxException refused = send(wire);

            assertThat(refused.httpStatus()).hasValue(503);
            assertThat(refused.retryAfter()).hasValue(Duration.ofSeconds(7));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1073741824", "Transfer-Encoding: chunked"})
    void aServerThatSendsOnAndOn_findsTheConnectionCut(String framing) throws Exception {
        CompletableFuture<Long> written = new CompletableFuture<>();
        try (Wire wire = Wire.to(
                RawServer.toEach((request, connection) -> written.complete(flood(connection.socket(), framing))),
                LIMIT)) {
            assertRefused(wire);

            assertThat(written.get(20, TimeUnit.SECONDS)).isLessThan(ENOUGH);
        }
    }

    @Test
    void aLengthOverTheLimit_isRefusedBeforeTheBodyComes() throws Exception {
        CompletableFuture<Integer> afterTheHead = new CompletableFuture<>();
        try (Wire wire = Wire.to(
                RawServer.toEach((request, connection) -> {
                    connection.send(Response.of(200, "", "x-request-id: " + Wire.REQUEST_ID)
                            .announcing(ONE_GIBIBYTE));
                    afterTheHead.complete(endOf(connection.socket()));
                }),
                LIMIT)) {
            assertRefused(wire);

            assertThat(afterTheHead.get(10, TimeUnit.SECONDS)).isEqualTo(-1);
        }
    }

    @Test
    void theNextCallAfterARefusal_hasAConnectionOfItsOwn() {
        Response tooLarge = Response.of(200, jsonOf(LIMIT * 10), "x-request-id: " + Wire.REQUEST_ID);
        Response small = Wire.json(200, "{\"data\":{\"text\":\"small\"}}");
        try (Wire wire = Wire.to(
                RawServer.toEach((request, connection) ->
                        connection.send(request.method().equals("POST") ? tooLarge : small)),
                LIMIT)) {
            assertRefused(wire);

            assertThat(Wire.message(wire.messages().retrieveMessage("id")).getText())
                    .isEqualTo("small");
            assertThat(wire.server().connections()).isEqualTo(2);
        }
    }

    private static void assertRefused(Wire wire) {
        TelnyxException refused = send(wire);

        assertThat(refused.httpStatus()).hasValue(200);
        assertThat(refused.outcome()).isEqualTo(Outcome.CARRIED_OUT);
        assertThat(refused).hasMessageContaining("larger");
    }

    private static TelnyxException send(Wire wire) {
        return catchThrowableOfType(TelnyxException.class, () -> wire.messages().sendMessage(Wire.MESSAGE));
    }

    /** Writes until the client cuts the connection, or until it is clear that it reads everything. */
    private static long flood(Socket socket, String framing) throws IOException {
        byte[] block = "x".repeat(8192).getBytes(UTF_8);
        byte[] piece = framing.startsWith("Transfer") ? Response.chunk(block) : block;
        socket.getOutputStream().write(Response.head(200, JSON, framing));
        long written = 0;
        try {
            while (written < ENOUGH) {
                socket.getOutputStream().write(piece);
                written += piece.length;
            }
        } catch (IOException e) {
            // Cut, as it should be.
        }
        socket.close();
        return written;
    }

    private static int endOf(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketException e) {
            // A reset is a cut as well.
            return -1;
        }
    }
}
