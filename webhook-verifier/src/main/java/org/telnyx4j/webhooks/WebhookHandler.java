package org.telnyx4j.webhooks;

/** Handles a webhook after it was verified. Implementations are called by many threads at a time. */
@FunctionalInterface
public interface WebhookHandler {
    /**
     * Handles the webhook. Telnyx waits 2 s for the response, which goes out when this returns: work that can take longer
     * belongs on another thread.
     *
     * @param webhook what Telnyx sent
     * @throws MalformedWebhookException if its body cannot be understood; the response is then a 400
     * @throws Exception if it could not be handled; the response is then a 500 without details. After either, Telnyx
     *     delivers the event again: up to three tries for each URL, then the failover URL
     */
    void handle(VerifiedWebhook webhook) throws Exception;
}
