package org.telnyx4j.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * Says that a webhook came from Telnyx but its body cannot be understood. A {@link WebhookHandler} throws it to get
 * the response 400 instead of 500.
 */
public class MalformedWebhookException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what is wrong, without any part of the body; it is not sent to anybody
     */
    public MalformedWebhookException(String message) {
        super(message);
    }

    /**
     * Creates an exception.
     *
     * @param message what is wrong, without any part of the body; it is not sent to anybody
     * @param cause what was thrown, or null
     */
    public MalformedWebhookException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
