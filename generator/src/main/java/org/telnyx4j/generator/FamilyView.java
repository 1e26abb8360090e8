package org.telnyx4j.generator;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A family of events, as its template prints it.
 *
 * @param className the sealed interface
 * @param modelPackage where the payloads are
 * @param events its events
 */
public record FamilyView(String className, String modelPackage, List<EventView> events) {
    /** Whether all of them have the ids of a call's leg. */
    public boolean call() {
        return events.stream().allMatch(EventView::call);
    }

    public List<String> imports() {
        Set<String> imports = new TreeSet<>();
        for (EventView event : events) {
            imports.add(modelPackage + "." + event.payloadClass());
            imports.add("org.telnyx4j.events." + (event.call() ? "TypedCallEvent" : "TypedEvent"));
        }
        imports.add("org.telnyx4j.events.EventBody");
        imports.add("org.telnyx4j.events.WebhookEvent");
        if (call()) {
            imports.add("org.telnyx4j.events.CallCorrelation");
        }
        return List.copyOf(imports);
    }

    /** The interfaces that it extends. */
    public String parents() {
        return call() ? "WebhookEvent, CallCorrelation" : "WebhookEvent";
    }

    /** Whether its events are about a message. */
    public boolean message() {
        return events.stream().allMatch(event -> event.payloadClass().equals(EventView.MESSAGE_PAYLOAD));
    }

    public String doc() {
        String words = String.join(" ", List.of(JavaNames.snakeCase(className).split("_", -1)));
        return Javadoc.comment(
                "",
                List.of("The family of " + words.replaceFirst(" event$", "")
                        + " events: one class for each type, with the payload of that type."));
    }
}
