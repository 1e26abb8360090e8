package org.telnyx4j.webhooks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Says what to answer a webhook with. Immutable. */
public final class WebhookAnswer {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final int status;
    private final Map<String, String> headers;
    private final String body;

    private WebhookAnswer(int status, Map<String, String> headers, String body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static WebhookAnswer accepted() {
        return new WebhookAnswer(200, Map.of(), "");
    }

    /**
     * Returns what this library answers a refused webhook with: the status of its reason, and the reason as JSON.
     *
     * @param refusal why it was refused
     * @return the answer
     */
    public static WebhookAnswer refusing(WebhookRejectedException refusal) {
        int status = refusal.reason().httpStatus();
        String message = Objects.requireNonNullElse(refusal.getMessage(), "");
        WebhookAnswer answer = failing(status, refusal.reason().name(), message);
        // A 401 has to name a way of authentication.
        return status == 401 ? answer.with("WWW-Authenticate", WebhookVerifier.SIGNATURE_HEADER) : answer;
    }

    /** The texts must be ours and free of quotes: they are not escaped. */
    static WebhookAnswer failing(int status, String reason, String message) {
        return new WebhookAnswer(status, JSON, "{\"reason\":\"" + reason + "\",\"message\":\"" + message + "\"}");
    }

    WebhookAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new WebhookAnswer(status, Map.copyOf(more), body);
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
        return "WebhookAnswer[" + status + " " + body + "]";
    }
}
