package org.telnyx4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.generated.event.CallEvent;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.messaging.MessageStatusTracker;
import org.telnyx4j.webhooks.VerifiedWebhook;
import org.telnyx4j.webhooks.WebhookSigner;
import org.telnyx4j.webhooks.WebhookVerifier;

class EventSamplesTest {
    private static final String MESSAGE = "40385f64-5717-4562-b3fc-2c963f66afa6";

    private final WebhookSigner signer = WebhookSigner.generate();
    private final ExecutorService executor = Executors.newFixedThreadPool(4);
    private final MessageStatusTracker tracker = new MessageStatusTracker();
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private final ExecutorService receivers = Executors.newFixedThreadPool(4);
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(receivers);
        EventSamples.receive(server, signer.publicKey(), new Notes(), executor);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        receivers.shutdownNow();
        executor.shutdownNow();
    }

    private final class Notes implements EventSamples.Shop {
        @Override
        public void answerTo(MessageEvent.Received received) {
            log.add("in: " + MessageResult.of(received.message()).text().orElse("nothing"));
        }

        @Override
        public void greet(CallEvent.Answered answered) {
            log.add("answered, " + answered.clientState().orElse("no state"));
        }

        @Override
        public void note(WebhookEvent event) {
            log.add(event.toString());
        }

        @Override
        public MessageStatusTracker tracker() {
            return tracker;
        }
    }

    @Test
    void aSignedEventReachesItsHandlerOnce() throws Exception {
        String answered = event("call.answered", "e1", "{\"client_state\":\"b3JkZXItNDcxMQ==\"}");

        assertThat(post(answered)).isEqualTo(200);
        assertThat(post(answered)).isEqualTo(200);
        assertThat(post(event("message.received", "e2", "{\"text\":\"Hello\"}")))
                .isEqualTo(200);

        assertThat(List.of(told(), told())).containsExactlyInAnyOrder("answered, order-4711", "in: Hello");
        assertThat(log).isEmpty();
    }

    @Test
    void whatHasNoHandlerOfItsOwnIsTold() throws Exception {
        post(event("fax.received", "e1", "{\"reason\":\"all_left\"}"));
        assertThat(told()).startsWith("UnknownEvent[type=fax.received, id=e1");

        post(event("call.hold", "e2", "{\"to\":\"+14165550123\"}"));
        assertThat(told()).startsWith("Hold[type=call.hold, id=e2").doesNotContain("4165550123");
    }

    @Test
    void garbageAndForgeriesAreRefused() throws Exception {
        String body = event("call.answered", "e1", "{}");

        assertThat(post("[".repeat(100_000))).isEqualTo(400);
        assertThat(post("")).isEqualTo(400);
        assertThat(send(body, WebhookSigner.generate().headers(body.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(401);
        assertThat(send(body, Map.of())).isEqualTo(401);
        assertThat(log).isEmpty();
    }

    @Test
    void aMessageIsDeliveredHoweverItsEventsCome() throws Exception {
        List<String> events = new ArrayList<>();
        for (String status : List.of("sending", "sent", "sent")) {
            events.add(event("message.sent", "e" + events.size(), to(status)));
        }
        events.add(event("message.finalized", "e3", to("delivered")));
        events.addAll(List.copyOf(events));
        Collections.shuffle(events, new Random(4711));

        for (String event : events) {
            assertThat(post(event)).isEqualTo(200);
        }
        post(event("call.hold", "last", "{}"));
        told();
        executor.shutdown();

        assertThat(executor.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(EventSamples.delivered(tracker, MESSAGE)).isTrue();
        assertThat(EventSamples.delivered(tracker, "another")).isFalse();
    }

    @Test
    void eachEventIsToldByItsClass() {
        assertThat(typed(event("call.hangup", "e1", "{\"hangup_cause\":\"normal_clearing\"}")))
                .isEqualTo("ended: normal_clearing");
        assertThat(typed(event("call.hold", "e1", "{\"call_leg_id\":\"leg\"}"))).isEqualTo("call.hold of leg");
        assertThat(typed(event("number_order.complete", "e1", "{\"status\":\"success\"}")))
                .isEqualTo("order: success");
        assertThat(typed("CallSid=v3%3Aabc&CallStatus=in-progress")).isEqualTo("TeXML: in-progress");
        assertThat(typed(event("fax.sent", "e1", "{}"))).startsWith("not handled: UnknownEvent[type=fax.sent, id=e1");
    }

    @Test
    void aStoredEventIsTheSameEvent() {
        WebhookEvent event = EventSamples.stored(verified(event("call.hold", "e1", "{}")), new ArrayDeque<>());

        assertThat(event).isInstanceOf(CallEvent.Hold.class);
        assertThat(event.id()).contains("e1");
    }

    private String typed(String body) {
        return EventSamples.typed(verified(body));
    }

    private VerifiedWebhook verified(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = signer.headers(bytes);
        WebhookVerifier verifier =
                WebhookVerifier.builder().publicKey(signer.publicKey()).build();
        return verifier.verify(
                bytes, headers.get(WebhookVerifier.SIGNATURE_HEADER), headers.get(WebhookVerifier.TIMESTAMP_HEADER));
    }

    private int post(String body) throws Exception {
        return send(body, signer.headers(body.getBytes(StandardCharsets.UTF_8)));
    }

    private int send(String body, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + server.getAddress().getPort() + "/telnyx"))
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }

    private String told() throws InterruptedException {
        String told = log.poll(20, TimeUnit.SECONDS);
        if (told == null) {
            throw new AssertionError("nothing was handled");
        }
        return told;
    }

    private static String event(String type, String id, String payload) {
        return """
                {"data":{"event_type":"%s","id":"%s","occurred_at":"2026-03-04T05:06:07Z","payload":%s,
                 "record_type":"event"},"meta":{"attempt":1,"delivered_to":"https://example.com/telnyx"}}
                """.formatted(type, id, payload);
    }

    private static String to(String status) {
        return "{\"id\":\"" + MESSAGE + "\",\"to\":[{\"phone_number\":\"+14165550123\",\"status\":\"" + status
                + "\"}]}";
    }
}
