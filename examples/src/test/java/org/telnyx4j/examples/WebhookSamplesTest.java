package org.telnyx4j.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.telnyx4j.webhooks.VerifiedWebhook;
import org.telnyx4j.webhooks.WebhookSigner;
import org.telnyx4j.webhooks.WebhookVerifier;

class WebhookSamplesTest {
    private final WebhookSigner signer = WebhookSigner.generate();
    private final WebhookVerifier verifier =
            WebhookVerifier.builder().publicKey(signer.publicKey()).build();
    private final ConcurrentLinkedQueue<VerifiedWebhook> handled = new ConcurrentLinkedQueue<>();

    @Test
    void aBodyIsVerifiedOrRefused() {
        byte[] body = "{}".getBytes(UTF_8);
        Headers headers = new Headers();
        signer.headers(body).forEach(headers::set);

        assertThat(WebhookSamples.verify(signer.publicKey(), body, headers)).isEqualTo("{}");
        assertThat(WebhookSamples.verify(signer.publicKey(), new byte[1], headers))
                .isEqualTo("refused: SIGNATURE_MISMATCH");
    }

    @Test
    void theJdksServerReceivesWhatTheSignerSends() throws Exception {
        ExecutorService executor = Executors.newCachedThreadPool();
        HttpServer server = WebhookSamples.server(verifier, handled::add, executor);
        try {
            URI endpoint = URI.create("http://localhost:" + server.getAddress().getPort() + "/telnyx");

            assertThat(WebhookSamples.signed(signer, endpoint)).isEqualTo(200);
            assertThat(WebhookSamples.signed(WebhookSigner.generate(), endpoint))
                    .isEqualTo(401);
            assertThat(handled).hasSize(1);
        } finally {
            server.stop(0);
            executor.shutdownNow();
        }
    }

    @Test
    void aServletContainerReceivesWhatTheSignerSends() throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("localhost");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new Controller()), "/texml");
        context.addEventListener(new ServletContextListener() {
            @Override
            public void contextInitialized(ServletContextEvent event) {
                WebhookSamples.servlet(event.getServletContext(), verifier, handled::add);
            }
        });
        server.setHandler(context);
        server.start();
        try {
            String base = "http://localhost:" + connector.getLocalPort();

            assertThat(WebhookSamples.signed(signer, URI.create(base + "/telnyx")))
                    .isEqualTo(200);
            assertThat(handled).hasSize(1);
            assertThat(WebhookSamples.signed(signer, URI.create(base + "/texml")))
                    .isEqualTo(202);
            assertThat(WebhookSamples.signed(WebhookSigner.generate(), URI.create(base + "/texml")))
                    .isEqualTo(401);
        } finally {
            server.stop();
        }
    }

    @Test
    void anythingElseReceivesToo() {
        byte[] body = "{}".getBytes(UTF_8);
        Map<String, List<String>> headers = new HashMap<>();
        signer.headers(body).forEach((name, value) -> headers.put(name, List.of(value)));

        assertThat(WebhookSamples.anything(verifier, handled::add, headers, new ByteArrayInputStream(body)))
                .isEqualTo(200);
        assertThat(WebhookSamples.anything(verifier, handled::add, Map.of(), new ByteArrayInputStream(body)))
                .isEqualTo(401);
        assertThat(handled).hasSize(1);
    }

    /** Responds with a status of its own, so that it is told from the filter's responses. */
    private static final class Controller extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setStatus(request.getInputStream().readAllBytes().length > 0 ? 202 : 500);
        }
    }
}
