package org.telnyx4j.voice;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.generated.model.DialedCall;
import org.telnyx4j.internal.privacy.Mask;

/**
 * A call that Telnyx is placing; nobody has picked up yet. Safe for use by any number of threads as long as nobody
 * changes {@link #raw()}.
 */
public final class PlacedCall {
    private final DialedCall call;
    private final CallControlId callControlId;
    private final String commandId;
    private final @Nullable String requestId;
    private final @Nullable RateLimitState rateLimit;

    /**
     * Makes one; applications need this for their tests only.
     *
     * @param call what was answered, with a call control id; kept, not copied
     * @param commandId the command id that was sent
     * @param requestId Telnyx's id of the request, or null where it was not said
     * @param rateLimit what the answer said of the caller's allowance, or null where it said nothing
     */
    public PlacedCall(
            DialedCall call, String commandId, @Nullable String requestId, @Nullable RateLimitState rateLimit) {
        this.call = Objects.requireNonNull(call, "call");
        this.callControlId = CallControlId.of(call.getCallControlId());
        this.commandId = Objects.requireNonNull(commandId, "commandId");
        this.requestId = requestId;
        this.rateLimit = rateLimit;
    }

    /**
     * Returns the key with which commands act on the new leg.
     *
     * @return the id
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
     * Returns the command id that was sent: the caller's, or the fresh one.
     *
     * @return the id
     */
    public String commandId() {
        return commandId;
    }

    /**
     * Returns the recording that begins with the answer, where one was asked for.
     *
     * @return its id, or empty where there is none
     */
    public Optional<String> recordingId() {
        return Optional.ofNullable(call.getRecordingId());
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
     * @return the call itself, not a copy
     */
    public DialedCall raw() {
        return call;
    }

    /** Tells the ids. */
    @Override
    public String toString() {
        return "PlacedCall[callControlId=" + Mask.identifier(callControlId.value()) + ", callLegId="
                + call.getCallLegId() + ", callSessionId=" + call.getCallSessionId() + ", commandId="
                + Mask.identifier(commandId) + "]";
    }
}
