package org.telnyx4j.benchmarks.concurrency;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.telnyx4j.testing.Certificates;
import org.telnyx4j.testing.JettyTls;

/**
 * Takes messages over TLS, as HTTP/2 or as HTTP/1.1, counts each by the number in its text, and responds after a while. A
 * connection has as many streams at once as nginx and Jetty allow unless set.
 */
public final class StreamServer implements AutoCloseable {
    /** How many streams a connection may have. */
    static final int STREAMS = 128;

    private final Server server;
    private final ServerConnector connector;
    private final Messages messages;
    private final Certificates certificates;

    private StreamServer(Server server, ServerConnector connector, Messages messages, Certificates certificates) {
        this.server = server;
        this.connector = connector;
        this.messages = messages;
        this.certificates = certificates;
    }

    /**
     * What was counted.
     *
     * @param requests how many requests came
     * @param texts how many different texts they had
     * @param most how many were there at once
     * @param connections how many connections were opened
     */
    public record Counts(int requests, int texts, int most, int connections) {}

    /**
     * Starts a server.
     *
     * @param delayMillis how long it takes for a response
     * @return the server
     */
    public static StreamServer start(int delayMillis) throws Exception {
        Certificates certificates = Certificates.selfSigned();
        Server server = new Server();
        ServerConnector connector = JettyTls.addTo(server, certificates.server(), STREAMS);
        connector.setHost("127.0.0.1");
        connector.setAcceptQueueSize(512);
        Messages messages = new Messages(delayMillis);
        connector.addEventListener(messages);
        server.setHandler(messages);
        server.start();
        return new StreamServer(server, connector, messages, certificates);
    }

    /** Returns where it is. */
    public String baseUrl() {
        return "https://localhost:" + connector.getLocalPort() + "/v2";
    }

    /** Returns the file of its certificate. */
    public String pem() {
        return certificates.pem().toString();
    }

    /** Returns what was counted so far. */
    public Counts counts() {
        return messages.counts();
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("The server did not stop", e);
        }
    }

    /** Prints its address and its certificate, serves until its standard input ends, and prints what it has counted. */
    public static void main(String[] args) throws Exception {
        try (StreamServer server = start(Integer.parseInt(args[0]))) {
            System.out.println(server.baseUrl() + " " + server.pem());
            while (System.in.read() >= 0) {
                // Whoever started it lives as long as this end is open.
            }
            Counts counts = server.counts();
            System.out.println(
                    counts.requests() + " " + counts.texts() + " " + counts.most() + " " + counts.connections());
        }
        System.exit(0);
    }

    private static final class Messages extends Handler.Abstract implements Connection.Listener {
        private static final String TEXT = "\"text\":\"text-";

        private final int delayMillis;
        private final BitSet seen = new BitSet();
        private final AtomicInteger open = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger connections = new AtomicInteger();
        private int requests;

        private Messages(int delayMillis) {
            this.delayMillis = delayMillis;
        }

        @Override
        public void onOpened(Connection connection) {
            if (connection instanceof SslConnection) {
                connections.incrementAndGet();
            }
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String body = Content.Source.asString(request, StandardCharsets.UTF_8);
            int start = body.indexOf(TEXT) + TEXT.length();
            String number = body.substring(start, body.indexOf('"', start));
            count(Integer.parseInt(number));
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            if (delayMillis == 0) {
                respond(number, response, callback);
            } else {
                request.getComponents()
                        .getScheduler()
                        .schedule(() -> respond(number, response, callback), delayMillis, TimeUnit.MILLISECONDS);
            }
            return true;
        }

        private synchronized void count(int number) {
            requests++;
            seen.set(number);
        }

        private synchronized Counts counts() {
            return new Counts(requests, seen.cardinality(), most.get(), connections.get());
        }

        private void respond(String number, Response response, Callback callback) {
            open.decrementAndGet();
            byte[] body = ("{\"data\":{\"id\":\"text-" + number + "\",\"to\":[{\"status\":\"queued\"}]}}")
                    .getBytes(StandardCharsets.US_ASCII);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            response.write(true, ByteBuffer.wrap(body), callback);
        }
    }
}
