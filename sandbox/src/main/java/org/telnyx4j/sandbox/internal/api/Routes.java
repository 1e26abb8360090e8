package org.telnyx4j.sandbox.internal.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiOperation;

/** Which handler carries out which operation. */
public final class Routes {
    private final Map<String, Handler> handlers = new HashMap<>();

    public Routes(List<? extends Domain> domains) {
        domains.forEach(domain -> domain.addTo(this));
    }

    /**
     * Adds the handler of an operation.
     *
     * @param operation a constant of the generated API classes
     * @return this table
     */
    public Routes on(ApiOperation operation, Handler handler) {
        if (handlers.putIfAbsent(operation.id(), handler) != null) {
            throw new IllegalStateException(operation.id() + " has two handlers");
        }
        return this;
    }

    @Nullable
    Handler find(ApiOperation operation) {
        return handlers.get(operation.id());
    }
}
