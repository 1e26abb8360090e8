package org.telnyx4j.benchmarks.faults.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What the API answers.
 *
 * @param status the HTTP status
 * @param body the JSON
 */
record Answer(int status, ObjectNode body) {
    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static Answer data(JsonNode data) {
        ObjectNode body = object();
        body.set("data", data);
        return new Answer(200, body);
    }

    /** A page of a list. */
    static Answer page(List<? extends JsonNode> all, int number, int size) {
        ObjectNode body = object();
        ArrayNode data = body.putArray("data");
        int from = Math.min(all.size(), (number - 1) * size);
        data.addAll(all.subList(from, Math.min(all.size(), from + size)));
        body.putObject("meta")
                .put("page_number", number)
                .put("page_size", size)
                .put("total_pages", (all.size() + size - 1) / size)
                .put("total_results", all.size());
        return new Answer(200, body);
    }

    static Answer error(int status, String code, String title, String detail) {
        ObjectNode body = object();
        body.putArray("errors")
                .addObject()
                .put("code", code)
                .put("title", title)
                .put("detail", detail);
        return new Answer(status, body);
    }

    static Answer error(int status) {
        return switch (status) {
            case 403 -> error(status, "10010", "Authorization failed", "Not allowed to do this");
            case 429 -> error(status, "10011", "Too many requests", "The limit is exceeded");
            default -> error(status, "10007", "Unexpected error", "The server made of porcelain broke");
        };
    }
}
