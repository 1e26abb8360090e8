package org.telnyx4j.internal.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.telnyx4j.testing.Certificates;
import org.telnyx4j.testing.JettyTls;

/** Jetty, which speaks HTTP/2 and HTTP/1.1, with few streams at once. */
final class JettyServer implements AutoCloseable {
    static final int STREAMS = 8;

    private final ServerConnector connector;
    private final AtomicInteger requests = new AtomicInteger();
    private final Set<String> connections = ConcurrentHashMap.newKeySet();

    private JettyServer(ServerConnector connector) {
        this.connector = connector;
    }

    static JettyServer start(Certificates certificates, String... versions) throws Exception {
        Server server = new Server();
        JettyServer made = new JettyServer(JettyTls.addTo(server, certificates.server(), STREAMS, versions));
        made.connector.setHost("localhost");
        server.setHandler(made.new Things());
        server.start();
        return made;
    }

    String baseUrl() {
        return "https://localhost:" + connector.getLocalPort() + "/v2";
    }

    /** Returns how many requests have come. */
    int requests() {
        return requests.get();
    }

    /** Returns over how many connections they came. */
    int connections() {
        return connections.size();
    }

    /** Closes all connections at once. */
    void closeConnections() {
        connector.getConnectedEndPoints().forEach(EndPoint::close);
    }

    @Override
    public void close() {
        try {
            connector.getServer().stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not stop", e);
        }
    }

    /** Responds with a thing whose text is the last part of the path, or with a large one. */
    private final class Things extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            requests.incrementAndGet();
            connections.add(request.getConnectionMetaData().getId());
            int received = Content.Source.asByteBuffer(request).remaining();
            String path = request.getHttpURI().getPath();
            String last = path.substring(path.lastIndexOf('/') + 1);
            String text = last.equals("large") ? "y".repeat(3_000_000) : last.equals("things") ? "" + received : last;
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            response.write(
                    true, ByteBuffer.wrap(("{\"text\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8)), callback);
            return true;
        }
    }
}
