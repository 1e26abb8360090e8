package org.telnyx4j.spring.internal.webhooks;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.telnyx4j.webhooks.WebhookHandler;
import org.telnyx4j.webhooks.WebhookVerifier;
import org.telnyx4j.webhooks.servlet.WebhookServlet;

/**
 * Responds to every request that it is mapped to, and passes none on. A filter, since a servlet would come after all filters,
 * any of which may have read the body.
 */
public final class TelnyxWebhookFilter implements Filter {
    private final WebhookServlet servlet;
    private final String path;

    /**
     * Creates a filter.
     *
     * @param verifier verifies what comes
     * @param handler handles what was verified
     * @param path what the application's own measurements of requests are to call the path
     */
    public TelnyxWebhookFilter(WebhookVerifier verifier, WebhookHandler handler, String path) {
        this.servlet = new WebhookServlet(verifier, handler);
        this.path = path;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http) {
            // Without it, http.server.requests would have "UNKNOWN" for its uri.
            ServerHttpObservationFilter.findObservationContext(http).ifPresent(context -> context.setPathPattern(path));
        }
        servlet.service(request, response);
    }
}
