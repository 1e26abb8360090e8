package org.telnyx4j.internal.messaging;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.CallGuard;
import org.telnyx4j.internal.call.CallStep;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.messaging.SendDecision;
import org.telnyx4j.messaging.SendGuard;
import org.telnyx4j.messaging.SendRefusal;

/**
 * Asks the application's guards before a message goes out, and reports to them. One for a client and all its tenants. Safe for
 * use by any number of threads.
 */
public final class SendGuards implements CallGuard {
    private final List<SendGuard> guards;
    private final ErrorFactory errors;
    private final Sleeper sleeper;
    private final AtomicBoolean reported = new AtomicBoolean();

    /**
     * Creates the guards of a client.
     *
     * @param guards the application's, in the order in which they are asked
     * @param client the client itself
     */
    public SendGuards(List<SendGuard> guards, TelnyxClient client) {
        this.guards = List.copyOf(guards);
        this.errors = client.errors();
        this.sleeper = client.sleeper();
    }

    /**
     * Returns a client whose calls are guarded.
     *
     * @param client the client, or that of one of its tenants
     * @return the client as it is where there are no guards
     */
    TelnyxClient guarded(TelnyxClient client) {
        return guards.isEmpty() ? client : client.guardedBy(this);
    }

    @Override
    public ApiResponse<?> send(Call call, Attempt first, CallStep next) {
        GuardedSend send = new GuardedSend(call, first, sleeper);
        int allowed = 0;
        boolean under = false;
        SendOutcome outcome = SendOutcome.NOT_SENT;
        try {
            for (SendGuard guard : guards) {
                ask(guard, send);
                allowed++;
                checkTime(call, send);
            }
            under = true;
            ApiResponse<?> response = next.send(call, first.afterWait(call, sleeper.nanoTime()));
            outcome = SendOutcome.of(response);
            return response;
        } catch (TelnyxException e) {
            outcome = SendOutcome.of(e);
            throw e;
        } catch (Throwable e) {
            // What else can be thrown on the way has nothing to say about the request.
            outcome = under ? SendOutcome.UNKNOWN : SendOutcome.NOT_SENT;
            throw e;
        } finally {
            report(allowed, send, outcome);
        }
    }

    /**
     * Asks one guard.
     *
     * @throws TelnyxException if it refuses, or fails to decide
     */
    private void ask(SendGuard guard, GuardedSend send) {
        SendDecision decision;
        try {
            decision = guard.beforeSend(send);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw errors.notBegun(
                    send.operation(),
                    NetworkFailure.INTERRUPTED,
                    "the calling thread was interrupted while it waited for a SendGuard");
        } catch (RuntimeException e) {
            throw sleeper.isClosed() ? errors.clientClosed(send.operation()) : failed(guard, send, e);
        } finally {
            send.decided();
        }
        if (sleeper.isClosed()) {
            throw errors.clientClosed(send.operation());
        }
        if (decision == null) {
            throw failed(guard, send, null);
        }
        decision.refusal().ifPresent(refusal -> {
            throw refused(refusal, send);
        });
    }

    private TelnyxException failed(SendGuard guard, GuardedSend send, @Nullable Throwable cause) {
        String problem =
                "the SendGuard " + guard.getClass().getName() + (cause == null ? " returned no decision" : " failed");
        return errors.undecided(send.operation(), problem, cause);
    }

    private TelnyxException refused(SendRefusal refusal, GuardedSend send) {
        return switch (refusal.kind()) {
            case OPTED_OUT ->
                errors.optedOut(send.operation(), refusal.recipient().orElse(""));
            case PACED ->
                errors.paced(
                        send.operation(),
                        refusal.retryAfter().orElseThrow(),
                        refusal.reason().orElse(null));
            case UNDECIDED ->
                errors.undecided(
                        send.operation(),
                        refusal.reason().orElse("a SendGuard cannot decide"),
                        refusal.cause().orElse(null));
        };
    }

    private void checkTime(Call call, GuardedSend send) {
        if (send.remainingNanos() < call.shortestAttemptNanos()) {
            throw errors.notBegun(
                    call.name(),
                    NetworkFailure.DEADLINE,
                    "its deadline of " + call.timeout().toMillis() + " ms passed while it waited for a SendGuard");
        }
    }

    /** The first to be asked is the last to be told, as with listeners. */
    private void report(int allowed, GuardedSend send, SendOutcome outcome) {
        for (int i = allowed - 1; i >= 0; i--) {
            try {
                guards.get(i).afterSend(send, outcome);
            } catch (Throwable e) {
                log(guards.get(i), e);
            }
        }
    }

    /** The class alone: what is thrown can have anything in its message. */
    private void log(SendGuard guard, Throwable failure) {
        if (!reported.compareAndSet(false, true)) {
            return;
        }
        try {
            System.getLogger("org.telnyx4j.messaging")
                    .log(
                            System.Logger.Level.WARNING,
                            "afterSend of the SendGuard " + guard.getClass().getName() + " has thrown "
                                    + failure.getClass().getName()
                                    + ". No call is changed by that, and it is logged only once.");
        } catch (Throwable broken) {
            // A logger that fails changes no call either.
        }
    }
}
