package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.generated.model.MessageResponse;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.Response;

/** JSON is UTF-8 in both directions, whatever a header says. */
class BodyBytesTest {
    private static final String TEXT = "Grüße aus Köln 👩‍👩‍👧 \u0000 \" \\ \u2028 ∑";

    @Test
    void whatIsSent_isUtf8AndItsLengthIsCountedInBytes() throws Exception {
        try (Wire wire = Wire.answering(Wire.json(200, "{\"data\":{}}"))) {
            wire.messages().sendMessage(Wire.MESSAGE.toBuilder().text("ü👋").build());

            ReceivedRequest request = wire.server().awaitRequest();
            byte[] expected = "{\"to\":\"+14165550100\",\"from\":\"+14165550199\",\"text\":\"ü👋\"}".getBytes(UTF_8);
            assertThat(request.bodyBytes()).isEqualTo(expected);
            assertThat(request.headers("Content-Length")).containsExactly(Integer.toString(expected.length));
            assertThat(request.headers("Content-Type")).containsExactly("application/json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/json",
                "Content-Type: application/json; charset=utf-8",
                "Content-Type: application/json; charset=ISO-8859-1",
                "Content-Type: application/json; charset=no-such-charset",
                "Content-Type: text/html; charset=UTF-16",
                "Content-Type: nonsense/;;;=",
                "X-No-Content-Type: at all"
            })
    void whatComes_isReadAsUtf8WhateverTheContentTypeClaims(String header) throws Exception {
        try (Wire wire = Wire.answering(Response.of(200, responseWith(TEXT), header))) {
            assertThat(text(wire)).isEqualTo(TEXT);
        }
    }

    @Test
    void aByteOrderMarkAtTheStart_isSkipped() throws Exception {
        byte[] body = Response.concat("\uFEFF".getBytes(UTF_8), responseWith(TEXT));
        try (Wire wire = Wire.answering(Response.of(200, body))) {
            assertThat(text(wire)).isEqualTo(TEXT);
        }
    }

    @Test
    void theBytesOfTheBody_canBeHadAsTheyCame() throws Exception {
        byte[] body = (" " + new String(responseWith(TEXT), UTF_8) + "\n").getBytes(UTF_8);
        try (Wire wire = Wire.answering(
                Response.of(200, body, "Content-Type: application/json; charset=" + ISO_8859_1.name()))) {
            var response = wire.messages().sendMessageWithHttpInfo(Wire.MESSAGE, RequestOptions.none());
            assertThat(response.raw().body()).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2047, 2048, 2049, 65_536, 65_537, 1_000_000})
    void aBodyOfAnySize_isReadWhole_announcedOrChunked(int size) throws Exception {
        String text = "👋".repeat(size / 4 + 1);
        byte[] body = responseWith(text);
        try (Wire wire = Wire.answering(Response.of(200, body))) {
            assertThat(text(wire)).isEqualTo(text);
        }
        byte[] chunked = Response.concat(
                Response.head(200, "Transfer-Encoding: chunked"), Response.chunk(body), Response.chunk(new byte[0]));
        try (Wire wire = Wire.answering(chunked)) {
            assertThat(text(wire)).isEqualTo(text);
        }
    }

    @Test
    void aBodyThatComesInTheSmallestPieces_isReadWhole() throws Exception {
        byte[] whole = Response.of(200, responseWith(TEXT)).bytes();
        try (Wire wire = Wire.to(RawServer.toEach((request, connection) -> {
            connection.socket().setTcpNoDelay(true);
            for (byte one : whole) {
                connection.send(new byte[] {one});
            }
        }))) {
            assertThat(text(wire)).isEqualTo(TEXT);
        }
    }

    private static String text(Wire wire) {
        MessageResponse response = wire.messages().sendMessage(Wire.MESSAGE);
        return Objects.requireNonNull(Wire.message(response).getText(), "text");
    }

    private static byte[] responseWith(String text) {
        return MessageResponse.builder()
                .data(MessagePayload.builder().text(text).build())
                .build()
                .toJsonBytes();
    }
}
