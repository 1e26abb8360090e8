package org.telnyx4j.generated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.telnyx4j.generated.invoker.ApiClient;
import org.telnyx4j.generated.invoker.HttpClientTransport;

/** A client and the server that it talks to. */
final class Wire implements AutoCloseable {
    static final String API_KEY = "KEY0123";

    private final LoopbackServer server;
    private final CloseableHttpClient httpClient;
    private final ApiClient client;

    private Wire(LoopbackServer server, int maxBodyBytes) {
        this.server = server;
        this.httpClient = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(100)
                        .setMaxConnPerRoute(100)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setSocketTimeout(20, TimeUnit.SECONDS)
                                .build())
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        this.client = ApiClient.builder(new HttpClientTransport(httpClient, maxBodyBytes))
                .baseUrl(server.url())
                .apiKey(() -> API_KEY)
                .build();
    }

    /** A wire whose server follows a script. */
    static Wire to(LoopbackServer.Script script) {
        return to(script, HttpClientTransport.DEFAULT_MAX_BODY_BYTES);
    }

    /** A wire whose server follows a script and whose client reads bodies up to a limit. */
    static Wire to(LoopbackServer.Script script, int maxBodyBytes) {
        return new Wire(LoopbackServer.start(script), maxBodyBytes);
    }

    /** A wire whose server answers everything with the same bytes. */
    static Wire answering(byte[] answer) {
        return to(LoopbackServer.answering(answer));
    }

    ApiClient client() {
        return client;
    }

    LoopbackServer server() {
        return server;
    }

    @Override
    public void close() {
        try {
            httpClient.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            server.close();
        }
    }
}
