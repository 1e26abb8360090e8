package org.telnyx4j.benchmarks.faults.server;

/**
 * What the server does with one request.
 *
 * @param effect what becomes of it
 * @param reply how it is answered
 */
public record Step(Effect effect, Reply reply) {
    /** The server that works. */
    public static final Step WORKS = new Step(Effect.DONE, Reply.WHOLE);

    /** Names what can become of a request. */
    public enum Effect {
        /** It is carried out before anything is answered. */
        DONE,
        /** It is not carried out. */
        NOT_DONE,
        /** It is carried out when the caller must have given up already. */
        DONE_LATE
    }

    static Step done(Reply.Manner manner) {
        return new Step(Effect.DONE, Reply.of(manner));
    }

    static Step done(Reply reply) {
        return new Step(Effect.DONE, reply);
    }

    static Step notDone(Reply.Manner manner) {
        return new Step(Effect.NOT_DONE, Reply.of(manner));
    }

    static Step notDone(Reply reply) {
        return new Step(Effect.NOT_DONE, reply);
    }
}
