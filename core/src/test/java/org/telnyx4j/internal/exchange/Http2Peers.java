package org.telnyx4j.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.HttpOptions.Protocol;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.internal.call.ThingRequest;
import org.telnyx4j.testing.Certificates;
import org.telnyx4j.testing.Http2Request;
import org.telnyx4j.testing.Http2Server;
import org.telnyx4j.testing.Threads;

/** What the tests of HTTP/2 have in common: a server whose streams the test decides on, and clients of it. */
abstract class Http2Peers {
    static final ThingRequest BODY = ThingRequest.builder().text("Hello there").build();
    static final String OK = "{\"text\":\"yes\"}";
    static final int PROTOCOL_ERROR = 1;
    static final int INTERNAL_ERROR = 2;
    static final int REFUSED_STREAM = 7;
    static final int CANCEL = 8;
    static final int HTTP_1_1_REQUIRED = 13;
    static final int MAX_CONCURRENT_STREAMS = 3;
    static final int INITIAL_WINDOW_SIZE = 4;

    static Certificates certificates;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificates = Certificates.selfSigned();
    }

    static Http2Server server(Http2Server.Handler handler, int... settings) throws Exception {
        return Http2Server.start(certificates.server(), handler, settings);
    }

    static HttpOptions.Builder options(Protocol protocol) throws Exception {
        return HttpOptions.builder().protocol(protocol).sslContext(certificates.client());
    }

    static Clients clients(Http2Server server) throws Exception {
        return clients(server, options(Protocol.AUTOMATIC).build());
    }

    static Clients clients(Http2Server server, HttpOptions options) {
        return new Clients(server.baseUrl(), RetryOptions.defaults(), options);
    }

    /** A client that tries each call once. */
    static Clients once(Http2Server server) throws Exception {
        return new Clients(
                server.baseUrl(),
                RetryOptions.off(),
                options(Protocol.AUTOMATIC).build());
    }

    static TelnyxNetworkException failure(ThrowingCallable call) {
        TelnyxNetworkException error = catchThrowableOfType(TelnyxNetworkException.class, call);
        assertThat(error).isNotNull();
        return error;
    }

    static TelnyxException error(ThrowingCallable call) {
        TelnyxException error = catchThrowableOfType(TelnyxException.class, call);
        assertThat(error).isNotNull();
        return error;
    }

    /** Waits until no HTTP/2 connection of a client is left. */
    static void awaitNoThreads() throws InterruptedException {
        Threads.await(
                "the threads end", () -> Threads.ofTheLibrary().stream().noneMatch(name -> name.contains("http2")));
    }

    static Object text(ApiResponse<ThingRequest> response) {
        return Objects.requireNonNull(response.data().get("text"));
    }

    static RequestOptions within(Duration time) {
        return RequestOptions.builder().timeout(time).build();
    }

    /** Reads the head of a request, and nothing of its body. */
    static final Http2Server.Handler READS_NOTHING = new Http2Server.Handler() {
        @Override
        public void handle(Http2Request request) throws IOException {
            request.respond(200, OK);
        }

        @Override
        public void begun(Http2Request request) throws InterruptedException {
            Thread.sleep(60_000);
        }
    };

    /** Counts the streams that are open, and responds. */
    static final class OpenStreams implements Http2Server.Handler {
        private final Http2Server.Handler before;
        private final AtomicInteger open = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        /**
         * Creates a handler.
         *
         * @param before what happens before a response
         */
        OpenStreams(Http2Server.Handler before) {
            this.before = before;
        }

        @Override
        public void begun(Http2Request request) {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
        }

        @Override
        public void handle(Http2Request request) throws IOException, InterruptedException {
            before.handle(request);
            // Before the response: the client may open another as soon as it has it.
            open.decrementAndGet();
            request.respond(200, OK);
        }

        int most() {
            return most.get();
        }

        void forget() {
            most.set(0);
        }
    }
}
