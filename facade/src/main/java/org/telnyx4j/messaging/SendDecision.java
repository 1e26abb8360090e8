package org.telnyx4j.messaging;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a {@link SendGuard} decides. Immutable and safe for use by any number of threads. */
public final class SendDecision {
    private static final SendDecision ALLOW = new SendDecision(null);

    private final @Nullable SendRefusal refusal;

    private SendDecision(@Nullable SendRefusal refusal) {
        this.refusal = refusal;
    }

    /**
     * Lets the message go out, as far as this guard is concerned.
     *
     * @return the decision
     */
    public static SendDecision allow() {
        return ALLOW;
    }

    /**
     * Keeps the message from going out.
     *
     * @param refusal why
     * @return the decision
     */
    public static SendDecision refuse(SendRefusal refusal) {
        return new SendDecision(Objects.requireNonNull(refusal, "refusal"));
    }

    /**
     * Returns whether the message may go out.
     *
     * @return true for {@link #allow()}
     */
    public boolean isAllowed() {
        return refusal == null;
    }

    /**
     * Returns why the message must not go out.
     *
     * @return the refusal, or empty for {@link #allow()}
     */
    public Optional<SendRefusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Shows nothing private. */
    @Override
    public String toString() {
        return "SendDecision[" + (refusal == null ? "allow" : refusal) + "]";
    }
}
