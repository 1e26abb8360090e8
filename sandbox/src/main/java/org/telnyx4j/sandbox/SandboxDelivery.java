package org.telnyx4j.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One try to deliver a webhook, as it stood when it was asked for. Immutable and safe for concurrent use. {@code
 * toString()} shows the event, the attempt and the result, and neither URL nor body.
 */
public interface SandboxDelivery {

    /** What became of a try. */
    enum Result {
        /** The receiver has not responded yet. */
        PENDING,
        /** The receiver responded with a status from 200 to 299. */
        DELIVERED,
        /** The receiver responded with another status, a redirect among them, which isn't followed. */
        REFUSED,
        /** The receiver did not respond in time. */
        TIMED_OUT,
        /** No connection came about, it broke, or what came back was no HTTP. */
        UNREACHABLE
    }

    /** Returns the id of this try. */
    String id();

    /** Returns the id of the event, the same for each of its tries. */
    String eventId();

    /** Returns the type of the event, such as {@code message.sent}. */
    String eventType();

    /** Returns the URL that was tried, {@code meta.delivered_to} of the webhook. */
    String url();

    /** Returns which try at this URL it is, counted from 1, {@code meta.attempt} of the webhook. */
    int attempt();

    /** Returns the body as it was signed and sent. */
    String body();

    /** Returns when the try began, by the sandbox's clock. */
    Instant startedAt();

    /** Returns what became of it. */
    Result result();

    /** Returns the HTTP status of the response, if there was one. */
    Optional<Integer> httpStatus();

    /** Returns how long it took, in real time also on a manual clock; absent while it is pending. */
    Optional<Duration> duration();

    /** Returns when the next try follows, be it at this URL or at the failover URL; absent where there is none. */
    Optional<Instant> nextTryAt();
}
