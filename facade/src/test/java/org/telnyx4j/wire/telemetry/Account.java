package org.telnyx4j.wire.telemetry;

import static org.telnyx4j.wire.telemetry.PrivateValues.DOCUMENT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.telnyx4j.specification.Endpoint;
import org.telnyx4j.specification.Samples;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;

/** Responds to every operation with success, and with private values wherever the API has them; keeps nothing. */
final class Account {
    static final String MESSAGE_ID = "40385f64-5717-4562-b3fc-2c963f66afa6";
    static final String REQUEST_ID = "d1c0ffee-0000-4000-8000-000000000001";

    static final String NUMBER_ID = "1293384261075731499";
    static final String LEG = "v3:MdI91X4lWFEs7IgbBEOT9M4AigoY08M0WWZFISt1Yw2axZ_IiE4pqg";

    static final String PROFILE = """
            {"id":"740572b6-099c-44a1-89b9-6c92163bc68d","name":"Clinic of Jane Doe","enabled":true,
            "whitelisted_destinations":["CA"],"webhook_url":"https://hook.hidden.example/jane/doe?token=sesame",
            "v1_secret":"opensesame","alpha_sender":"jane"}""";

    private static final String ACCEPTED = """
            {"data":{"id":"40385f64-5717-4562-b3fc-2c963f66afa6","record_type":"message","parts":2,
            "cost":{"amount":"0.0080","currency":"USD"},"text":"Meet me at the quay",
            "to":[{"phone_number":"+14165550123","status":"queued"}],"from":{"phone_number":"+14165550199"}}}""";

    private Account() {}

    /** Starts a server that responds with an accepted message. */
    static ScriptedServer server() {
        // Reading it takes longer than a call may.
        DOCUMENT.endpoints();
        return ScriptedServer.start("x-request-id: " + REQUEST_ID).otherwise(Response.json(200, ACCEPTED));
    }

    /** Returns method, path and query. */
    static String line(ReceivedRequest request) {
        return request.method() + " " + request.target();
    }

    /** Responds as the specification has it, with private values in every field. */
    static Response answer(ReceivedRequest request) {
        Endpoint endpoint = DOCUMENT.endpoint(request.method(), request.path().substring("/v2".length()));
        Samples samples = new Samples(DOCUMENT, Samples.Kind.FULL, 0, PrivateValues::word);
        JsonNode body = samples.of(endpoint.success(DOCUMENT).path("schema"));
        if (body.path("meta") instanceof ObjectNode meta) {
            meta.put("page_number", 1)
                    .put("page_size", 250)
                    .put("total_pages", 1)
                    .put("total_results", 1);
        }
        // Such a number was not asked for.
        body.findParents("best_effort").forEach(parent -> ((ObjectNode) parent).put("best_effort", false));
        if (endpoint.path().startsWith("/number_orders")) {
            // An order that is not complete is asked for again.
            body.findParents("status").forEach(parent -> ((ObjectNode) parent).put("status", "success"));
        }
        return Response.json(200, body.isMissingNode() ? "" : body.toString());
    }

    static String list(String items) {
        return "{\"data\":[" + items + "],\"meta\":{\"page_number\":1,\"page_size\":250,\"total_pages\":1,"
                + "\"total_results\":1}}";
    }
}
