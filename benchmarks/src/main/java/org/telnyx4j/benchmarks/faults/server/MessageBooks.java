package org.telnyx4j.benchmarks.faults.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/** Sends messages: each request is one more message, whatever was sent before. */
public final class MessageBooks {
    private final Tally sent = new Tally();

    MessageBooks() {}

    /** Returns the ids of all messages whose text is this. */
    public List<String> sent(String text) {
        return sent.ids(text);
    }

    Answer send(JsonNode body) {
        String text = body.path("text").asText();
        String id = UUID.randomUUID().toString();
        sent.add(text, id);
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
