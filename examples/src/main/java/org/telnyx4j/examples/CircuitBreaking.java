package org.telnyx4j.examples;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Optional;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.errors.ErrorType;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.messaging.MessageResult;

/**
 * Sends through a circuit breaker (resilience4j): while Telnyx does not respond, further texts are refused at once, in place
 * of waiting for a deadline each. The library has no breaker of its own; its retry budget keeps it from repeating requests
 * into an outage, and this keeps it from sending them.
 */
final class CircuitBreaking {
    private final TelnyxOperations telnyx;
    private final CircuitBreaker breaker;

    /**
     * Creates the sender.
     *
     * @param telnyx sends
     * @param calls how many calls the rate of failures is taken from
     */
    CircuitBreaking(TelnyxOperations telnyx, int calls) {
        this.telnyx = telnyx;
        this.breaker = CircuitBreaker.of(
                "telnyx",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(calls)
                        .minimumNumberOfCalls(calls)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(Duration.ofSeconds(10))
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .recordException(CircuitBreaking::isOutage)
                        .build());
    }

    /** What Telnyx refuses, it has responded to: that is no outage. A limited rate is none either. */
    private static boolean isOutage(Throwable failure) {
        return failure instanceof TelnyxException known
                && (known.type() == ErrorType.NETWORK || known.httpStatus().orElse(0) >= 500);
    }

    /**
     * Sends a text, unless there is an outage.
     *
     * @param message the text
     * @return the accepted text, or empty if it was not sent because of the outage; try it again later
     * @throws TelnyxException if it could not be sent; read its outcome before sending it again
     */
    Optional<MessageResult> send(OutgoingMessage message) {
        try {
            return Optional.of(breaker.executeSupplier(() -> telnyx.messages().send(message)));
        } catch (CallNotPermittedException e) {
            return Optional.empty();
        }
    }
}
