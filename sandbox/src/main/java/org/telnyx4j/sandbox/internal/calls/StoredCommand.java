package org.telnyx4j.sandbox.internal.calls;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.sandbox.SandboxCommand;

/** A command that was carried out. */
record StoredCommand(String action, JsonModel request, Instant receivedAt) implements SandboxCommand {

    @Override
    public Optional<String> commandId() {
        return Optional.ofNullable((String) request.get("command_id"));
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return request.toMap();
    }

    @Override
    public String toString() {
        return "SandboxCommand[" + action + commandId().map(id -> ", " + id).orElse("") + "]";
    }
}
