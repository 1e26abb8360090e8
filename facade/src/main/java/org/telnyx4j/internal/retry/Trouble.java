package org.telnyx4j.internal.retry;

import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.internal.errors.Repeatability;

/**
 * The table of what is sent again: each row is a way in which a request can fare badly, with the operations that are
 * repeated then. Nothing else in this library decides on that.
 */
enum Trouble {
    /** No byte of the request had left. */
    NOT_SENT(Repeated.ALWAYS),
    /** 429: refused before anything was done. */
    RATE_LIMITED(Repeated.ALWAYS),
    /** 408, 500, 502, 503, 504: perhaps carried out all the same. */
    SERVER_FAILED(Repeated.IF_SAFE),
    /** The connection broke after some of the request may have left. */
    NO_ANSWER(Repeated.IF_SAFE),
    /** A success of which the connection broke within the body: carried out, and the result is still to be had. */
    CUT_OFF(Repeated.IF_SAFE),
    /** 409: an earlier request with the same idempotency key is still being carried out. */
    KEY_IN_USE(Repeated.IF_KEYED),
    /** All else: another request would fare no better, or there is no time for it, or nobody waits for it. */
    FINAL(Repeated.NEVER);

    private enum Repeated {
        ALWAYS,
        IF_SAFE,
        IF_KEYED,
        NEVER
    }

    private final Repeated repeated;

    Trouble(Repeated repeated) {
        this.repeated = repeated;
    }

    boolean isRepeated(Repeatability repeatability) {
        return switch (repeated) {
            case ALWAYS -> true;
            case IF_SAFE -> repeatability.isSafeToRepeat();
            case IF_KEYED -> repeatability == Repeatability.KEYED;
            case NEVER -> false;
        };
    }

    static Trouble of(TelnyxException failure) {
        if (failure instanceof TelnyxNetworkException network) {
            if (network.failure() != NetworkFailure.CONNECTION) {
                return FINAL;
            }
            return network.stage().requestMayHaveLeft() ? NO_ANSWER : NOT_SENT;
        }
        return switch (failure.httpStatus().orElse(0)) {
            case 429 -> RATE_LIMITED;
            case 408, 500, 502, 503, 504 -> SERVER_FAILED;
            case 409 -> KEY_IN_USE;
            default -> FINAL;
        };
    }
}
