package org.telnyx4j.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * The connections of the account. The API of the specification has no operations on them, so they are set from here. A
 * dial, an order or a number that refers to another id is refused. Safe for concurrent use.
 */
public interface SandboxConnections {

    /** Returns all connections, oldest first; a copy that doesn't change any more. */
    List<SandboxConnection> all();

    /** Returns the connection with this id. */
    Optional<SandboxConnection> find(String id);

    /**
     * Adds a connection, or puts it in place of the one with its id.
     *
     * @return the connection
     */
    SandboxConnection add(SandboxConnection connection);

    /** Adds a connection without webhooks. */
    default SandboxConnection add(String id) {
        return add(SandboxConnection.of(id));
    }
}
