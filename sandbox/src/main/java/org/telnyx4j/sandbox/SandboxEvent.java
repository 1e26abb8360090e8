package org.telnyx4j.sandbox;

import java.time.Instant;

/**
 * Something that happened in the sandbox and that Telnyx has a webhook for, whether or not there was a URL to send it to.
 * Immutable and safe for concurrent use. {@code toString()} shows type and id only.
 */
public interface SandboxEvent {

    /** Returns the event's id, {@code data.id} of the webhook, which is the same in each try and each duplicate. */
    String id();

    /** Returns the type, such as {@code message.sent}. */
    String type();

    /** Returns when it happened, by the sandbox's clock. */
    Instant occurredAt();

    /** Returns the payload, {@code data.payload} of the webhook, as JSON. */
    String payload();
}
