package org.telnyx4j.webhooks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Is the response to send for a webhook: status, headers and body. Immutable. */
public final class WebhookResponse {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final int status;
    private final Map<String, String> headers;
    private final String body;

    private WebhookResponse(int status, Map<String, String> headers, String body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static WebhookResponse accepted() {
        return new WebhookResponse(200, Map.of(), "");
    }

    /**
     * Returns what this library responds with to a refused webhook: the status of its reason, and the reason as JSON.
     *
     * @param refusal why it was refused
     * @return the response
     */
    public static WebhookResponse refusing(WebhookRejectedException refusal) {
        int status = refusal.reason().httpStatus();
        String message = Objects.requireNonNullElse(refusal.getMessage(), "");
        WebhookResponse response = failing(status, refusal.reason().name(), message);
        // A 401 has to name a way of authentication.
        return status == 401 ? response.with("WWW-Authenticate", WebhookVerifier.SIGNATURE_HEADER) : response;
    }

    /** The texts must be ours and free of quotes: they are not escaped. */
    static WebhookResponse failing(int status, String reason, String message) {
        return new WebhookResponse(status, JSON, "{\"reason\":\"" + reason + "\",\"message\":\"" + message + "\"}");
    }

    WebhookResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new WebhookResponse(status, Map.copyOf(more), body);
    }

    /**
     * Returns the HTTP status.
     *
     * @return 200 for a webhook that was handled; 400, 401, 405, 413, 415, 500 or 503 for any other
     */
    public int status() {
        return status;
    }

    /**
     * Returns the headers to send.
     *
     * @return their values by name, unmodifiable
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * Returns the body to send.
     *
     * @return JSON in ASCII with the members {@code reason} and {@code message}, or an empty text with status 200
     */
    public String body() {
        return body;
    }

    /** Tells the status and the body. */
    @Override
    public String toString() {
        return "WebhookResponse[" + status + " " + body + "]";
    }
}
