package org.telnyx4j.benchmarks.faults.workload;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.telnyx4j.Telnyx;
import org.telnyx4j.benchmarks.faults.ledger.Entry;
import org.telnyx4j.benchmarks.faults.ledger.Said;
import org.telnyx4j.benchmarks.faults.ledger.Said.Report;
import org.telnyx4j.benchmarks.faults.ledger.Truth;
import org.telnyx4j.benchmarks.faults.server.Fault;
import org.telnyx4j.benchmarks.faults.server.ProofServer;
import org.telnyx4j.benchmarks.faults.server.RecordBooks;
import org.telnyx4j.benchmarks.faults.server.RecordBooks.Quirk;
import org.telnyx4j.benchmarks.faults.server.RecordBooks.Sent;
import org.telnyx4j.benchmarks.faults.server.RecordBooks.Webhook;
import org.telnyx4j.benchmarks.faults.server.Ticket;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.events.routing.WebhookEvents;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.messaging.Settlement;
import org.telnyx4j.messaging.SettlementQuery;
import org.telnyx4j.messaging.UnknownSends;
import org.telnyx4j.webhooks.VerifiedWebhook;
import org.telnyx4j.webhooks.WebhookRejectedException;
import org.telnyx4j.webhooks.WebhookVerifier;

/**
 * Sends texts with correlation tokens, and settles those whose outcome is unknown: first by the webhooks that come, then
 * by the detail records, then once more when late records show.
 */
public final class UnknownTexts implements Workload {
    private static final String HOOK = "https://user:secret@example.com/hook?shop=7&a=%2F#top";
    private static final Duration TIME_FOR_A_SEARCH = Duration.ofSeconds(60);
    /** So many are looked for without their recipient, through all pages. */
    private static final int WITHOUT_RECIPIENT = 100;

    private final ProofServer server;
    private final Clients clients;
    private final int count;
    private final Instant start = Instant.now();
    private final Map<String, Text> unknown = new ConcurrentHashMap<>();
    private final List<String> mistakes = new CopyOnWriteArrayList<>();
    private final UnknownSends sends = new UnknownSends(1_000_000);

    /**
     * Makes them.
     *
     * @param server what they are sent to
     * @param clients what they are sent with
     * @param count how many
     */
    public UnknownTexts(ProofServer server, Clients clients, int count) {
        this.server = server;
        this.clients = clients;
        this.count = count;
    }

    /**
     * A text.
     *
     * @param words what it says
     * @param to who gets it
     * @param token its correlation token
     */
    private record Text(String words, String to, CorrelationToken token) {
        String url() {
            return token.addTo(HOOK);
        }
    }

    /**
     * What came of it.
     *
     * @param unknown how many sends were reported as unknown
     * @param carriedOut how many of them had been carried out
     * @param shown how many of these the account shows, by a webhook or a record with the URL
     * @param byEvents how many were settled by webhooks
     * @param byRecords how many by records that were there at once
     * @param byLateRecords how many by records that showed late
     * @param duplicates how many of them as duplicates
     * @param open how many are not settled
     * @param forgeries how many forged webhooks were refused
     * @param wrong how many are said to be carried out that are not, or with the id of something else, or as duplicates
     *     that are none, or not as duplicates that are
     * @param missed how many the account shows and are not settled
     * @param mistakes what makes the run worthless
     */
    public record Result(
            int unknown,
            int carriedOut,
            int shown,
            int byEvents,
            int byRecords,
            int byLateRecords,
            int duplicates,
            int open,
            int forgeries,
            int wrong,
            int missed,
            List<String> mistakes) {
        /** Returns how many were settled. */
        public int settled() {
            return byEvents + byRecords + byLateRecords;
        }

        /** Returns what to print. */
        public List<String> lines() {
            return List.of(
                    "Reported as unknown: " + unknown + ", of which " + carriedOut + " were carried out and " + shown
                            + " show in a webhook or a record",
                    "Settled: " + settled() + " (by webhooks " + byEvents + ", by records " + byRecords
                            + ", by records that came late " + byLateRecords + "), " + duplicates + " as duplicates",
                    "Not settled: " + open + " (those that were not carried out, or show nowhere)",
                    "Forged webhooks refused: " + forgeries,
                    "Settled wrongly: " + wrong,
                    "Not found, though shown: " + missed);
        }
    }

    @Override
    public String title() {
        return "Send a text with a correlation token";
    }

    @Override
    public List<LogicalCall> calls() {
        return IntStream.range(0, count).mapToObj(this::call).toList();
    }

    private LogicalCall call(int number) {
        Fault fault = Fault.ofNumber(number);
        Text text =
                new Text("text " + number, String.format("+1416%07d", 2_000_000 + number), CorrelationToken.random());
        Duration deadline = clients.deadline(fault);
        RequestOptions options = Clients.options(Ticket.of(text.words(), fault, deadline), deadline).toBuilder()
                .correlationToken(text.token())
                .build();
        OutgoingMessage message = OutgoingMessage.builder()
                .to(text.to())
                .text(text.words())
                .webhookUrl(HOOK)
                .build();
        return new LogicalCall(
                text.words(),
                fault,
                deadline,
                () -> Outcomes.of(() -> {
                    try {
                        return new Said(
                                Report.DONE,
                                clients.of(fault)
                                        .messages()
                                        .send(message, options)
                                        .id());
                    } catch (TelnyxException e) {
                        note(text, e);
                        throw e;
                    }
                }));
    }

    private void note(Text text, TelnyxException e) {
        Optional<CorrelationToken> expected =
                e.outcome() == Outcome.NOT_CARRIED_OUT ? Optional.empty() : Optional.of(text.token());
        if (!e.correlationToken().equals(expected)) {
            mistakes.add("An error with the outcome " + e.outcome() + " has the wrong token");
        }
        sends.add(e);
        if (e.outcome() == Outcome.UNKNOWN) {
            unknown.put(text.words(), text);
        }
    }

    @Override
    public Truth truth(String token) {
        return Truth.of(server.books().messages().sent(token), server.attempts().of(token));
    }

    /** Settles them. The books must be final. */
    public Result settle(Telnyx telnyx, List<Entry> entries) {
        long told = entries.stream()
                .filter(entry -> entry.said().report() == Report.UNKNOWN)
                .count();
        if (told != unknown.size()) {
            mistakes.add("Not all unknown texts were noted");
        }
        RecordBooks records = server.books().messages().records();
        List<Text> all = List.copyOf(unknown.values());
        all.forEach(text -> addForeign(records, text));
        int forgeries = receive(records, all);
        int byEvents = settled(all);
        search(telnyx, all, false);
        int byRecords = settled(all) - byEvents;
        records.showLateOnes();
        search(telnyx, all, true);
        int settled = settled(all);
        List<String> more = new ArrayList<>(mistakes);
        more.addAll(server.books().mistakes());
        return new Result(
                all.size(),
                (int) all.stream().filter(text -> !messages(text).isEmpty()).count(),
                (int) all.stream().filter(this::isShown).count(),
                byEvents,
                byRecords,
                settled - byEvents - byRecords,
                (int) all.stream()
                        .filter(text -> known(text).kind() == Settlement.Kind.CARRIED_OUT_TWICE)
                        .count(),
                all.size() - settled,
                forgeries,
                (int) all.stream().filter(this::isWrong).count(),
                (int) all.stream()
                        .filter(text -> isShown(text) && !known(text).isCarriedOut())
                        .count(),
                List.copyOf(more));
    }

    /** Records of others that look much like that of this send. */
    private static void addForeign(RecordBooks records, Text text) {
        String value = text.token().value();
        String plain = "https://example.com/hook?telnyx4j-token=";
        records.foreign(text.to(), plain + value + "0");
        records.foreign(text.to(), plain + value.substring(0, value.length() - 1));
        records.foreign(text.to(), "https://example.com/" + value + "?token=" + value + "#telnyx4j-token=" + value);
        records.foreign(
                text.to(),
                plain + value + "&telnyx4j-token=" + CorrelationToken.random().value());
        records.received(text.to(), plain + value);
    }

    private int receive(RecordBooks records, List<Text> all) {
        WebhookVerifier verifier =
                WebhookVerifier.builder().publicKey(records.publicKey()).build();
        for (Webhook webhook : records.webhooks()) {
            WebhookEvent event = WebhookEvents.parse(verified(verifier, webhook));
            if (event instanceof MessageEvent message) {
                sends.record(message);
            }
        }
        int refused = 0;
        for (Text text : all) {
            Webhook forged = RecordBooks.forged(text.to(), text.url());
            try {
                verified(verifier, forged);
                mistakes.add("A forged webhook was accepted");
            } catch (WebhookRejectedException e) {
                refused++;
            }
        }
        return refused;
    }

    private static VerifiedWebhook verified(WebhookVerifier verifier, Webhook webhook) {
        return verifier.verify(
                webhook.body().getBytes(StandardCharsets.UTF_8),
                webhook.headers().get(WebhookVerifier.SIGNATURE_HEADER),
                webhook.headers().get(WebhookVerifier.TIMESTAMP_HEADER));
    }

    private void search(Telnyx telnyx, List<Text> all, boolean isOver) {
        RequestOptions options =
                Clients.options(Ticket.of("a search", Fault.NONE, TIME_FOR_A_SEARCH), TIME_FOR_A_SEARCH);
        int number = 0;
        for (Text text : all) {
            if (known(text).isCarriedOut()) {
                continue;
            }
            SettlementQuery.Builder query = SettlementQuery.builder().since(start.minusSeconds(1));
            if (isOver) {
                query.until(Instant.now());
            }
            if (number++ % WITHOUT_RECIPIENT != 0) {
                query.recipient(text.to());
            }
            Settlement settlement = telnyx.messages().settle(text.token(), query.build(), options);
            if (!settlement.isCarriedOut()
                    && settlement.kind() != (isOver ? Settlement.Kind.NOT_SEEN : Settlement.Kind.STILL_OPEN)) {
                mistakes.add("A search ended with " + settlement.kind());
            }
            sends.record(settlement);
        }
    }

    private int settled(List<Text> all) {
        return (int) all.stream().filter(text -> known(text).isCarriedOut()).count();
    }

    private Settlement known(Text text) {
        return sends.find(text.token()).orElseGet(() -> Settlement.stillOpen(text.token()));
    }

    private List<Sent> messages(Text text) {
        return server.books().messages().records().of(text.url());
    }

    private boolean isShown(Text text) {
        return messages(text).stream().anyMatch(each -> each.quirk() != Quirk.NOTHING);
    }

    private boolean isWrong(Text text) {
        Settlement settlement = known(text);
        if (!settlement.isCarriedOut()) {
            return false;
        }
        List<Sent> sent = messages(text);
        boolean isCopied = sent.stream().anyMatch(each -> each.quirk() == Quirk.COPY);
        List<String> ids = new ArrayList<>(server.books().messages().sent(text.words()));
        sent.stream()
                .filter(each -> each.quirk() == Quirk.COPY)
                .map(Sent::copyId)
                .forEach(ids::add);
        boolean isNamed = settlement.messages().stream()
                .allMatch(message -> ids.contains(message.id().orElse("")));
        boolean isTwice = settlement.kind() == Settlement.Kind.CARRIED_OUT_TWICE;
        return !isNamed || isTwice != isCopied;
    }
}
