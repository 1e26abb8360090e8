package org.telnyx4j.errors;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * No response arrived: the connection failed, the deadline passed, the calling thread was interrupted, the client is closed,
 * or something that the request needs on this side could not be had, such as the decision of a {@code SendGuard}. {@link #outcome()} has the consequence: an attempt that got no further than {@link FailureStage#TLS} had no
 * effect; of one that got further the outcome is not known.
 */
public final class TelnyxNetworkException extends TelnyxException {
    private static final long serialVersionUID = 1L;

    private final FailureStage stage;
    private final NetworkFailure failure;

    /**
     * Creates the exception; applications need this for their tests only.
     *
     * @param details what it carries
     * @param stage how far the call had come
     * @param failure why no response arrived
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
     * Returns why no response arrived.
     *
     * @return the reason
     */
    public NetworkFailure failure() {
        return failure;
    }
}
