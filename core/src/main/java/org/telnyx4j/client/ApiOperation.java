package org.telnyx4j.client;

import java.util.Objects;

/**
 * What the specification defines of one operation. Immutable; the constants are in the generated API classes.
 *
 * @param id the operation id, such as {@code sendMessage}
 * @param name what errors and telemetry call it, such as {@code messages.send}
 * @param method the HTTP method in capitals
 * @param pathTemplate the path below the base URL, with {@code {name}} for each parameter
 * @param idempotency what happens when the same request arrives twice, provided that it has what this takes: a
 *     {@code command_id} for {@link Idempotency#DEDUPLICATED}
 */
public record ApiOperation(String id, String name, String method, String pathTemplate, Idempotency idempotency) {
    /** Checks that nothing is missing. */
    public ApiOperation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(pathTemplate, "pathTemplate");
        Objects.requireNonNull(idempotency, "idempotency");
    }

    /**
     * Returns whether it only looks something up, so that there is no effect whose outcome could be in question.
     *
     * @return true for GET
     */
    public boolean isLookup() {
        return method.equals("GET");
    }
}
