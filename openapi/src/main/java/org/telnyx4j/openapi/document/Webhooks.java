package org.telnyx4j.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** Where a document keeps its webhooks: OpenAPI 3.0 had no place of its own for them. */
public final class Webhooks {
    private Webhooks() {}

    /** Returns the webhooks of an upstream document by name. */
    public static JsonNode of(JsonNode upstream) {
        return upstream.has("webhooks") ? upstream.path("webhooks") : upstream.path("x-webhooks");
    }

    /**
     * Returns the schema of what each webhook of our specification is about: its payload, or its data where there is no
     * payload, or else its whole body. That is the class of its event's payload.
     */
    public static Map<String, String> payloads(ObjectNode ours) {
        SpecDocument document = new SpecDocument(ours.deepCopy());
        Map<String, String> payloads = new TreeMap<>();
        for (SpecDocument.Operation webhook : document.webhooks()) {
            String body = SpecDocument.refName(webhook.requestSchema());
            String data = inside(document, body, "data");
            String payload = inside(document, data.isEmpty() ? body : data, "payload");
            payloads.put(webhook.path(), payload.isEmpty() ? data.isEmpty() ? body : data : payload);
        }
        return payloads;
    }

    private static String inside(SpecDocument document, String schema, String property) {
        return SpecDocument.refName(
                document.schemas().path(schema).path("properties").path(property));
    }
}
