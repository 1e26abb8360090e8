package org.telnyx4j.webhooks.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.telnyx4j.testing.RawClient;
import org.telnyx4j.testing.RawClient.Reply;
import org.telnyx4j.webhooks.VerifiedWebhook;
import org.telnyx4j.webhooks.WebhookSigner;
import org.telnyx4j.webhooks.WebhookVerifier;

class WebhookFilterTest {
    private static final byte[] BODY = "{\"text\":\"\u00e9\u2603\"}".getBytes(UTF_8);

    private final WebhookSigner signer = WebhookSigner.generate();
    private final WebhookVerifier verifier =
            WebhookVerifier.builder().publicKey(signer.publicKey()).build();
    private final List<String> reached = Collections.synchronizedList(new ArrayList<>());

    /** Handles a request behind the filter. */
    @FunctionalInterface
    private interface Behind {
        void handle(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }

    @Test
    void theBodyCanBeReadAsOftenAsOneLikes() throws Exception {
        Reply answer = post(BODY, "application/json", (request, response) -> {
            reached.add(new String(request.getInputStream().readAllBytes(), UTF_8));
            reached.add(request.getReader().readLine());
            reached.add(new String(request.getInputStream().readAllBytes(), UTF_8));
            reached.add(Integer.toString(request.getContentLength()));
            reached.add(Long.toString(request.getContentLengthLong()));
        });

        String text = new String(BODY, UTF_8);
        String length = Integer.toString(BODY.length);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(reached).containsExactly(text, text, text, length, length);
    }

    @Test
    void theWebhookItselfIsFoundOnTheRequest() throws Exception {
        post(BODY, "application/json", (request, response) -> {
            VerifiedWebhook webhook = WebhookFilter.webhook(request).orElseThrow();
            VerifiedWebhook again = verifier.verify(
                    request.getInputStream().readAllBytes(), name -> Collections.list(request.getHeaders(name)));
            reached.add(webhook.timestamp().equals(again.timestamp()) ? "same" : "different");
        });

        assertThat(reached).containsExactly("same");
    }

    @Test
    void whatIsRefusedDoesNotGetPast() throws Exception {
        Behind behind = (request, response) -> reached.add("got past");
        List<String> headers = signedHeaders(BODY);

        try (Jetty jetty = Jetty.with(new WebhookFilter(verifier), servlet(behind))) {
            assertThat(RawClient.send(jetty.port(), "POST / HTTP/1.1", List.of(), new byte[0])
                            .status())
                    .isEqualTo(401);
            assertThat(RawClient.send(jetty.port(), "GET / HTTP/1.1", List.of(), new byte[0])
                            .status())
                    .isEqualTo(405);
            assertThat(RawClient.send(jetty.port(), "POST / HTTP/1.1", headers, new byte[BODY.length])
                            .body())
                    .contains("SIGNATURE_MISMATCH");
        }
        try (Jetty jetty =
                Jetty.with(new WebhookFilter(WebhookVerifier.builder().build()), servlet(behind))) {
            assertThat(RawClient.send(jetty.port(), "POST / HTTP/1.1", headers, BODY)
                            .status())
                    .isEqualTo(503);
        }
        assertThat(reached).isEmpty();
    }

    @Test
    void parametersOfAFormAreThoseOfQueryAndBody() throws Exception {
        byte[] form = "CallSid=v3%3Aabc&From=%2B14165550123&x=1&x=%C3%A9+2&broken=%zz&empty&".getBytes(UTF_8);

        post("/?x=0&q=1", form, "application/x-www-form-urlencoded; charset=utf-8", (request, response) -> {
            reached.add(request.getParameter("CallSid"));
            reached.add(request.getParameter("From"));
            reached.add(String.join(",", Objects.requireNonNull(request.getParameterValues("x"))));
            reached.add(request.getParameter("broken"));
            reached.add(request.getParameter("empty"));
            reached.add(String.valueOf(request.getParameter("none")));
            reached.add(String.join(",", Collections.list(request.getParameterNames())));
            reached.add(Integer.toString(request.getParameterMap().size()));
            reached.add(Integer.toString(request.getInputStream().readAllBytes().length));
        });

        assertThat(reached)
                .containsExactly(
                        "v3:abc",
                        "+14165550123",
                        "0,1,\u00e9 2",
                        "%zz",
                        "",
                        "null",
                        "x,q,CallSid,From,broken,empty",
                        "6",
                        Integer.toString(form.length));
    }

    @Test
    void aBodyThatIsNoFormHasNoParameters() throws Exception {
        post(
                "/?q=1",
                "a=1".getBytes(UTF_8),
                "application/json",
                (request, response) ->
                        reached.add(String.valueOf(request.getParameter("a")) + request.getParameter("q")));

        assertThat(reached).containsExactly("null1");
    }

    @Test
    void asynchronousWorkReadsTheSameBody() throws Exception {
        Reply answer = post(BODY, "application/json", (request, response) -> {
            AsyncContext context = request.startAsync();
            context.start(() -> {
                try {
                    HttpServletRequest later = (HttpServletRequest) context.getRequest();
                    reached.add(new String(later.getInputStream().readAllBytes(), UTF_8));
                } catch (IOException e) {
                    reached.add(e.toString());
                }
                context.complete();
            });
        });

        assertThat(answer.status()).isEqualTo(200);
        assertThat(reached).containsExactly(new String(BODY, UTF_8));
    }

    @Test
    void aReadListenerGetsTheWholeBody() throws Exception {
        Reply answer = post(BODY, "application/json", (request, response) -> {
            AsyncContext context = request.startAsync();
            ServletInputStream stream = request.getInputStream();
            stream.setReadListener(listener(context, stream));
        });

        assertThat(answer.status()).isEqualTo(200);
        assertThat(reached).containsExactly(new String(BODY, UTF_8), "all read");
    }

    @Test
    void aDispatchAfterAsynchronousWorkPassesAgain() throws Exception {
        Reply answer = post(BODY, "application/json", (request, response) -> {
            reached.add(new String(request.getInputStream().readAllBytes(), UTF_8));
            if (reached.size() == 1) {
                request.startAsync().dispatch();
            }
        });

        assertThat(answer.status()).isEqualTo(200);
        assertThat(reached).containsExactly(new String(BODY, UTF_8), new String(BODY, UTF_8));
    }

    @Test
    void aRequestThatDidNotPassHasNoWebhook() throws Exception {
        Behind behind = (request, response) ->
                reached.add(WebhookFilter.webhook(request).isPresent() ? "has one" : "has none");

        try (Jetty jetty = Jetty.with(servlet(behind))) {
            RawClient.send(jetty.port(), "POST / HTTP/1.1", signedHeaders(BODY), BODY);
        }

        assertThat(reached).containsExactly("has none");
    }

    private ReadListener listener(AsyncContext context, ServletInputStream stream) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        return new ReadListener() {
            @Override
            public void onDataAvailable() throws IOException {
                while (stream.isReady() && !stream.isFinished()) {
                    read.write(stream.read());
                }
            }

            @Override
            public void onAllDataRead() {
                reached.add(read.toString(UTF_8));
                reached.add("all read");
                context.complete();
            }

            @Override
            public void onError(Throwable failure) {
                reached.add(failure.toString());
                context.complete();
            }
        };
    }

    private Reply post(byte[] body, String contentType, Behind behind) throws Exception {
        return post("/", body, contentType, behind);
    }

    private Reply post(String target, byte[] body, String contentType, Behind behind) throws Exception {
        List<String> headers = new ArrayList<>(signedHeaders(body));
        headers.add("Content-Type: " + contentType);
        try (Jetty jetty = Jetty.with(new WebhookFilter(verifier), servlet(behind))) {
            return RawClient.send(jetty.port(), "POST " + target + " HTTP/1.1", headers, body);
        }
    }

    private List<String> signedHeaders(byte[] body) {
        List<String> headers = new ArrayList<>();
        signer.headers(body).forEach((name, value) -> headers.add(name + ": " + value));
        headers.add("Content-Length: " + body.length);
        return headers;
    }

    private static Servlet servlet(Behind behind) {
        return new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response)
                    throws IOException, ServletException {
                behind.handle(request, response);
            }
        };
    }
}
