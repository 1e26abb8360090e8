package org.telnyx4j.client;

/** What happens when the same request reaches Telnyx twice. */
public enum Idempotency {
    /** Twice has the same effect as once: lookups, updates and removals. */
    IDEMPOTENT,

    /** Telnyx recognises the second request by its {@code Idempotency-Key} header and only repeats the first response. */
    KEYED,

    /** Telnyx ignores a second command with the same {@code command_id} for the same call within 60 seconds. */
    DEDUPLICATED,

    /** It is carried out twice: two messages to a person, two numbers bought. */
    NOT_IDEMPOTENT
}
