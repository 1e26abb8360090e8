package org.telnyx4j.messaging;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.errors.TelnyxException;

/**
 * What became of a message that a {@link SendGuard} had allowed. Implemented by the library alone, apart from tests of
 * guards. Immutable; its {@code toString} shows nothing private.
 */
public interface SendReport {
    /**
     * Returns whether the message was accepted.
     *
     * @return {@link Outcome#CARRIED_OUT} if it was, {@link Outcome#NOT_CARRIED_OUT} if it certainly was not
     */
    Outcome outcome();

    /**
     * Returns how many HTTP requests were made, the first one and the retries.
     *
     * @return the number; 0 where nothing went out, such as when a later guard refused
     */
    int attempts();

    /**
     * Returns why it failed.
     *
     * @return the error that the caller gets; empty for a success, and where what was thrown is no {@code TelnyxException}
     */
    Optional<TelnyxException> error();

    /**
     * Returns the message's id.
     *
     * @return the id; empty where no message was accepted
     */
    Optional<String> messageId();

    /**
     * Returns the sender by which Telnyx sends, such as the number that it has chosen from a pool.
     *
     * @return the sender by the response, or empty where it has none
     */
    Optional<String> sender();

    /**
     * Returns the messaging profile by which Telnyx sends.
     *
     * @return the profile's id by the response, or empty where it has none
     */
    Optional<String> messagingProfileId();

    /**
     * Returns how many parts Telnyx counts.
     *
     * @return the number by the response, or empty where it has none
     */
    OptionalInt parts();

    /**
     * Returns how long Telnyx asked to wait.
     *
     * @return the delay, or empty where it asked for none
     */
    Optional<Duration> retryAfter();

    /**
     * Returns the state of the rate limit.
     *
     * @return the state by the last response, or empty where there is none
     */
    Optional<RateLimitState> rateLimit();
}
