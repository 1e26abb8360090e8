package org.telnyx4j.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;

/** Where a document keeps its webhooks: OpenAPI 3.0 had no place of its own for them. */
public final class Webhooks {
    private Webhooks() {}

    /** Returns the webhooks of an upstream document by name. */
    public static JsonNode of(JsonNode upstream) {
        return upstream.has("webhooks") ? upstream.path("webhooks") : upstream.path("x-webhooks");
    }
}
