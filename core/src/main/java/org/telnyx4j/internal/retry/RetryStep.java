package org.telnyx4j.internal.retry;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.CallStep;
import org.telnyx4j.internal.decision.DecisionTable;
import org.telnyx4j.internal.decision.RetryCondition;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.internal.time.Nanos;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.internal.time.TimeSource;

/**
 * Sends a request as often as the {@link DecisionTable}, the retry options, the deadline and the client's budget allow.
 * What belongs to a call is in its {@link RetryState}; what all calls of a client share is the budget. Safe for use by
 * any number of threads.
 */
public final class RetryStep implements CallStep, AutoCloseable {
    private final AttemptSender sender;
    private final BooleanSupplier isOpen;
    private final ErrorFactory errors;
    private final Telemetry telemetry;
    private final Sleeper sleeper;
    private final RetryDelay delay;
    private final RetryBudget budget;
    private final HedgeThreads hedgeThreads = new HedgeThreads();

    /**
     * Creates the step.
     *
     * @param next sends one request
     * @param isOpen returns false once the client is closed
     * @param errors builds the exceptions
     * @param telemetry reports the second request of a hedged attempt
     * @param time measures, waits, and gives the jitter
     */
    public RetryStep(CallStep next, BooleanSupplier isOpen, ErrorFactory errors, Telemetry telemetry, TimeSource time) {
        this.sender = new AttemptSender(next, errors);
        this.isOpen = isOpen;
        this.errors = errors;
        this.telemetry = telemetry;
        this.sleeper = time.sleeper();
        this.delay = new RetryDelay(time.random());
        this.budget = new RetryBudget(sleeper::nanoTime);
    }

    @Override
    public ApiResponse<?> send(Call call, Attempt first) {
        RetryState state = new RetryState(call, sleeper, first);
        try {
            Attempt attempt = first;
            AttemptResult before = null;
            while (true) {
                AttemptResult result = state.mayHedge() ? hedged(state, attempt) : sender.send(call, attempt);
                if (before != null && result.condition() == RetryCondition.CLIENT_CLOSED) {
                    return end(state, before, StopReason.CLOSED);
                }
                state.attempted(result);
                TelnyxException failure = result.failure();
                if (failure == null) {
                    budget.succeeded(state.tokens());
                    return counted(result.response(), state);
                }
                Duration wait = waitBefore(state, failure);
                StopReason stop = stopReason(state, result, failure, wait);
                if (stop != null) {
                    return end(state, result, stop);
                }
                state.retryAfter(failure);
                pause(state, wait);
                // The wait can have been longer than it should: the process may have been stopped meanwhile.
                stop = lateness(state, Duration.ZERO, failure);
                if (stop != null) {
                    return end(state, result, stop);
                }
                before = result;
                attempt = state.nextAttempt();
            }
        } finally {
            if (state.holdsTokens()) {
                budget.over();
            }
        }
    }

    private AttemptResult hedged(RetryState state, Attempt first) {
        return new HedgedAttempt(sender, budget, hedgeThreads, telemetry, state, first).run();
    }

    /** Ends the threads of hedged attempts. */
    @Override
    public void close() {
        hedgeThreads.close();
    }

    private @Nullable StopReason stopReason(
            RetryState state, AttemptResult result, TelnyxException failure, Duration wait) {
        if (!result.isRepeated() || !state.hasRetriesLeft()) {
            return StopReason.ENOUGH;
        }
        if (!isOpen.getAsBoolean()) {
            return StopReason.CLOSED;
        }
        if (Thread.currentThread().isInterrupted()) {
            return StopReason.ENOUGH;
        }
        StopReason late = lateness(state, wait, failure);
        if (late != null) {
            return late;
        }
        return isInvited(failure) ? null : takeToken(state, wait);
    }

    private static @Nullable StopReason lateness(RetryState state, Duration wait, TelnyxException failure) {
        if (state.isCommandIdSpentIn(wait)) {
            return StopReason.COMMAND_ID_SPENT;
        }
        if (wait.compareTo(state.longestWait()) <= 0) {
            return null;
        }
        boolean isAskedFor = failure.retryAfter().isPresent() && !wait.isZero();
        return isAskedFor ? StopReason.ASKED_FOR_TOO_LONG : StopReason.NO_TIME;
    }

    /**
     * A server that limits the rate and names a delay is at work, and governs its own load. So does one that takes only so
     * many requests on a connection, and has taken its last one.
     */
    private static boolean isInvited(TelnyxException failure) {
        boolean mayInvite = failure instanceof TelnyxRateLimitException
                || (failure instanceof TelnyxNetworkException network && network.failure() == NetworkFailure.REFUSED);
        return mayInvite && failure.retryAfter().isPresent();
    }

    private @Nullable StopReason takeToken(RetryState state, Duration wait) {
        Duration spare = state.longestWait().minus(wait);
        Duration most = state.call().retries().maxDelay();
        try {
            boolean taken = budget.take(state.hasNoToken(), Nanos.of(spare.compareTo(most) < 0 ? spare : most));
            state.tookToken(taken);
            if (!isOpen.getAsBoolean()) {
                return StopReason.CLOSED;
            }
            return taken ? null : StopReason.NO_BUDGET;
        } catch (InterruptedException e) {
            state.tookToken(false);
            // The wait that comes next ends at once for it.
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Duration waitBefore(RetryState state, TelnyxException failure) {
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        return delay.before(state.call().retries(), state.retries(), asked, state.longestWait());
    }

    private void pause(RetryState state, Duration wait) {
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            TelnyxException interrupted = errors.interruptedBetween(state.call(), state.outcomeSoFar(), e);
            throw errors.ofAttempts(state.call(), interrupted, state.history(interrupted, null));
        }
    }

    private ApiResponse<?> end(RetryState state, AttemptResult last, StopReason reason) {
        if (last.response() != null) {
            // A success. Whether anything is missing without the rest of the body is for the read step to decide.
            return counted(last.response(), state);
        }
        TelnyxException failure = Objects.requireNonNull(last.failure(), "what is no success has failed");
        throw errors.ofAttempts(state.call(), failure, state.history(failure, reason.clause));
    }

    private static ApiResponse<?> counted(@Nullable ApiResponse<?> response, RetryState state) {
        ApiResponse<?> success = Objects.requireNonNull(response, "a success has a response");
        return state.attempts() == 1 ? success : withAttempts(success, state.attempts());
    }

    private static <T> ApiResponse<T> withAttempts(ApiResponse<T> response, int attempts) {
        return new ApiResponse<>(response.request(), response.raw(), response.data(), attempts);
    }

    /** Why a failed request is not sent again. */
    private enum StopReason {
        /** The table forbids it, or the retries are used up, which goes without saying. */
        ENOUGH(null),
        CLOSED("the client was closed"),
        COMMAND_ID_SPENT("its command_id counts for 60 s only"),
        ASKED_FOR_TOO_LONG("the delay that was asked for does not fit into the deadline"),
        NO_TIME("too little of the deadline is left"),
        NO_BUDGET("the client's retry budget is used up");

        /** Goes on from "not tried again, as". */
        private final @Nullable String clause;

        StopReason(@Nullable String clause) {
            this.clause = clause;
        }
    }
}
