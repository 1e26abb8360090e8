package org.telnyx4j.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.client.HttpOptions.Protocol;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.internal.call.ThingRequest;
import org.telnyx4j.testing.Http2Request;
import org.telnyx4j.testing.Http2Server;
import org.telnyx4j.testing.Http2ServerConnection;
import org.telnyx4j.testing.Threads;
import org.telnyx4j.testing.Threads.Running;
import org.telnyx4j.testing.UnreadBody;

/**
 * Servers that end streams and connections, that break HTTP/2, and that flood: each call ends in time with the right
 * outcome, and the next one gets through.
 */
class Http2AttackTest extends Http2Peers {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PUSH_PROMISE = 5;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int WINDOW_UPDATE = 8;
    private static final int CONTINUATION = 9;
    private static final int END_STREAM = 1;
    private static final int PADDED = 8;

    private static final int FLOW_CONTROL_ERROR = 3;
    private static final int STREAM_CLOSED = 5;
    private static final int FRAME_SIZE_ERROR = 6;
    private static final int COMPRESSION_ERROR = 9;

    private static final Duration SHORT = Duration.ofSeconds(2);

    /** Does to a message what the test is about, and responds to lookups. */
    private static Http2Server.Handler toMessages(Http2Server.Handler attack) {
        return request -> {
            if ("POST".equals(request.method())) {
                attack.handle(request);
            } else {
                request.respond(200, OK);
            }
        };
    }

    private static void head(Http2Request request) throws IOException {
        request.headers(false, ":status", "200", "content-type", "application/json");
    }

    private static byte[] bytes(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Integer.BYTES);
        IntStream.of(values).forEach(buffer::putInt);
        return buffer.array();
    }

    /** Sends something again and again. */
    private interface Flood {
        void send(Http2Request request) throws IOException;
    }

    /** Many frames at once, as it would take too long to fill the buffers with one after the other. */
    private static Flood frames(int type, int flags, int stream, byte... payload) {
        ByteBuffer frames = ByteBuffer.allocate(500 * (9 + payload.length));
        while (frames.hasRemaining()) {
            frames.put(new byte[] {0, 0, (byte) payload.length, (byte) type, (byte) flags});
            frames.putInt(stream).put(payload);
        }
        return request -> {
            OutputStream out = request.connection().socket().getOutputStream();
            out.write(frames.array());
            out.flush();
        };
    }

    private static void assertNextUsesAnother(Http2Server server, Clients clients) {
        assertThat(text(clients.lookUp("1"))).isEqualTo("yes");
        assertThat(server.accepted()).isEqualTo(2);
    }

    private static void assertNextUsesTheSame(Http2Server server, Clients clients) {
        assertThat(text(clients.lookUp("1"))).isEqualTo("yes");
        assertThat(server.accepted()).isEqualTo(1);
    }

    // Ends of streams.

    @ParameterizedTest
    @ValueSource(ints = {0, 1, INTERNAL_ERROR, 3, 4, 5, 6, CANCEL, 9, 10, 11, 12, HTTP_1_1_REQUIRED, 14, 4711})
    void anyOtherResetLeavesItUnknown(int code) throws Exception {
        try (Http2Server server = server(request -> request.reset(code));
                Clients clients = clients(server)) {
            TelnyxNetworkException error = failure(() -> clients.send(Clients.CREATION, BODY));
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.failure()).isEqualTo(NetworkFailure.CONNECTION);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, INTERNAL_ERROR, 3, 4, 5, 6, REFUSED_STREAM, CANCEL, 9, 10, 11, 12, 13, 14, 4711})
    void aResetAfterTheHeadOfTheResponseLeavesItCarriedOut(int code) throws Exception {
        try (Http2Server server = server(request -> {
                    head(request);
                    request.reset(code);
                });
                Clients clients = clients(server)) {
            TelnyxException error = error(() -> clients.send(Clients.CREATION, BODY));
            assertThat(error.outcome()).isEqualTo(Outcome.CARRIED_OUT);
            assertThat(error.httpStatus()).hasValue(200);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void whoHasBegunToRespondHasNotRefused() throws Exception {
        try (Http2Server server = server(request -> {
                    request.headers(false, ":status", "103", "link", "</x>");
                    request.reset(REFUSED_STREAM);
                });
                Clients clients = clients(server)) {
            assertThat(failure(() -> clients.send(Clients.CREATION, BODY)).outcome())
                    .isEqualTo(Outcome.UNKNOWN);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void whoHasBegunToRespondCannotLeaveItOutOfAGoAway() throws Exception {
        try (Http2Server server = server(request -> {
                    request.headers(false, ":status", "103", "link", "</x>");
                    request.connection().goAway(request.stream() - 1, 0);
                });
                Clients clients = clients(server)) {
            assertThat(failure(() -> clients.send(Clients.CREATION, BODY)).outcome())
                    .isEqualTo(Outcome.UNKNOWN);
            assertThat(server.requests()).hasSize(1);
        }
    }

    /** Half of them are above the last stream. The others get their response, or the connection is cut first. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aGoAwayAmongManyMessagesSendsNoneTwice(boolean isCut) throws Exception {
        int calls = 200;
        int last = calls - 1;
        CountDownLatch all = new CountDownLatch(calls);
        CountDownLatch gone = new CountDownLatch(1);
        Set<String> carriedOut = ConcurrentHashMap.newKeySet();
        AtomicInteger twice = new AtomicInteger();
        Http2Server.Handler handler = request -> {
            boolean isFirst = all.getCount() > 0;
            all.countDown();
            all.await();
            if (isFirst && request.stream() == last) {
                request.connection().goAway(last, 0);
                gone.countDown();
            }
            gone.await();
            if (isFirst && request.stream() > last) {
                return;
            }
            if (!carriedOut.add(request.body())) {
                twice.incrementAndGet();
            }
            if (isFirst && isCut) {
                request.connection().cut();
            } else {
                request.respond(200, OK);
            }
        };
        try (Http2Server server = server(handler);
                Clients clients = clients(server)) {
            List<Running> running = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                ThingRequest body = ThingRequest.builder().text("number " + i).build();
                running.add(Threads.start(() -> clients.send(Clients.CREATION, body)));
            }
            int unknown = 0;
            for (Running each : running) {
                if (!each.join().succeeded()) {
                    assertThat(each.thrown(TelnyxNetworkException.class).outcome())
                            .isEqualTo(Outcome.UNKNOWN);
                    unknown++;
                }
            }
            assertThat(unknown).isEqualTo(isCut ? calls / 2 : 0);
            assertThat(twice.get()).isZero();
            assertThat(server.requests()).hasSize(calls + calls / 2);
            assertThat(server.accepted()).isEqualTo(2);
            assertThat(carriedOut).hasSize(calls);
        }
    }

    // How many streams there may be.

    @Test
    void aServerThatAllowsFewerStreamsGetsFewer() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        OpenStreams open = new OpenStreams(request -> {
            if (request.stream() > 1) {
                go.await();
            }
        });
        try (Http2Server server = server(open, MAX_CONCURRENT_STREAMS, 10);
                Clients clients = clients(server)) {
            clients.send(Clients.CREATION, BODY);
            List<Running> calls = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                calls.add(Threads.start(() -> clients.send(Clients.CREATION, BODY)));
            }
            Threads.await("ten are there", () -> server.requests().size() == 11);
            assertThat(open.most()).isEqualTo(10);
            server.connections().get(0).settings(MAX_CONCURRENT_STREAMS, 1);
            open.forget();
            go.countDown();
            for (Running call : calls) {
                assertThat(call.join().succeeded()).isTrue();
            }
            assertThat(open.most()).isEqualTo(1);
            assertThat(server.requests()).hasSize(31);
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatAllowsNoFurtherStreamGetsNone() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (Http2Server server = server(
                        request -> {
                            if (request.path().endsWith("first")) {
                                go.await();
                            }
                            request.respond(200, OK);
                        },
                        MAX_CONCURRENT_STREAMS,
                        10);
                Clients clients = once(server)) {
            clients.lookUp("warm");
            Running first = Threads.start(() -> clients.lookUp("first"));
            Threads.await("it is there", () -> server.requests().size() == 2);
            server.connections().get(0).settings(MAX_CONCURRENT_STREAMS, 0);
            go.countDown();
            assertThat(first.join().succeeded()).isTrue();
            TelnyxNetworkException error = failure(() -> clients.send(Clients.CREATION, BODY, within(SHORT)));
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(error.stage()).isEqualTo(FailureStage.LEASE);
            assertThat(server.requests()).hasSize(2);
            server.connections().get(0).settings(MAX_CONCURRENT_STREAMS, 1);
            assertNextUsesTheSame(server, clients);
        }
    }

    // What ends the connection at once.

    private static Arguments violation(String name, int code, Http2Server.Handler attack) {
        return Arguments.of(Named.of(name, attack), code);
    }

    static Stream<Arguments> violations() {
        return Stream.of(
                violation(
                        "a response that nobody asked for",
                        PROTOCOL_ERROR,
                        request -> request.connection().headers(request.stream() + 2, true, ":status", "200")),
                violation(
                        "headers on no stream",
                        PROTOCOL_ERROR,
                        request -> request.connection().headers(0, true, ":status", "200")),
                violation("more padding than there is of the frame", PROTOCOL_ERROR, request -> {
                    byte[] payload = new byte[10];
                    payload[0] = 10;
                    request.connection().frame(DATA, PADDED, request.stream(), payload);
                }),
                violation(
                        "padding without its length",
                        PROTOCOL_ERROR,
                        request -> request.connection().frame(HEADERS, PADDED, request.stream(), new byte[0])),
                violation(
                        "a window that is widened by nothing",
                        PROTOCOL_ERROR,
                        request -> request.connection().widen(0, 0)),
                violation(
                        "a window that is too wide",
                        FLOW_CONTROL_ERROR,
                        request -> request.connection().widen(0, Integer.MAX_VALUE)),
                violation(
                        "a push",
                        PROTOCOL_ERROR,
                        request -> request.connection().frame(PUSH_PROMISE, 4, request.stream(), bytes(2))),
                violation(
                        "a ping for a stream",
                        PROTOCOL_ERROR,
                        request -> request.connection().frame(PING, 0, request.stream(), bytes(0, 0))),
                violation(
                        "a short ping",
                        FRAME_SIZE_ERROR,
                        request -> request.connection().frame(PING, 0, 0, bytes(0))),
                violation(
                        "a short reset",
                        FRAME_SIZE_ERROR,
                        request -> request.connection().frame(RST_STREAM, 0, request.stream(), new byte[3])),
                violation(
                        "a short GOAWAY",
                        PROTOCOL_ERROR,
                        request -> request.connection().frame(GOAWAY, 0, 0, bytes(0))),
                violation(
                        "a long window update",
                        FRAME_SIZE_ERROR,
                        request -> request.connection().frame(WINDOW_UPDATE, 0, 0, bytes(1, 1))),
                violation(
                        "half a setting",
                        FRAME_SIZE_ERROR,
                        request -> request.connection().frame(SETTINGS, 0, 0, bytes(1))),
                violation(
                        "a frame that is longer than allowed",
                        FRAME_SIZE_ERROR,
                        request -> request.connection().frame(DATA, 0, request.stream(), new byte[16_385])),
                violation(
                        "headers that go on without a beginning",
                        PROTOCOL_ERROR,
                        request -> request.connection().frame(CONTINUATION, 0, request.stream(), new byte[1])),
                violation("a frame in the midst of headers", PROTOCOL_ERROR, request -> {
                    request.connection().frame(HEADERS, 0, request.stream(), new byte[0]);
                    request.connection().frame(PING, 0, 0, bytes(0, 0));
                }),
                violation(
                        "headers that cannot be decompressed",
                        COMPRESSION_ERROR,
                        request -> request.connection()
                                .frame(HEADERS, 4 | END_STREAM, request.stream(), new byte[] {(byte) 0xff, 0x7f})));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void aViolationEndsTheConnection(Http2Server.Handler attack, int code) throws Exception {
        try (Http2Server server = server(toMessages(attack));
                Clients clients = once(server)) {
            TelnyxNetworkException error = failure(() -> clients.send(Clients.CREATION, BODY));
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.failure()).isEqualTo(NetworkFailure.CONNECTION);
            assertNextUsesAnother(server, clients);
            Http2ServerConnection connection = server.connections().get(0);
            Threads.await("the server is told", () -> Integer.valueOf(code).equals(connection.goneAway()));
            Threads.await("the connection is closed", () -> server.openConnections() == 1);
        }
    }

    static Stream<Arguments> endlessHeaders() {
        return Stream.of(
                flooding(
                        "16 MB",
                        request -> request.connection()
                                .headers(request.stream(), true, ":status", "200", "x-large", "z".repeat(16 << 20))),
                flooding("without end", request -> {
                    request.connection().frame(HEADERS, 0, request.stream(), new byte[0]);
                    while (true) {
                        request.connection().frame(CONTINUATION, 0, request.stream(), new byte[16_384]);
                    }
                }),
                flooding("without content or end", request -> {
                    request.connection().frame(HEADERS, 0, request.stream(), new byte[0]);
                    while (true) {
                        request.connection().frame(CONTINUATION, 0, request.stream(), new byte[0]);
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("endlessHeaders")
    void headersWithoutEndEndTheConnection(Flood headers) throws Exception {
        try (Http2Server server = server(toMessages(headers::send));
                Clients clients = once(server)) {
            TelnyxNetworkException error = failure(() -> clients.send(Clients.CREATION, BODY));
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error).hasStackTraceContaining("The headers are larger than is read (ENHANCE_YOUR_CALM)");
            assertNextUsesAnother(server, clients);
            Threads.await("the connection is closed", () -> server.openConnections() == 1);
        }
    }

    // What ends a stream alone.

    static Stream<Arguments> violationsOnAStream() {
        return Stream.of(
                violation(
                        "a window that is widened by nothing",
                        PROTOCOL_ERROR,
                        request -> request.connection().widen(request.stream(), 0)),
                violation(
                        "a window that is too wide",
                        FLOW_CONTROL_ERROR,
                        request -> request.connection().widen(request.stream(), Integer.MAX_VALUE)),
                violation("a body without headers", PROTOCOL_ERROR, request -> request.data("x", true)),
                violation("a response without a status", PROTOCOL_ERROR, request -> request.headers(true, "x", "y")),
                violation(
                        "two statuses",
                        PROTOCOL_ERROR,
                        request -> request.headers(true, ":status", "200", ":status", "200")),
                violation(
                        "an interim response that ends the stream",
                        PROTOCOL_ERROR,
                        request -> request.headers(true, ":status", "100")));
    }

    @ParameterizedTest
    @MethodSource("violationsOnAStream")
    void aViolationOnAStreamEndsItAlone(Http2Server.Handler attack, int code) throws Exception {
        try (Http2Server server = server(toMessages(attack));
                Clients clients = once(server)) {
            assertThat(failure(() -> clients.send(Clients.CREATION, BODY)).outcome())
                    .isEqualTo(Outcome.UNKNOWN);
            assertNextUsesTheSame(server, clients);
            Http2ServerConnection connection = server.connections().get(0);
            Threads.await("the server is told", () -> connection.resets().equals(List.of(code)));
        }
    }

    /** What comes without headers counts as read, or the connection would take no more after some time. */
    @Test
    void bodiesWithoutHeadersDoNotUseUpTheConnection() throws Exception {
        String large = "x".repeat(16_000);
        try (Http2Server server = server(toMessages(request -> request.data(large, true)));
                Clients clients = once(server)) {
            // More than the 16 MB that a server may send before the client allows more.
            for (int i = 0; i < 1_100; i++) {
                assertThat(failure(() -> clients.send(Clients.CREATION, BODY, within(SHORT)))
                                .failure())
                        .isEqualTo(NetworkFailure.CONNECTION);
            }
            assertNextUsesTheSame(server, clients);
        }
    }

    @Test
    void headersThatAreTooLargeEndTheirStreamAlone() throws Exception {
        String[] many = new String[2 * 1000];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = "x-same";
            many[i + 1] = "z".repeat(1000);
        }
        try (Http2Server server = server(toMessages(request -> request.respond(200, OK, many)));
                Clients clients = once(server)) {
            assertThat(error(() -> clients.send(Clients.CREATION, BODY))).hasMessageContaining("larger than is read");
            assertNextUsesTheSame(server, clients);
        }
    }

    @Test
    void whatComesAfterTheEndOfAResponseIsNotPartOfIt() throws Exception {
        try (Http2Server server = server(request -> {
                    request.respond(200, OK);
                    request.data("and more", true);
                    request.headers(true, ":status", "500");
                });
                Clients clients = once(server)) {
            assertThat(text(clients.send(Clients.CREATION, BODY))).isEqualTo("yes");
            assertNextUsesTheSame(server, clients);
        }
    }

    /** All in one piece, so that the client has it before anybody reads the response. */
    @Test
    void whatComesAfterTheEndOfAResponseIsNotPartOfItWhereTheRequestIsNotOverYet() throws Exception {
        Http2Server.Handler handler = new Http2Server.Handler() {
            @Override
            public void handle(Http2Request request) throws IOException {
                request.respond(200, OK);
            }

            @Override
            public void connected(Http2ServerConnection connection) {
                connection.keepWindows();
            }

            @Override
            public void begun(Http2Request request) throws IOException {
                head(request);
                byte[] body = OK.getBytes(StandardCharsets.US_ASCII);
                ByteBuffer frames = ByteBuffer.allocate(2 * (9 + body.length));
                for (int i = 0; i < 2; i++) {
                    frames.put(new byte[] {0, 0, (byte) body.length, DATA, END_STREAM});
                    frames.putInt(request.stream()).put(body);
                }
                OutputStream out = request.connection().socket().getOutputStream();
                out.write(frames.array());
                out.flush();
            }
        };
        ThingRequest large = ThingRequest.builder().text("x".repeat(100_000)).build();
        try (Http2Server server = server(handler);
                Clients clients = once(server)) {
            assertThat(text(clients.send(Clients.CREATION, large))).isEqualTo("yes");
            Http2ServerConnection connection = server.connections().get(0);
            Threads.await("the server is told", () -> connection.resets().equals(List.of(STREAM_CLOSED)));
        }
    }

    // Silence.

    @ParameterizedTest
    @ValueSource(ints = {5, 9, 12})
    void aConnectionThatStopsInTheMidstOfAFrameIsNotUsedAgain(int length) throws Exception {
        byte[] frame = new byte[9 + 100];
        frame[2] = 100;
        try (Http2Server server = server(toMessages(request -> {
                    OutputStream out = request.connection().socket().getOutputStream();
                    out.write(frame, 0, length);
                    out.flush();
                }));
                Clients clients = once(server)) {
            clients.lookUp("0");
            TelnyxNetworkException error = failure(() -> clients.send(Clients.CREATION, BODY, within(SHORT)));
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.failure()).isEqualTo(NetworkFailure.DEADLINE);
            assertNextUsesAnother(server, clients);
        }
    }

    @Test
    void aServerThatNeverBeginsHttp2IsGivenUpAtTheDeadline() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        Http2Server.Handler handler = new Http2Server.Handler() {
            @Override
            public void handle(Http2Request request) throws IOException {
                request.respond(200, OK);
            }

            @Override
            public void connected(Http2ServerConnection connection) throws IOException {
                if (connections.getAndIncrement() == 0) {
                    ((SSLSocket) connection.socket()).startHandshake();
                    InputStream in = connection.socket().getInputStream();
                    while (in.read() >= 0) {
                        // It reads, and sends nothing.
                    }
                }
            }
        };
        try (Http2Server server = server(handler);
                Clients clients = once(server)) {
            Running first = Threads.start(() -> clients.send(Clients.CREATION, BODY, within(SHORT)));
            Threads.await("it is there", () -> connections.get() == 1);
            Running second = Threads.start(() -> clients.send(Clients.CREATION, BODY, within(Duration.ofSeconds(1))));
            assertThat(second.join().thrown(TelnyxNetworkException.class).outcome())
                    .isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(first.join().thrown(TelnyxNetworkException.class).outcome())
                    .isEqualTo(Outcome.UNKNOWN);
            assertNextUsesAnother(server, clients);
        }
    }

    @Test
    void aServerThatReadsNothingKeepsNoThreads() throws Exception {
        ThingRequest large = ThingRequest.builder().text("x".repeat(20_000_000)).build();
        try (Http2Server server = server(READS_NOTHING, INITIAL_WINDOW_SIZE, Integer.MAX_VALUE);
                Clients clients = once(server)) {
            clients.lookUp("0");
            server.connections().get(0).widen(0, Integer.MAX_VALUE - 65_535);
            TelnyxNetworkException error =
                    failure(() -> clients.send(Clients.CREATION, large, within(Duration.ofSeconds(4))));
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            awaitNoThreads();
            assertNextUsesAnother(server, clients);
        }
    }

    /** The call ends before the connection is known to be held up, and no other call comes. */
    @Test
    void aServerThatReadsNothingKeepsNoThreadsWhereTheOnlyCallWasShort() throws Exception {
        ThingRequest large =
                ThingRequest.builder().text("x".repeat(UnreadBody.BYTES)).build();
        UnreadBody unread = new UnreadBody();
        try (Http2Server server = server(unread, unread.settings());
                Clients clients = once(server)) {
            Running call = Threads.start(() -> clients.send(Clients.CREATION, large));
            unread.awaitHeldUp();
            assertThat(call.interrupt().thrown(TelnyxNetworkException.class).outcome())
                    .isEqualTo(Outcome.UNKNOWN);
            awaitNoThreads();
        }
    }

    // Floods.

    private static Arguments flooding(String name, Flood flood) {
        return Arguments.of(Named.of(name, flood));
    }

    static Stream<Arguments> floods() {
        return Stream.of(
                flooding("pings", frames(PING, 0, 0, bytes(0, 0))),
                flooding("settings", frames(SETTINGS, 0, 0)),
                flooding("resets of a stream that is over", frames(RST_STREAM, 0, 1, bytes(CANCEL))),
                flooding("frames of no known type", frames(0xbe, 0, 0, new byte[100])),
                flooding("interim responses", request -> request.headers(false, ":status", "103", "link", "</x>")));
    }

    /** A server that reads what the client says to it may send whatever it likes, until the deadline. */
    @ParameterizedTest
    @MethodSource("floods")
    void aFloodEndsAtTheDeadline(Flood flood) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Http2Server server = server(toMessages(request -> {
                    while (over.getCount() > 0) {
                        flood.send(request);
                    }
                }));
                Clients clients = clients(server)) {
            clients.lookUp("0");
            long begin = System.nanoTime();
            TelnyxException error = error(() -> clients.send(Clients.CREATION, BODY, within(SHORT)));
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            over.countDown();
            // Where the client could not keep up, it has ended the connection before.
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(took).isLessThan(SHORT.plusSeconds(1));
            assertThat(text(clients.lookUp("1"))).isEqualTo("yes");
        }
    }

    static Stream<Arguments> floodsThatAskForResponses() {
        return floods().limit(2);
    }

    /** One that does not read has its questions stored, so there is a limit. */
    @ParameterizedTest
    @MethodSource("floodsThatAskForResponses")
    void aServerThatAsksWithoutReadingIsCutOff(Flood flood) throws Exception {
        Http2Server.Handler handler = new Http2Server.Handler() {
            @Override
            public void handle(Http2Request request) throws IOException {
                request.respond(200, OK);
            }

            @Override
            public void connected(Http2ServerConnection connection) throws IOException {
                connection.socket().setReceiveBufferSize(16_384);
            }

            @Override
            public void begun(Http2Request request) throws IOException {
                // Nothing is read meanwhile.
                while (true) {
                    flood.send(request);
                }
            }
        };
        try (Http2Server server = server(handler);
                Clients clients = once(server)) {
            clients.lookUp("0");
            TelnyxNetworkException error =
                    failure(() -> clients.send(Clients.CREATION, BODY, within(Duration.ofSeconds(60))));
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.failure()).isEqualTo(NetworkFailure.CONNECTION);
            assertNextUsesAnother(server, clients);
        }
    }

    @Test
    void aBodyInTinyPartsIsReadUpToTheLimit() throws Exception {
        try (Http2Server server = server(toMessages(request -> {
                    head(request);
                    while (true) {
                        request.data("[", false);
                    }
                }));
                Clients clients = new Clients(
                        server.baseUrl(),
                        RetryOptions.off(),
                        options(Protocol.HTTP_2).maxResponseBytes(1_000).build())) {
            TelnyxException error = error(() -> clients.send(Clients.CREATION, BODY));
            assertThat(error.outcome()).isEqualTo(Outcome.CARRIED_OUT);
            assertThat(error).hasMessageContaining("larger than the limit");
            assertNextUsesTheSame(server, clients);
        }
    }
}
