package org.telnyx4j.webhooks.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.telnyx4j.webhooks.WebhookHandler;
import org.telnyx4j.webhooks.WebhookReceiver;
import org.telnyx4j.webhooks.WebhookVerifier;

/**
 * Receives webhooks as a servlet. For its responses see {@link WebhookReceiver}. No filter before it may read
 * the body or ask for a parameter: the response is then {@link
 * org.telnyx4j.webhooks.RejectionReason#BODY_ALREADY_READ}. Safe for use by any number of threads; not serializable,
 * whatever its superclass says.
 */
public final class WebhookServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient WebhookReceiver receiver;

    /**
     * Creates a servlet.
     *
     * @param verifier verifies what comes
     * @param handler handles what was verified, and nothing else
     */
    public WebhookServlet(WebhookVerifier verifier, WebhookHandler handler) {
        this.receiver = new WebhookReceiver(verifier, handler);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exchange.send(Exchange.receive(receiver, request), request, response);
    }
}
