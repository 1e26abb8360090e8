package org.telnyx4j.sandbox.internal.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.SandboxMessage;
import org.telnyx4j.sandbox.SandboxMessages;
import org.telnyx4j.sandbox.internal.messages.StoredMessage.Account;
import org.telnyx4j.sandbox.internal.messages.StoredMessage.Progress;

/** The messages of a sandbox, in the order in which they were accepted. Every change happens under one lock. */
public final class MessageStore implements SandboxMessages {
    static final String QUEUED = "queued";
    static final String SCHEDULED = "scheduled";
    static final String CANCELLED = "cancelled";

    private static final Duration LAST_CALL_FOR_CANCELLING = Duration.ofMinutes(1);
    private static final Set<String> SENT_OR_LATER =
            Set.of("sent", "delivered", "delivery_unconfirmed", "delivery_failed");
    private static final Set<String> FINAL =
            Set.of(CANCELLED, "expired", "sending_failed", "delivered", "delivery_unconfirmed", "delivery_failed");

    private final Clock clock;
    private final Account account;
    private final Map<String, StoredMessage> messages = new LinkedHashMap<>();

    public MessageStore(Clock clock, String organizationId) {
        this.clock = clock;
        this.account = new Account(organizationId, UUID.randomUUID().toString(), "+13125550100");
    }

    Instant now() {
        return clock.instant();
    }

    synchronized StoredMessage add(MessageDraft draft) {
        String status = draft.sendAt() == null ? QUEUED : SCHEDULED;
        StoredMessage message = new StoredMessage(
                UUID.randomUUID().toString(), draft, account, now(), new Progress(status, null, null, null));
        messages.put(message.id(), message);
        return message;
    }

    synchronized Optional<StoredMessage> get(String id) {
        return Optional.ofNullable(messages.get(id));
    }

    /** Returns all group messages between the same numbers as this one; empty if it isn't one. */
    synchronized List<StoredMessage> conversationOf(String id) {
        StoredMessage asked = messages.get(id);
        if (asked == null || !asked.isGroup()) {
            return List.of();
        }
        Set<String> numbers = numbersOf(asked);
        return messages.values().stream()
                .filter(message -> message.isGroup() && numbersOf(message).equals(numbers))
                .toList();
    }

    /** Cancels a message if that is still possible: scheduled, and more than a minute to go. */
    synchronized Optional<StoredMessage> cancel(String id) {
        return get(id).filter(message -> message.status().equals(SCHEDULED))
                .filter(message -> message.sendAt().orElseThrow().isAfter(now().plus(LAST_CALL_FOR_CANCELLING)))
                .map(message -> change(id, was -> new Progress(CANCELLED, null, null, null)));
    }

    public synchronized int size() {
        return messages.size();
    }

    public synchronized void clear() {
        messages.clear();
    }

    @Override
    public synchronized List<SandboxMessage> all() {
        return List.copyOf(messages.values());
    }

    @Override
    public Optional<SandboxMessage> find(String id) {
        return get(id).map(message -> message);
    }

    @Override
    public SandboxMessage markSent(String id) {
        return markAs(id, "sent");
    }

    @Override
    public SandboxMessage markDelivered(String id) {
        return markAs(id, "delivered");
    }

    @Override
    public SandboxMessage markDeliveryFailed(String id, String errorCode) {
        return move(id, "delivery_failed", errorCode);
    }

    @Override
    public SandboxMessage markAs(String id, String status) {
        if (status.isBlank()) {
            throw new IllegalArgumentException("status must not be blank");
        }
        return move(id, status, null);
    }

    private SandboxMessage move(String id, String status, @Nullable String errorCode) {
        Instant now = now();
        return change(id, was -> {
            Instant sentAt = SENT_OR_LATER.contains(status) && was.sentAt() == null ? now : was.sentAt();
            return new Progress(status, sentAt, FINAL.contains(status) ? now : null, errorCode);
        });
    }

    private synchronized StoredMessage change(String id, UnaryOperator<Progress> step) {
        StoredMessage message = messages.get(id);
        if (message == null) {
            throw new IllegalArgumentException("There is no message with the id " + id);
        }
        StoredMessage next = message.with(step.apply(message.progress()));
        messages.put(id, next);
        return next;
    }

    private static Set<String> numbersOf(StoredMessage message) {
        Set<String> numbers = new TreeSet<>(message.to());
        numbers.add(message.from());
        return numbers;
    }
}
