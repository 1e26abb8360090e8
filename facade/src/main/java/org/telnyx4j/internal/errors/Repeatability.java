package org.telnyx4j.internal.errors;

/** Says what happens if the same request of an operation arrives twice. */
public enum Repeatability {
    /** Nothing more than from one: GET, PUT, PATCH and DELETE are idempotent by effect here. */
    IDEMPOTENT,
    /** Nothing more than from one, as long as it carries the same {@code command_id} and comes within 60 seconds. */
    DEDUPLICATED,
    /** Nothing more than from one: it carries an {@code Idempotency-Key}, which Telnyx goes by for 24 hours. */
    KEYED,
    /** It is done twice: two texts to a person, two numbers bought. */
    NOT_REPEATABLE;

    /**
     * Tells whether an attempt with unknown outcome may be followed by another.
     *
     * @return true unless a second request would be done a second time
     */
    public boolean isSafeToRepeat() {
        return this != NOT_REPEATABLE;
    }
}
