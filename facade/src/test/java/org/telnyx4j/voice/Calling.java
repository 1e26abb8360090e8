package org.telnyx4j.voice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import org.telnyx4j.Telnyx;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;

/** What the tests of calls share. */
final class Calling {
    static final JsonMapper JSON = new JsonMapper();

    private Calling() {}

    /** Starts a server that accepts each command. */
    static ScriptedServer server() {
        return ScriptedServer.start(
                        "x-request-id: req-1",
                        "x-ratelimit-limit: 30",
                        "x-ratelimit-remaining: 29",
                        "x-ratelimit-reset: 5")
                .otherwise(Response.json(200, "{\"data\":{\"result\":\"ok\"}}"));
    }

    static Telnyx.Builder client(ScriptedServer server) {
        return Telnyx.builder().apiKey("KEYtest").baseUrl(server.baseUrl());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
