package org.telnyx4j.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.telnyx4j.webhooks.internal.SlowHandling;

/**
 * Receives webhooks for any web framework: reads the body, verifies it, hands it to a handler and returns the response to
 * send. The adapters for the Servlet API and for the JDK's own server are made of it. Safe for use by any number of
 * threads.
 *
 * <table>
 *   <caption>Responses</caption>
 *   <tr><th>Status</th><th>When</th></tr>
 *   <tr><td>200</td><td>the handler returned</td></tr>
 *   <tr><td>400, 401, 413, 503</td><td>the verifier refused, see {@link RejectionReason#httpStatus()}</td></tr>
 *   <tr><td>400</td><td>the body broke off, or its stream was closed before</td></tr>
 *   <tr><td>400</td><td>the handler threw a {@link MalformedWebhookException}</td></tr>
 *   <tr><td>405</td><td>the method is not POST; for a GET with a signature, see below</td></tr>
 *   <tr><td>415</td><td>the body has a content encoding, such as gzip: Telnyx sends none, and nothing is decompressed</td>
 *   <tr><td>500</td><td>the handler threw anything else; what it was goes to the log, not into the response</td></tr>
 *   <tr><td>500</td><td>{@link RejectionReason#BODY_ALREADY_READ}; also logged, as Telnyx cannot correct it</td></tr>
 * </table>
 *
 * <p>Telnyx delivers an event again unless it gets a 2xx within 2 s: up to three tries for each URL, then the failover
 * URL. The first time that a handler takes longer is logged as a warning.
 *
 * <p><b>Webhooks by GET are refused</b> with the reason {@code GET_CANNOT_BE_VERIFIED}. A call's {@code webhook_url_method}
 * and {@code webhook_urls_method} and the callback methods of TeXML can ask for them: leave those at POST. Telnyx
 * documents each webhook as a POST whose timestamp and body are signed, and does not document what a GET carries or whether
 * its query is signed. If an empty body is what is signed, anybody who recorded one webhook can make up the query of the
 * next.
 *
 * <p>No more of a body is kept than the verifier's limit and one byte, whatever its {@code Content-Length} is. How long
 * a body may take to arrive is up to the web server: set its timeout.
 */
public final class WebhookReceiver {
    private static final System.Logger LOGGER = System.getLogger(WebhookReceiver.class.getName());

    private static final int SCRATCH_BYTES = 16 * 1024;
    private static final long MAX_DISCARDED_BYTES = 256L << 20;
    private static final long MAX_DISCARDING_NANOS = 2_000_000_000L;

    private final WebhookVerifier verifier;
    private final WebhookHandler handler;
    private final SlowHandling slowHandling;

    /**
     * Creates a receiver.
     *
     * @param verifier verifies what comes
     * @param handler handles what was verified, and nothing else
     */
    public WebhookReceiver(WebhookVerifier verifier, WebhookHandler handler) {
        this(verifier, handler, System::nanoTime);
    }

    WebhookReceiver(WebhookVerifier verifier, WebhookHandler handler, LongSupplier nanoTime) {
        this.verifier = Objects.requireNonNull(verifier, "verifier");
        this.handler = Objects.requireNonNull(handler, "handler");
        this.slowHandling = new SlowHandling(LOGGER, nanoTime);
    }

    /**
     * Receives one request. Whatever the request holds and the handler throws, this returns a response.
     *
     * @param method the request's method
     * @param headers finds the request's headers
     * @param body the request's body before any decoding; not closed
     * @return the response to send
     */
    public WebhookResponse receive(String method, HeaderLookup headers, InputStream body) {
        if (!method.equals("POST")) {
            return refusingMethod(method, headers).with("Allow", "POST");
        }
        byte[] bytes;
        try {
            verifier.checkKey();
            if (isEncoded(headers)) {
                return WebhookResponse.failing(415, "ENCODED_BODY", "The body has a content encoding")
                        .with("Accept-Encoding", "identity");
            }
            bytes = read(body);
        } catch (WebhookRejectedException e) {
            return WebhookResponse.refusing(e);
        } catch (IOException | RuntimeException e) {
            // Containers also throw unchecked exceptions, for chunks that they cannot read.
            return WebhookResponse.failing(
                    400, "UNREADABLE_BODY", "The body broke off, or its stream was closed before");
        }
        return handle(bytes, headers);
    }

    /** Returns the response to another method than POST. For a webhook by GET it asks the sender to use POST. */
    private static WebhookResponse refusingMethod(String method, HeaderLookup headers) {
        Collection<String> signatures = headers.values(WebhookVerifier.SIGNATURE_HEADER);
        if (method.equals("GET") && signatures != null && !signatures.isEmpty()) {
            return WebhookResponse.failing(
                    405,
                    "GET_CANNOT_BE_VERIFIED",
                    "What Telnyx signs of a webhook by GET is not documented: set its method to POST, such as "
                            + "webhook_url_method");
        }
        return WebhookResponse.failing(405, "METHOD_NOT_ALLOWED", "A webhook is a POST");
    }

    private WebhookResponse handle(byte[] body, HeaderLookup headers) {
        VerifiedWebhook webhook;
        try {
            webhook = verifier.verify(body, headers);
        } catch (WebhookRejectedException e) {
            return WebhookResponse.refusing(explained(e, body, headers));
        }
        long start = slowHandling.start();
        try {
            handler.handle(webhook);
            return WebhookResponse.accepted();
        } catch (MalformedWebhookException e) {
            log(Level.WARNING, "The body of a webhook from Telnyx was not understood", e);
            return WebhookResponse.failing(400, "MALFORMED_BODY", "The body was not understood");
        } catch (Throwable e) {
            // Also an Error, such as a class that is missing: without a response the connection would hang or break.
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            log(Level.ERROR, "The handler of a webhook failed", e);
            return WebhookResponse.failing(500, "HANDLER_FAILED", "The webhook could not be handled");
        } finally {
            slowHandling.end(start);
        }
    }

    /** Where less came than was sent, no signature can fit, and the sender is not to blame. */
    private static WebhookRejectedException explained(
            WebhookRejectedException refusal, byte[] body, HeaderLookup headers) {
        if (refusal.reason() != RejectionReason.SIGNATURE_MISMATCH || !isIncomplete(body.length, headers)) {
            return refusal;
        }
        WebhookRejectedException explained = new WebhookRejectedException(
                RejectionReason.BODY_ALREADY_READ,
                null,
                "The body, or a part of it, was read before the verifier could: let nothing before it read the body "
                        + "or ask for a parameter");
        LOGGER.log(Level.WARNING, "A webhook cannot be verified. {0}", explained.getMessage());
        return explained;
    }

    private static boolean isIncomplete(int length, HeaderLookup headers) {
        Collection<String> announced = headers.values("content-length");
        if (announced != null && !announced.isEmpty()) {
            return announced.stream().anyMatch(value -> value != null && isMore(value.strip(), length));
        }
        Collection<String> codings = headers.values("transfer-encoding");
        return length == 0 && codings != null && !codings.isEmpty();
    }

    private static boolean isMore(String announced, int length) {
        try {
            return Long.parseLong(announced) > length;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private byte[] read(InputStream body) throws IOException {
        int limit = verifier.maxBodyBytes();
        byte[] bytes = body.readNBytes(limit == Integer.MAX_VALUE ? limit : limit + 1);
        verifier.checkLength(bytes.length);
        return bytes;
    }

    /**
     * Reads and forgets what is left of a refused body, once the response was sent: a sender whose connection is closed
     * while it still sends may never see the response. Gives up after 2 s or 256 MiB, and does nothing where all was read.
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
