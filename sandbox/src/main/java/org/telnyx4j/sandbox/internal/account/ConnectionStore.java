package org.telnyx4j.sandbox.internal.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.telnyx4j.sandbox.SandboxConnection;
import org.telnyx4j.sandbox.SandboxConnections;

/** The connections of the account. */
public final class ConnectionStore implements SandboxConnections {
    private final Map<String, SandboxConnection> connections = new LinkedHashMap<>();

    @Override
    public synchronized List<SandboxConnection> all() {
        return List.copyOf(connections.values());
    }

    @Override
    public synchronized Optional<SandboxConnection> find(String id) {
        return Optional.ofNullable(connections.get(id));
    }

    @Override
    public synchronized SandboxConnection add(SandboxConnection connection) {
        connections.put(connection.id(), connection);
        return connection;
    }

    public synchronized void clear() {
        connections.clear();
    }
}
