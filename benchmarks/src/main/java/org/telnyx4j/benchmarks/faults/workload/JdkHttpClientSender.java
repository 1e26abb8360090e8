package org.telnyx4j.benchmarks.faults.workload;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.telnyx4j.benchmarks.faults.server.Ticket;

/** Posts with {@link HttpClient}, as it is out of the box. */
final class JdkHttpClientSender implements NaiveSender {
    private final HttpClient client;

    JdkHttpClientSender(SSLContext tls, Duration connectTimeout) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .connectTimeout(connectTimeout)
                .build();
    }

    @Override
    public Reply post(String url, String ticket, String json, Duration timeout)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(timeout)
                .header("Authorization", "Bearer KEY_OF_NO_ACCOUNT")
                .header("Content-Type", "application/json")
                .header(Ticket.HEADER, ticket)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.body());
    }
}
