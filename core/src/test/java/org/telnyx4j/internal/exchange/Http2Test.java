package org.telnyx4j.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.HttpOptions.Protocol;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.internal.call.ThingRequest;
import org.telnyx4j.testing.Http2Request;
import org.telnyx4j.testing.Http2Server;
import org.telnyx4j.testing.Http2ServerConnection;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.Threads;
import org.telnyx4j.testing.Threads.Running;

/** HTTP/2, against a server that does to each stream what the test tells it to. */
class Http2Test extends Http2Peers {
    /** The deadline of a call that is never responded to: time enough to send it, also on a busy machine. */
    private static final Duration GONE = Duration.ofSeconds(4);

    @Test
    void aRequestGoesOutAsOverHttp1() throws Exception {
        try (Http2Server server = server(request -> request.respond(200, OK, "x-request-id", "r1"));
                Clients clients = clients(server)) {
            ApiResponse<ThingRequest> response = clients.send(
                    Clients.CREATION,
                    BODY,
                    RequestOptions.builder().header("X-Own", "1").build());

            assertThat(text(response)).isEqualTo("yes");
            assertThat(response.requestId()).hasValue("r1");
            Http2Request request = server.awaitRequest();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/v2/things");
            assertThat(request.header(":scheme")).isEqualTo("https");
            assertThat(request.header(":authority")).isEqualTo("localhost:" + server.port());
            assertThat(request.header("authorization")).isEqualTo("Bearer " + Clients.KEY);
            assertThat(request.header("user-agent")).startsWith("telnyx4j/");
            assertThat(request.header("content-type")).isEqualTo("application/json");
            assertThat(request.header("content-length")).isEqualTo("22");
            assertThat(request.header("x-own")).isEqualTo("1");
            assertThat(request.body()).isEqualTo("{\"text\":\"Hello there\"}");
            assertThat(request.headerNames()).doesNotContain("connection", "host", "transfer-encoding");
        }
    }

    @Test
    void allCallsShareOneConnection() throws Exception {
        CountDownLatch all = new CountDownLatch(20);
        try (Http2Server server = server(request -> {
                    all.countDown();
                    all.await();
                    request.respond(200, OK);
                });
                Clients clients = clients(server)) {
            List<Running> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                calls.add(Threads.start(() -> clients.send(Clients.CREATION, BODY)));
            }
            for (Running call : calls) {
                assertThat(call.join().succeeded()).isTrue();
            }
            assertThat(server.accepted()).isEqualTo(1);
            assertThat(server.requests()).hasSize(20);
        }
    }

    @Test
    void aRefusedStreamIsSentAgainThoughItMustNotBeSentTwice() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        try (Http2Server server = server(request -> {
                    if (refused.getAndIncrement() == 0) {
                        request.reset(REFUSED_STREAM);
                    } else {
                        request.respond(200, OK);
                    }
                });
                Clients clients = clients(server)) {
            assertThat(clients.send(Clients.CREATION, BODY).attempts()).isEqualTo(2);
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aStreamThatStaysRefusedWasNotCarriedOut() throws Exception {
        try (Http2Server server = server(request -> request.reset(REFUSED_STREAM));
                Clients clients = clients(server)) {
            TelnyxNetworkException error = failure(() -> clients.send(Clients.CREATION, BODY));
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(error.failure()).isEqualTo(NetworkFailure.REFUSED);
            assertThat(error.stage().requestMayHaveLeft()).isTrue();
            assertThat(error.attempts()).isEqualTo(3);
        }
    }

    @Test
    void whatComesAfterTheLastStreamOfAGoAwayIsSentAgainAndTheRestGoesOn() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (Http2Server server = server(request -> {
                    if (request.connection().socket() != null && request.stream() == 1 && gone.getCount() == 1) {
                        gone.await();
                        request.respond(200, OK);
                    } else if (request.stream() == 3 && gone.getCount() == 1) {
                        request.connection().goAway(1, 0);
                        gone.countDown();
                    } else {
                        request.respond(200, OK);
                    }
                });
                Clients clients = clients(server)) {
            Running first = Threads.start(() -> clients.send(Clients.CREATION, BODY));
            server.awaitRequest();
            ApiResponse<ThingRequest> second = clients.send(Clients.CREATION, BODY);
            assertThat(first.join().succeeded()).isTrue();
            assertThat(second.attempts()).isEqualTo(2);
            assertThat(server.accepted()).isEqualTo(2);
            Threads.await("the first connection is closed", () -> server.openConnections() == 1);
        }
    }

    @Test
    void aServerThatEndsConnectionsGentlyUsesUpNoRetryBudget() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (Http2Server server = server(request -> {
                    if (requests.getAndIncrement() % 2 == 0) {
                        request.connection().goAway(request.stream() - 1, 0);
                    } else {
                        request.respond(200, OK);
                    }
                });
                Clients clients = clients(server)) {
            // Far more than the budget would allow, which is fed by what succeeds at once.
            for (int i = 0; i < 60; i++) {
                assertThat(clients.send(Clients.CREATION, BODY).attempts()).isEqualTo(2);
            }
        }
    }

    @Test
    void whatIsBelowTheLastStreamOfAGoAwayIsUnknownIfTheConnectionIsLost() throws Exception {
        try (Http2Server server = server(request -> {
                    request.connection().goAway(request.stream(), INTERNAL_ERROR);
                    request.connection().cut();
                });
                Clients clients = clients(server)) {
            assertThat(failure(() -> clients.send(Clients.CREATION, BODY)).outcome())
                    .isEqualTo(Outcome.UNKNOWN);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aConnectionThatIsLostAfterTheRequestLeavesItUnknown() throws Exception {
        try (Http2Server server = server(request -> request.connection().cut());
                Clients clients = clients(server)) {
            TelnyxNetworkException error = failure(() -> clients.send(Clients.CREATION, BODY));
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.stage().requestMayHaveLeft()).isTrue();
        }
    }

    @Test
    void aConnectionThatIsLostInTheHandshakeIsTriedAgain() throws Exception {
        AtomicBoolean isCut = new AtomicBoolean();
        Http2Server.Handler handler = new Http2Server.Handler() {
            @Override
            public void handle(Http2Request request) throws IOException {
                request.respond(200, OK);
            }

            @Override
            public void connected(Http2ServerConnection connection) throws IOException {
                if (!isCut.getAndSet(true)) {
                    connection.cut();
                }
            }
        };
        try (Http2Server server = server(handler);
                Clients clients = clients(server)) {
            assertThat(clients.send(Clients.CREATION, BODY).attempts()).isEqualTo(2);
        }
    }

    @Test
    void aGoAwayOnAnIdleConnectionCostsNobodyAnything() throws Exception {
        try (Http2Server server = server(request -> request.respond(200, OK));
                Clients clients = once(server)) {
            clients.send(Clients.CREATION, BODY);
            server.connections().get(0).goAway(1, 0);
            Threads.await("the client has closed it", () -> server.openConnections() == 0);
            assertThat(clients.send(Clients.CREATION, BODY).attempts()).isEqualTo(1);
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @Test
    void aConnectionThatTheServerHasClosedCostsNobodyAnything() throws Exception {
        try (Http2Server server = server(request -> request.respond(200, OK));
                Clients clients = once(server)) {
            clients.send(Clients.CREATION, BODY);
            server.connections().get(0).socket().close();
            awaitNoThreads();
            assertThat(clients.send(Clients.CREATION, BODY).attempts()).isEqualTo(1);
        }
    }

    @Test
    void moreCallsThanStreamsQueueAndAreAllSent() throws Exception {
        OpenStreams open = new OpenStreams(request -> {});
        try (Http2Server server = server(open, MAX_CONCURRENT_STREAMS, 3);
                Clients clients = clients(server)) {
            List<Running> calls = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                calls.add(Threads.start(() -> clients.send(Clients.CREATION, BODY)));
            }
            for (Running call : calls) {
                assertThat(call.join().succeeded()).isTrue();
            }
            assertThat(open.most()).isLessThanOrEqualTo(3);
            assertThat(server.requests()).hasSize(30);
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void whoGetsNoStreamWithinTheDeadlineWasNotCarriedOut() throws Exception {
        try (Http2Server server = server(request -> request.connection().settings(), MAX_CONCURRENT_STREAMS, 1);
                Clients clients = once(server)) {
            Running other = Threads.start(() -> clients.send(Clients.CREATION, BODY));
            server.awaitRequest();
            TelnyxNetworkException error = failure(() -> clients.send(Clients.CREATION, BODY, within(GONE)));
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(error.stage()).isEqualTo(FailureStage.LEASE);
            assertThat(error.failure()).isEqualTo(NetworkFailure.DEADLINE);
            assertThat(server.requests()).hasSize(1);
            assertThat(other.thread().isAlive()).isTrue();
        }
    }

    @Test
    void aServerThatAllowsNothingForAWhileIsWaitedFor() throws Exception {
        try (Http2Server server = server(request -> request.respond(200, OK), MAX_CONCURRENT_STREAMS, 0);
                Clients clients = clients(server)) {
            Running call = Threads.start(() -> clients.send(Clients.CREATION, BODY));
            // The first request may go out before the settings arrive; whatever it does, the second has to wait.
            Threads.await("connected", () -> server.connections().size() == 1);
            Running second = Threads.start(() -> clients.send(Clients.CREATION, BODY));
            Threads.awaitWithin(second.thread(), "Http2Session");
            server.connections().get(0).settings(MAX_CONCURRENT_STREAMS, 10);
            assertThat(second.join().succeeded()).isTrue();
            assertThat(call.join().succeeded()).isTrue();
        }
    }

    @Test
    void aDeadlineEndsOneStreamAndLeavesTheOthersAlone() throws Exception {
        CountDownLatch later = new CountDownLatch(1);
        try (Http2Server server = server(request -> {
                    if (request.stream() == 3) {
                        return;
                    }
                    later.await();
                    request.respond(200, OK);
                });
                Clients clients = once(server)) {
            Running first = Threads.start(() -> clients.send(Clients.CREATION, BODY));
            Http2Request arrived = server.awaitRequest();
            TelnyxNetworkException error = failure(() -> clients.send(Clients.CREATION, BODY, within(GONE)));
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.failure()).isEqualTo(NetworkFailure.DEADLINE);
            Threads.await(
                    "the server is told", () -> arrived.connection().resets().equals(List.of(CANCEL)));
            later.countDown();
            assertThat(first.join().succeeded()).isTrue();
        }
    }

    @Test
    void anInterruptEndsOneStream() throws Exception {
        try (Http2Server server = server(request -> {});
                Clients clients = once(server)) {
            Running call = Threads.start(() -> clients.send(Clients.CREATION, BODY));
            Http2Request arrived = server.awaitRequest();
            TelnyxNetworkException error = call.interrupt().thrown(TelnyxNetworkException.class);
            assertThat(error.failure()).isEqualTo(NetworkFailure.INTERRUPTED);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(call.interruptedAfterwards()).isTrue();
            Threads.await(
                    "the server is told", () -> arrived.connection().resets().equals(List.of(CANCEL)));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theWaitForAStreamEndsAtOnce(boolean byClosing) throws Exception {
        try (Http2Server server = server(request -> {}, MAX_CONCURRENT_STREAMS, 1);
                Clients clients = once(server)) {
            Running first = Threads.start(() -> clients.send(Clients.CREATION, BODY));
            server.awaitRequest();
            Running second = Threads.start(() -> clients.send(Clients.CREATION, BODY));
            Threads.awaitWithin(second.thread(), "Http2Session");
            assertEndsUnsent(clients, second, byClosing);
            assertThat(server.requests()).hasSize(1);
            assertThat(byClosing || first.thread().isAlive()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theWaitForAConnectionThatAnotherCallOpensEndsAtOnce(boolean byClosing) throws Exception {
        // It accepts, and never begins TLS.
        try (RawServer server = RawServer.start(RawServer.Connection::ignore);
                Clients clients = new Clients(
                        server.baseUrl().replace("http:", "https:"),
                        RetryOptions.off(),
                        options(Protocol.AUTOMATIC).build())) {
            Running first = Threads.start(() -> clients.send(Clients.CREATION, BODY));
            Threads.await("it is being opened", () -> server.connections() == 1);
            Running second = Threads.start(() -> clients.send(Clients.CREATION, BODY));
            Threads.awaitWithin(second.thread(), "Http2Route");
            assertEndsUnsent(clients, second, byClosing);
            assertThat(server.connections()).isEqualTo(1);
            assertThat(byClosing || first.thread().isAlive()).isTrue();
        }
    }

    private static void assertEndsUnsent(Clients clients, Running call, boolean byClosing) throws InterruptedException {
        if (byClosing) {
            clients.closeEarly();
        } else {
            call.thread().interrupt();
        }
        TelnyxNetworkException error = call.join().thrown(TelnyxNetworkException.class);
        assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(error.failure()).isEqualTo(byClosing ? NetworkFailure.CLIENT_CLOSED : NetworkFailure.INTERRUPTED);
    }

    @Test
    void callersWhoWaitForAConnectionTryThemselvesWhenItFails() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        CountDownLatch second = new CountDownLatch(1);
        Http2Server.Handler handler = new Http2Server.Handler() {
            @Override
            public void handle(Http2Request request) throws IOException {
                request.respond(200, OK);
            }

            @Override
            public void connected(Http2ServerConnection connection) throws IOException, InterruptedException {
                if (connections.getAndIncrement() == 0) {
                    second.await();
                    connection.cut();
                }
            }
        };
        try (Http2Server server = server(handler);
                Clients clients = once(server)) {
            Running first = Threads.start(() -> clients.send(Clients.CREATION, BODY));
            Threads.await("it is being opened", () -> connections.get() == 1);
            Running other = Threads.start(() -> clients.send(Clients.CREATION, BODY));
            Threads.awaitWithin(other.thread(), "Http2Route");
            second.countDown();
            assertThat(first.join().thrown(TelnyxNetworkException.class).outcome())
                    .isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(other.join().succeeded()).isTrue();
        }
    }

    @Test
    void closingEndsAllStreamsAndThreads() throws Exception {
        try (Http2Server server = server(request -> {});
                Clients clients = once(server)) {
            Running call = Threads.start(() -> clients.send(Clients.CREATION, BODY));
            server.awaitRequest();
            clients.closeEarly();
            assertThat(call.join().thrown(TelnyxNetworkException.class).outcome())
                    .isEqualTo(Outcome.UNKNOWN);
            awaitNoThreads();
            Threads.await("the connection is closed", () -> server.openConnections() == 0);
        }
    }

    @Test
    void aServerThatReadsNothingIsGivenUpAtTheDeadline() throws Exception {
        ThingRequest large = ThingRequest.builder().text("x".repeat(8_000_000)).build();
        try (Http2Server server = server(READS_NOTHING, INITIAL_WINDOW_SIZE, Integer.MAX_VALUE);
                Clients clients = once(server)) {
            TelnyxNetworkException error = failure(() -> clients.send(Clients.CREATION, large, within(GONE)));
            assertThat(error.failure()).isEqualTo(NetworkFailure.DEADLINE);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.stage()).isEqualTo(FailureStage.SEND);
        }
    }

    @Test
    void aLargeBodyIsSentAsFastAsTheServerAllows() throws Exception {
        ThingRequest large = ThingRequest.builder().text("x".repeat(1_000_000)).build();
        try (Http2Server server = server(request -> request.respond(200, OK), INITIAL_WINDOW_SIZE, 1000);
                Clients clients = clients(server)) {
            clients.send(Clients.CREATION, large);
            assertThat(server.awaitRequest().bodyBytes()).isEqualTo(1_000_011);
        }
    }

    @Test
    void aServerThatTakesNoMoreOfABodyIsGivenUpAtTheDeadline() throws Exception {
        Http2Server.Handler handler = new Http2Server.Handler() {
            @Override
            public void handle(Http2Request request) throws IOException {
                request.respond(200, OK);
            }

            @Override
            public void connected(Http2ServerConnection connection) {
                connection.keepWindows();
            }
        };
        ThingRequest large = ThingRequest.builder().text("x".repeat(100_000)).build();
        try (Http2Server server = server(handler);
                Clients clients = once(server)) {
            TelnyxNetworkException error = failure(() -> clients.send(Clients.CREATION, large, within(GONE)));
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.stage()).isEqualTo(FailureStage.SEND);
        }
    }

    @Test
    void aResponseBeforeTheWholeRequestIsTaken() throws Exception {
        Http2Server.Handler handler = new Http2Server.Handler() {
            @Override
            public void handle(Http2Request request) {
                throw new AssertionError("All of it came");
            }

            @Override
            public void connected(Http2ServerConnection connection) {
                connection.keepWindows();
            }

            @Override
            public void begun(Http2Request request) throws IOException {
                request.respond(413, "{\"errors\":[]}");
                request.reset(0);
            }
        };
        ThingRequest large = ThingRequest.builder().text("x".repeat(100_000)).build();
        try (Http2Server server = server(handler);
                Clients clients = once(server)) {
            TelnyxApiException error =
                    catchThrowableOfType(TelnyxApiException.class, () -> clients.send(Clients.CREATION, large));
            assertThat(error.httpStatus()).hasValue(413);
        }
    }

    @Test
    void aLargeResponseIsReadAndTheLimitHolds() throws Exception {
        String large = "{\"text\":\"" + "y".repeat(3_000_000) + "\"}";
        try (Http2Server server = server(request -> request.respond(200, large));
                Clients clients = clients(server);
                Clients limited = clients(
                        server,
                        options(Protocol.HTTP_2).maxResponseBytes(1_000_000).build())) {
            assertThat(text(clients.lookUp("1")).toString()).hasSize(3_000_000);
            TelnyxException error = error(() -> limited.send(Clients.CREATION, BODY));
            assertThat(error.outcome()).isEqualTo(Outcome.CARRIED_OUT);
            assertThat(error).hasMessageContaining("larger than the limit");
            // The same connection goes on: what nobody read does not fill its window.
            for (int i = 0; i < 10; i++) {
                error(() -> limited.send(Clients.CREATION, BODY));
            }
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @Test
    void aBodyThatBreaksOffKeepsItsStatus() throws Exception {
        try (Http2Server server = server(request -> {
                    request.headers(false, ":status", "200", "content-type", "application/json");
                    request.data("{\"text\":", false);
                    request.reset(INTERNAL_ERROR);
                });
                Clients clients = clients(server)) {
            TelnyxException error = error(() -> clients.send(Clients.CREATION, BODY));
            assertThat(error.httpStatus()).hasValue(200);
            assertThat(error.outcome()).isEqualTo(Outcome.CARRIED_OUT);
        }
    }

    @Test
    void aBodyOfAnotherLengthThanAnnouncedIsNotWhole() throws Exception {
        try (Http2Server server = server(request -> {
                    request.headers(
                            false, ":status", "200", "content-type", "application/json", "content-length", "100");
                    request.data(OK, true);
                });
                Clients clients = once(server)) {
            TelnyxException error = error(() -> clients.send(Clients.CREATION, BODY));
            assertThat(error.outcome()).isEqualTo(Outcome.CARRIED_OUT);
        }
    }

    @Test
    void interimResponsesAndTrailersAreNotTheResponse() throws Exception {
        try (Http2Server server = server(request -> {
                    request.headers(false, ":status", "100");
                    request.headers(false, ":status", "103", "link", "</x>");
                    request.headers(false, ":status", "200", "content-type", "application/json");
                    request.data(OK, false);
                    request.headers(true, "x-checksum", "1");
                });
                Clients clients = clients(server)) {
            assertThat(text(clients.send(Clients.CREATION, BODY))).isEqualTo("yes");
        }
    }

    @Test
    void aCompressedBodyIsDecoded() throws Exception {
        try (Http2Server server = server(request -> {
                    request.headers(
                            false, ":status", "200", "content-type", "application/json", "content-encoding", "gzip");
                    request.connection().body(request.stream(), gzip(OK), true);
                });
                Clients clients = clients(server)) {
            assertThat(text(clients.send(Clients.CREATION, BODY))).isEqualTo("yes");
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void aServerThatAsksForHttp1GetsItTheNextTime() throws Exception {
        try (Http2Server server = server(request -> request.reset(HTTP_1_1_REQUIRED));
                Clients clients = once(server)) {
            failure(() -> clients.lookUp("1"));
            // This server has nothing else to offer, so the handshake fails now.
            TelnyxNetworkException error = failure(() -> clients.lookUp("1"));
            assertThat(error.stage()).isEqualTo(FailureStage.TLS);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aServerWithoutHttp2IsSpokenToOnTheSameConnection() throws Exception {
        try (RawServer server = RawServer.startTls(
                        certificates.server(), RawServer.answeringWith(request -> RawServer.json(200, OK)));
                Clients clients = new Clients(
                        server.baseUrl(),
                        RetryOptions.off(),
                        options(Protocol.AUTOMATIC).build())) {
            for (int i = 0; i < 3; i++) {
                assertThat(text(clients.send(Clients.CREATION, BODY))).isEqualTo("yes");
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aServerWithoutHttp2IsRefusedWhereOnlyThatIsWanted() throws Exception {
        try (RawServer server = RawServer.startTls(
                        certificates.server(), RawServer.answeringWith(request -> RawServer.json(200, OK)));
                Clients clients = new Clients(
                        server.baseUrl(),
                        RetryOptions.defaults(),
                        options(Protocol.HTTP_2).build())) {
            TelnyxNetworkException error = failure(() -> clients.send(Clients.CREATION, BODY));
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(error.failure()).isEqualTo(NetworkFailure.SETUP);
            assertThat(error).hasMessageContaining("HttpOptions.protocol");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void withoutTlsItIsHttp1() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, OK));
                Clients clients = new Clients(
                        server.baseUrl(),
                        RetryOptions.off(),
                        HttpOptions.builder().protocol(Protocol.AUTOMATIC).build())) {
            assertThat(text(clients.send(Clients.CREATION, BODY))).isEqualTo("yes");
        }
    }

    @Test
    void anIdleConnectionIsClosedWithAFarewell() throws Exception {
        try (Http2Server server = server(request -> request.respond(200, OK));
                Clients clients = clients(
                        server,
                        options(Protocol.AUTOMATIC)
                                .keepAlive(Duration.ofMillis(200))
                                .build())) {
            clients.send(Clients.CREATION, BODY);
            Http2ServerConnection connection = server.connections().get(0);
            Threads.await("it is closed", connection::hasEnded);
            assertThat(connection.goneAway()).isZero();
            clients.send(Clients.CREATION, BODY);
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @Test
    void anOldConnectionGetsNoFurtherRequest() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        try (Http2Server server = server(request -> {
                    if (request.connection().pings() == 0 && second.getCount() == 1) {
                        second.await();
                    }
                    request.respond(200, OK);
                });
                Clients clients = clients(
                        server,
                        options(Protocol.AUTOMATIC)
                                .maxConnectionAge(Duration.ofMillis(1))
                                .build())) {
            Running first = Threads.start(() -> clients.send(Clients.CREATION, BODY));
            server.awaitRequest();
            Running other = Threads.start(() -> clients.send(Clients.CREATION, BODY));
            Threads.await("another connection", () -> server.accepted() == 2);
            second.countDown();
            assertThat(first.join().succeeded()).isTrue();
            assertThat(other.join().succeeded()).isTrue();
        }
    }

    @Test
    void aNewConnectionIsTakenWhereTheOldOneStaysSilent() throws Exception {
        Http2Server.Handler handler = new Http2Server.Handler() {
            @Override
            public void handle(Http2Request request) throws IOException {
                request.respond(200, OK);
            }

            @Override
            public void begun(Http2Request request) throws InterruptedException {
                if (request.stream() == 3) {
                    // From here on nothing of this connection is read, as if the network were gone.
                    Thread.sleep(60_000);
                }
            }
        };
        try (Http2Server server = server(handler);
                Clients clients = once(server)) {
            clients.send(Clients.CREATION, BODY);
            TelnyxNetworkException lost = failure(() -> clients.send(Clients.CREATION, BODY, within(GONE)));
            assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(text(clients.send(Clients.CREATION, BODY))).isEqualTo("yes");
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @Test
    void manyRequestsOfAllKindsOnOneConnectionAreNotMixedUp() throws Exception {
        Http2Server.Handler echo = request -> request.respond(
                200, "{\"text\":\"" + request.path().substring(request.path().lastIndexOf('/') + 1) + "\"}");
        try (Http2Server server = server(echo, MAX_CONCURRENT_STREAMS, 7);
                Clients clients = clients(server)) {
            AtomicInteger wrong = new AtomicInteger();
            List<Running> callers = new ArrayList<>();
            for (int caller = 0; caller < 8; caller++) {
                int number = caller;
                callers.add(Threads.start(() -> {
                    for (int i = 0; i < 100; i++) {
                        String id = "id-" + number + "-" + i;
                        if (!text(clients.lookUp(id)).equals(id)) {
                            wrong.incrementAndGet();
                        }
                    }
                    return null;
                }));
            }
            for (Running caller : callers) {
                assertThat(caller.join().succeeded()).isTrue();
            }
            assertThat(wrong.get()).isZero();
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aTunnelWithCredentialsCarriesHttp2() throws Exception {
        try (Http2Server server = server(request -> request.respond(200, OK));
                RawServer proxy = RawServer.start(connection -> {
                    while (Objects.requireNonNull(connection.read()).header("Proxy-Authorization") == null) {
                        connection.send(RawServer.json(407, "", "Proxy-Authenticate: Basic realm=\"proxy\""));
                    }
                    connection.send("HTTP/1.1 200 Go on\r\n\r\n");
                    Tunnel.through(connection, server.port());
                });
                Clients clients = clients(
                        server,
                        options(Protocol.HTTP_2)
                                .proxy(new HttpOptions.Proxy("localhost", proxy.port(), "bob", "s3cret"))
                                .build())) {
            assertThat(text(clients.send(Clients.CREATION, BODY))).isEqualTo("yes");
            assertThat(text(clients.send(Clients.CREATION, BODY))).isEqualTo("yes");
            assertThat(proxy.connections()).isEqualTo(1);
            assertThat(server.accepted()).isEqualTo(1);
        }
    }
}
