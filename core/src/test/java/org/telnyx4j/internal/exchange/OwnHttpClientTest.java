package org.telnyx4j.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opentelemetry.api.OpenTelemetry;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.Test;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.ThingRequest;
import org.telnyx4j.testing.RawServer;

/** An HTTP client of the application's, which may repeat requests by itself. */
class OwnHttpClientTest {
    private static final ThingRequest BODY =
            ThingRequest.builder().text("Hello there").build();
    private static final String OK = RawServer.json(200, "{\"text\":\"yes\"}");

    private static RawServer failingOnce(AtomicInteger requests) throws Exception {
        return RawServer.start(RawServer.answeringWith(
                request -> requests.incrementAndGet() == 1 ? RawServer.json(503, "{}", "Retry-After: 0") : OK));
    }

    private static Clients clients(RawServer server, CloseableHttpClient httpClient) {
        return new Clients(
                server.baseUrl(),
                RetryOptions.off(),
                OpenTelemetry.noop(),
                HttpOptions.builder().build(),
                httpClient);
    }

    private static void assertThatItSendsOnce(CloseableHttpClient httpClient) throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (httpClient;
                RawServer server = failingOnce(requests);
                Clients clients = clients(server, httpClient)) {
            TelnyxException error =
                    catchThrowableOfType(TelnyxException.class, () -> clients.send(Clients.CREATION, BODY));
            assertThat(error).isNotNull();
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
            assertThat(requests.get()).isEqualTo(1);
        }
    }

    @Test
    void aPlainOneSendsOnce() throws Exception {
        assertThatItSendsOnce(HttpClients.createDefault());
        assertThatItSendsOnce(HttpClients.createSystem());
        assertThatItSendsOnce(HttpClientBuilder.create().useSystemProperties().build());
        assertThatItSendsOnce(HttpClients.custom()
                .setRetryStrategy(new DefaultHttpRequestRetryStrategy(5, TimeValue.ofMilliseconds(1)))
                .build());
    }

    @Test
    void onePostWithoutABodyIsSentOnceAsWell() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (CloseableHttpClient httpClient = HttpClients.createDefault();
                RawServer server = failingOnce(requests);
                Clients clients = clients(server, httpClient)) {
            assertThat(catchThrowableOfType(
                            TelnyxException.class,
                            () -> clients.client()
                                    .call(ApiRequest.of(Clients.CREATION, ThingRequest.TYPE)
                                            .build())))
                    .isNotNull();
            assertThat(requests.get()).isEqualTo(1);
        }
    }

    @Test
    void oneThatRepeatsByForceIsStoppedAndTheOutcomeUnknown() throws Exception {
        assertThatItSendsOnce(HttpClientBuilder.create()
                .disableAutomaticRetries()
                .addExecInterceptorFirst("again", (request, scope, chain) -> {
                    chain.proceed(request, scope).close();
                    return chain.proceed(request, scope);
                })
                .build());
    }

    /** The client swallows the exception of the second try, and returns what came first. */
    @Test
    void oneThatHidesTheSecondTryLeavesTheOutcomeUnknown() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (CloseableHttpClient httpClient = HttpClientBuilder.create()
                        .disableAutomaticRetries()
                        .addExecInterceptorFirst("again", (request, scope, chain) -> {
                            var first = chain.proceed(request, scope);
                            try {
                                request.getEntity().writeTo(java.io.OutputStream.nullOutputStream());
                            } catch (java.io.IOException e) {
                                // As if nothing had happened.
                            }
                            return first;
                        })
                        .build();
                RawServer server = RawServer.start(RawServer.answeringWith(request -> {
                    requests.incrementAndGet();
                    return OK;
                }));
                Clients clients = clients(server, httpClient)) {
            TelnyxException error =
                    catchThrowableOfType(TelnyxException.class, () -> clients.send(Clients.CREATION, BODY));
            assertThat(error).isNotNull();
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }
}
