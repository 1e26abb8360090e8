package org.telnyx4j.spring.internal.webhooks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.telnyx4j.webhooks.WebhookReceiver;
import org.telnyx4j.webhooks.WebhookResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Responds to the requests for one path, and passes all others on untouched. */
public final class TelnyxWebhookWebFilter implements WebFilter, Ordered {
    private final WebhookReceiver receiver;
    private final String path;
    private final long maxBodyBytes;
    private final int order;

    /**
     * Creates a filter.
     *
     * @param receiver verifies and handles what comes
     * @param path the path within the application
     * @param maxBodyBytes how long a body may be
     * @param order the filter's place among all
     */
    public TelnyxWebhookWebFilter(WebhookReceiver receiver, String path, long maxBodyBytes, int order) {
        this.receiver = receiver;
        this.path = path;
        this.maxBodyBytes = maxBodyBytes;
        this.order = order;
    }

    @Override
    public int getOrder() {
        return order;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!request.getPath().pathWithinApplication().value().equals(path)) {
            return chain.filter(exchange);
        }
        // Without it, http.server.requests would have "UNKNOWN" for its uri.
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(context -> context.setPathPattern(path));
        Map<String, List<String>> headers = headersOf(request);
        String method = request.getMethod().name();
        return bodyOf(request)
                .flatMap(body -> Mono.fromCallable(() -> receiver.receive(method, headers::get, body))
                        // The handler may block, and the thread of the request must not.
                        .subscribeOn(Schedulers.boundedElastic()))
                .flatMap(response -> send(response, exchange.getResponse()));
    }

    /** The body up to one byte more than is allowed, so that the receiver sees that it is too long. */
    private Mono<InputStream> bodyOf(ServerHttpRequest request) {
        return DataBufferUtils.join(DataBufferUtils.takeUntilByteCount(request.getBody(), maxBodyBytes + 1))
                .map(TelnyxWebhookWebFilter::bytes)
                .defaultIfEmpty(new byte[0])
                .<InputStream>map(ByteArrayInputStream::new)
                .onErrorResume(failure -> Mono.just(new BrokenOffBody(failure)));
    }

    private static byte[] bytes(DataBuffer buffer) {
        try {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    /** Copied by a method that has one signature in Spring 6 and 7; most of {@code HttpHeaders} has not. */
    private static Map<String, List<String>> headersOf(ServerHttpRequest request) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.getHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        return headers;
    }

    private static Mono<Void> send(WebhookResponse toSend, ServerHttpResponse response) {
        byte[] body = toSend.body().getBytes(US_ASCII);
        response.setStatusCode(HttpStatusCode.valueOf(toSend.status()));
        toSend.headers().forEach((name, value) -> response.getHeaders().set(name, value));
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    /** What the receiver reads where the body could not be received: it responds as to any such body. */
    private static final class BrokenOffBody extends InputStream {
        private final Throwable failure;

        BrokenOffBody(Throwable failure) {
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            throw new IOException(failure);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
        }
    }
}
