package org.telnyx4j.sandbox.internal.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.DetailRecord;
import org.telnyx4j.generated.model.MessagingProfile;
import org.telnyx4j.sandbox.SandboxMessage;
import org.telnyx4j.sandbox.SandboxMessages;
import org.telnyx4j.sandbox.internal.account.Account;
import org.telnyx4j.sandbox.internal.api.ApiFailure;
import org.telnyx4j.sandbox.internal.api.ErrorCode;
import org.telnyx4j.sandbox.internal.api.ErrorEntry;
import org.telnyx4j.sandbox.internal.limits.Grant;
import org.telnyx4j.sandbox.internal.limits.RateLimits;
import org.telnyx4j.sandbox.internal.messages.StoredMessage.Owner;
import org.telnyx4j.sandbox.internal.messages.StoredMessage.Progress;
import org.telnyx4j.sandbox.internal.numbers.OwnedNumber;
import org.telnyx4j.sandbox.internal.optouts.Keyword;
import org.telnyx4j.sandbox.internal.optouts.OptOutStore;
import org.telnyx4j.sandbox.internal.profiles.StoredProfile;
import org.telnyx4j.sandbox.internal.records.RecordSource;
import org.telnyx4j.sandbox.internal.time.Timeline;
import org.telnyx4j.sandbox.internal.webhooks.EventDraft;
import org.telnyx4j.sandbox.internal.webhooks.Targets;
import org.telnyx4j.sandbox.internal.webhooks.WebhookSender;

/** The messages of a sandbox, and how they move on. Every change happens under one lock. */
public final class MessageService implements SandboxMessages, RecordSource {
    static final String QUEUED = "queued";
    static final String SCHEDULED = "scheduled";
    static final String CANCELLED = "cancelled";

    private static final String SENT = "sent";
    private static final String DELIVERED = "delivered";
    private static final String POOL_NUMBER = "+13125550100";
    private static final Duration LAST_CALL_FOR_CANCELLING = Duration.ofMinutes(1);
    private static final Set<String> SENT_OR_LATER =
            Set.of(SENT, DELIVERED, "delivery_unconfirmed", "delivery_failed", "read");
    private static final Set<String> FINAL = Set.of(
            CANCELLED, "expired", "sending_failed", DELIVERED, "delivery_unconfirmed", "delivery_failed", "received");

    private final Timeline timeline;
    private final WebhookSender webhooks;
    private final Account account;
    private final OptOutStore optOuts;
    private final RateLimits limits;
    private final LifeCycle lifeCycle;
    private final String organizationId;
    private final String ownProfileId = UUID.randomUUID().toString();

    private final Map<String, StoredMessage> messages = new LinkedHashMap<>();
    private final Map<String, MessageFailure> failures = new HashMap<>();
    private final Map<String, String> failuresOfRecipients = new HashMap<>();
    private final Deque<String> nextFailures = new ArrayDeque<>();
    private int mostQueued = Integer.MAX_VALUE;
    private Duration costDelay = Duration.ZERO;

    /**
     * How messages move on by themselves.
     *
     * @param automatic false if they move only when a test moves them
     * @param untilSent how long a message is queued
     * @param untilDelivered how long it takes after that
     */
    public record LifeCycle(boolean automatic, Duration untilSent, Duration untilDelivered) {}

    public MessageService(
            Timeline timeline,
            WebhookSender webhooks,
            Account account,
            OptOutStore optOuts,
            RateLimits limits,
            LifeCycle lifeCycle,
            String organizationId) {
        this.timeline = timeline;
        this.webhooks = webhooks;
        this.account = account;
        this.optOuts = optOuts;
        this.limits = limits;
        this.lifeCycle = lifeCycle;
        this.organizationId = organizationId;
    }

    /** What was accepted, and the headers that go with the response. */
    record Accepted(StoredMessage message, Map<String, String> headers) {}

    /** Accepts a message, unless something speaks against it. */
    synchronized Accepted accept(MessageDraft draft) {
        Instant now = timeline.now();
        Owner owner = ownerOf(draft);
        checkOwner(draft, owner);
        checkDestinations(draft, owner);
        checkOptOuts(draft, owner);
        Optional<MessageFailure> failure = failureOf(draft, owner);
        failure.filter(MessageFailure::isRefusal).ifPresent(refused -> {
            throw refused.refusal();
        });
        Map<String, String> headers = checkLimits(owner.from(), now);
        Duration wait = draft.sendAt() == null ? waitInQueue(owner.from(), now) : Duration.ZERO;
        StoredMessage message =
                add(draft, owner, targets(draft, owner), draft.sendAt() == null ? QUEUED : SCHEDULED, wait);
        failure.ifPresent(known -> failures.put(message.id(), known));
        start(message);
        return new Accepted(message, headers);
    }

    private Duration waitInQueue(String sender, Instant now) {
        return limits.queue(sender, now)
                .orElseThrow(() -> new ApiFailure(
                        ErrorCode.QUEUE_FULL,
                        "The queue of the sender or the account holds as many messages as it can."));
    }

    private StoredMessage add(MessageDraft draft, Owner owner, Targets targets, String status, Duration wait) {
        StoredMessage message = new StoredMessage(
                UUID.randomUUID().toString(), draft, owner, targets, timeline.now(), wait, Progress.of(status));
        messages.put(message.id(), message);
        return message;
    }

    private Owner ownerOf(MessageDraft draft) {
        String from = draft.from();
        String given = draft.messagingProfileId();
        String profileId = given != null ? given : from == null ? ownProfileId : profileOf(from);
        String name = nameOf(profileId);
        return new Owner(organizationId, profileId, name, from == null ? poolNumber(draft, profileId) : from);
    }

    /** The same recipient gets messages from the same number of a pool. */
    private String poolNumber(MessageDraft draft, String profileId) {
        List<String> pool = account.numbersOf(profileId).stream()
                .map(OwnedNumber::phoneNumber)
                .toList();
        if (pool.isEmpty()) {
            if (!account.acceptsAnySender()) {
                throw new ApiFailure(ErrorCode.NO_USABLE_NUMBERS, "The messaging profile has no number to send with.");
            }
            return POOL_NUMBER;
        }
        return pool.get(Math.floorMod(draft.to().hashCode(), pool.size()));
    }

    private void checkOwner(MessageDraft draft, Owner owner) {
        Optional<MessagingProfile> profile = profile(owner.profileId());
        if (profile.filter(known -> Boolean.FALSE.equals(known.getEnabled())).isPresent()) {
            throw new ApiFailure(ErrorCode.PROFILE_DISABLED, "The messaging profile is disabled.");
        }
        account.require(draft.messagingProfileId(), null);
        if (!account.acceptsAnySender()
                && owner.from().startsWith("+")
                && account.number(owner.from()).isEmpty()) {
            throw new ApiFailure(ErrorEntry.of(ErrorCode.INVALID_FROM, "The sender isn't a number of the account.")
                    .at("/from"));
        }
    }

    private void checkDestinations(MessageDraft draft, Owner owner) {
        List<String> allowed = profile(owner.profileId())
                .map(MessagingProfile::getWhitelistedDestinations)
                .orElse(List.of());
        if (allowed.isEmpty() || allowed.contains("*")) {
            return;
        }
        for (String recipient : draft.to()) {
            Optional<String> country = CallingCodes.countryOf(recipient);
            if (country.isPresent() && !allowed.contains(country.get())) {
                throw new ApiFailure(ErrorEntry.of(
                                ErrorCode.DESTINATION_NOT_ALLOWED,
                                "The messaging profile doesn't allow messages to " + country.get() + ".")
                        .at("/to"));
            }
        }
    }

    private void checkOptOuts(MessageDraft draft, Owner owner) {
        for (String recipient : draft.to()) {
            if (optOuts.isOptedOut(owner.profileId(), recipient)) {
                throw new ApiFailure(ErrorCode.OPTED_OUT, "Messages to this recipient are blocked by a STOP message.");
            }
        }
    }

    private Optional<MessageFailure> failureOf(MessageDraft draft, Owner owner) {
        String next = nextFailures.poll();
        if (next != null) {
            return Optional.of(new MessageFailure(next));
        }
        for (String recipient : draft.to()) {
            String chosen = failuresOfRecipients.get(recipient);
            Optional<MessageFailure> failure =
                    chosen == null ? MessageFailure.ofNumber(recipient) : Optional.of(new MessageFailure(chosen));
            if (failure.isPresent()) {
                return failure;
            }
        }
        return MessageFailure.ofProfile(owner.profileName());
    }

    private Map<String, String> checkLimits(String sender, Instant now) {
        long queued = messages.values().stream()
                .filter(message ->
                        message.status().equals(QUEUED) && message.from().equals(sender))
                .count();
        if (queued >= mostQueued) {
            throw new ApiFailure(ErrorCode.QUEUE_FULL, "The sender's queue holds " + queued + " messages.");
        }
        Optional<Grant> grant = limits.message(sender, now);
        if (grant.isPresent() && !grant.get().admitted()) {
            throw ApiFailure.tooMany(grant.get());
        }
        return grant.map(Grant::headers).orElse(Map.of());
    }

    private Optional<MessagingProfile> profile(String id) {
        return account.profile(id).map(StoredProfile::settings);
    }

    private String nameOf(String profileId) {
        return profile(profileId).map(MessagingProfile::getName).orElse("Sandbox");
    }

    private String profileOf(String number) {
        return account.number(number).flatMap(OwnedNumber::messagingProfileId).orElse(ownProfileId);
    }

    /** Telnyx tries the webhooks of the message first, and then those of its messaging profile. */
    private Targets targets(MessageDraft draft, Owner owner) {
        Targets own = Targets.of(draft.webhookUrl(), draft.webhookFailoverUrl());
        Targets all = draft.useProfileWebhooks() ? own.then(profileTargets(owner.profileId())) : own;
        return all.or(webhooks.defaultTargets());
    }

    private Targets profileTargets(String profileId) {
        return profile(profileId)
                .map(profile -> Targets.of(profile.getWebhookUrl(), profile.getWebhookFailoverUrl()))
                .orElse(Targets.NONE);
    }

    private void start(StoredMessage message) {
        if (!lifeCycle.automatic()) {
            return;
        }
        String id = message.id();
        Instant sendAt = message.draft().sendAt();
        if (sendAt == null) {
            timeline.stepAfter(message.waitInQueue().plus(lifeCycle.untilSent()), () -> sendNow(id));
        } else {
            timeline.at(sendAt, () -> release(id));
        }
    }

    private synchronized void release(String id) {
        if (has(id, SCHEDULED)) {
            change(id, was -> Progress.of(QUEUED));
            timeline.stepAfter(lifeCycle.untilSent(), () -> sendNow(id));
        }
    }

    private synchronized void sendNow(String id) {
        if (!has(id, QUEUED)) {
            return;
        }
        MessageFailure failure = failures.get(id);
        if (failure != null && failure.isBeforeSending()) {
            move(id, failure.status(), failure.code());
            return;
        }
        move(id, SENT, null);
        timeline.stepAfter(lifeCycle.untilDelivered(), () -> finish(id));
    }

    private synchronized void finish(String id) {
        if (has(id, SENT)) {
            MessageFailure failure = failures.get(id);
            if (failure == null) {
                move(id, DELIVERED, null);
            } else {
                move(id, failure.status(), failure.code().equals(MessageFailure.UNCONFIRMED) ? null : failure.code());
            }
        }
    }

    private boolean has(String id, String status) {
        return get(id).filter(message -> message.status().equals(status)).isPresent();
    }

    /** Lets somebody send a message to the account. */
    public synchronized SandboxMessage receive(String from, String to, String text, List<String> mediaUrls) {
        if (from.isBlank() || to.isBlank()) {
            throw new IllegalArgumentException("from and to must not be blank");
        }
        String profileId = profileOf(to);
        String name = nameOf(profileId);
        MessageDraft draft = MessageDraft.plain(MessageDraft.INBOUND, from, to, text, mediaUrls, profileId);
        Targets targets = profileTargets(profileId).or(webhooks.defaultTargets());
        StoredMessage message =
                add(draft, new Owner(organizationId, profileId, name, from), targets, "received", Duration.ZERO);
        Optional<Keyword> keyword = Keyword.of(text);
        Instant now = timeline.now();
        StoredMessage received = change(
                message.id(),
                was -> new Progress(
                        "received",
                        null,
                        now,
                        now,
                        null,
                        keyword.map(Keyword::type).orElse(null)));
        emit("message.received", received);
        keyword.ifPresent(word -> {
            optOuts.heard(word, profileId, to, from);
            optOuts.autoresponse(profileId, word.type()).ifPresent(reply -> reply(reply, received));
        });
        return received;
    }

    /** Sends what the account has set as the reply to a keyword, also to somebody who has just opted out. */
    private void reply(String text, StoredMessage received) {
        MessageDraft draft = MessageDraft.plain(
                MessageDraft.OUTBOUND,
                received.to().get(0),
                received.from(),
                text,
                List.of(),
                received.messagingProfileId());
        Owner owner = ownerOf(draft);
        start(add(draft, owner, targets(draft, owner), QUEUED, Duration.ZERO));
    }

    synchronized Optional<StoredMessage> get(String id) {
        return Optional.ofNullable(messages.get(id));
    }

    Instant now() {
        return timeline.now();
    }

    /** Returns all group messages between the same numbers as this one; empty if it isn't one. */
    synchronized List<StoredMessage> conversationOf(String id) {
        StoredMessage asked = messages.get(id);
        if (asked == null || !asked.draft().group()) {
            return List.of();
        }
        Set<String> numbers = numbersOf(asked);
        return messages.values().stream()
                .filter(message -> message.draft().group() && numbersOf(message).equals(numbers))
                .toList();
    }

    /** Cancels a message if that is still possible: scheduled, and more than a minute to go. */
    synchronized Optional<StoredMessage> cancel(String id) {
        Instant now = timeline.now();
        return get(id).filter(message -> message.status().equals(SCHEDULED))
                .filter(message -> message.sendAt().orElseThrow().isAfter(now.plus(LAST_CALL_FOR_CANCELLING)))
                .map(message -> change(id, was -> new Progress(CANCELLED, null, null, null, null, null)));
    }

    @Override
    public synchronized Stream<DetailRecord> records(Instant now) {
        return messages.values().stream()
                .filter(StoredMessage::isFinal)
                .map(message -> MessageModels.record(message, now))
                .toList()
                .stream();
    }

    public synchronized int size() {
        return messages.size();
    }

    public synchronized void clear() {
        messages.clear();
        failures.clear();
        failuresOfRecipients.clear();
        nextFailures.clear();
        mostQueued = Integer.MAX_VALUE;
        costDelay = Duration.ZERO;
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
        return markAs(id, SENT);
    }

    @Override
    public SandboxMessage markDelivered(String id) {
        return markAs(id, DELIVERED);
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

    @Override
    public synchronized void failNext(String errorCode) {
        nextFailures.add(new MessageFailure(errorCode).code());
    }

    @Override
    public synchronized void failTo(String recipient, String errorCode) {
        failuresOfRecipients.put(recipient, new MessageFailure(errorCode).code());
    }

    @Override
    public synchronized void limitQueues(int messagesWaiting) {
        if (messagesWaiting < 0) {
            throw new IllegalArgumentException("messagesWaiting must not be negative, was " + messagesWaiting);
        }
        mostQueued = messagesWaiting;
    }

    @Override
    public synchronized void costKnownAfter(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay must not be negative, was " + delay);
        }
        costDelay = delay;
    }

    private synchronized StoredMessage move(String id, String status, @Nullable String errorCode) {
        Instant now = timeline.now();
        StoredMessage moved = change(id, was -> {
            Instant sentAt = SENT_OR_LATER.contains(status) && was.sentAt() == null ? now : was.sentAt();
            Instant costAt = was.costAt() != null ? was.costAt() : sentAt == null ? null : sentAt.plus(costDelay);
            return new Progress(status, sentAt, FINAL.contains(status) ? now : null, costAt, errorCode, null);
        });
        if (status.equals(SENT)) {
            emit("message.sent", moved);
        } else if (status.equals("read")) {
            emit("message.read", moved);
        } else if (FINAL.contains(status)) {
            emit("message.finalized", moved);
        }
        return moved;
    }

    private void emit(String type, StoredMessage message) {
        webhooks.emit(new EventDraft(type, MessageModels.payload(message, timeline.now()), message.targets()));
    }

    private StoredMessage change(String id, UnaryOperator<Progress> step) {
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
