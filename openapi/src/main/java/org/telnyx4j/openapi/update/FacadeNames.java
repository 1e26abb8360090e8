package org.telnyx4j.openapi.update;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.telnyx4j.openapi.compat.EventUse;
import org.telnyx4j.openapi.compat.FacadeUse;
import org.telnyx4j.openapi.document.Webhooks;

/** What the facade calls the operations and webhooks of the specification, for the report. */
final class FacadeNames {
    private static final String WEBHOOK = "webhook ";

    private final FacadeUse operations;
    private final EventUse events;
    private final Map<String, String> payloads = new HashMap<>();

    /**
     * Takes what is known of the facade.
     *
     * @param after the new specification
     * @param before the one that it is compared with
     */
    FacadeNames(FacadeUse operations, EventUse events, ObjectNode after, ObjectNode before) {
        this.operations = operations;
        this.events = events;
        payloads.putAll(Webhooks.payloads(after));
        payloads.putAll(Webhooks.payloads(before));
    }

    /** Returns the facade's operations, events and classes that stand for any of the given operations and webhooks. */
    Set<String> of(Collection<String> ids) {
        Set<String> names = new TreeSet<>(operations.operationsThatCall(ids));
        for (String id : ids) {
            if (id.startsWith(WEBHOOK)) {
                names.addAll(events.of(payloads.getOrDefault(id.substring(WEBHOOK.length()), "")));
            }
        }
        return names;
    }
}
