package org.telnyx4j.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.Test;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.ReceivedRequest;

/** Plays an agent for tracing: it reads the request where HttpClient is called, and adds headers of its own. */
class UnloggedTargetTest {
    @Test
    void anAgentSeesNoPathAndItsHeadersDoNotLeave() throws Exception {
        HttpOptions options = HttpOptions.builder().build();
        DeadlineDnsResolver dns = new DeadlineDnsResolver(SystemDefaultDnsResolver.INSTANCE);
        try (RawServer server = RawServer.answering(RawServer.json(200, "{}"));
                ConnectionPool connections = HttpClients.connections(options, dns, null);
                CloseableHttpClient client = HttpClients.create(options, connections)) {
            HttpGet request = new HttpGet(URI.create(server.baseUrl() + "/numbers/%2B14165550123?filter[name]=Ann"));
            request.setHeader("X-Ours", "stays");
            AttemptContext attempt =
                    new AttemptContext(System::nanoTime, System.nanoTime() + TimeUnit.SECONDS.toNanos(60), 0);

            UnloggedTarget.hide(request, attempt);
            assertThat(request.getUri().toString())
                    .doesNotContain("4165550123")
                    .doesNotContain("Ann")
                    .isEqualTo("http://" + request.getAuthority() + "/***");
            request.setHeader("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            request.setHeader("baggage", "customer=17");
            int status = client.execute(request, attempt, response -> response.getCode());

            assertThat(status).isEqualTo(200);
            List<ReceivedRequest> received = server.requests();
            assertThat(received).hasSize(1);
            assertThat(received.get(0).requestLine()).contains("/numbers/%2B14165550123?filter[name]=Ann");
            assertThat(received.get(0).header("X-Ours")).isEqualTo("stays");
            assertThat(received.get(0).header("traceparent")).isNull();
            assertThat(received.get(0).header("baggage")).isNull();
        }
    }
}
