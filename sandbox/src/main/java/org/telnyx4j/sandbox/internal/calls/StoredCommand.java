package org.telnyx4j.sandbox.internal.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.telnyx4j.sandbox.SandboxCommand;

/**
 * A command that was carried out.
 *
 * @param body as it was sent; never written to
 */
record StoredCommand(String action, ObjectNode body, Instant receivedAt) implements SandboxCommand {

    @Override
    public Optional<String> commandId() {
        return Optional.ofNullable(body.path("command_id").textValue());
    }

    @Override
    public JsonNode parameters() {
        return body.deepCopy();
    }

    @Override
    public String toString() {
        return "SandboxCommand[" + action + commandId().map(id -> ", " + id).orElse("") + "]";
    }
}
