package org.telnyx4j.benchmarks.faults.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/** Sends messages: each request is one more message, whatever was sent before. */
public final class MessageBooks {
    private final Tally sent = new Tally();
    private final RecordBooks records = new RecordBooks();

    MessageBooks() {}

    /** Returns the ids of all messages whose text is this. */
    public List<String> sent(String text) {
        return sent.ids(text);
    }

    /** Returns the detail records of the messages. */
    public RecordBooks records() {
        return records;
    }

    Answer send(JsonNode body) {
        String text = body.path("text").asText();
        String id = UUID.randomUUID().toString();
        sent.add(text, id);
        if (body.has("webhook_url")) {
            records.add(id, body.path("to").asText(), body.path("webhook_url").asText());
        }
        return Answer.data(message(id, text));
    }

    Answer look(String id) {
        return Answer.data(message(id, "any"));
    }

    private static ObjectNode message(String id, String text) {
        ObjectNode message = Answer.object()
                .put("record_type", "message")
                .put("direction", "outbound")
                .put("id", id)
                .put("type", "SMS")
                .put("text", text)
                .put("parts", 1);
        message.putArray("to").addObject().put("phone_number", "+14165550123").put("status", "queued");
        return message;
    }
}
