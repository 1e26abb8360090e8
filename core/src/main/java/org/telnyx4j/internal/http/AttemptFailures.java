package org.telnyx4j.internal.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.errors.ErrorFactory;

/**
 * Finds out why an attempt has no response: interrupt, close, deadline, the time of one attempt, or the network.
 *
 * @param errors builds the exceptions
 * @param ours whether the HTTP client is ours, so that it reports how far it came
 * @param isOpen returns false once the client is closed
 */
record AttemptFailures(ErrorFactory errors, boolean ours, BooleanSupplier isOpen) {
    /** Builds the error of an attempt without a response. */
    TelnyxException of(Call call, Attempt attempt, AttemptContext context, Exception cause) {
        FailureStage stage = ours ? context.stage() : stageByCause(call, context, cause);
        if (cause instanceof StreamRefusedException refusal) {
            // The one failure after sending that says what became of the request, whatever else ends the call.
            return errors.refused(call, stage, cause, refusal.isInvitation());
        }
        if (Thread.currentThread().isInterrupted()) {
            return errors.interrupted(call, stage, cause);
        }
        if (!isOpen.getAsBoolean() && !stage.requestMayHaveLeft()) {
            return errors.clientClosed(call.name());
        }
        if (context.remainingNanos() > 0 && !(cause instanceof TooLateException)) {
            return errors.network(call, stage, cause);
        }
        return attempt.hasAllOfTheCall()
                ? errors.deadlineExceeded(call, stage, call.timeout(), cause)
                : errors.network(call, stage, new SocketTimeoutException("The time of one attempt passed"));
    }

    /**
     * How far a call came on a client that is not ours and reports no more than that it asks for the body. Before it has
     * done so, nothing was sent that could be carried out. A request without a body may have left: then only what can
     * happen before a request is written, and never after, counts as such.
     */
    private static FailureStage stageByCause(Call call, AttemptContext attempt, Exception cause) {
        if (attempt.stage().requestMayHaveLeft()) {
            return attempt.stage();
        }
        if (cause instanceof ConnectionRequestTimeoutException || cause instanceof TooLateException) {
            return FailureStage.LEASE;
        }
        if (cause instanceof UnknownHostException) {
            return FailureStage.RESOLVE;
        }
        if (cause instanceof ConnectException || cause instanceof ConnectTimeoutException) {
            return FailureStage.CONNECT;
        }
        boolean isKnown = attempt.reportsSending();
        if (cause instanceof SSLException && (isKnown || call.isLookup() || isOurRefusal(cause))) {
            return FailureStage.TLS;
        }
        return isKnown ? FailureStage.CONNECT : FailureStage.SEND;
    }

    /** Whether this side does not accept the certificate, which it checks before it sends anything. */
    private static boolean isOurRefusal(Throwable failure) {
        return failure instanceof SSLPeerUnverifiedException
                || (failure instanceof SSLHandshakeException && failure.getCause() instanceof CertificateException);
    }

    /**
     * Says why the body of a response broke off, where it was for us.
     *
     * @return the failure itself where it was not
     */
    static IOException explain(IOException failure, Attempt attempt, AttemptContext context) {
        if (Thread.currentThread().isInterrupted()) {
            return new CallEndedException(CallEndedException.Reason.INTERRUPTED, failure);
        }
        return context.remainingNanos() <= 0 && attempt.hasAllOfTheCall()
                ? new CallEndedException(CallEndedException.Reason.DEADLINE, failure)
                : failure;
    }
}
