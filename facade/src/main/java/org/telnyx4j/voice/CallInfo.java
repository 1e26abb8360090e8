package org.telnyx4j.voice;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.generated.model.CallStatus;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.internal.voice.ClientState;

/**
 * The state of a leg at one moment. Safe for use by any number of threads as long as nobody changes {@link #raw()}.
 */
public final class CallInfo {
    private final CallStatus call;
    private final CallControlId callControlId;
    private final @Nullable String requestId;
    private final @Nullable RateLimitState rateLimit;

    /**
     * Makes a state; applications need this for their tests only.
     *
     * @param callControlId the leg that was asked for
     * @param call what was answered; kept, not copied
     * @param requestId Telnyx's id of the request, or null where it was not said
     * @param rateLimit what the answer said of the caller's allowance, or null where it said nothing
     */
    public CallInfo(
            CallControlId callControlId,
            CallStatus call,
            @Nullable String requestId,
            @Nullable RateLimitState rateLimit) {
        this.callControlId = Objects.requireNonNull(callControlId, "callControlId");
        this.call = Objects.requireNonNull(call, "call");
        this.requestId = requestId;
        this.rateLimit = rateLimit;
    }

    /**
     * Returns the leg that was asked for.
     *
     * @return its id, as it was given
     */
    public CallControlId callControlId() {
        return callControlId;
    }

    /**
     * Returns the id of the leg, which all webhooks about it carry.
     *
     * @return the id, or empty where it was not said
     */
    public Optional<String> callLegId() {
        return Optional.ofNullable(call.getCallLegId());
    }

    /**
     * Returns the id that all legs of one conversation share.
     *
     * @return the id, or empty where it was not said
     */
    public Optional<String> callSessionId() {
        return Optional.ofNullable(call.getCallSessionId());
    }

    /**
     * Tells whether the leg is up.
     *
     * @return false if it is not, or nothing was said
     */
    public boolean isAlive() {
        return Boolean.TRUE.equals(call.getIsAlive());
    }

    /**
     * Returns how long the leg has lasted, in whole seconds.
     *
     * @return the duration so far or in all, or empty where it was not said
     */
    public Optional<Duration> duration() {
        Integer seconds = call.getCallDuration();
        return seconds == null ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    }

    /**
     * Returns when the leg began.
     *
     * @return the time, or empty where it was not said
     */
    public Optional<OffsetDateTime> startedAt() {
        return time(call.getStartTime());
    }

    /**
     * Returns when the leg ended.
     *
     * @return the time, or empty while it is up
     */
    public Optional<OffsetDateTime> endedAt() {
        return time(call.getEndTime());
    }

    /**
     * Returns what the application keeps with the leg.
     *
     * @return the text, or empty where there is none, or it is no Base64 of UTF-8
     */
    public Optional<String> clientState() {
        return Optional.ofNullable(ClientState.decode(call.getClientState()));
    }

    /**
     * Returns Telnyx's id of the request that this answers, for its support.
     *
     * @return the id, or empty where it was not said
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * Returns what the answer said of the caller's allowance.
     *
     * @return the state, or empty where it said nothing
     */
    public Optional<RateLimitState> rateLimit() {
        return Optional.ofNullable(rateLimit);
    }

    /**
     * Returns the answer as the generated client read it, with every field, known or not.
     *
     * @return the state itself, not a copy
     */
    public CallStatus raw() {
        return call;
    }

    /** Tells ids and whether it is up; the client state is private. */
    @Override
    public String toString() {
        return "CallInfo[callControlId=" + Mask.identifier(callControlId.value()) + ", callLegId=" + call.getCallLegId()
                + ", callSessionId=" + call.getCallSessionId() + ", alive=" + isAlive() + "]";
    }

    private static Optional<OffsetDateTime> time(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException unreadable) {
            // A time that cannot be read is no reason to lose the rest; raw() has it as it came.
            return Optional.empty();
        }
    }
}
