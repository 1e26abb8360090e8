package org.telnyx4j.webhooks.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
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
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.testing.RawClient;
import org.telnyx4j.testing.RawClient.Reply;
import org.telnyx4j.webhooks.HeaderLookup;
import org.telnyx4j.webhooks.VerifiedWebhook;
import org.telnyx4j.webhooks.WebhookSigner;
import org.telnyx4j.webhooks.WebhookVerifier;
import org.telnyx4j.webhooks.testing.LogRecords;

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
        Reply reply = post(BODY, "application/json", (request, response) -> {
            reached.add(new String(request.getInputStream().readAllBytes(), UTF_8));
            reached.add(request.getReader().readLine());
            reached.add(new String(request.getInputStream().readAllBytes(), UTF_8));
            reached.add(Integer.toString(request.getContentLength()));
            reached.add(Long.toString(request.getContentLengthLong()));
        });

        String text = new String(BODY, UTF_8);
        String length = Integer.toString(BODY.length);
        assertThat(reply.status()).isEqualTo(200);
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
    void parametersAreThoseOfTheSignedFormAndNoOthers() throws Exception {
        byte[] form = "CallSid=v3%3Aabc&From=%2B14165550123&x=1&x=%C3%A9+2&broken=%zz&empty&".getBytes(UTF_8);

        post("/;x=7;jsessionid=1?x=0&q=1", form, "application/x-www-form-urlencoded", (request, response) -> {
            reached.add(request.getParameter("CallSid"));
            reached.add(request.getParameter("From"));
            reached.add(String.join(",", Objects.requireNonNull(request.getParameterValues("x"))));
            reached.add(request.getParameter("broken"));
            reached.add(request.getParameter("empty"));
            reached.add(String.valueOf(request.getParameter("q")));
            reached.add(String.join(",", Collections.list(request.getParameterNames())));
            reached.add(String.join(",", request.getParameterMap().keySet()));
            reached.add(Integer.toString(request.getInputStream().readAllBytes().length));
            reached.add(request.getQueryString());
        });

        assertThat(reached)
                .containsExactly(
                        "v3:abc",
                        "+14165550123",
                        "1,\u00e9 2",
                        "%zz",
                        "",
                        "null",
                        "CallSid,From,x,broken,empty",
                        "CallSid,From,x,broken,empty",
                        Integer.toString(form.length),
                        "x=0&q=1");
    }

    /** A recorded form cannot be given another status, or another alphabet, on its way. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded; charset=UTF-16",
                "Application/X-WWW-Form-Urlencoded;charset=ISO-8859-1"
            })
    void aRecordedFormSaysWhatItSaidWhenItWasSigned(String contentType) throws Exception {
        byte[] form = "CallStatus=ringing&Name=%C3%A9&Raw=\u00e9".getBytes(UTF_8);

        post("/?CallStatus=completed&AnsweredBy=human", form, contentType, (request, response) -> {
            request.setCharacterEncoding("UTF-16");
            reached.add(request.getParameter("CallStatus"));
            reached.add(Integer.toString(Objects.requireNonNull(request.getParameterValues("CallStatus")).length));
            reached.add(String.valueOf(request.getParameter("AnsweredBy")));
            reached.add(request.getParameter("Name") + request.getParameter("Raw"));
            reached.add(request.getReader().readLine());
            reached.add(request.getCharacterEncoding());
        });

        assertThat(reached).containsExactly("ringing", "1", "null", "\u00e9\u00e9", new String(form, UTF_8), "UTF-8");
    }

    @Test
    void aBodyThatIsNoFormHasNoParameters() throws Exception {
        post("/?q=1", "a=1".getBytes(UTF_8), "application/json", (request, response) -> {
            reached.add(request.getParameter("a") + " " + request.getParameter("q"));
            reached.add(request.getParameterMap().size() + " "
                    + request.getParameterNames().hasMoreElements());
        });

        assertThat(reached).containsExactly("null null", "0 false");
    }

    @Test
    void aRecordedBodyDoesNotBecomeAFormOfManyParts() throws Exception {
        byte[] parts = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--\r\n".getBytes(UTF_8);

        post("/?a=2", parts, "multipart/form-data; boundary=b", (request, response) -> {
            assertThatThrownBy(request::getParts).isInstanceOf(ServletException.class);
            assertThatThrownBy(() -> request.getPart("a")).isInstanceOf(ServletException.class);
            reached.add(String.valueOf(request.getParameter("a")));
        });

        assertThat(reached).containsExactly("null");
    }

    @Test
    void aForwardOrIncludeBehindTheFilterStillHasOnlySignedParameters() throws Exception {
        byte[] form = "CallStatus=ringing".getBytes(UTF_8);

        post("/?CallStatus=completed", form, "application/x-www-form-urlencoded", (request, response) -> {
            reached.add(request.getDispatcherType() + " "
                    + String.join(",", Objects.requireNonNull(request.getParameterValues("CallStatus"))) + " "
                    + request.getInputStream().readAllBytes().length);
            switch (request.getDispatcherType()) {
                case REQUEST -> request.getRequestDispatcher("/include").include(request, response);
                case INCLUDE -> request.getRequestDispatcher("/forward").forward(request, response);
                default -> response.flushBuffer();
            }
        });

        assertThat(reached).containsExactly("REQUEST ringing 18", "INCLUDE ringing 18", "FORWARD ringing 18");
    }

    @Test
    void aDispatchWithAQueryStillHasOnlySignedParameters() throws Exception {
        byte[] form = "CallStatus=ringing".getBytes(UTF_8);

        Reply reply = post("/?CallStatus=completed", form, "application/x-www-form-urlencoded", (request, response) -> {
            reached.add(request.getDispatcherType() + " " + request.getParameter("CallStatus"));
            if (request.getDispatcherType() == DispatcherType.REQUEST) {
                request.startAsync().dispatch("/later?CallStatus=completed");
            }
        });

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reached).containsExactly("REQUEST ringing", "ASYNC ringing");
    }

    @Test
    void asynchronousWorkReadsTheSameBody() throws Exception {
        Reply reply = post(BODY, "application/json", (request, response) -> {
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

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reached).containsExactly(new String(BODY, UTF_8));
    }

    @Test
    void aReadListenerGetsTheWholeBody() throws Exception {
        Reply reply = post(BODY, "application/json", (request, response) -> {
            AsyncContext context = request.startAsync();
            ServletInputStream stream = request.getInputStream();
            stream.setReadListener(listener(context, stream));
        });

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reached).containsExactly(new String(BODY, UTF_8), "all read");
    }

    @Test
    void aDispatchAfterAsynchronousWorkPassesAgain() throws Exception {
        Reply reply = post(BODY, "application/json", (request, response) -> {
            reached.add(new String(request.getInputStream().readAllBytes(), UTF_8));
            if (reached.size() == 1) {
                request.startAsync().dispatch();
            }
        });

        assertThat(reply.status()).isEqualTo(200);
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

    @Test
    void aServletThatIsReachedPastTheFilterCanRefuse() throws Exception {
        Behind behind = (request, response) -> reached.add(request.getRequestURI() + " "
                + WebhookFilter.requireVerified(request).length());
        byte[] body = BODY;

        try (Jetty jetty = Jetty.with(servlet(behind), "/texml", new WebhookFilter(verifier))) {
            assertThat(RawClient.send(jetty.port(), "POST /texml HTTP/1.1", signedHeaders(body), body)
                            .status())
                    .isEqualTo(200);
            assertThat(RawClient.send(jetty.port(), "POST /texml/ HTTP/1.1", signedHeaders(body), body)
                            .status())
                    .isEqualTo(500);
        }
        try (Jetty jetty = Jetty.with(servlet(behind), "/texml/*", new WebhookFilter(verifier))) {
            for (String path : List.of("/texml", "/texml/", "/texml;x=1", "/texml/a", "/%74exml/")) {
                assertThat(RawClient.send(jetty.port(), "POST " + path + " HTTP/1.1", List.of(), new byte[0])
                                .status())
                        .as(path)
                        .isEqualTo(401);
                assertThat(RawClient.send(jetty.port(), "POST " + path + " HTTP/1.1", signedHeaders(body), body)
                                .status())
                        .as(path)
                        .isEqualTo(200);
            }
        }
        assertThat(reached).hasSize(6).allMatch(each -> each.endsWith(" " + body.length));
    }

    @Test
    void eachOfSeveralFiltersVerifiesWithItsOwnKeys() throws Exception {
        WebhookFilter first = new WebhookFilter(verifier);
        WebhookFilter sameKey = new WebhookFilter(
                WebhookVerifier.builder().publicKey(signer.publicKey()).build());
        WebhookFilter otherKey = new WebhookFilter(WebhookVerifier.builder()
                .publicKey(WebhookSigner.generate().publicKey())
                .build());
        Behind behind = (request, response) -> {
            reached.add(new String(request.getInputStream().readAllBytes(), UTF_8));
            if (reached.size() == 1) {
                request.startAsync().dispatch();
            }
        };

        try (Jetty jetty = Jetty.with(servlet(behind), "/*", first, sameKey)) {
            assertThat(RawClient.send(jetty.port(), "POST / HTTP/1.1", signedHeaders(BODY), BODY)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(reached).containsExactly(new String(BODY, UTF_8), new String(BODY, UTF_8));
        reached.clear();
        try (Jetty jetty = Jetty.with(servlet(behind), "/*", first, otherKey)) {
            assertThat(RawClient.send(jetty.port(), "POST / HTTP/1.1", signedHeaders(BODY), BODY)
                            .status())
                    .isEqualTo(401);
        }
        assertThat(reached).isEmpty();
    }

    @Test
    void anAttributeThatSomebodyElseSetIsNotBelieved() throws Exception {
        VerifiedWebhook other = verifier.verify(BODY, HeaderLookup.of(signer.headers(BODY)));
        Filter setsAttributes = (request, response, chain) -> {
            request.setAttribute(VerifiedWebhook.class.getName(), other);
            request.setAttribute(WebhookFilter.class.getName() + ".verified", other);
            chain.doFilter(request, response);
        };

        try (Jetty jetty = Jetty.with(
                servlet((request, response) -> reached.add("got past")),
                "/*",
                setsAttributes,
                new WebhookFilter(verifier))) {
            assertThat(RawClient.send(jetty.port(), "POST / HTTP/1.1", List.of(), new byte[0])
                            .status())
                    .isEqualTo(401);
        }
        assertThat(reached).isEmpty();
    }

    /** What an earlier filter did with the body. */
    @ParameterizedTest
    @ValueSource(strings = {"parameter", "stream", "part of the stream", "reader", "closed reader"})
    void aBodyThatWasReadBeforeIsNotBlamedOnTheSender(String how) throws Exception {
        byte[] form = ("CallStatus=ringing&x=" + "y".repeat(100)).getBytes(UTF_8);
        List<String> headers = new ArrayList<>(signedHeaders(form));
        headers.add("Content-Type: application/x-www-form-urlencoded");
        Filter reads = (request, response, chain) -> {
            switch (how) {
                case "parameter" -> request.getParameter("x");
                case "stream" -> request.getInputStream().readAllBytes();
                case "part of the stream" -> request.getInputStream().readNBytes(10);
                case "closed reader" -> request.getReader().close();
                default -> request.getReader().readLine();
            }
            chain.doFilter(request, response);
        };

        try (Jetty jetty = Jetty.with(
                servlet((request, response) -> reached.add("got past")), "/*", reads, new WebhookFilter(verifier))) {
            Reply reply = RawClient.send(jetty.port(), "POST / HTTP/1.1", headers, form);
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.body())
                    .startsWith("{\"reason\":\"BODY_ALREADY_READ\"")
                    .contains("read before");
            // Who is nobody to Telnyx learns nothing of it.
            assertThat(RawClient.send(jetty.port(), "POST / HTTP/1.1", List.of("Content-Length: 1"), new byte[1])
                            .status())
                    .isEqualTo(401);
        }
        assertThat(reached).isEmpty();
    }

    @Test
    void aServletThatTakesLongerThanTelnyxWaitsIsReportedOnce() throws Exception {
        AtomicLong nanos = new AtomicLong();
        WebhookFilter filter = new WebhookFilter(verifier, nanos::get);
        Behind behind = (request, response) -> {
            nanos.addAndGet(2_001_000_000L);
            throw new IOException("late as well");
        };

        try (LogRecords records = new LogRecords(WebhookFilter.class);
                Jetty jetty = Jetty.with(filter, servlet(behind))) {
            for (int i = 0; i < 2; i++) {
                RawClient.send(jetty.port(), "POST / HTTP/1.1", signedHeaders(BODY), BODY);
            }
            assertThat(records.all()).hasSize(1);
        }
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
