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
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.webhooks.VerifiedWebhook;
import org.telnyx4j.webhooks.WebhookReceiver;
import org.telnyx4j.webhooks.WebhookResponse;
import org.telnyx4j.webhooks.WebhookVerifier;
import org.telnyx4j.webhooks.internal.SlowHandling;

/**
 * Lets only verified webhooks pass. To what it refuses it responds itself, see {@link WebhookReceiver}; what passes
 * reaches the servlet or controller behind it with a body that can be read as often as one likes, by stream, reader or
 * parameters, and with the {@link VerifiedWebhook} itself: {@link #requireVerified}. What is thrown behind it is left to
 * the container. Safe for use by any number of threads.
 *
 * <p><b>Where it goes.</b> Before every filter that reads the body or asks for a parameter, and before everything that the
 * servlet behind it serves. A container matches patterns literally: a filter at {@code /texml} does not guard {@code
 * /texml/}, which a servlet at {@code /texml/*} or a controller that forgives a trailing slash serves all the same. Map
 * the filter to {@code /texml/*}, which is {@code /texml} too, or to the servlet by its name; and to the dispatcher type
 * {@code FORWARD} besides {@code REQUEST} if anything forwards to that servlet. A servlet that calls {@link
 * #requireVerified} first is safe whatever the mappings are. The filter refuses all that is not a webhook, so nothing else
 * belongs on those paths.
 *
 * <p><b>What can be believed behind it.</b> The body, and the time of {@link VerifiedWebhook#timestamp()}: Telnyx signs
 * nothing else. Whoever recorded a webhook can send it again, while its timestamp is within the tolerance, to another
 * path, with another query, other headers and cookies. So {@code getParameter} and its siblings return the parameters of
 * a form-encoded body and no others, {@code getParts} throws, and text is read as UTF-8 whatever the headers name. The
 * query is only in {@code getQueryString()}, for those who know how little it proves; {@code getPathInfo()}, {@code
 * getHeader()}, {@code getCookies()} and {@code getSession()} prove as little.
 *
 * <p><b>Time.</b> Telnyx waits 2 s for the response. The first time that what is behind the filter takes longer is logged
 * as a warning; asynchronous work is not timed.
 *
 * <p><b>Several filters.</b> Each verifies with its own keys, also where another has verified the request before. Where
 * a dispatch to an error page, after asynchronous work, by forward or by include passes the same filter again, it goes
 * through with the webhook that was verified the first time.
 */
public final class WebhookFilter implements Filter {
    private static final String ATTRIBUTE = WebhookFilter.class.getName() + ".verified";

    private final WebhookVerifier verifier;
    private final SlowHandling slowHandling;

    /**
     * Creates a filter with the public keys of the environment, for a container that creates filters itself.
     *
     * @see WebhookVerifier#fromEnvironment()
     */
    public WebhookFilter() {
        this(WebhookVerifier.fromEnvironment());
    }

    /**
     * Creates a filter.
     *
     * @param verifier verifies what comes
     */
    public WebhookFilter(WebhookVerifier verifier) {
        this(verifier, System::nanoTime);
    }

    WebhookFilter(WebhookVerifier verifier, LongSupplier nanoTime) {
        this.verifier = Objects.requireNonNull(verifier, "verifier");
        this.slowHandling = new SlowHandling(System.getLogger(WebhookFilter.class.getName()), nanoTime);
    }

    /**
     * Returns the webhook that this filter verified.
     *
     * @param request a request behind the filter
     * @return the webhook, or empty if the request did not pass the filter
     */
    public static Optional<VerifiedWebhook> webhook(ServletRequest request) {
        return Optional.ofNullable(Passage.of(request)).map(Passage::webhook);
    }

    /**
     * Returns the webhook that a filter verified, and refuses a request that reached the servlet past the filter. The
     * first line of a servlet or controller behind the filter: the filter's mapping cannot be incomplete without being
     * noticed then.
     *
     * @param request a request behind the filter
     * @return the webhook
     * @throws IllegalStateException if the request did not pass a filter of this class; the container responds with 500
     */
    public static VerifiedWebhook requireVerified(ServletRequest request) {
        return webhook(request)
                .orElseThrow(() -> new IllegalStateException(
                        "The request did not pass a WebhookFilter. Map the filter to everything that this servlet serves: "
                                + "to /path/* rather than /path, or by the servlet's name"));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest httpRequest)
                || !(response instanceof HttpServletResponse httpResponse)) {
            throw new ServletException("Webhooks come over HTTP");
        }
        Passage passage = Passage.of(request);
        if (passage == null || !passage.isBy(verifier)) {
            Holder verified = new Holder();
            WebhookReceiver receiver = new WebhookReceiver(verifier, webhook -> verified.webhook = webhook);
            // Another filter may have read the container's stream to its end; what it verified has all bytes.
            WebhookResponse webhookResponse = passage == null
                    ? Exchange.receive(receiver, httpRequest)
                    : Exchange.receive(receiver, httpRequest, passage.webhook().bodyStream());
            if (verified.webhook == null) {
                Exchange.send(webhookResponse, httpRequest, httpResponse);
                return;
            }
            passage = new Passage(verified.webhook, verifier, passage);
            request.setAttribute(ATTRIBUTE, passage);
        }
        long start = slowHandling.start();
        try {
            chain.doFilter(new WebhookRequest(httpRequest, httpResponse, passage.webhook()), response);
        } finally {
            slowHandling.end(start);
        }
    }

    /** What the receiver handed on; null when it refused. */
    private static final class Holder {
        private @Nullable VerifiedWebhook webhook;
    }

    /**
     * Remembers on a request who verified it. Only this filter can create one, so an attribute that anybody else set
     * counts for nothing.
     */
    private record Passage(
            VerifiedWebhook webhook,
            WebhookVerifier verifier,
            @Nullable Passage earlier) {
        static @Nullable Passage of(ServletRequest request) {
            return request.getAttribute(ATTRIBUTE) instanceof Passage passage ? passage : null;
        }

        boolean isBy(WebhookVerifier other) {
            return verifier == other || (earlier != null && earlier.isBy(other));
        }
    }
}
