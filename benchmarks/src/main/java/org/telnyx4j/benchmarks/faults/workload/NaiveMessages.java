package org.telnyx4j.benchmarks.faults.workload;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.telnyx4j.benchmarks.faults.ledger.Said;
import org.telnyx4j.benchmarks.faults.ledger.Said.Report;
import org.telnyx4j.benchmarks.faults.ledger.Truth;
import org.telnyx4j.benchmarks.faults.server.Fault;
import org.telnyx4j.benchmarks.faults.server.ProofServer;
import org.telnyx4j.benchmarks.faults.server.Ticket;

/**
 * BASELINE, not our client: sends the same texts as {@link Messages} in the way that is common, a loop of some lines
 * around an HTTP client. A send that fails is repeated up to two times, whatever the failure was, and a caller who gets
 * an exception in the end takes it that nothing was sent.
 */
public final class NaiveMessages implements Workload {
    private static final int RETRIES = 2;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String title;
    private final ProofServer server;
    private final NaiveSender sender;
    private final Duration deadline;
    private final int count;

    private NaiveMessages(String title, ProofServer server, NaiveSender sender, Duration deadline, int count) {
        this.title = title;
        this.server = server;
        this.sender = sender;
        this.deadline = deadline;
        this.count = count;
    }

    /** Sends with the JDK's HttpClient. */
    public static NaiveMessages withHttpClient(ProofServer server, Duration deadline, int count) {
        return new NaiveMessages(
                "BASELINE, not our client: send a text with java.net.http.HttpClient, retry all failures twice",
                server,
                new JdkHttpClientSender(server.clientTls(), deadline),
                deadline,
                count);
    }

    /** Sends with the JDK's HttpURLConnection. */
    public static NaiveMessages withUrlConnection(ProofServer server, Duration deadline, int count) {
        return new NaiveMessages(
                "BASELINE, not our client: send a text with HttpURLConnection, retry all failures twice",
                server,
                new UrlConnectionSender(server.clientTls().getSocketFactory()),
                deadline,
                count);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<LogicalCall> calls() {
        return IntStream.range(0, count).mapToObj(this::call).toList();
    }

    private LogicalCall call(int number) {
        Fault fault = Fault.ofNumber(number);
        String token = "text " + number;
        Duration patience = deadline.multipliedBy(fault.patience());
        Ticket ticket = Ticket.of(token, fault, patience);
        // It has no deadline for the whole of a call, so it is not held to one here.
        Duration bound = patience.multipliedBy(10).plusSeconds(10);
        return new LogicalCall(token, fault, bound, () -> send(fault, token, ticket));
    }

    private Said send(Fault fault, String token, Ticket ticket) throws InterruptedException {
        String url = server.baseUrl(fault.door()) + "/messages";
        String json = "{\"from\":\"+14165550199\",\"to\":\"+14165550123\",\"text\":\"" + token + "\"}";
        for (int attempt = 0; attempt <= RETRIES; attempt++) {
            try {
                NaiveSender.Reply reply = sender.post(url, ticket.header(), json, ticket.patience());
                if (reply.status() / 100 == 2) {
                    String id =
                            JSON.readTree(reply.body()).path("data").path("id").asText();
                    return new Said(Report.DONE, id.isEmpty() ? null : id);
                }
                boolean worthwhile = reply.status() == 408 || reply.status() == 429 || reply.status() >= 500;
                if (!worthwhile) {
                    return Said.of(Report.NOT_DONE);
                }
            } catch (IOException e) {
                // What failed, and when, plays no part here: that is what makes it naive.
            }
            Thread.sleep(PAUSE.toMillis());
        }
        return Said.of(Report.NOT_DONE);
    }

    @Override
    public Truth truth(String token) {
        return Truth.of(server.books().messages().sent(token), server.attempts().of(token));
    }
}
