package org.telnyx4j.sandbox.internal.api;

/** The Telnyx error codes that the sandbox responds with, the status that goes with each, and its title on the wire. */
public enum ErrorCode {
    INVALID_PHONE_NUMBER(422, "10002", "Invalid phone number"),
    INVALID_URL(422, "10003", "Invalid URL"),
    MISSING_PARAMETER(422, "10004", "Missing required parameter"),
    NOT_FOUND(404, "10005", "Resource not found"),
    UNEXPECTED(500, "10007", "Unexpected error"),
    TIMEOUT(408, "10008", "Request timeout"),
    AUTHENTICATION_FAILED(401, "10009", "Authentication failed"),
    NOT_AUTHORIZED(403, "10010", "Authorization failed"),
    TOO_MANY_REQUESTS(429, "10011", "Too many requests"),
    UNSUPPORTED_MEDIA_TYPE(415, "10014", "Unsupported Media Type"),
    BAD_REQUEST(400, "10015", "Bad Request"),
    INVALID_VALUE(422, "10015", "Bad Request"),
    NOT_E164(422, "10016", "Phone number must be in +E.164 format"),
    NO_SUCH_RESOURCE(422, "10017", "Associated resource does not exist"),
    INVALID_JSON(400, "10023", "Invalid JSON"),
    INVALID_TYPE(422, "10026", "Invalid parameter type"),
    INVALID_ENCODING(400, "10028", "Character encoding error"),
    INVALID_ENUM_VALUE(422, "10032", "Invalid enumerated value"),
    OUT_OF_RANGE(422, "10033", "Value outside of range"),
    OPTED_OUT(400, "40300", "Blocked due to STOP message"),
    INVALID_FROM(400, "40305", "Invalid 'from' address"),
    ALPHA_SENDER_NOT_CONFIGURED(400, "40306", "Alpha sender not configured"),
    DESTINATION_NOT_ALLOWED(400, "40309", "Invalid destination region"),
    SAME_NUMBERS(400, "40310", "Invalid 'to' address"),
    PROFILE_DISABLED(400, "40312", "Messaging profile is disabled"),
    NO_CONTENT(400, "40316", "No content provided"),
    QUEUE_FULL(429, "40318", "Messaging queue full"),
    NO_USABLE_NUMBERS(400, "40321", "No usable numbers on messaging profile"),
    NUMBER_NOT_AVAILABLE(400, "85001", "Phone number not available"),
    INVALID_CALL_CONTROL_ID(422, "90015", "Invalid Call Control ID"),
    CALL_ENDED(422, "90018", "Call has already ended"),
    CONFERENCE_ENDED(422, "90019", "Conference has already ended"),
    RECORDING_TOO_EARLY(422, "90020", "Call recording triggered before audio started"),
    NOT_FORKED(422, "90031", "Call is not currently forked"),
    TOO_MANY_PARTICIPANTS(422, "90032", "Maximum number of participants reached"),
    CONFERENCE_NAME_TAKEN(422, "90033", "Unable to execute command"),
    CALL_NOT_ANSWERED(422, "90034", "Call not answered yet"),
    CALL_QUEUE_FULL(422, "90036", "Queue full"),
    ALREADY_IN_QUEUE(422, "90038", "Call already in queue"),
    AUDIO_DOWNLOAD_FAILED(400, "90040", "Downloading audio file failed"),
    STREAMING_IN_USE(422, "90045", "Media Streaming is used"),
    PARTICIPANT_ON_HOLD(422, "90047", "Participant on hold"),
    TRANSCRIPTION_IN_PROGRESS(422, "90054", "Call transcription is already in progress"),
    CONFERENCE_NOT_FOUND(404, "90058", "Invalid conference_id"),
    TOO_MANY_DIALS(429, "90103", "Dials per second exceeded");

    private final int status;
    private final String code;
    private final String title;

    ErrorCode(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    /** Returns the HTTP status that the API gives along with the code. */
    public int status() {
        return status;
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

    /** Returns the title of a code, also of one that is not here. */
    public static String titleOf(String code) {
        for (ErrorCode known : values()) {
            if (known.code.equals(code)) {
                return known.title;
            }
        }
        return "Error " + code;
    }
}
