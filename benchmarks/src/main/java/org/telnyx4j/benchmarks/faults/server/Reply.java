package org.telnyx4j.benchmarks.faults.server;

/**
 * How the server answers.
 *
 * @param manner in which way
 * @param status the status to answer with, or 0 for what the API itself answers
 * @param headers further header lines, each with its line end
 */
public record Reply(Manner manner, int status, String headers) {
    /** The API's answer, whole and at once. */
    public static final Reply WHOLE = of(Manner.WHOLE);

    /** Where a redirect leads. Nothing is there. */
    static final String ELSEWHERE = "/elsewhere";

    /** Names the ways to answer. Unless said otherwise the connection is closed afterwards. */
    public enum Manner {
        /** The whole answer, and the connection stays open. */
        WHOLE,
        /** Nothing: the connection is closed. */
        CLOSE,
        /** Nothing: the connection is reset. */
        RESET,
        /** Nothing: the connection is reset when the head of the request is there, before its body is read. */
        RESET_BEFORE_BODY,
        /** Nothing: the server ends its side only, and waits for the client to end the other. */
        HALF_CLOSE,
        /** Nothing until the caller must have given up. */
        SILENCE,
        /** The whole answer, just after the caller must have given up. */
        LATE,
        /** The first half of the head. */
        HALF_HEAD,
        /** The head, and the first half of the body. */
        HALF_BODY,
        /** The whole answer, its head piece by piece, in time; the connection stays open. */
        SLOW_HEAD,
        /** The whole answer, its body piece by piece, in time; the connection stays open. */
        SLOW_BODY,
        /** The answer, its head piece by piece, for longer than the caller waits. */
        CRAWLING_HEAD,
        /** The answer, its body piece by piece, for longer than the caller waits. */
        CRAWLING_BODY,
        /** A page of HTML with status 200; the connection stays open. */
        PAGE,
        /** An interim answer (100), and then nothing. */
        INTERIM,
        /** The whole answer after most of the caller's time; the connection stays open. */
        TARDY,
        /** The whole answer, and the connection is closed some milliseconds later without a word. */
        THEN_CLOSE,
        /** The whole answer, and the connection is reset at the first byte of the next request. */
        THEN_RESET,
        /** The whole answer, and some milliseconds later a 408 that nobody has asked for. */
        THEN_TIMEOUT,
        /** The whole answer, and, once the connection is idle, a 429 that nobody has asked for. */
        THEN_LIMITED,
        /** The whole answer, and, once the connection is idle, a 400 that nobody has asked for. */
        THEN_REFUSED,
        /** The whole answer, and, once the connection is idle, a success with the id of something else. */
        THEN_OTHER,
        /** The whole answer, and in the same packet a 429 that nobody has asked for. */
        GLUED,
        /** A 204, and in the same packet a body, which a 204 cannot have. */
        NO_CONTENT_GLUED,
        /** Nothing, over HTTP/2: the stream is refused. */
        STREAM_REFUSED,
        /** Nothing, over HTTP/2: the stream is reset. */
        STREAM_RESET,
        /** Nothing, over HTTP/2: the server goes away, and this request comes after the last one that it takes. */
        GOAWAY_BEFORE,
        /** Nothing, over HTTP/2: the server goes away, and this request is among those that it took. */
        GOAWAY_WITHIN
    }

    static Reply of(Manner manner) {
        return new Reply(manner, 0, "");
    }

    static Reply status(int status) {
        return new Reply(Manner.WHOLE, status, "");
    }

    static Reply rateLimited(String header) {
        return new Reply(Manner.WHOLE, 429, header.isEmpty() ? "" : header + "\r\n");
    }
}
