package org.telnyx4j.benchmarks.faults.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.testing.Certificates;
import org.telnyx4j.testing.Http2Server;

/**
 * A server on loopback that plays the Telnyx API, fails as it is told to, and keeps books of what it carried out. Safe
 * for use by many threads.
 */
public final class ProofServer implements AutoCloseable {
    private static final int QUIET_LOOKS = 20;

    private final Books books;
    private final Attempts attempts = new Attempts();
    private final Activity activity = new Activity();
    private final List<Port> ports = new ArrayList<>();
    private @Nullable Http2Server http2;
    private final Map<Door, String> addresses = new EnumMap<>(Door.class);
    /** Bound but not listening: nobody else can get this port, and connecting to it is refused. */
    private final Socket nobody = new Socket();

    private final SSLContext clientTls;
    private final @Nullable Ticketing ticketing;

    private ProofServer(Books books, Certificates certificate, @Nullable Ticketing ticketing)
            throws IOException, GeneralSecurityException {
        this.books = books;
        this.clientTls = certificate.client();
        this.ticketing = ticketing;
    }

    /**
     * Starts a server.
     *
     * @param certificate what it shows at its TLS ports
     * @param inventory how many numbers it has to sell
     * @param seed of its choices
     */
    public static ProofServer start(Certificates certificate, int inventory, long seed)
            throws IOException, GeneralSecurityException {
        return start(new Books(inventory, seed), certificate, null);
    }

    /**
     * Starts a server for messages that are sent without tickets.
     *
     * @param certificate what it shows at its TLS ports
     * @param ticketing how they fare
     */
    public static ProofServer start(Certificates certificate, Ticketing ticketing)
            throws IOException, GeneralSecurityException {
        return start(new Books(1, 1), certificate, ticketing);
    }

    private static ProofServer start(Books books, Certificates certificate, @Nullable Ticketing ticketing)
            throws IOException, GeneralSecurityException {
        ProofServer server = new ProofServer(books, certificate, ticketing);
        server.open(certificate.server());
        return server;
    }

    private void open(SSLContext tls) throws IOException {
        nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Port main = listen(Door.SHARED, null);
        Http2Server streams = Http2Server.start(tls, new ServedStreams(books, attempts, activity));
        http2 = streams;
        for (Door door : Door.values()) {
            int port = switch (door) {
                case SHARED, OWN, NARROW, IDLE -> main.number();
                case CLOSED -> nobody.getLocalPort();
                case SLAMMED -> listen(door, null).number();
                case HTTP_2 -> streams.port();
                case TLS, TLS_CUT -> listen(door, tls).number();
            };
            addresses.put(
                    door,
                    (door.isTls() ? "https" : "http") + "://"
                            + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port + "/v2");
        }
    }

    private Port listen(Door door, @Nullable SSLContext tls) throws IOException {
        Port port = Port.open(
                door, tls, socket -> new ServedConnection(books, attempts, activity, ticketing, socket).serve());
        ports.add(port);
        return port;
    }

    /** Returns the base URL of a door. */
    public String baseUrl(Door door) {
        return String.valueOf(addresses.get(door));
    }

    /** Returns what a client needs to trust this server. */
    public SSLContext clientTls() {
        return clientTls;
    }

    /** Returns what the server carried out. */
    public Books books() {
        return books;
    }

    /** Returns the count of requests. */
    public Attempts attempts() {
        return attempts;
    }

    /**
     * Waits until the books are final: of no request it is undecided whether it is carried out, no connection holds
     * anything unread, and it has been so for a second. No client may send anything any more.
     *
     * @param atMost how long to wait
     * @return false if it is not so by then
     */
    public boolean settle(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        int quiet = 0;
        while (quiet < QUIET_LOOKS && System.nanoTime() - end < 0) {
            Thread.sleep(50);
            boolean now = activity.undecided() == 0 && ports.stream().allMatch(Port::isQuiet);
            quiet = now ? quiet + 1 : 0;
        }
        return quiet == QUIET_LOOKS;
    }

    @Override
    public void close() throws IOException {
        for (Port port : ports) {
            port.close();
        }
        if (http2 != null) {
            http2.close();
        }
        nobody.close();
    }
}
