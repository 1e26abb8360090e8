package org.telnyx4j.optouts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorDetails;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.errors.TelnyxError;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.messaging.SendReport;

/** What became of a send. */
record TestReport(
        @Nullable String from,
        @Nullable String profile,
        @Nullable TelnyxException failure) implements SendReport {
    static TestReport sent(String from, String profile) {
        return new TestReport(from, profile, null);
    }

    /** As Telnyx responds. */
    static TestReport blocked(String detail, @Nullable String pointer) {
        return new TestReport(null, null, failure(detail, pointer, true));
    }

    /** As a guard before the wire refuses. */
    static TestReport refusedHere() {
        return new TestReport(null, null, failure("", null, false));
    }

    private static TelnyxException failure(String detail, @Nullable String pointer, boolean ofTelnyx) {
        ErrorDetails.Builder details = ErrorDetails.builder(
                        "messages.send", Outcome.NOT_CARRIED_OUT, Advice.DO_NOT_RETRY)
                .errors(List.of(
                        new TelnyxError("40300", "Blocked due to STOP message", detail, pointer, null, Map.of())));
        if (ofTelnyx) {
            details.httpStatus(400);
        }
        return new TelnyxValidationException(details.build(), "to");
    }

    @Override
    public Outcome outcome() {
        return failure == null ? Outcome.CARRIED_OUT : failure.outcome();
    }

    @Override
    public int attempts() {
        return 1;
    }

    @Override
    public Optional<TelnyxException> error() {
        return Optional.ofNullable(failure);
    }

    @Override
    public Optional<String> messageId() {
        return Optional.empty();
    }

    @Override
    public Optional<String> sender() {
        return Optional.ofNullable(from);
    }

    @Override
    public Optional<String> messagingProfileId() {
        return Optional.ofNullable(profile);
    }

    @Override
    public OptionalInt parts() {
        return OptionalInt.empty();
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    @Override
    public Optional<RateLimitState> rateLimit() {
        return Optional.empty();
    }
}
