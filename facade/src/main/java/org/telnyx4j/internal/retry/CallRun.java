package org.telnyx4j.internal.retry;

import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.generated.invoker.BodyTooLargeException;
import org.telnyx4j.generated.invoker.RawResponse;
import org.telnyx4j.internal.errors.BodyProblem;
import org.telnyx4j.internal.errors.CallContext;
import org.telnyx4j.internal.errors.History;
import org.telnyx4j.internal.errors.Repeatability;
import org.telnyx4j.internal.errors.ResponseHead;
import org.telnyx4j.internal.transport.CallEndedException;
import org.telnyx4j.internal.transport.ClientClosedException;

/** One call under way: how often it was tried, and what may have come of it. For the thread that makes the call. */
final class CallRun {
    private static final long LONGEST_NANOS = Duration.ofDays(1).toNanos();

    /** Too little to get an answer in. */
    private static final long SHORTEST_ATTEMPT_NANOS = Duration.ofMillis(20).toNanos();

    /**
     * Telnyx goes by a command id for 60 s from when it first saw it. What is sent again must be there before, so no
     * such attempt goes on for longer than this from before the first one, which could have been there at once.
     */
    private static final long COMMAND_ID_COUNTS_NANOS = Duration.ofSeconds(55).toNanos();

    private final RetryEngine engine;
    private final RetryableCall call;
    private final long start;
    private final long deadlineNanos;
    private final List<TelnyxException> failures = new ArrayList<>();
    private Outcome worst = Outcome.NOT_CARRIED_OUT;
    private int attempts;
    private int retries;
    private int tokens;
    private boolean hedged;
    private boolean holdsTokens;

    CallRun(RetryEngine engine, RetryableCall call) {
        this.engine = engine;
        this.call = call;
        this.start = engine.sleeper().nanoTime();
        this.deadlineNanos = nanos(call.timeout());
    }

    Answered run() {
        try {
            return tryOut();
        } finally {
            if (holdsTokens) {
                engine.budget().over();
            }
        }
    }

    private Answered tryOut() {
        AttemptResult result = attempt();
        while (true) {
            TelnyxException failure = result.failure();
            if (failure == null) {
                return succeeded(result);
            }
            Duration wait = waitBefore(failure);
            Verdict verdict = verdict(result, failure, wait);
            if (verdict != Verdict.TRY_AGAIN) {
                return end(result, failure, verdict);
            }
            retries++;
            note(failure);
            pause(wait);
            try {
                result = attempt();
            } catch (ClientClosedException e) {
                return end(result, failure, Verdict.CLOSED);
            }
        }
    }

    CallContext context() {
        return call.context();
    }

    RetryEngine engine() {
        return engine;
    }

    Sender sender() {
        return call.sender();
    }

    /** Returns the time there is for an attempt that starts now. */
    long leftNanos() {
        long used = usedNanos();
        boolean mustBeThereInTime = attempts > 0 && call.context().repeatability() == Repeatability.DEDUPLICATED;
        long end = mustBeThereInTime ? Math.min(deadlineNanos, COMMAND_ID_COUNTS_NANOS) : deadlineNanos;
        return end - used;
    }

    /** Returns a request that can be sent once. */
    HttpUriRequestBase freshRequest() {
        HttpUriRequestBase original = call.request();
        try {
            HttpUriRequestBase copy = new HttpUriRequestBase(original.getMethod(), original.getUri());
            copy.setHeaders(original.getHeaders());
            copy.setEntity(original.getEntity());
            return copy;
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A request that was made from a URL has none", e);
        }
    }

    /** Sends a request and judges what comes of it. */
    AttemptResult send(HttpUriRequestBase request, int resends, long leftNanos) {
        RawResponse answer;
        try {
            answer = call.sender().send(request, resends, leftNanos);
        } catch (TelnyxNetworkException e) {
            return AttemptResult.failed(null, e, Trouble.of(e));
        }
        ResponseHead head = new ResponseHead(answer.status(), answer::header);
        if (!answer.isSuccess()) {
            TelnyxException failure = engine.errors().fromResponse(call.context(), head, answer.body());
            return AttemptResult.failed(answer, failure, Trouble.of(failure));
        }
        IOException bodyFailure = answer.bodyFailure();
        if (bodyFailure == null || !isCutOff(bodyFailure)) {
            return AttemptResult.success(answer);
        }
        TelnyxException failure = engine.errors().unusableBody(call.context(), head, BodyProblem.CUT_OFF, bodyFailure);
        return AttemptResult.failed(answer, failure, Trouble.CUT_OFF);
    }

    boolean isRepeated(AttemptResult result) {
        return result.trouble() != null
                && result.trouble().isRepeated(call.context().repeatability());
    }

    /** What is removed is removed: another request would only be told that there is nothing. */
    private boolean isCutOff(IOException bodyFailure) {
        return !(bodyFailure instanceof CallEndedException)
                && !(bodyFailure instanceof BodyTooLargeException)
                && !call.request().getMethod().equals("DELETE");
    }

    private AttemptResult attempt() {
        boolean hedge = !hedged
                && call.options().hedgeCallCommands().isPresent()
                && call.context().repeatability() == Repeatability.DEDUPLICATED;
        if (!hedge) {
            AttemptResult result = send(freshRequest(), attempts, leftNanos());
            attempts++;
            return result;
        }
        HedgedAttempt both =
                new HedgedAttempt(this, call.options().hedgeCallCommands().orElseThrow(), attempts, tokens == 0);
        AttemptResult result = both.run();
        attempts++;
        if (both.wasHedged()) {
            hedged = true;
            holdsTokens = true;
            attempts++;
            tokens++;
            worst = greater(worst, both.otherOutcome());
            TelnyxException other = both.otherFailure();
            if (other != null) {
                failures.add(other);
            }
        }
        return result;
    }

    private Answered succeeded(AttemptResult result) {
        engine.budget().succeeded(tokens);
        return new Answered(Objects.requireNonNull(result.answer(), "a success has an answer"), attempts);
    }

    private Verdict verdict(AttemptResult result, TelnyxException failure, Duration wait) {
        if (!isRepeated(result) || retries >= call.options().maxRetries()) {
            return Verdict.ENOUGH;
        }
        if (!call.sender().isOpen()) {
            return Verdict.CLOSED;
        }
        if (Thread.currentThread().isInterrupted()) {
            return Verdict.ENOUGH;
        }
        long left = leftNanos();
        if (isCommandIdSpentIn(wait)) {
            return Verdict.COMMAND_ID_SPENT;
        }
        if (wait.toNanos() > left - SHORTEST_ATTEMPT_NANOS) {
            return failure.retryAfter().isPresent() ? Verdict.ASKED_FOR_TOO_LONG : Verdict.NO_TIME;
        }
        if (isInvited(failure)) {
            return Verdict.TRY_AGAIN;
        }
        return takeToken(left - wait.toNanos());
    }

    private Verdict takeToken(long leftNanos) {
        long most = Math.min(call.options().maxDelay().toNanos(), leftNanos - SHORTEST_ATTEMPT_NANOS);
        try {
            holdsTokens = engine.budget().take(tokens == 0, most);
        } catch (InterruptedException e) {
            holdsTokens = false;
            // The wait that comes next ends at once for it.
            Thread.currentThread().interrupt();
            return Verdict.TRY_AGAIN;
        }
        if (!call.sender().isOpen()) {
            return Verdict.CLOSED;
        }
        if (!holdsTokens) {
            return Verdict.NO_BUDGET;
        }
        tokens++;
        return Verdict.TRY_AGAIN;
    }

    /** A server that limits the rate and says when to come back is at work, and governs its own load. */
    private static boolean isInvited(TelnyxException failure) {
        return failure instanceof TelnyxRateLimitException
                && failure.retryAfter().isPresent();
    }

    /** What the server asks for, and a little more, so that those it asks don't all come back at once. */
    private Duration waitBefore(TelnyxException failure) {
        Duration longest = call.options().baseDelay().multipliedBy(1L << retries);
        Duration most = call.options().maxDelay();
        Duration drawn = engine.drawn(longest.compareTo(most) < 0 ? longest : most);
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        Duration fitting =
                Duration.ofNanos(leftNanos() - SHORTEST_ATTEMPT_NANOS).minus(asked);
        if (!asked.isZero() && !fitting.isNegative() && drawn.compareTo(fitting) > 0) {
            return asked.plus(fitting);
        }
        return asked.plus(drawn);
    }

    private Answered end(AttemptResult result, TelnyxException failure, Verdict verdict) {
        RawResponse answer = result.answer();
        if (answer != null && answer.isSuccess()) {
            // Whether anything is missing without the rest of the body is for the caller to say.
            return new Answered(answer, attempts);
        }
        Outcome outcome = isRead() ? failure.outcome() : greater(worst, failure.outcome());
        failures.remove(failure);
        throw engine.errors().ofAttempts(call.context(), failure, history(outcome, verdict.words()));
    }

    private void pause(Duration wait) {
        try {
            engine.sleeper().sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            TelnyxException interrupted = engine.errors().interruptedBetween(call.context(), worst, e);
            throw engine.errors().ofAttempts(call.context(), interrupted, history(worst, null));
        }
    }

    private History history(Outcome outcome, @Nullable String note) {
        return new History(attempts, outcome, note, isCommandIdSpentIn(Duration.ZERO), List.copyOf(failures));
    }

    private void note(TelnyxException failure) {
        failures.add(failure);
        worst = greater(worst, failure.outcome());
    }

    private boolean isCommandIdSpentIn(Duration wait) {
        return call.context().repeatability() == Repeatability.DEDUPLICATED
                && usedNanos() + wait.toNanos() > COMMAND_ID_COUNTS_NANOS - SHORTEST_ATTEMPT_NANOS;
    }

    /** A lookup leaves nothing behind, so what its last attempt says is all there is to say. */
    private boolean isRead() {
        return call.request().getMethod().equals("GET");
    }

    private long usedNanos() {
        return engine.sleeper().nanoTime() - start;
    }

    private static Outcome greater(Outcome one, Outcome other) {
        return weight(one) >= weight(other) ? one : other;
    }

    private static int weight(Outcome outcome) {
        return switch (outcome) {
            case NOT_CARRIED_OUT -> 0;
            case UNKNOWN -> 1;
            case CARRIED_OUT -> 2;
        };
    }

    private static long nanos(Duration timeout) {
        return timeout.compareTo(Duration.ofDays(1)) >= 0 ? LONGEST_NANOS : timeout.toNanos();
    }

    /** What is decided after a failed attempt, and why. */
    private enum Verdict {
        TRY_AGAIN(null),
        ENOUGH(null),
        CLOSED("the client was closed"),
        COMMAND_ID_SPENT("its command_id counts for 60 s only"),
        ASKED_FOR_TOO_LONG("the delay that was asked for does not fit into the deadline"),
        NO_TIME("too little of the deadline is left"),
        NO_BUDGET("the client's retry budget is used up");

        private final @Nullable String words;

        Verdict(@Nullable String words) {
            this.words = words;
        }

        @Nullable
        String words() {
            return words;
        }
    }
}
