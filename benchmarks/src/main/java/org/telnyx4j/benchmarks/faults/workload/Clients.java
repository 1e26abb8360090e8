package org.telnyx4j.benchmarks.faults.workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.io.CloseMode;
import org.telnyx4j.Telnyx;
import org.telnyx4j.benchmarks.faults.server.Door;
import org.telnyx4j.benchmarks.faults.server.Fault;
import org.telnyx4j.benchmarks.faults.server.ProofServer;
import org.telnyx4j.benchmarks.faults.server.Ticket;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;

/**
 * The clients under test: one that most faults share, so that what one fault does to a connection can hit another's
 * send, and one for each fault that needs a port or connections of its own. Safe for use by many threads.
 */
public final class Clients implements AutoCloseable {
    private final ProofServer server;
    private final Setup setup;
    private final Map<Fault, Telnyx> own = new EnumMap<>(Fault.class);
    private final List<CloseableHttpClient> toClose = new ArrayList<>();
    private final Telnyx shared;

    /**
     * Makes them.
     *
     * @param server what they talk to
     * @param setup how they are set up
     */
    public Clients(ProofServer server, Setup setup) {
        this.server = server;
        this.setup = setup;
        this.shared = client(setup.http2() ? Door.HTTP_2 : Door.SHARED);
        for (Fault fault : Fault.values()) {
            if (setup.http2()) {
                if (fault.cutsConnection()) {
                    own.put(fault, client(Door.HTTP_2));
                }
            } else if (fault.door() != Door.SHARED && fault.door() != Door.IDLE && fault.door() != Door.HTTP_2) {
                own.put(fault, client(fault.door()));
            }
        }
    }

    /**
     * How clients are set up.
     *
     * @param deadline the total deadline of a call
     * @param connections the most connections of a client
     * @param hedged whether call commands that are not answered soon are sent once more
     * @param plain whether it sends with Apache's {@code HttpClients.createDefault()}, where the port speaks no TLS
     * @param http2 whether all of them send over one HTTP/2 connection
     */
    public record Setup(Duration deadline, int connections, boolean hedged, boolean plain, boolean http2) {}

    /** Returns the deadline of calls that have this fault. */
    public Duration deadline(Fault fault) {
        return setup.deadline().multipliedBy(fault.patience());
    }

    /** Returns the client for calls that have this fault. */
    public Telnyx of(Fault fault) {
        return own.getOrDefault(fault, shared);
    }

    /** Returns the options that tell the server about a call. */
    public static RequestOptions options(Ticket ticket, Duration deadline) {
        return RequestOptions.builder()
                .timeout(deadline)
                .header(Ticket.HEADER, ticket.header())
                .build();
    }

    private Telnyx client(Door door) {
        Telnyx.Builder client = Telnyx.builder()
                .apiKey("KEY_OF_NO_ACCOUNT")
                .from("+14165550199")
                .baseUrl(server.baseUrl(door))
                .timeout(setup.deadline())
                .retries(retries());
        if (setup.plain() && !door.isTls() && door != Door.NARROW) {
            CloseableHttpClient plain = HttpClients.createDefault();
            toClose.add(plain);
            return client.httpClient(plain).build();
        }
        HttpOptions.Builder http = HttpOptions.builder()
                .maxConnections(door == Door.NARROW ? 1 : setup.connections())
                .connectTimeout(setup.deadline());
        if (door.isTls()) {
            http.sslContext(server.clientTls());
        }
        if (door == Door.HTTP_2) {
            http.protocol(HttpOptions.Protocol.HTTP_2);
        }
        return client.http(http.build()).build();
    }

    private RetryOptions retries() {
        RetryOptions.Builder retries = RetryOptions.builder();
        if (setup.hedged()) {
            retries.hedgeCallCommands(setup.deadline().dividedBy(4));
        }
        return retries.build();
    }

    @Override
    public void close() {
        shared.close();
        own.values().forEach(Telnyx::close);
        toClose.forEach(plain -> plain.close(CloseMode.IMMEDIATE));
    }
}
