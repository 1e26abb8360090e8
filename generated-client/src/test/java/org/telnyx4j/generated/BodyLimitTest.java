package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.invoker.ApiException;
import org.telnyx4j.generated.invoker.BodyTooLargeException;
import org.telnyx4j.generated.model.SendMessageRequest;

/** A body over the limit is refused, and what is left of it is not read: the connection is cut. */
class BodyLimitTest {
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
        return Answer.concat(
                Answer.head(200, "Transfer-Encoding: chunked"),
                Answer.chunk(Arrays.copyOf(body, half)),
                Answer.chunk(Arrays.copyOfRange(body, half, body.length)),
                Answer.chunk(new byte[0]));
    }

    private static byte[] packed(byte[] body) throws IOException {
        return Answer.whole(200, "Content-Encoding: gzip", BodyBytesTest.gzip(body));
    }

    private static Stream<byte[]> answersOf(int size) throws IOException {
        byte[] body = jsonOf(size);
        return Stream.of(
                Answer.whole(200, "Content-Type: application/json", body),
                chunked(body),
                packed(body),
                Answer.concat(Answer.head(200, "Connection: close"), body));
    }

    static Stream<byte[]> answersAtTheLimit() throws IOException {
        return answersOf(LIMIT);
    }

    static Stream<byte[]> answersJustOverTheLimit() throws IOException {
        return answersOf(LIMIT + 1);
    }

    static Stream<byte[]> answersFarOverTheLimit() throws IOException {
        return answersOf(LIMIT * 1000);
    }

    @ParameterizedTest
    @MethodSource("answersAtTheLimit")
    void aBodyAtTheLimit_isRead(byte[] answer) {
        try (Wire wire = Wire.to(LoopbackServer.hangingUpAfter(answer), LIMIT)) {
            var response = new MessagesApi(wire.client()).sendMessage(new SendMessageRequest());

            assertThat(response.getData().getText()).matches("x+");
        }
    }

    @ParameterizedTest
    @MethodSource({"answersJustOverTheLimit", "answersFarOverTheLimit"})
    void aBodyOverTheLimit_isRefusedWithStatusAndHeaders(byte[] answer) {
        try (Wire wire = Wire.to(LoopbackServer.hangingUpAfter(answer), LIMIT)) {
            assertRefused(wire);
        }
    }

    @Test
    void anErrorOverTheLimit_isStillThatError() {
        byte[] answer = Answer.whole(503, "Retry-After: 7", jsonOf(LIMIT + 1));
        try (Wire wire = Wire.to(LoopbackServer.answering(answer), LIMIT)) {
            ApiException refused = send(wire);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.response().header("retry-after")).isEqualTo("7");
            assertThat(refused).hasCauseInstanceOf(BodyTooLargeException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1073741824", "Transfer-Encoding: chunked"})
    void aServerThatSendsOnAndOn_findsTheConnectionCut(String framing) throws Exception {
        CompletableFuture<Long> written = new CompletableFuture<>();
        try (Wire wire = Wire.to((request, socket) -> written.complete(flood(socket, framing)), LIMIT)) {
            assertRefused(wire);

            assertThat(written.get(20, TimeUnit.SECONDS)).isLessThan(ENOUGH);
        }
    }

    // Less than the client's socket timeout: whoever waits for the body fails here.
    @Test
    @Timeout(10)
    void aServerThatAnnouncesTooMuchAndSendsNothing_isNotWaitedFor() throws Exception {
        CompletableFuture<Integer> afterTheHead = new CompletableFuture<>();
        try (Wire wire = Wire.to(
                (request, socket) -> {
                    byte[] head = Answer.announcing(ONE_GIBIBYTE, 200, "X-Nothing: follows", new byte[0]);
                    socket.getOutputStream().write(head);
                    afterTheHead.complete(endOf(socket));
                },
                LIMIT)) {
            assertRefused(wire);

            assertThat(afterTheHead.get(10, TimeUnit.SECONDS)).isEqualTo(-1);
        }
    }

    @Test
    void theNextCallAfterARefusal_hasAConnectionOfItsOwn() {
        byte[] tooLarge = Answer.whole(200, "X-Size: large", jsonOf(LIMIT * 10));
        byte[] small = Answer.json(200, "{\"data\":{\"text\":\"small\"}}");
        try (Wire wire = Wire.to(
                (request, socket) -> {
                    boolean isFirst = request.line().startsWith("POST");
                    LoopbackServer.answering(isFirst ? tooLarge : small).answer(request, socket);
                },
                LIMIT)) {
            assertRefused(wire);

            assertThat(new MessagesApi(wire.client())
                            .retrieveMessage("id")
                            .getData()
                            .getAdditionalProperties())
                    .isEmpty();
            assertThat(wire.server().connections()).isEqualTo(2);
        }
    }

    private static void assertRefused(Wire wire) {
        ApiException refused = send(wire);

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.response().header("x-request-id")).isEqualTo(Answer.REQUEST_ID);
        assertThat(refused.response().body()).isEmpty();
        assertThat(refused).hasCauseInstanceOf(BodyTooLargeException.class);
        assertThat(refused.getCause()).hasMessageContaining(LIMIT + " bytes");
    }

    private static ApiException send(Wire wire) {
        return catchThrowableOfType(
                ApiException.class, () -> new MessagesApi(wire.client()).sendMessage(new SendMessageRequest()));
    }

    /** Writes until the client cuts the connection, or until it is clear that it reads everything. */
    private static long flood(Socket socket, String framing) throws IOException {
        byte[] block = "x".repeat(8192).getBytes(UTF_8);
        byte[] piece = framing.startsWith("Transfer") ? Answer.chunk(block) : block;
        socket.getOutputStream().write(Answer.head(200, framing));
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
