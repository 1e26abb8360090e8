package org.telnyx4j.webhooks.servlet;

import org.junit.jupiter.api.AfterEach;
import org.telnyx4j.webhooks.WebhookVerifier;
import org.telnyx4j.webhooks.testing.EndpointContract;

class WebhookServletTest extends EndpointContract {
    private final Jetty open;
    private final Jetty closed;

    WebhookServletTest() throws Exception {
        open = Jetty.with(new WebhookServlet(verifier(), this::handle));
        closed = Jetty.with(new WebhookServlet(WebhookVerifier.builder().build(), this::handle));
    }

    @AfterEach
    void stop() {
        open.close();
        closed.close();
    }

    @Override
    protected int port() {
        return open.port();
    }

    @Override
    protected int closedPort() {
        return closed.port();
    }
}
