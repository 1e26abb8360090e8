package org.telnyx4j.events;

/**
 * A webhook that Telnyx did sign, but whose body is neither a JSON object nor a form, or is JSON that is nested more
 * than 100 deep. {@link #rawBody()} has it as text.
 */
public final class UnreadableEvent extends BaseEvent {
    /**
     * Creates an event. For generated code.
     *
     * @param body what was read of the webhook
     */
    public UnreadableEvent(EventBody body) {
        super(body);
    }

    /**
     * Returns why the body could not be read.
     *
     * @return a short text in English for people, without anything of the body
     */
    public String reason() {
        return body.problem();
    }
}
