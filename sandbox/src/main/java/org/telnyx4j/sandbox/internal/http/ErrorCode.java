package org.telnyx4j.sandbox.internal.http;

/** The Telnyx error codes that the sandbox answers with, and their titles on the wire. */
public enum ErrorCode {
    INVALID_URL("10003", "Invalid URL"),
    MISSING_PARAMETER("10004", "Missing required parameter"),
    NOT_FOUND("10005", "Resource not found"),
    UNEXPECTED("10007", "Unexpected error"),
    TIMEOUT("10008", "Request timeout"),
    AUTHENTICATION_FAILED("10009", "Authentication failed"),
    NOT_AUTHORIZED("10010", "Authorization failed"),
    TOO_MANY_REQUESTS("10011", "Too many requests"),
    UNSUPPORTED_MEDIA_TYPE("10014", "Unsupported Media Type"),
    BAD_REQUEST("10015", "Bad Request"),
    NOT_E164("10016", "Phone number must be in +E.164 format"),
    INVALID_JSON("10023", "Invalid JSON"),
    INVALID_TYPE("10026", "Invalid parameter type"),
    INVALID_ENCODING("10028", "Character encoding error"),
    INVALID_ENUM_VALUE("10032", "Invalid enumerated value"),
    OUT_OF_RANGE("10033", "Value outside of range"),
    INVALID_FROM("40305", "Invalid 'from' address"),
    NUMBER_NOT_AVAILABLE("85001", "Phone number not available"),
    CALL_ENDED("90018", "Call has already ended");

    private final String code;
    private final String title;

    ErrorCode(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** Returns the code that the API would most likely give along with a status. */
    public static ErrorCode forStatus(int status) {
        return switch (status) {
            case 401 -> AUTHENTICATION_FAILED;
            case 403 -> NOT_AUTHORIZED;
            case 404 -> NOT_FOUND;
            case 408 -> TIMEOUT;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            default -> status >= 500 ? UNEXPECTED : BAD_REQUEST;
        };
    }

    static String titleOf(String code) {
        for (ErrorCode known : values()) {
            if (known.code.equals(code)) {
                return known.title;
            }
        }
        return "Error " + code;
    }
}
