package org.telnyx4j.internal.decision;

import java.util.List;
import org.telnyx4j.errors.ErrorType;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.TelnyxAuthenticationException;
import org.telnyx4j.errors.TelnyxError;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;

/** What happened to a request, as far as it matters for the {@link DecisionTable}. */
public enum RetryCondition {
    /** A check in this library found the request wrong. */
    LOCAL_CHECK(ErrorType.VALIDATION),
    /** There is no API key, or none that can be sent. */
    NO_API_KEY(ErrorType.AUTHENTICATION),
    /** The client was closed before the request was sent. */
    CLIENT_CLOSED(ErrorType.NETWORK),

    /** There was no free connection in the pool, and none could be had. */
    LEASE_FAILED(ErrorType.NETWORK),
    /** The host's address was not found. */
    RESOLVE_FAILED(ErrorType.NETWORK),
    /** The connection was not accepted. */
    CONNECT_FAILED(ErrorType.NETWORK),
    /** There was no agreement on TLS. */
    TLS_FAILED(ErrorType.NETWORK),
    /** The certificate is not trusted, has expired or is another host's, or the port does not speak TLS. */
    TLS_REFUSED(ErrorType.NETWORK),
    /** The proxy refused the tunnel: 403, 407 and the like. */
    PROXY_REFUSED(ErrorType.NETWORK),
    /** The connection broke while the request was written. */
    SEND_FAILED(ErrorType.NETWORK),
    /** The connection broke before the headers of a response arrived. */
    NO_RESPONSE(ErrorType.NETWORK),

    /** The server refused the request unread: the stream of HTTP/2 was refused, or begun too late for it. */
    STREAM_REFUSED(ErrorType.NETWORK),

    /** The deadline passed, or the thread was interrupted, before any byte of the request had left. */
    ENDED_BEFORE_SENDING(ErrorType.NETWORK),
    /** The deadline passed, or the thread was interrupted, after some of the request may have left. */
    ENDED_AFTER_SENDING(ErrorType.NETWORK),

    /** 400 and 422. */
    INVALID(ErrorType.VALIDATION),
    /** 4xx with an error code for a call that is over: nothing was done, and nothing is left to be done. */
    CALL_ENDED(ErrorType.API),
    /** 401, and 403 with an error code that is about the key. */
    UNAUTHENTICATED(ErrorType.AUTHENTICATION),
    /** 403 for any other reason. */
    FORBIDDEN(ErrorType.API),
    /** 404. */
    NOT_FOUND(ErrorType.API),
    /** 409: of a keyed request, the first one with the same key is still being carried out. */
    CONFLICT(ErrorType.API),
    /** Any other 4xx. */
    REFUSED(ErrorType.API),
    /** 429: refused before anything was done. */
    RATE_LIMITED(ErrorType.RATE_LIMIT),

    /** 408: perhaps carried out all the same. */
    REQUEST_TIMEOUT(ErrorType.API),
    /** 500, 502, 503, 504, 507, 520 to 524, 530 and other 5xx: a gateway can respond so after the request was done. */
    SERVER_FAILED(ErrorType.API),
    /** 501 and 505: the server cannot do it at all, and will not be able to in a moment. */
    NOT_SUPPORTED(ErrorType.API),
    /**
     * 1xx, 3xx (redirects are never followed) and what is no HTTP status. The API documents none of them, so something
     * else responded, perhaps after the API: a 303 after a POST is sent by servers that did carry it out.
     */
    UNEXPECTED_STATUS(ErrorType.API),

    /**
     * 2xx, but the response is not what Telnyx responds with: HTML, nothing, no data. Something else may
     * have responded, such as a proxy with its login page, so the status proves nothing.
     */
    UNPROVEN_SUCCESS(ErrorType.API),
    /** 2xx with JSON, but the body is too large to be read. */
    UNUSABLE_SUCCESS(ErrorType.API),
    /** 2xx, but the connection broke within the body. */
    SUCCESS_CUT_OFF(ErrorType.API),
    /** 2xx, but the deadline passed, or the thread was interrupted, within the body. */
    SUCCESS_ENDED(ErrorType.API);

    /** 10009: authentication failed; 10010: not authorized. */
    private static final List<String> CODES_ABOUT_THE_KEY = List.of("10009", "10010");

    /** 90018: call has already ended; 85001: the same, of a command that Telnyx looks up elsewhere. */
    private static final List<String> CODES_OF_ENDED_CALL = List.of("90018", "85001");

    private final ErrorType errorType;

    RetryCondition(ErrorType errorType) {
        this.errorType = errorType;
    }

    /** Returns the kind of exception. */
    public ErrorType errorType() {
        return errorType;
    }

    /** Returns whether a request was made, or at least begun. */
    public boolean isAttempt() {
        return this != LOCAL_CHECK && this != NO_API_KEY && this != CLIENT_CLOSED;
    }

    /**
     * Recognises the condition of a response.
     *
     * @param status the HTTP status
     * @param errors the errors in the body
     * @return the condition
     */
    public static RetryCondition ofResponse(int status, List<TelnyxError> errors) {
        if (status / 100 == 4 && errors.stream().anyMatch(RetryCondition::isOfEndedCall)) {
            return CALL_ENDED;
        }
        return switch (status) {
            case 400, 422 -> INVALID;
            case 401 -> UNAUTHENTICATED;
            case 403 -> errors.stream().anyMatch(RetryCondition::isAboutTheKey) ? UNAUTHENTICATED : FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 408 -> REQUEST_TIMEOUT;
            case 409 -> CONFLICT;
            case 429 -> RATE_LIMITED;
            case 501, 505 -> NOT_SUPPORTED;
            default ->
                switch (status / 100) {
                    case 2 -> UNPROVEN_SUCCESS;
                    case 4 -> REFUSED;
                    case 5 -> SERVER_FAILED;
                    default -> UNEXPECTED_STATUS;
                };
        };
    }

    /**
     * Recognises the condition of a request without a response.
     *
     * @param stage how far it came
     * @param failure why there is no response
     * @return the condition
     */
    public static RetryCondition ofNetwork(FailureStage stage, NetworkFailure failure) {
        return switch (failure) {
            case CLIENT_CLOSED -> CLIENT_CLOSED;
            case REFUSED -> STREAM_REFUSED;
            case SETUP -> stage == FailureStage.TLS ? TLS_REFUSED : PROXY_REFUSED;
            case DEADLINE, INTERRUPTED -> stage.requestMayHaveLeft() ? ENDED_AFTER_SENDING : ENDED_BEFORE_SENDING;
            case CONNECTION ->
                switch (stage) {
                    case LEASE -> LEASE_FAILED;
                    case RESOLVE -> RESOLVE_FAILED;
                    case CONNECT -> CONNECT_FAILED;
                    case TLS -> TLS_FAILED;
                    case SEND -> SEND_FAILED;
                    case AWAIT_RESPONSE, READ_BODY, BACKOFF -> NO_RESPONSE;
                };
        };
    }

    /**
     * Recognises the condition that led to an exception of one attempt, other than for the body of a success.
     *
     * @param failure the exception
     * @return the condition
     */
    public static RetryCondition of(TelnyxException failure) {
        if (failure instanceof TelnyxNetworkException network) {
            return ofNetwork(network.stage(), network.failure());
        }
        if (failure.httpStatus().isPresent()) {
            return ofResponse(failure.httpStatus().getAsInt(), failure.errors());
        }
        return failure instanceof TelnyxAuthenticationException ? NO_API_KEY : LOCAL_CHECK;
    }

    private static boolean isOfEndedCall(TelnyxError error) {
        return error.code() != null && CODES_OF_ENDED_CALL.contains(error.code());
    }

    private static boolean isAboutTheKey(TelnyxError error) {
        return error.code() != null && CODES_ABOUT_THE_KEY.contains(error.code());
    }
}
