package org.telnyx4j.voice;

import org.telnyx4j.internal.config.Arguments;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.internal.voice.VoiceChecks;

/**
 * The key with which commands act on one leg of a call, as webhooks and the answer to dial give it. A type of its own,
 * so that it cannot be taken for a destination. Immutable and safe for use by any number of threads.
 *
 * @param value an opaque text, to be sent back as it came; it may hold colons and slashes
 */
public record CallControlId(String value) {
    /**
     * Makes an id.
     *
     * @throws IllegalArgumentException if the text is blank, or is a phone number or a SIP URI, which no id is
     */
    public CallControlId {
        Arguments.require(value, "callControlId", VoiceChecks::callControlId);
    }

    /**
     * Makes an id.
     *
     * @param value the text that Telnyx gave
     * @return the id
     * @throws IllegalArgumentException if the text is blank, or is a phone number or a SIP URI, which no id is
     */
    public static CallControlId of(String value) {
        return new CallControlId(value);
    }

    /** Tells the id, which is of no use without the account's API key. */
    @Override
    public String toString() {
        return "CallControlId[" + Mask.identifier(value) + "]";
    }
}
