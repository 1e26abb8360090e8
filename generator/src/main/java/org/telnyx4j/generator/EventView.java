package org.telnyx4j.generator;

import io.swagger.v3.oas.models.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * One type of event, as the template of its family prints it.
 *
 * @param type its type on the wire
 * @param familyName the interface of its family
 * @param className the nested class
 * @param payloadClass the class of its payload
 * @param call whether it has the ids of a call's leg
 * @param doc its comment
 */
public record EventView(
        String type, String familyName, String className, String payloadClass, boolean call, String doc) {
    /** The class of a message: an event with this payload is an event of a message. */
    static final String MESSAGE_PAYLOAD = "MessagePayload";

    static EventView of(
            String type, String familyName, String className, String payloadClass, boolean call, Operation operation) {
        List<String> parts = new ArrayList<>();
        String summary = operation.getSummary() == null ? "an event" : operation.getSummary();
        parts.add("{@code " + type + "}: " + Javadoc.sentence(Javadoc.escape(uncapitalized(summary))));
        if (operation.getDescription() != null) {
            parts.add(Javadoc.sentence(Javadoc.escape(operation.getDescription())));
        }
        return new EventView(type, familyName, className, payloadClass, call, Javadoc.comment("    ", parts));
    }

    EventView named(String name) {
        return new EventView(type, familyName, name, payloadClass, call, doc);
    }

    private static String uncapitalized(String sentence) {
        return sentence.length() > 1 && Character.isUpperCase(sentence.charAt(1))
                ? sentence
                : JavaNames.lowerCase(sentence.substring(0, 1)) + sentence.substring(1);
    }

    /** The literal of its type in Java. */
    public String typeLiteral() {
        return JavaNames.literal(type);
    }
}
