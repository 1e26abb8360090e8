package org.telnyx4j.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.telnyx4j.testing.Certificates;
import org.telnyx4j.testing.Http2Request;
import org.telnyx4j.testing.Http2Server;
import org.telnyx4j.testing.Http2ServerConnection;
import org.telnyx4j.testing.Threads;
import org.telnyx4j.testing.Threads.Running;
import org.telnyx4j.testing.UnreadBody;

/** An HTTP/2 connection by itself, and the way to a server that has it. */
class Http2ConnectionTest {
    private static final long LONG = TimeUnit.MINUTES.toNanos(1);
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int MAX_CONCURRENT_STREAMS = 3;

    private static Certificates certificates;

    private final AtomicInteger over = new AtomicInteger();
    private final Http2Route route = new Http2Route(new HttpVersionChoice());

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificates = Certificates.selfSigned();
    }

    /** Has one place reserved, as it is opened for a request. */
    private Http2Connection connect(Http2Server server, long quietNanos, long pingNanos) throws Exception {
        Socket socket = new Socket("localhost", server.port());
        Http2Connection connection = connection(tls(socket), socket, quietNanos, pingNanos);
        connection.start();
        return connection;
    }

    private Http2Connection connection(SSLSocket tls, Socket socket, long quietNanos, long pingNanos) throws Exception {
        Http2Connection connection = new Http2Connection(
                tls, socket, new Http2Connection.Limits(LONG, LONG, quietNanos, pingNanos), this::ended);
        route.begins(connection);
        return connection;
    }

    private void ended(Http2Connection connection) {
        route.over(connection);
        over.incrementAndGet();
    }

    private static SSLSocket tls(Socket socket) throws Exception {
        SSLSocket tls = (SSLSocket)
                certificates.client().getSocketFactory().createSocket(socket, "localhost", socket.getPort(), false);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls;
    }

    private static boolean reserve(Http2Connection connection, long nanos) throws Exception {
        return connection.reserve(System.nanoTime() + nanos, new Waiter(() -> false));
    }

    private static Http2Stream submit(Http2Connection connection, int bytes) throws Exception {
        ClassicHttpRequest request = ClassicRequestBuilder.post("https://localhost/v2/things")
                .setEntity(new ByteArrayEntity(new byte[bytes], ContentType.APPLICATION_JSON))
                .build();
        return connection.submit(request, new AttemptContext(System::nanoTime, System.nanoTime() + LONG, 0));
    }

    /** The acknowledged settings may still be a sign of life to the first. */
    private static void awaitNoSign(Http2Connection connection, long nanos) throws InterruptedException {
        Threads.await("there is no sign", () -> {
            try {
                boolean isReserved = reserve(connection, nanos);
                if (isReserved) {
                    connection.release();
                }
                return !isReserved;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private void awaitOver(int connections) throws InterruptedException {
        Threads.await("the connection is over", () -> over.get() == connections);
    }

    @Test
    void aQuietConnectionIsAskedForASignOfLife() throws Exception {
        try (Http2Server server = Http2Server.start(certificates.server(), request -> {})) {
            Http2Connection connection = connect(server, SHORT, LONG);
            for (int i = 1; i <= 3; i++) {
                Thread.sleep(TimeUnit.NANOSECONDS.toMillis(2 * SHORT));
                assertThat(reserve(connection, LONG)).isTrue();
            }
            // The first one may have come so soon after the settings that there was nothing to ask.
            assertThat(server.connections().get(0).pings()).isBetween(1, 3);
            connection.close();
            awaitOver(1);
        }
    }

    /** Responds to requests when it is told to, and to no ping. */
    private static final class Silent implements Http2Server.Handler {
        private final CountDownLatch mayRespond = new CountDownLatch(1);

        @Override
        public void connected(Http2ServerConnection connection) {
            connection.ignorePings();
        }

        @Override
        public void handle(Http2Request request) throws IOException, InterruptedException {
            mayRespond.await();
            request.respond(200, "{}");
        }
    }

    @Test
    void aConnectionWithoutASignOfLifeIsClosedWhenNobodyNeedsIt() throws Exception {
        try (Http2Server server = Http2Server.start(certificates.server(), new Silent())) {
            Http2Connection connection = connect(server, SHORT, TimeUnit.MILLISECONDS.toNanos(200));
            connection.release();
            awaitNoSign(connection, LONG);
            assertThat(connection.takesMore()).isFalse();
            awaitOver(1);
        }
    }

    @Test
    void whoHasLittleTimeForASignOfLifeLeavesThoseAloneThatHaveMore() throws Exception {
        Silent silent = new Silent();
        try (Http2Server server = Http2Server.start(certificates.server(), silent)) {
            Http2Connection connection = connect(server, SHORT, LONG);
            Http2Stream stream = submit(connection, 10);
            Running underWay = Threads.start(stream::await);
            server.awaitRequest();
            awaitNoSign(connection, TimeUnit.MILLISECONDS.toNanos(100));
            assertThat(connection.takesMore()).isFalse();
            silent.mayRespond.countDown();
            assertThat(underWay.join().succeeded()).isTrue();
            connection.close();
            awaitOver(1);
        }
    }

    @Test
    void whoWaitsForAPlaceComesBeforeWhoComesLater() throws Exception {
        try (Http2Server server = Http2Server.start(certificates.server(), request -> {}, MAX_CONCURRENT_STREAMS, 1)) {
            Http2Connection connection = connect(server, LONG, LONG);
            List<Running> waiting = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                waiting.add(Threads.start(() -> reserve(connection, LONG)));
                Threads.awaitWaitingWithin(waiting.get(i).thread(), "Waiter");
            }
            for (Running next : waiting) {
                connection.release();
                assertThatThrownBy(() -> reserve(connection, 0)).isInstanceOf(TimeoutException.class);
                assertThat(next.join().succeeded()).isTrue();
            }
            connection.close();
            awaitOver(1);
        }
    }

    @Test
    void aConnectionThatCannotBeginIsOver() throws Exception {
        try (Http2Server server = Http2Server.start(certificates.server(), request -> {})) {
            Socket socket = new Socket("localhost", server.port());
            Http2Connection connection = connection(tls(socket), socket, LONG, LONG);
            socket.close();
            assertThatThrownBy(connection::start).isInstanceOf(IOException.class);
            awaitOver(1);
        }
    }

    @Test
    void aServerThatReadsNothingKeepsNoConnectionThatNobodyNeeds() throws Exception {
        UnreadBody unread = new UnreadBody();
        try (Http2Server server = Http2Server.start(certificates.server(), unread, unread.settings())) {
            Http2Connection connection = connect(server, LONG, LONG);
            Http2Stream stream = submit(connection, UnreadBody.BYTES);
            unread.awaitHeldUp();
            route.closeHeldUp();
            assertThat(over.get()).isZero();
            stream.abandon();
            connection.release();
            Threads.await("it is closed", () -> {
                route.closeHeldUp();
                return over.get() == 1;
            });
        }
    }

    @Test
    void theEndClosesAlsoConnectionsThatTakeNoFurtherRequestAndThoseStillBeingOpened() throws Exception {
        try (Http2Server server = Http2Server.start(certificates.server(), request -> {})) {
            Http2Connection retired = connect(server, LONG, LONG);
            route.opened(retired);
            Http2Stream stream = submit(retired, 10);
            server.awaitRequest();
            retired.retire();
            Http2Connection current = connect(server, LONG, LONG);
            route.opened(current);
            Http2Connection late = connect(server, LONG, LONG);

            route.close();
            assertThat(catchThrowableOfType(IOException.class, stream::await)).isNotNull();
            route.opened(late);
            awaitOver(3);
        }
    }
}
