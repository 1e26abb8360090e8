package org.telnyx4j.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.HttpOptions.Protocol;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.internal.call.ThingRequest;
import org.telnyx4j.testing.Certificates;
import org.telnyx4j.testing.Threads;
import org.telnyx4j.testing.Threads.Running;

/** HTTP/2 with servers that others have written: Jetty, and the nginx of this machine if there is one. */
class Http2ServersTest {
    private static final ThingRequest BODY =
            ThingRequest.builder().text("Hello there").build();

    @TempDir
    static Path folder;

    private static Certificates certificates;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificates = Certificates.selfSigned();
    }

    private static Clients clients(String baseUrl, RetryOptions retries) throws Exception {
        return new Clients(
                baseUrl,
                retries,
                HttpOptions.builder()
                        .protocol(Protocol.AUTOMATIC)
                        .sslContext(certificates.client())
                        .build());
    }

    private static NginxServer nginx(String name) throws Exception {
        assumeTrue(NginxServer.exists(), "There is no nginx on this machine, so HTTP/2 is not tried with it");
        return NginxServer.start(certificates, Files.createDirectory(folder.resolve(name)));
    }

    private static void assertLargeBodies(Clients clients) {
        assertThat(String.valueOf(clients.lookUp("large").data().get("text"))).hasSize(3_000_000);
        ThingRequest large = ThingRequest.builder().text("x".repeat(1_000_000)).build();
        assertThat(clients.send(Clients.CREATION, large).raw().status()).isEqualTo(200);
    }

    /** Many callers at once, none of whose calls may be repeated but where the server has certainly not carried it out. */
    private static void assertAllGetThrough(Clients clients, int callers, int callsOfEach, CountDownLatch half)
            throws InterruptedException {
        List<Running> running = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            running.add(Threads.start(() -> {
                for (int call = 0; call < callsOfEach; call++) {
                    assertThat(clients.send(Clients.CREATION, BODY).raw().httpVersion())
                            .hasValue("2");
                    half.countDown();
                }
                return null;
            }));
        }
        for (Running each : running) {
            each.join();
            if (!each.succeeded()) {
                throw new AssertionError("A call failed", each.thrown(Throwable.class));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void jettyIsSpokenToOverOneConnection(String version) throws Exception {
        try (JettyServer server = JettyServer.start(certificates, version);
                Clients clients = clients(server.baseUrl(), RetryOptions.off())) {
            assertThat(clients.lookUp("first").data().get("text")).isEqualTo("first");
            assertAllGetThrough(clients, 3 * JettyServer.STREAMS, 10, new CountDownLatch(0));
            assertLargeBodies(clients);
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.requests()).isEqualTo(1 + 3 * JettyServer.STREAMS * 10 + 2);
        }
    }

    @Test
    void jettyMayCloseAQuietConnection() throws Exception {
        try (JettyServer server = JettyServer.start(certificates, "TLSv1.3");
                Clients clients = clients(server.baseUrl(), RetryOptions.defaults())) {
            for (int i = 1; i <= 3; i++) {
                clients.send(Clients.CREATION, BODY);
                server.closeConnections();
                Threads.await(
                        "the client knows",
                        () -> Threads.ofTheLibrary().stream().noneMatch(name -> name.contains("http2")));
                assertThat(server.connections()).isEqualTo(i);
            }
        }
    }

    @Test
    void nginxIsSpokenTo() throws Exception {
        try (NginxServer server = nginx("plain");
                Clients clients = clients(server.baseUrl(), RetryOptions.off())) {
            assertThat(clients.send(Clients.CREATION, BODY).data().get("text")).isEqualTo("yes");
            assertLargeBodies(clients);
        }
    }

    /** It goes away gently after some requests, again and again, and all at once when it is told to reload. */
    @Test
    void nginxMayGoAwayWhileCallersSend() throws Exception {
        try (NginxServer server = nginx("going");
                Clients clients = clients(
                        server.baseUrl(), RetryOptions.builder().maxRetries(10).build())) {
            int callers = 2 * NginxServer.STREAMS;
            CountDownLatch half = new CountDownLatch(callers * 5);
            Running reload = Threads.start(() -> {
                half.await();
                server.reload();
                return null;
            });
            assertAllGetThrough(clients, callers, 10, half);
            assertThat(reload.join().succeeded()).isTrue();
            // Each request is in its log once: nothing was sent twice.
            Threads.await("the log is written", () -> {
                try {
                    return server.requests() >= callers * 10L;
                } catch (IOException e) {
                    return false;
                }
            });
            assertThat(server.requests()).isEqualTo(callers * 10L);
        }
    }
}
