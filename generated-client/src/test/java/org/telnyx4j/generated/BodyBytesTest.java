package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.invoker.Json;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.generated.model.MessageResponse;
import org.telnyx4j.generated.model.SendMessageRequest;

/** JSON is UTF-8 in both directions, whatever a header says. */
class BodyBytesTest {
    private static final String TEXT = "Grüße aus Köln 👩‍👩‍👧 \u0000 \" \\ \u2028 ∑";

    @Test
    void whatIsSent_isUtf8AndItsLengthIsCountedInBytes() throws Exception {
        try (Wire wire = Wire.answering(Answer.json(200, "{\"data\":{}}"))) {
            new MessagesApi(wire.client()).sendMessage(new SendMessageRequest().text("ü👋"));

            LoopbackServer.Request request = wire.server().takeRequest();
            byte[] expected = "{\"text\":\"ü👋\"}".getBytes(UTF_8);
            assertThat(request.body()).isEqualTo(expected);
            assertThat(request.values("Content-Length")).containsExactly(Integer.toString(expected.length));
            assertThat(request.values("Content-Type")).containsExactly("application/json");
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
        try (Wire wire = Wire.answering(Answer.whole(200, header, answerWith(TEXT)))) {
            assertThat(text(wire)).isEqualTo(TEXT);
        }
    }

    @Test
    void aByteOrderMarkAtTheStart_isSkipped() throws Exception {
        byte[] body = Answer.concat("\uFEFF".getBytes(UTF_8), answerWith(TEXT));
        try (Wire wire = Wire.answering(Answer.whole(200, "Content-Type: application/json", body))) {
            assertThat(text(wire)).isEqualTo(TEXT);
        }
    }

    @Test
    void theBytesOfTheBody_canBeHadAsTheyCame() throws Exception {
        byte[] body = (" " + new String(answerWith(TEXT), UTF_8) + "\n").getBytes(UTF_8);
        try (Wire wire = Wire.answering(
                Answer.whole(200, "Content-Type: application/json; charset=" + ISO_8859_1.name(), body))) {
            var response = new MessagesApi(wire.client()).sendMessageWithHttpInfo(new SendMessageRequest(), Map.of());
            assertThat(response.raw().body()).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2047, 2048, 2049, 65_536, 65_537, 1_000_000})
    void aBodyOfAnySize_isReadWhole_announcedOrChunked(int size) throws Exception {
        String text = "👋".repeat(size / 4 + 1);
        byte[] body = answerWith(text);
        try (Wire wire = Wire.answering(Answer.whole(200, "Content-Type: application/json", body))) {
            assertThat(text(wire)).isEqualTo(text);
        }
        byte[] chunked = Answer.concat(
                Answer.head(200, "Transfer-Encoding: chunked"), Answer.chunk(body), Answer.chunk(new byte[0]));
        try (Wire wire = Wire.answering(chunked)) {
            assertThat(text(wire)).isEqualTo(text);
        }
    }

    @Test
    void aBodyThatComesInTheSmallestPieces_isReadWhole() throws Exception {
        byte[] whole = Answer.whole(200, "Content-Type: application/json", answerWith(TEXT));
        try (Wire wire = Wire.to((request, socket) -> {
            socket.setTcpNoDelay(true);
            for (byte one : whole) {
                socket.getOutputStream().write(one);
                socket.getOutputStream().flush();
            }
        })) {
            assertThat(text(wire)).isEqualTo(TEXT);
        }
    }

    @Test
    void aCompressedBody_isUnpacked() throws Exception {
        byte[] body = gzip(answerWith(TEXT));
        try (Wire wire = Wire.answering(Answer.whole(200, "Content-Encoding: gzip", body))) {
            assertThat(text(wire)).isEqualTo(TEXT);
        }
    }

    private static String text(Wire wire) {
        MessageResponse response = new MessagesApi(wire.client()).sendMessage(new SendMessageRequest());
        return response.getData().getText();
    }

    private static byte[] answerWith(String text) throws IOException {
        MessageResponse response = new MessageResponse().data(new MessagePayload().text(text));
        return Json.newMapper().writeValueAsBytes(response);
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
