package org.telnyx4j.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.ThingRequest;
import org.telnyx4j.testing.Certificates;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.Threads;

/** What a server writes without having been asked is never the response to the next request. */
class UnaskedResponseTest {
    private static final ThingRequest BODY =
            ThingRequest.builder().text("Hello there").build();
    private static final HttpOptions PLAIN = HttpOptions.builder().build();
    /** More than those for which a connection is looked at closely. */
    private static final int CALLS = 40;

    private static String numbered(int number) {
        return RawServer.json(200, "{\"text\":\"" + number + "\"}");
    }

    private final AtomicInteger sent = new AtomicInteger();

    /** Responds to each request with its number, and then with something that nobody asked for. */
    private RawServer.Handler addingTo(AtomicInteger requests, byte[] unasked, boolean glued) {
        return connection -> {
            while (connection.read() != null) {
                byte[] response = numbered(requests.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
                if (glued) {
                    connection.send(Response.concat(response, unasked));
                } else {
                    connection.send(response);
                    Thread.sleep(2);
                    connection.send(unasked);
                }
                sent.incrementAndGet();
            }
        };
    }

    private void assertThatEachCallHasItsOwnResponse(Clients clients, AtomicInteger requests) throws Exception {
        for (int i = 1; i <= CALLS; i++) {
            assertThat(clients.send(Clients.CREATION, BODY).data().get("text")).isEqualTo(String.valueOf(i));
            int calls = i;
            Threads.await("what was not asked for has arrived", () -> sent.get() == calls);
        }
        assertThat(requests.get()).isEqualTo(CALLS);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 429, 503})
    void aResponseThatComesLaterIsNotThatToTheNextCall(int status) throws Exception {
        AtomicInteger requests = new AtomicInteger();
        byte[] unasked = Response.json(status, "{\"text\":\"of another\"}").bytes();
        try (RawServer server = RawServer.start(addingTo(requests, unasked, false));
                Clients clients = new Clients(server)) {
            assertThatEachCallHasItsOwnResponse(clients, requests);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 429})
    void aResponseGluedToAnotherIsNotThatToTheNextCall(int status) throws Exception {
        AtomicInteger requests = new AtomicInteger();
        byte[] unasked = Response.json(status, "{\"text\":\"of another\"}").bytes();
        try (RawServer server = RawServer.start(addingTo(requests, unasked, true));
                Clients clients = new Clients(server)) {
            assertThatEachCallHasItsOwnResponse(clients, requests);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void aBodyWhereThereIsNoneIsNotTheNextResponse(int status) throws Exception {
        byte[] glued = Response.concat(Response.head(status), numbered(-1).getBytes(StandardCharsets.UTF_8));
        AtomicInteger requests = new AtomicInteger();
        try (RawServer server = RawServer.start(RawServer.toEach((request, connection) -> {
                    if (requests.incrementAndGet() == 1) {
                        connection.send(glued);
                    } else {
                        connection.send(numbered(2));
                    }
                }));
                Clients clients = new Clients(server.baseUrl(), RetryOptions.off(), PLAIN)) {
            assertThat(catchThrowableOfType(TelnyxException.class, () -> clients.lookUp("1")))
                    .isNotNull();
            assertThat(clients.lookUp("2").data().get("text")).isEqualTo("2");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSameHoldsForTls(boolean glued, @TempDir Path folder) throws Exception {
        Certificates certificates = Certificates.selfSigned(folder);
        HttpOptions trusting =
                HttpOptions.builder().trustedCertificates(certificates.pem()).build();
        AtomicInteger requests = new AtomicInteger();
        byte[] unasked = numbered(-1).getBytes(StandardCharsets.UTF_8);
        try (RawServer server = RawServer.startTls(certificates.server(), addingTo(requests, unasked, glued));
                Clients clients = new Clients(server.baseUrl(), RetryOptions.off(), trusting)) {
            assertThatEachCallHasItsOwnResponse(clients, requests);
        }
    }

    @Test
    void aConnectionWithoutSuchBytesIsUsedAgain(@TempDir Path folder) throws Exception {
        Certificates certificates = Certificates.selfSigned(folder);
        HttpOptions trusting =
                HttpOptions.builder().trustedCertificates(certificates.pem()).build();
        for (boolean tls : new boolean[] {false, true}) {
            RawServer.Handler handler = RawServer.answeringWith(request -> numbered(1));
            try (RawServer server =
                            tls ? RawServer.startTls(certificates.server(), handler) : RawServer.start(handler);
                    Clients clients = new Clients(server.baseUrl(), RetryOptions.off(), tls ? trusting : PLAIN)) {
                for (int i = 0; i < CALLS; i++) {
                    clients.send(Clients.CREATION, BODY);
                }
                assertThat(server.connections()).isEqualTo(1);
            }
        }
    }

    @Test
    void aConnectionThatTheServerClosedIsNotUsed() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.read();
                    connection.send(numbered(1));
                });
                Clients clients = new Clients(server.baseUrl(), RetryOptions.off(), PLAIN)) {
            for (int i = 0; i < CALLS; i++) {
                clients.send(Clients.CREATION, BODY);
                Threads.await("the server has closed it", () -> server.openConnections() == 0);
            }
        }
    }

    /** Its end is not looked for right after a response; a moment later it is. */
    @Test
    void aConnectionThatTheServerClosedAfterLongUseIsNotUsed() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (RawServer server = RawServer.start(connection -> {
                    for (int i = 0; i < CALLS && connection.read() != null; i++) {
                        connection.send(numbered(requests.incrementAndGet()));
                    }
                });
                Clients clients = new Clients(server.baseUrl(), RetryOptions.off(), PLAIN)) {
            for (int i = 0; i < CALLS; i++) {
                clients.send(Clients.CREATION, BODY);
            }
            Threads.await("the server has closed it", () -> server.openConnections() == 0);
            Thread.sleep(2);

            assertThat(clients.send(Clients.CREATION, BODY).data().get("text")).isEqualTo(String.valueOf(CALLS + 1));
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aResponseBeforeTheFirstRequestIsNotTheResponseToIt() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.send(numbered(-1));
                    connection.read();
                });
                Clients clients = new Clients(server.baseUrl(), RetryOptions.off(), PLAIN)) {
            // Whether the bytes are there in time is for the network to decide; over loopback they mostly are.
            TelnyxException error = null;
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while ((error == null || error.outcome() != Outcome.NOT_CARRIED_OUT) && System.nanoTime() < end) {
                error = catchThrowableOfType(TelnyxException.class, () -> clients.send(Clients.CREATION, BODY));
            }
            assertThat(error).isNotNull();
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        }
    }

    /** What a proxy adds to its own response, in clear, would otherwise pass for one that came through TLS. */
    @Test
    void whatAProxyGluesToItsResponseIsNotThatOfTheServer(@TempDir Path folder) throws Exception {
        Certificates certificates = Certificates.selfSigned(folder);
        AtomicInteger requests = new AtomicInteger();
        try (RawServer server = RawServer.startTls(
                        certificates.server(),
                        RawServer.answeringWith(request -> numbered(requests.incrementAndGet())));
                RawServer proxy = RawServer.start(gluingProxy(server.port()))) {
            HttpOptions options = HttpOptions.builder()
                    .trustedCertificates(certificates.pem())
                    .proxy(new HttpOptions.Proxy("127.0.0.1", proxy.port(), null, null))
                    .build();
            try (Clients clients = new Clients(server.baseUrl(), RetryOptions.off(), options)) {
                TelnyxException error =
                        catchThrowableOfType(TelnyxException.class, () -> clients.send(Clients.CREATION, BODY));
                assertThat(error).isNotNull();
                assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
                assertThat(requests.get()).isZero();
            }
        }
    }

    private static RawServer.Handler gluingProxy(int port) {
        return connection -> {
            connection.read();
            connection.send(Response.concat(Response.head(200), numbered(-1).getBytes(StandardCharsets.UTF_8)));
            Tunnel.through(connection, port);
        };
    }
}
