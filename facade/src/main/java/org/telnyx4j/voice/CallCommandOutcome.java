package org.telnyx4j.voice;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.generated.model.CallCommandResult;
import org.telnyx4j.internal.privacy.Mask;

/**
 * What Telnyx says to a command: that it took it. What comes of it is told by the webhooks that follow, which carry the
 * same call control id. Safe for use by any number of threads as long as nobody changes {@link #raw()}.
 */
public final class CallCommandOutcome {
    private final String action;
    private final CallControlId callControlId;
    private final @Nullable String commandId;
    private final CallCommandResult result;
    private final @Nullable String requestId;
    private final @Nullable RateLimitState rateLimit;

    private CallCommandOutcome(Builder builder) {
        this.action = builder.action;
        this.callControlId = builder.callControlId;
        this.commandId = builder.commandId;
        this.result = builder.result;
        this.requestId = builder.requestId;
        this.rateLimit = builder.rateLimit;
    }

    /**
     * Starts an outcome; applications need this for their tests only.
     *
     * @param callControlId the leg that the command was for
     * @param action what Telnyx calls the command
     * @param result what was answered; kept, not copied
     * @return a new builder
     */
    public static Builder of(CallControlId callControlId, String action, CallCommandResult result) {
        return new Builder(callControlId, action, result);
    }

    /**
     * Returns what Telnyx calls the command.
     *
     * @return the last part of the command's path, such as {@code transfer}, {@code hangup} or {@code record_start}
     */
    public String action() {
        return action;
    }

    /**
     * Returns the leg that the command was for.
     *
     * @return its id, as it was given
     */
    public CallControlId callControlId() {
        return callControlId;
    }

    /**
     * Returns the command id that was sent: the caller's, or the fresh one.
     *
     * @return the id, or empty for the update of the client state, which takes none
     */
    public Optional<String> commandId() {
        return Optional.ofNullable(commandId);
    }

    /**
     * Returns what Telnyx said of the command.
     *
     * @return {@code ok} as a rule, or empty where nothing was said
     */
    public Optional<String> status() {
        return Optional.ofNullable(result.getResult());
    }

    /**
     * Returns the recording that begins with the answer, where one was asked for.
     *
     * @return its id, or empty where there is none
     */
    public Optional<String> recordingId() {
        return Optional.ofNullable(result.getRecordingId());
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
     * @return the result itself, not a copy
     */
    public CallCommandResult raw() {
        return result;
    }

    /** Tells command, leg and status. */
    @Override
    public String toString() {
        return "CallCommandOutcome[action=" + action + ", status=" + result.getResult() + ", callControlId="
                + Mask.identifier(callControlId.value()) + ", commandId="
                + (commandId == null ? "none" : Mask.identifier(commandId)) + "]";
    }

    /** Collects an outcome. Mutable, for one thread. */
    public static final class Builder {
        private final CallControlId callControlId;
        private final String action;
        private final CallCommandResult result;
        private @Nullable String commandId;
        private @Nullable String requestId;
        private @Nullable RateLimitState rateLimit;

        private Builder(CallControlId callControlId, String action, CallCommandResult result) {
            this.callControlId = Objects.requireNonNull(callControlId, "callControlId");
            this.action = Objects.requireNonNull(action, "action");
            this.result = Objects.requireNonNull(result, "result");
        }

        /**
         * Sets the command id.
         *
         * @param commandId the id, or null where the command takes none
         * @return this builder
         */
        public Builder commandId(@Nullable String commandId) {
            this.commandId = commandId;
            return this;
        }

        /**
         * Sets Telnyx's id of the request.
         *
         * @param requestId the id, or null where it was not said
         * @return this builder
         */
        public Builder requestId(@Nullable String requestId) {
            this.requestId = requestId;
            return this;
        }

        /**
         * Sets what the answer said of the caller's allowance.
         *
         * @param rateLimit the state, or null where it said nothing
         * @return this builder
         */
        public Builder rateLimit(@Nullable RateLimitState rateLimit) {
            this.rateLimit = rateLimit;
            return this;
        }

        /**
         * Makes the outcome.
         *
         * @return an immutable outcome
         */
        public CallCommandOutcome build() {
            return new CallCommandOutcome(this);
        }
    }
}
