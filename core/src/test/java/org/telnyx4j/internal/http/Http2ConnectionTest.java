package org.telnyx4j.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.telnyx4j.testing.Certificates;
import org.telnyx4j.testing.Http2Request;
import org.telnyx4j.testing.Http2Server;
import org.telnyx4j.testing.Http2ServerConnection;
import org.telnyx4j.testing.Threads;

/** An HTTP/2 connection by itself. */
class Http2ConnectionTest {
    private static final long LONG = TimeUnit.MINUTES.toNanos(1);
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(1);

    private static Certificates certificates;

    private final CountDownLatch over = new CountDownLatch(1);

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificates = Certificates.selfSigned();
    }

    private Http2Connection connect(Http2Server server, long quietNanos, long pingNanos) throws Exception {
        Socket socket = new Socket("localhost", server.port());
        SSLSocket tls = (SSLSocket)
                certificates.client().getSocketFactory().createSocket(socket, "localhost", server.port(), false);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        Http2Connection connection = new Http2Connection(
                tls, socket, new Http2Connection.Limits(LONG, LONG, quietNanos, pingNanos), over::countDown);
        connection.start();
        return connection;
    }

    private static boolean reserve(Http2Connection connection) throws Exception {
        return connection.reserve(System.nanoTime() + LONG, () -> false);
    }

    @Test
    void aQuietConnectionIsAskedForASignOfLife() throws Exception {
        try (Http2Server server = Http2Server.start(certificates.server(), request -> {})) {
            Http2Connection connection = connect(server, SHORT, LONG);
            for (int i = 1; i <= 3; i++) {
                Thread.sleep(TimeUnit.NANOSECONDS.toMillis(2 * SHORT));
                assertThat(reserve(connection)).isTrue();
            }
            // The first one may have come so soon after the settings that there was nothing to ask.
            assertThat(server.connections().get(0).pings()).isBetween(1, 3);
            connection.close();
            assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aConnectionWithoutASignOfLifeIsClosed() throws Exception {
        Http2Server.Handler silent = new Http2Server.Handler() {
            @Override
            public void handle(Http2Request request) {
                throw new AssertionError("Nothing is sent");
            }

            @Override
            public void connected(Http2ServerConnection connection) throws IOException {
                connection.ignorePings();
            }
        };
        try (Http2Server server = Http2Server.start(certificates.server(), silent)) {
            Http2Connection connection = connect(server, SHORT, TimeUnit.MILLISECONDS.toNanos(200));
            Threads.await("its settings have come", () -> {
                try {
                    return reserve(connection) || !connection.takesMore();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            Threads.await("there is no sign", () -> {
                try {
                    return !reserve(connection);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(connection.takesMore()).isFalse();
            assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
