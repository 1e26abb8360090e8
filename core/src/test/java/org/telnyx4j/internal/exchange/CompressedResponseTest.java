package org.telnyx4j.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opentelemetry.api.OpenTelemetry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.ThingRequest;
import org.telnyx4j.testing.RawServer;

/** A response that something on the way has compressed, though nobody asked for it. */
class CompressedResponseTest {
    private static final ThingRequest BODY =
            ThingRequest.builder().text("Hello there").build();
    private static final int LIMIT = 10_000;

    private enum Form {
        GZIP("gzip"),
        OLD_GZIP("X-GZip"),
        DEFLATE("deflate"),
        BARE_DEFLATE("deflate"),
        IDENTITY("identity");

        private final String header;

        Form(String header) {
            this.header = header;
        }

        private byte[] compress(byte[] plain) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutputStream out = switch (this) {
                case GZIP, OLD_GZIP -> new GZIPOutputStream(bytes);
                case DEFLATE -> new DeflaterOutputStream(bytes);
                case BARE_DEFLATE -> new DeflaterOutputStream(bytes, new Deflater(9, true));
                case IDENTITY -> bytes;
            }) {
                out.write(plain);
            }
            return bytes.toByteArray();
        }
    }

    private static byte[] json(String text) {
        return ("{\"text\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] response(String coding, byte[] body, boolean chunked) {
        String length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(ascii("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: " + coding + "\r\n"
                + length + "\r\n\r\n"));
        if (!chunked) {
            all.writeBytes(body);
            return all.toByteArray();
        }
        int half = body.length / 2;
        for (byte[] part : new byte[][] {Arrays.copyOf(body, half), Arrays.copyOfRange(body, half, body.length)}) {
            all.writeBytes(ascii(Integer.toHexString(part.length) + "\r\n"));
            all.writeBytes(part);
            all.writeBytes(ascii("\r\n"));
        }
        all.writeBytes(ascii("0\r\n\r\n"));
        return all.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Clients clients(RawServer server, @Nullable CloseableHttpClient own) {
        return new Clients(
                server.baseUrl(),
                RetryOptions.off(),
                OpenTelemetry.noop(),
                HttpOptions.builder().maxResponseBytes(LIMIT).build(),
                own);
    }

    private static TelnyxException failure(byte[] response) throws IOException {
        try (RawServer server = RawServer.answering(response);
                Clients clients = clients(server, null)) {
            TelnyxException error =
                    catchThrowableOfType(TelnyxException.class, () -> clients.send(Clients.CREATION, BODY));
            assertThat(error).isNotNull();
            return error;
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void itIsReadAndItsConnectionUsedAgain(Form form) throws IOException {
        for (boolean chunked : new boolean[] {false, true}) {
            byte[] response = response(form.header, form.compress(json("yes")), chunked);
            try (RawServer server = RawServer.answering(response);
                    Clients clients = clients(server, null)) {
                ApiResponse<ThingRequest> first = clients.send(Clients.CREATION, BODY);
                assertThat(first.data().get("text")).isEqualTo("yes");
                assertThat(first.raw().body()).isEqualTo(json("yes"));
                clients.send(Clients.CREATION, BODY);
                assertThat(server.connections()).isOne();
                assertThat(server.requests().get(0).header("Accept-Encoding")).isNull();
            }
        }
    }

    @Test
    void itsHeadersAreThoseOfAPlainOne() throws IOException {
        try (RawServer server = RawServer.answering(response("gzip", Form.GZIP.compress(json("yes")), false));
                Clients clients = clients(server, null)) {
            assertThat(clients.send(Clients.CREATION, BODY).raw().header("Content-Encoding"))
                    .isNull();
        }
    }

    @Test
    void anErrorIsReadAsWell() throws IOException {
        byte[] body = Form.GZIP.compress(ascii("{\"errors\":[{\"code\":\"10015\",\"title\":\"Bad Request\"}]}"));
        byte[] response = response("gzip", body, false);
        System.arraycopy(ascii("422"), 0, response, "HTTP/1.1 ".length(), 3);
        assertThat(failure(response).errors()).hasSize(1);
    }

    @Test
    void whatUnpacksToMoreThanTheLimitIsCutOff() throws IOException {
        byte[] bomb = Form.GZIP.compress(new byte[50_000_000]);
        assertThat(failure(response("gzip", Arrays.copyOf(bomb, LIMIT - 1), true)))
                .hasMessageContaining("larger than the limit");
        assertThat(failure(response("gzip", Form.GZIP.compress(json("y".repeat(LIMIT))), true)))
                .hasMessageContaining("larger than the limit");
    }

    @Test
    void soIsWhatUnpacksToNothing() throws IOException {
        ByteArrayOutputStream empty = new ByteArrayOutputStream();
        while (empty.size() < 2 * LIMIT) {
            empty.writeBytes(Form.GZIP.compress(new byte[0]));
        }
        assertThat(failure(response("gzip", empty.toByteArray(), true))).hasMessageContaining("larger than the limit");
    }

    @Test
    void whatIsNotCompressedAsDeclaredLeavesTheOutcomeUnknown() throws IOException {
        byte[] half = Form.GZIP.compress(json("yes"));
        for (byte[] body : new byte[][] {json("yes"), Arrays.copyOf(half, half.length / 2), Arrays.copyOf(half, 1)}) {
            assertThat(failure(response("gzip", body, false)).outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, gzip", "gzip\r\nContent-Encoding: gzip"})
    void whatCannotBeDecodedLeavesTheOutcomeUnknown(String coding) throws IOException {
        TelnyxException error = failure(response(coding, Form.GZIP.compress(json("yes")), false));
        assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(error).hasMessageContaining("compressed");
    }

    @Test
    void aBodyOfNoBytesIsEmpty() throws IOException {
        assertThat(failure(response("gzip", new byte[0], false))).hasMessageContaining("its body is empty");
    }

    @Test
    void aBodyThatBreaksOffWasCarriedOut() throws IOException {
        byte[] whole = response("gzip", Form.GZIP.compress(json("yes")), false);
        try (RawServer server = RawServer.start(connection -> {
                    connection.read();
                    connection.send(Arrays.copyOf(whole, whole.length - 5));
                });
                Clients clients = clients(server, null)) {
            TelnyxException error =
                    catchThrowableOfType(TelnyxException.class, () -> clients.send(Clients.CREATION, BODY));
            assertThat(error.outcome()).isEqualTo(Outcome.CARRIED_OUT);
        }
    }

    /** An application's own client decodes by itself, and takes the header away. */
    @Test
    void onAnOwnClientTheSameHolds() throws IOException {
        byte[] half = Form.GZIP.compress(json("yes"));
        try (CloseableHttpClient own = HttpClients.createDefault();
                RawServer good = RawServer.answering(response("gzip", Form.GZIP.compress(json("yes")), true));
                RawServer broken = RawServer.answering(response("gzip", Arrays.copyOf(half, half.length / 2), false));
                RawServer bomb =
                        RawServer.answering(response("gzip", Form.GZIP.compress(json("y".repeat(LIMIT))), true));
                Clients ofGood = clients(good, own);
                Clients ofBroken = clients(broken, own);
                Clients ofBomb = clients(bomb, own)) {
            assertThat(ofGood.send(Clients.CREATION, BODY).data().get("text")).isEqualTo("yes");
            TelnyxException unknown =
                    catchThrowableOfType(TelnyxException.class, () -> ofBroken.send(Clients.CREATION, BODY));
            assertThat(unknown.outcome()).isEqualTo(Outcome.UNKNOWN);
            TelnyxException tooLarge =
                    catchThrowableOfType(TelnyxException.class, () -> ofBomb.send(Clients.CREATION, BODY));
            assertThat(tooLarge).hasMessageContaining("larger than the limit");
        }
    }
}
