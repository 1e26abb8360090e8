package org.telnyx4j.errors;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says that no answer arrived: the connection could not be had or broke, the deadline passed, or the calling thread
 * was interrupted. What came of it is told by {@link #outcome()}: an attempt that got no further than
 * {@link FailureStage#TLS} carried nothing out; of one that got further nobody on this side knows.
 */
public final class TelnyxNetworkException extends TelnyxException {
    private static final long serialVersionUID = 1L;

    private final FailureStage stage;
    private final NetworkFailure failure;

    /**
     * Makes the exception; applications need this for their tests only.
     *
     * @param details what it carries
     * @param stage how far the call had come
     * @param failure why no answer arrived
     * @param cause what led to it, or null
     */
    public TelnyxNetworkException(
            ErrorDetails details, FailureStage stage, NetworkFailure failure, @Nullable Throwable cause) {
        super(details, cause);
        this.stage = Objects.requireNonNull(stage, "stage");
        this.failure = Objects.requireNonNull(failure, "failure");
    }

    @Override
    public ErrorType type() {
        return ErrorType.NETWORK;
    }

    /**
     * Returns how far the call had come.
     *
     * @return the stage at which it failed
     */
    public FailureStage stage() {
        return stage;
    }

    /**
     * Returns why no answer arrived.
     *
     * @return the reason
     */
    public NetworkFailure failure() {
        return failure;
    }
}
