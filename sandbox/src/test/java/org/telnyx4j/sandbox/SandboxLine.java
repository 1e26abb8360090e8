package org.telnyx4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.telnyx4j.sandbox.TestClient.Answer;

/** A sandbox on a clock that stands still, and the requests that tests of calls and messages have in common. */
final class SandboxLine implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    static final String OURS = "+14155550100";
    static final String THEIRS = "+14165550123";

    final TelnyxSandbox sandbox;
    final TestClient client;

    SandboxLine() {
        this(TelnyxSandbox.builder().manualClock(START).start());
    }

    SandboxLine(TelnyxSandbox sandbox) {
        this.sandbox = sandbox;
        this.client = new TestClient(sandbox);
    }

    void advance(long millis) {
        sandbox.clock().advance(Duration.ofMillis(millis));
    }

    /** Dials, with more fields, as JSON with apostrophes and a comma before it. */
    String dial(String more) throws IOException {
        Answer answer = client.sendJson(
                "POST",
                "/calls",
                "{'connection_id':'%s','from':'%s','to':'%s'%s}"
                        .formatted(SandboxAccount.CONNECTION_ID, OURS, THEIRS, more));
        assertThat(answer.status()).as("status of the dial").isEqualTo(200);
        return answer.data().get("call_control_id").textValue();
    }

    String incoming() {
        return sandbox.incomingCall(THEIRS, OURS).id();
    }

    String answered() throws IOException {
        String id = incoming();
        ok(id, "answer", "{}");
        return id;
    }

    Answer command(String id, String action, String json) throws IOException {
        return client.sendJson("POST", "/calls/" + TestClient.encode(id) + "/actions/" + action, json);
    }

    Answer ok(String id, String action, String json) throws IOException {
        Answer answer = command(id, action, json);
        assertThat(answer.status()).as("status of " + action).isEqualTo(200);
        return answer;
    }

    Answer conference(String id, String action, String json) throws IOException {
        return client.sendJson("POST", "/conferences/" + id + "/actions/" + action, json);
    }

    List<String> eventTypes() {
        return sandbox.webhooks().events().stream().map(SandboxEvent::type).toList();
    }

    /** Returns the payload of the last event of a type. */
    JsonNode last(String type) {
        List<SandboxEvent> events = sandbox.webhooks().events().stream()
                .filter(event -> event.type().equals(type))
                .toList();
        assertThat(events).as("events of the type " + type).isNotEmpty();
        return TestClient.parse(events.get(events.size() - 1).payload());
    }

    String lastText(String type, String field) {
        return last(type).path(field).asText("(none)");
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
