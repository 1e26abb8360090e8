package org.telnyx4j.sandbox.internal.webhooks;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.Instant;
import org.telnyx4j.sandbox.SandboxEvent;
import org.telnyx4j.sandbox.internal.time.WireTime;

/** An event that has happened. */
record StoredEvent(String id, EventDraft draft, Instant occurredAt) implements SandboxEvent {

    @Override
    public String type() {
        return draft.eventType();
    }

    @Override
    public String payload() {
        return draft.payload().toJson();
    }

    /** Writes what a receiver gets; {@code data} is the same each time. */
    String envelope(int attempt, String url) {
        StringBuilder json = new StringBuilder(512);
        json.append("{\"data\":{\"event_type\":").append(quoted(type()));
        json.append(",\"id\":").append(quoted(id));
        json.append(",\"occurred_at\":").append(quoted(WireTime.text(occurredAt)));
        json.append(",\"payload\":").append(payload());
        json.append(",\"record_type\":\"event\"},\"meta\":{\"attempt\":").append(attempt);
        json.append(",\"delivered_to\":").append(quoted(url)).append("}}");
        return json.toString();
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    @Override
    public String toString() {
        return "SandboxEvent[" + type() + ", " + id + "]";
    }
}
