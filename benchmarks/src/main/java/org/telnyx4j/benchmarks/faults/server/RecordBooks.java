package org.telnyx4j.benchmarks.faults.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.webhooks.WebhookSigner;

/**
 * What the account shows of the messages that were sent with a webhook URL: their detail records and their webhooks. Each
 * message has a quirk, by turns. Safe for use by many threads.
 */
public final class RecordBooks {
    private final WebhookSigner signer = WebhookSigner.generate();
    private final List<Sent> sent = new ArrayList<>();
    private final List<ObjectNode> foreign = new ArrayList<>();
    private final Map<String, Sent> byId = new HashMap<>();
    private boolean lateOnesShow;
    private @Nullable Duration late;
    private Consumer<Sent> listener = message -> {};

    RecordBooks() {}

    /** What the account shows of a message. */
    public enum Quirk {
        /** A record, and no webhook. */
        RECORD,
        /** A webhook that comes twice, and a record. */
        WEBHOOK,
        /** A record that shows late, and no webhook. */
        LATE_RECORD,
        /** A webhook, and a record without the URL. */
        WEBHOOK_ALONE,
        /** A record without the URL, and no webhook. */
        NOTHING,
        /** One record that a list shows twice. */
        RECORD_TWICE,
        /** Records of two messages, as if something on the way had repeated the request. */
        COPY;

        /** Returns whether there is a webhook. */
        public boolean hasWebhook() {
            return this == WEBHOOK || this == WEBHOOK_ALONE;
        }
    }

    /**
     * A message.
     *
     * @param id its id
     * @param copyId the id of a second message with the same URL, which exists for {@link Quirk#COPY} alone
     * @param to the recipient
     * @param url the webhook URL
     * @param quirk what the account shows of it
     * @param at when it was sent
     */
    public record Sent(String id, String copyId, String to, String url, Quirk quirk, Instant at) {}

    void add(String id, String to, String url) {
        Consumer<Sent> told;
        Sent message;
        synchronized (this) {
            Quirk[] quirks = Quirk.values();
            Quirk quirk = quirks[sent.size() % quirks.length];
            message = new Sent(id, UUID.randomUUID().toString(), to, url, quirk, Instant.now());
            sent.add(message);
            byId.put(id, message);
            told = listener;
        }
        told.accept(message);
    }

    /** Has something be called with each message that is sent with a webhook URL from now on. */
    synchronized void onSent(Consumer<Sent> called) {
        listener = called;
    }

    /** Returns the message of an id, if it was sent with a webhook URL. */
    public synchronized Optional<Sent> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns the messages that were sent with this URL. */
    public synchronized List<Sent> of(String url) {
        return sent.stream().filter(each -> each.url().equals(url)).toList();
    }

    /** Adds a record that is not of the send with this URL, though it looks much like it. */
    public synchronized void foreign(String to, String url) {
        foreign.add(json(UUID.randomUUID().toString(), to, Instant.now()).put("delivery_status_webhook_url", url));
    }

    /** Adds the record of a received message with this URL. */
    public synchronized void received(String to, String url) {
        foreign.add(json(UUID.randomUUID().toString(), to, Instant.now())
                .put("direction", "inbound")
                .put("delivery_status_webhook_url", url));
    }

    /** Has late records show from now on. */
    public synchronized void showLateOnes() {
        lateOnesShow = true;
    }

    /** Has each late record show when its message was sent so long ago. */
    public synchronized void showLateOnesAfter(Duration age) {
        late = age;
    }

    private boolean shows(Sent lateOne) {
        return lateOnesShow || (late != null && lateOne.at().plus(late).isBefore(Instant.now()));
    }

    /** Returns the key with which webhooks are signed. */
    public String publicKey() {
        return signer.publicKey();
    }

    /**
     * A webhook as it arrives.
     *
     * @param body its body
     * @param headers its headers
     */
    public record Webhook(String body, Map<String, String> headers) {}

    /** Returns the webhooks of all messages that have some. */
    public synchronized List<Webhook> webhooks() {
        List<Webhook> webhooks = new ArrayList<>();
        for (Sent each : sent) {
            if (each.quirk().hasWebhook()) {
                webhooks.add(webhook(each));
                webhooks.add(webhook(each));
            }
        }
        return webhooks;
    }

    /** Returns a webhook of a message. */
    Webhook webhook(Sent message) {
        return webhook(signer, message.id(), message.to(), message.url());
    }

    /** Returns a webhook that somebody else has signed. */
    public static Webhook forged(String to, String url) {
        return webhook(WebhookSigner.generate(), UUID.randomUUID().toString(), to, url);
    }

    private static Webhook webhook(WebhookSigner signer, String id, String to, String url) {
        ObjectNode body = Answer.object();
        ObjectNode data = body.putObject("data")
                .put("event_type", "message.finalized")
                .put("record_type", "event")
                .put("id", UUID.randomUUID().toString());
        data.putObject("payload")
                .put("id", id)
                .put("direction", "outbound")
                .putArray("to")
                .addObject()
                .put("phone_number", to)
                .put("status", "delivered");
        body.putObject("meta").put("attempt", 1).put("delivered_to", url);
        String text = body.toString();
        return new Webhook(text, signer.headers(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Lists records, the newest first, as Telnyx documents the filters. */
    synchronized Answer list(WireRequest request) {
        Map<String, String> query = request.query();
        Set<String> known = new HashSet<>(Set.of(
                "filter[record_type]",
                "filter[direction]",
                "filter[created_at][gte]",
                "filter[created_at][lt]",
                "filter[cld][contains]",
                "sort",
                "page[number]",
                "page[size]"));
        boolean isClear = known.containsAll(query.keySet())
                && "messaging".equals(query.get("filter[record_type]"))
                && "-created_at".equals(query.get("sort"));
        if (!isClear) {
            return Answer.error(400, "10015", "Bad request", "This server knows no such filter");
        }
        String digits = query.getOrDefault("filter[cld][contains]", "");
        List<ObjectNode> found = new ArrayList<>(foreign);
        for (int i = sent.size() - 1; i >= 0; i--) {
            if (sent.get(i).to().contains(digits)) {
                records(sent.get(i)).forEach(found::add);
            }
        }
        String from = query.getOrDefault("filter[created_at][gte]", "");
        String before = query.getOrDefault("filter[created_at][lt]", "9");
        found.removeIf(each -> !each.path("cld").asText().contains(digits)
                || each.path("created_at").asText().compareTo(from) < 0
                || each.path("created_at").asText().compareTo(before) >= 0);
        return Answer.page(found, request.number("page[number]", 1), request.number("page[size]", 20));
    }

    private List<ObjectNode> records(Sent each) {
        ObjectNode record = json(each.id(), each.to(), each.at());
        ObjectNode withUrl = record.deepCopy().put("delivery_status_webhook_url", each.url());
        return switch (each.quirk()) {
            case RECORD, WEBHOOK -> List.of(withUrl);
            case LATE_RECORD -> shows(each) ? List.of(withUrl) : List.of();
            case WEBHOOK_ALONE, NOTHING -> List.of(record);
            case RECORD_TWICE -> List.of(withUrl, withUrl);
            case COPY -> List.of(withUrl, withUrl.deepCopy().put("uuid", each.copyId()));
        };
    }

    private static ObjectNode json(String id, String to, Instant at) {
        return Answer.object()
                .put("record_type", "message_detail_record")
                .put("uuid", id)
                .put("direction", "outbound")
                .put("cld", to)
                .put("status", "delivered")
                .put("created_at", at.toString());
    }
}
