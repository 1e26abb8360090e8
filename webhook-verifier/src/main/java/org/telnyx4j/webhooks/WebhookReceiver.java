package org.telnyx4j.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Objects;

/**
 * Receives webhooks for any web framework: reads the body, verifies it, hands it to a handler and says what to answer.
 * The adapters for the Servlet API and for the JDK's own server are made of it. Immutable and safe for use by any number
 * of threads.
 *
 * <table>
 *   <caption>What is answered with what</caption>
 *   <tr><th>Status</th><th>When</th></tr>
 *   <tr><td>200</td><td>the handler returned</td></tr>
 *   <tr><td>400, 401, 413, 503</td><td>the verifier refused, see {@link RejectionReason#httpStatus()}</td></tr>
 *   <tr><td>400</td><td>the body broke off, or the handler threw a {@link MalformedWebhookException}</td></tr>
 *   <tr><td>405</td><td>the method is not POST</td></tr>
 *   <tr><td>415</td><td>the body has a content encoding, such as gzip: Telnyx sends none, and nothing is decompressed</td>
 *   <tr><td>500</td><td>the handler threw anything else; what it was goes to the log, not into the answer</td></tr>
 * </table>
 *
 * <p>Telnyx delivers an event again unless it gets a 2xx within 2 s: up to three tries for each URL, then the failover
 * URL.
 *
 * <p>No more of a body is kept than the verifier's limit and one byte, whatever its {@code Content-Length} says. How long
 * a body may take to arrive is up to the web server: set its timeout.
 */
public final class WebhookReceiver {
    private static final System.Logger LOGGER = System.getLogger(WebhookReceiver.class.getName());

    private static final int SCRATCH_BYTES = 16 * 1024;
    private static final long MAX_DISCARDED_BYTES = 256L << 20;
    private static final long MAX_DISCARDING_NANOS = 2_000_000_000L;

    private final WebhookVerifier verifier;
    private final WebhookHandler handler;

    /**
     * Makes a receiver.
     *
     * @param verifier verifies what comes
     * @param handler handles what was verified, and nothing else
     */
    public WebhookReceiver(WebhookVerifier verifier, WebhookHandler handler) {
        this.verifier = Objects.requireNonNull(verifier, "verifier");
        this.handler = Objects.requireNonNull(handler, "handler");
    }

    /**
     * Receives one request. Whatever the request holds and the handler throws, this returns an answer.
     *
     * @param method the request's method
     * @param headers finds the request's headers
     * @param body the request's body before any decoding; not closed
     * @return what to answer
     */
    public WebhookAnswer receive(String method, HeaderLookup headers, InputStream body) {
        if (!method.equals("POST")) {
            return WebhookAnswer.failing(405, "METHOD_NOT_ALLOWED", "A webhook is a POST")
                    .with("Allow", "POST");
        }
        byte[] bytes;
        try {
            verifier.checkKey();
            if (isEncoded(headers)) {
                return WebhookAnswer.failing(415, "ENCODED_BODY", "The body has a content encoding")
                        .with("Accept-Encoding", "identity");
            }
            bytes = read(body);
        } catch (WebhookRejectedException e) {
            return WebhookAnswer.refusing(e);
        } catch (IOException e) {
            return WebhookAnswer.failing(400, "UNREADABLE_BODY", "The body broke off");
        }
        return handle(bytes, headers);
    }

    private WebhookAnswer handle(byte[] body, HeaderLookup headers) {
        VerifiedWebhook webhook;
        try {
            webhook = verifier.verify(body, headers);
        } catch (WebhookRejectedException e) {
            return WebhookAnswer.refusing(e);
        }
        try {
            handler.handle(webhook);
            return WebhookAnswer.accepted();
        } catch (MalformedWebhookException e) {
            log(Level.WARNING, "The body of a webhook from Telnyx was not understood", e);
            return WebhookAnswer.failing(400, "MALFORMED_BODY", "The body was not understood");
        } catch (Throwable e) {
            // Also an Error, such as a class that is missing: without an answer the connection would hang or break.
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            log(Level.ERROR, "The handler of a webhook failed", e);
            return WebhookAnswer.failing(500, "HANDLER_FAILED", "The webhook could not be handled");
        }
    }

    private byte[] read(InputStream body) throws IOException {
        int limit = verifier.maxBodyBytes();
        byte[] bytes = body.readNBytes(limit == Integer.MAX_VALUE ? limit : limit + 1);
        verifier.checkLength(bytes.length);
        return bytes;
    }

    /**
     * Reads and forgets what is left of a refused body, once the answer was sent: a sender whose connection is closed
     * while it still sends may never see the answer. Gives up after 2 s or 256 MiB, and does nothing where all was read.
     *
     * @param body the request's body
     * @throws IOException if the connection broke
     */
    public static void discardRest(InputStream body) throws IOException {
        long start = System.nanoTime();
        byte[] scratch = new byte[SCRATCH_BYTES];
        long total = 0;
        int count = 0;
        while (count >= 0 && total < MAX_DISCARDED_BYTES && System.nanoTime() - start < MAX_DISCARDING_NANOS) {
            count = body.read(scratch);
            total += count;
        }
    }

    private static boolean isEncoded(HeaderLookup headers) {
        Collection<String> encodings = headers.values("content-encoding");
        return encodings != null
                && encodings.stream()
                        .anyMatch(value -> value != null && !value.strip().equalsIgnoreCase("identity"));
    }

    private static void log(Level level, String message, Throwable failure) {
        if (LOGGER.isLoggable(level)) {
            LOGGER.log(level, message, HandlerFailure.of(failure));
        }
    }
}
