package org.telnyx4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.sandbox.SandboxLine.OURS;
import static org.telnyx4j.sandbox.SandboxLine.THEIRS;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.telnyx4j.sandbox.fuzz.Document;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;

/** Everything that the sandbox sends, held against the specification by a validator that isn't ours. */
class WebhookEventsTest {
    /** What the sandbox does not do: failures of what cannot fail in it, and payments. */
    private static final Set<String> NOT_SENT = Set.of(
            "call.deepfake_detection.error",
            "call.payment.completed",
            "call.payment.progress",
            "call.recording.error",
            "call.refer.failed",
            "siprec.failed",
            "streaming.failed");

    @Test
    void everyEventIsAsSpecifiedAndNoneThatTheSandboxKnowsIsMissing() throws IOException {
        Document document = Document.read();
        try (ScriptedServer receiver = ScriptedServer.start();
                SandboxLine line = new SandboxLine()) {
            receiver.otherwise(Response.of(200, ""));
            line.sandbox.webhooks().defaultUrl(receiver.baseUrl());
            messages(line);
            dialledCalls(line);
            incomingCalls(line);
            conferences(line);
            numbers(line);
            line.sandbox.awaitIdle();

            Set<String> sent = new TreeSet<>();
            for (ReceivedRequest request : receiver.requests()) {
                JsonNode body = TestClient.parse(request.body());
                String type = body.at("/data/event_type").asText();
                sent.add(type);
                assertThat(document.problemsOfWebhook(type, body)).as(type).isEmpty();
            }
            Set<String> expected = new TreeSet<>(document.webhooks().keySet());
            expected.removeAll(NOT_SENT);
            assertThat(sent).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static void messages(SandboxLine line) throws IOException {
        String id = line.client.sendText("Hello").data().get("id").textValue();
        line.advance(1_000);
        line.sandbox.messages().markAs(id, "read");
        line.sandbox.messages().failNext("40008");
        line.client.sendText("Hello");
        line.client.post(
                "/messages/group_mms",
                TestClient.body("{'from':'%s','to':['+14165550101','+14165550102'],'text':'Hi'}".formatted(OURS)));
        line.sandbox.receiveSms(THEIRS, OURS, "stop");
        line.sandbox.receiveMms(THEIRS, OURS, "", List.of("https://example.com/a.png"));
        line.advance(1_000);
    }

    private static void dialledCalls(SandboxLine line) throws IOException {
        String id = line.dial(",'answering_machine_detection':'greeting_end','client_state':'aGk=',"
                + "'record':'record-from-answer','stream_url':'wss://example.com/s','transcription':true,"
                + "'deepfake_detection':{'enabled':true}");
        line.sandbox.calls().answer(id);
        line.sandbox.calls().sayMachine(id);
        line.sandbox.calls().greetingEnds(id, true);
        line.sandbox.calls().say(id, "Leave a message");
        line.sandbox.calls().hold(id, true);
        line.sandbox.calls().hold(id, false);
        line.advance(5_000);
        line.sandbox.calls().hangUp(id);

        String premium = line.dial(",'answering_machine_detection':'premium'");
        line.sandbox.calls().answer(premium);
        line.sandbox.calls().greetingEnds(premium, true);
        line.sandbox.calls().sayMachine(premium);
        line.sandbox.calls().hangUp(premium);
    }

    private static void incomingCalls(SandboxLine line) throws IOException {
        String id = line.answered();
        line.ok(id, "speak", "{'payload':'Hi','voice':'female'}");
        line.ok(id, "playback_start", "{'audio_url':'https://example.com/a.mp3'}");
        line.ok(id, "playback_start", "{'media_name':'song','overlay':true}");
        line.ok(id, "gather", "{'maximum_digits':2}");
        line.sandbox.calls().pressDigits(id, "12");
        line.ok(id, "fork_start", "{'stream_type':'decrypted'}");
        line.ok(id, "fork_stop", "{}");
        line.ok(id, "siprec_start", "{}");
        line.ok(id, "siprec_stop", "{}");
        line.ok(id, "streaming_start", "{'stream_url':'wss://example.com/s'}");
        line.ok(id, "streaming_stop", "{}");
        line.ok(id, "record_start", "{'format':'wav','channels':'dual','transcription':true}");
        line.advance(3_000);
        line.ok(id, "record_stop", "{}");
        line.ok(id, "refer", "{'sip_address':'sip:a@example.com'}");
        line.ok(id, "enqueue", "{'queue_name':'support'}");
        line.ok(id, "leave_queue", "{}");
        line.ok(id, "transfer", "{'to':'+14165550199'}");
        line.advance(1_000);
        List<SandboxCall> calls = line.sandbox.calls().all();
        line.sandbox.calls().answer(calls.get(calls.size() - 1).id());
        line.ok(id, "hangup", "{}");
        line.advance(1_000);
    }

    private static void conferences(SandboxLine line) throws IOException {
        String host = line.answered();
        String guest = line.answered();
        String id = line.client
                .sendJson("POST", "/conferences", "{'call_control_id':'%s','name':'Team'}".formatted(host))
                .data()
                .get("id")
                .textValue();
        for (String action : List.of("join", "join")) {
            line.conference(id, action, "{'call_control_id':'%s'}".formatted(guest));
        }
        line.conference(id, "speak", "{'payload':'Hi','voice':'female'}");
        line.conference(id, "speak", "{'payload':'Hi','voice':'female','call_control_ids':['%s']}".formatted(guest));
        line.conference(id, "play", "{'audio_url':'https://example.com/a.mp3'}");
        line.conference(id, "play", "{'media_name':'song','call_control_ids':['%s']}".formatted(guest));
        line.conference(id, "record_start", "{'format':'mp3'}");
        line.advance(2_000);
        line.conference(id, "record_stop", "{}");
        line.conference(id, "leave", "{'call_control_id':'%s'}".formatted(guest));
        line.conference(id, "end", "{}");
        line.advance(1_000);
    }

    private static void numbers(SandboxLine line) throws IOException {
        String number = line.sandbox.numbers().available().get(0);
        line.client.sendJson("POST", "/number_orders", "{'phone_numbers':[{'phone_number':'%s'}]}".formatted(number));
        line.advance(1_000);
    }
}
