package org.telnyx4j.benchmarks.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.telnyx4j.testing.Certificates;
import org.telnyx4j.testing.JettyTls;

/**
 * Takes texts over TLS, as HTTP/2 or as HTTP/1.1, behind links of several kinds. A process of its own, which prints the
 * file of its certificate and then the port of each link.
 */
public final class LinkServer {
    private static final byte[] RESPONSE =
            ("{\"data\":{\"record_type\":\"message\",\"direction\":\"outbound\",\"id\":\"40385f64-5717-4562-b3fc-2c963f66afa6\","
                            + "\"type\":\"SMS\",\"from\":{\"phone_number\":\"+14165550199\"},\"to\":[{\"phone_number\":"
                            + "\"+14165550123\",\"status\":\"queued\"}],\"text\":\"Your order has left the warehouse\",\"media\":[],"
                            + "\"parts\":1,\"cost\":null,\"errors\":[]}}")
                    .getBytes(StandardCharsets.UTF_8);

    private LinkServer() {}

    /** Serves until its standard input ends. Takes how many streams it allows at once. */
    public static void main(String[] args) throws Exception {
        Certificates certificates = Certificates.selfSigned();
        Server server = new Server();
        ServerConnector connector = JettyTls.addTo(server, certificates.server(), Integer.parseInt(args[0]));
        connector.setHost("127.0.0.1");
        connector.setAcceptQueueSize(512);
        server.setHandler(new Texts());
        server.start();

        System.out.println(certificates.pem());
        for (LinkKind kind : LinkKind.values()) {
            LinkProxy proxy = LinkProxy.start(connector.getLocalPort(), kind);
            System.out.println(proxy.port());
        }
        while (System.in.read() >= 0) {
            // Whoever started it lives as long as this end is open.
        }
        System.exit(0);
    }

    /** Reads a text and confirms it. */
    private static final class Texts extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws IOException {
            Content.Source.asByteBuffer(request);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            response.getHeaders().put("x-request-id", "3f2a1b4c-0000-4000-8000-000000000000");
            response.write(true, ByteBuffer.wrap(RESPONSE), callback);
            return true;
        }
    }

    /** What is between the client and the server. */
    enum LinkKind {
        PLAIN("loopback", Duration.ZERO, 0),
        SLOW("20 ms each way", Duration.ofMillis(20), 0),
        LOSSY("20 ms each way, 1 % lost", Duration.ofMillis(20), 0.01);

        private final String words;
        private final Duration delay;
        private final double loss;

        LinkKind(String words, Duration delay, double loss) {
            this.words = words;
            this.delay = delay;
            this.loss = loss;
        }

        String words() {
            return words;
        }

        Duration delay() {
            return delay;
        }

        double loss() {
            return loss;
        }
    }
}
