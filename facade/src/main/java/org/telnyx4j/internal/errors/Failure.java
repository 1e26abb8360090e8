package org.telnyx4j.internal.errors;

import static org.telnyx4j.errors.Outcome.CARRIED_OUT;
import static org.telnyx4j.errors.Outcome.NOT_CARRIED_OUT;
import static org.telnyx4j.errors.Outcome.UNKNOWN;

import java.util.List;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorType;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxError;

/** The table of all failures: each row says which kind it is, what became of the request, and if repeating helps. */
enum Failure {
    /** A check in this library found the request wrong. */
    LOCAL_CHECK(ErrorType.VALIDATION, NOT_CARRIED_OUT, Repeating.USELESS),
    /** No API key, or a blank one. */
    MISSING_API_KEY(ErrorType.AUTHENTICATION, NOT_CARRIED_OUT, Repeating.USELESS),
    /** 400 and 422. */
    INVALID(ErrorType.VALIDATION, NOT_CARRIED_OUT, Repeating.USELESS),
    /** 401, and 403 with code 10009 or 10010. */
    NOT_AUTHENTICATED(ErrorType.AUTHENTICATION, NOT_CARRIED_OUT, Repeating.USELESS),
    /** 429: refused before anything was done, so anybody may repeat. */
    RATE_LIMITED(ErrorType.RATE_LIMIT, NOT_CARRIED_OUT, Repeating.HELPS),
    /** Every other 4xx except 408. */
    REFUSED(ErrorType.API, NOT_CARRIED_OUT, Repeating.USELESS),
    /** 408 and 5xx: a gateway can answer so after the request was carried out behind it. */
    SERVER_FAILED(ErrorType.API, UNKNOWN, Repeating.HELPS_IF_SAFE),
    /**
     * 3xx, since redirects are never followed, and any status that is no final HTTP status (1xx, 600). The API
     * documents none of them, so something else answered, perhaps after the API: a 303 after a POST is sent by servers
     * that did carry it out. Repeating leads to the same place.
     */
    UNEXPECTED_STATUS(ErrorType.API, UNKNOWN, Repeating.USELESS),
    /** 2xx, but the body is of no use. */
    UNREADABLE_SUCCESS(ErrorType.API, CARRIED_OUT, Repeating.USELESS),
    /** No answer, and no byte of the request had left. */
    NOT_SENT(ErrorType.NETWORK, NOT_CARRIED_OUT, Repeating.HELPS),
    /** No answer, and some of the request may have left. */
    NO_ANSWER(ErrorType.NETWORK, UNKNOWN, Repeating.HELPS_IF_SAFE);

    /** 10009: authentication failed; 10010: not authorized. */
    private static final List<String> AUTHENTICATION_CODES = List.of("10009", "10010");

    private enum Repeating {
        USELESS,
        HELPS,
        HELPS_IF_SAFE
    }

    private final ErrorType type;
    private final Outcome outcome;
    private final Repeating repeating;

    Failure(ErrorType type, Outcome outcome, Repeating repeating) {
        this.type = type;
        this.outcome = outcome;
        this.repeating = repeating;
    }

    static Failure ofAnswer(int status, List<TelnyxError> errors) {
        return switch (status) {
            case 400, 422 -> INVALID;
            case 401 -> NOT_AUTHENTICATED;
            case 403 -> errors.stream().anyMatch(Failure::isAboutTheKey) ? NOT_AUTHENTICATED : REFUSED;
            case 408 -> SERVER_FAILED;
            case 429 -> RATE_LIMITED;
            default ->
                switch (status / 100) {
                    case 2 -> UNREADABLE_SUCCESS;
                    case 4 -> REFUSED;
                    case 5 -> SERVER_FAILED;
                    default -> UNEXPECTED_STATUS;
                };
        };
    }

    static Failure ofStage(FailureStage stage) {
        return stage.requestMayHaveLeft() ? NO_ANSWER : NOT_SENT;
    }

    ErrorType type() {
        return type;
    }

    Outcome outcome() {
        return outcome;
    }

    /** Tells whether the same request may be sent again and could fare better. */
    boolean isRetryable(Repeatability repeatability) {
        return repeating == Repeating.HELPS || (repeating == Repeating.HELPS_IF_SAFE && repeatability.isSafeToRepeat());
    }

    Advice advice(Repeatability repeatability, boolean delayKnown) {
        if (isRetryable(repeatability)) {
            return delayKnown ? Advice.RETRY_AFTER_DELAY : Advice.RETRY_WITH_BACKOFF;
        }
        boolean mustKnow = outcome == UNKNOWN && !repeatability.isSafeToRepeat();
        return mustKnow ? Advice.FIND_OUT_FIRST : Advice.DO_NOT_RETRY;
    }

    private static boolean isAboutTheKey(TelnyxError error) {
        return error.code() != null && AUTHENTICATION_CODES.contains(error.code());
    }
}
