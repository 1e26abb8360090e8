package org.telnyx4j.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A callback of a TeXML application. It comes as the fields of a form, with names such as {@code CallSid} and
 * {@code CallStatus}, and has neither id nor time: duplicates are not dropped.
 */
public final class TexmlCallback extends BaseEvent {
    /**
     * Creates an event. For generated code.
     *
     * @param body what was read of the webhook
     */
    public TexmlCallback(EventBody body) {
        super(body);
    }

    /**
     * Returns all fields of the form.
     *
     * @return the values of each name, both in the order in which they came; unmodifiable
     */
    public Map<String, List<String>> parameters() {
        return body.form();
    }

    /**
     * Returns one field of the form.
     *
     * @param name its name, with the case as it is sent
     * @return its first value, or empty if it has none
     */
    public Optional<String> parameter(String name) {
        List<String> values = parameters().get(name);
        return values == null ? Optional.empty() : Optional.of(values.get(0));
    }

    /**
     * Returns the id of the call.
     *
     * @return the field {@code CallSid}, or empty if it was not sent
     */
    public Optional<String> callSid() {
        return parameter("CallSid");
    }

    /**
     * Returns the state of the call.
     *
     * @return the field {@code CallStatus}, such as {@code in-progress}, or empty if it was not sent
     */
    public Optional<String> callStatus() {
        return parameter("CallStatus");
    }
}
