package org.telnyx4j.webhooks.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.webhooks.VerifiedWebhook;
import org.telnyx4j.webhooks.WebhookAnswer;
import org.telnyx4j.webhooks.WebhookReceiver;
import org.telnyx4j.webhooks.WebhookVerifier;

/**
 * Lets only verified webhooks pass. What it refuses it answers itself, as told by {@link WebhookReceiver}; what passes
 * reaches the servlet or controller behind it with a body that can be read as often as one likes, by stream, reader or
 * parameters, and with the {@link VerifiedWebhook} itself: {@link #webhook}.
 *
 * <p>Map it to the path of the webhooks and nothing else, as it refuses whatever is not one, and before every filter that
 * reads the body or asks for a parameter. What is thrown behind it is left to the container. Safe for use by any number
 * of threads.
 */
public final class WebhookFilter implements Filter {
    private static final String ATTRIBUTE = VerifiedWebhook.class.getName();

    private final WebhookVerifier verifier;

    /**
     * Makes a filter with the public keys of the environment, for a container that makes filters itself.
     *
     * @see WebhookVerifier#fromEnvironment()
     */
    public WebhookFilter() {
        this(WebhookVerifier.fromEnvironment());
    }

    /**
     * Makes a filter.
     *
     * @param verifier verifies what comes
     */
    public WebhookFilter(WebhookVerifier verifier) {
        this.verifier = Objects.requireNonNull(verifier, "verifier");
    }

    /**
     * Returns the webhook that this filter verified.
     *
     * @param request a request behind the filter
     * @return the webhook, or empty if the request did not pass the filter
     */
    public static Optional<VerifiedWebhook> webhook(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof VerifiedWebhook webhook
                ? Optional.of(webhook)
                : Optional.empty();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest httpRequest)
                || !(response instanceof HttpServletResponse httpResponse)) {
            throw new ServletException("Webhooks come over HTTP");
        }
        // A dispatch to an error page or after asynchronous work passes here again: its body was read before.
        VerifiedWebhook webhook = webhook(request).orElse(null);
        if (webhook == null) {
            Holder verified = new Holder();
            WebhookAnswer answer = Exchange.receive(
                    new WebhookReceiver(verifier, verifiedWebhook -> verified.webhook = verifiedWebhook), httpRequest);
            webhook = verified.webhook;
            if (webhook == null) {
                Exchange.send(answer, httpRequest, httpResponse);
                return;
            }
            request.setAttribute(ATTRIBUTE, webhook);
        }
        chain.doFilter(new WebhookRequest(httpRequest, httpResponse, webhook), response);
    }

    /** What the receiver handed on; null when it refused. */
    private static final class Holder {
        private @Nullable VerifiedWebhook webhook;
    }
}
