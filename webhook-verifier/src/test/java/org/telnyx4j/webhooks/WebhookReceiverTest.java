package org.telnyx4j.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.telnyx4j.webhooks.testing.LogRecords;

class WebhookReceiverTest {
    private static final byte[] BODY = "{\"data\":{}}".getBytes(UTF_8);

    private final WebhookSigner signer = WebhookSigner.generate();
    private final List<VerifiedWebhook> handled = new ArrayList<>();
    private final WebhookReceiver receiver = new WebhookReceiver(
            WebhookVerifier.builder().publicKey(signer.publicKey()).build(), handled::add);

    @Test
    void aBodyThatWasReadBeforeIsRecognisedByWhatWasAnnounced() {
        assertThat(receive(new byte[0], "content-length", "11")).contains("500 ", "BODY_ALREADY_READ");
        assertThat(receive("}}".getBytes(UTF_8), "content-length", " 11 ")).contains("500 ", "BODY_ALREADY_READ");
        assertThat(receive(new byte[0], "transfer-encoding", "chunked")).contains("500 ", "BODY_ALREADY_READ");
    }

    @Test
    void aBodyThatCameWholeIsNotCalledReadBefore() {
        assertThat(receive(new byte[0], "content-length", "0")).contains("401 ", "SIGNATURE_MISMATCH");
        assertThat(receive(new byte[11], "content-length", "11")).contains("401 ", "SIGNATURE_MISMATCH");
        assertThat(receive(new byte[11], "content-length", "-1")).contains("401 ", "SIGNATURE_MISMATCH");
        assertThat(receive(new byte[11], "content-length", "many")).contains("401 ", "SIGNATURE_MISMATCH");
        assertThat(receive(new byte[11], "transfer-encoding", "chunked")).contains("401 ", "SIGNATURE_MISMATCH");
        assertThat(receive(new byte[0], "x", "y")).contains("401 ", "SIGNATURE_MISMATCH");
        assertThat(receive(BODY, "content-length", "999")).contains("200 ");
    }

    @Test
    void aStreamThatThrowsAnythingIsAnUnreadableBody() {
        for (Exception failure : List.of(new IOException("Stream closed"), new IllegalStateException("bad chunk"))) {
            InputStream broken = new InputStream() {
                @Override
                public int read() throws IOException {
                    if (failure instanceof IOException e) {
                        throw e;
                    }
                    throw (RuntimeException) failure;
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    return read();
                }
            };

            assertThat(receiver.receive("POST", HeaderLookup.of(signer.headers(BODY)), broken)
                            .toString())
                    .contains("400 ", "UNREADABLE_BODY")
                    .doesNotContain("chunk");
        }
    }

    private String receive(byte[] body, String header, String value) {
        return receive("POST", body, header, value);
    }

    @Test
    void aWebhookByGetIsToldToUsePost() {
        assertThat(receive("GET", new byte[0], "x", "y")).contains("405 ", "GET_CANNOT_BE_VERIFIED", "POST");
        assertThat(receive("GET", BODY, "x", "y")).contains("405 ", "GET_CANNOT_BE_VERIFIED", "webhook_url_method");
        assertThat(receiver.receive("GET", HeaderLookup.of(Map.of()), InputStream.nullInputStream())
                        .toString())
                .contains("405 ", "METHOD_NOT_ALLOWED");
        assertThat(handled).isEmpty();
    }

    @Test
    void aHandlerThatTakesLongerThanTelnyxWaitsIsReportedOnceAndWithoutContent() {
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
        List<Integer> millis = new ArrayList<>(List.of(2000, 1, 2001, 9000));
        WebhookReceiver timed = new WebhookReceiver(
                WebhookVerifier.builder().publicKey(signer.publicKey()).build(),
                webhook -> nanos.addAndGet(millis.remove(0) * 1_000_000L),
                nanos::get);
        try (LogRecords records = new LogRecords(WebhookReceiver.class)) {
            List<Integer> reported = new ArrayList<>();
            while (!millis.isEmpty()) {
                timed.receive("POST", HeaderLookup.of(signer.headers(BODY)), new ByteArrayInputStream(BODY));
                reported.add(records.all().size());
            }

            assertThat(reported).containsExactly(0, 0, 1, 1);
            LogRecord report = records.all().get(0);
            assertThat(report.getMessage()).contains("Telnyx waits 2 s", "once");
            assertThat(report.getParameters()).containsExactly("2001");
            assertThat(report.getThrown()).isNull();
        }
    }

    private String receive(String method, byte[] body, String header, String value) {
        Map<String, Collection<String>> headers = new HashMap<>();
        signer.headers(BODY).forEach((name, each) -> headers.put(name, List.of(each)));
        headers.put(header, List.of(value));
        return receiver.receive(method, HeaderLookup.ofLists(headers), new ByteArrayInputStream(body))
                .toString();
    }
}
