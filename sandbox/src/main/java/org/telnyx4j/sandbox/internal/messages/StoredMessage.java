package org.telnyx4j.sandbox.internal.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.SandboxMessage;
import org.telnyx4j.sandbox.internal.webhooks.Targets;

/**
 * A message at one point of its life.
 *
 * @param waitInQueue how long it waits until the throughput of account and sender lets it leave
 */
record StoredMessage(
        String id,
        MessageDraft draft,
        Owner owner,
        Targets targets,
        Instant receivedAt,
        Duration waitInQueue,
        Progress progress)
        implements SandboxMessage {

    /**
     * What belongs to the account.
     *
     * @param from who sends: what the request has, else a number of the pool
     * @param profileId the messaging profile that it belongs to
     */
    record Owner(String organizationId, String profileId, String profileName, String from) {}

    /**
     * How far a message has got.
     *
     * @param costAt when its cost is known
     */
    record Progress(
            String status,
            @Nullable Instant sentAt,
            @Nullable Instant completedAt,
            @Nullable Instant costAt,
            @Nullable String errorCode,
            @Nullable String autoresponse) {

        static Progress of(String status) {
            return new Progress(status, null, null, null, null, null);
        }
    }

    StoredMessage with(Progress next) {
        return new StoredMessage(id, draft, owner, targets, receivedAt, waitInQueue, next);
    }

    boolean isFinal() {
        return progress.completedAt() != null;
    }

    boolean hasCost(Instant now) {
        return progress.costAt() != null && !progress.costAt().isAfter(now);
    }

    @Override
    public String direction() {
        return draft.direction();
    }

    @Override
    public String from() {
        return owner.from();
    }

    @Override
    public List<String> to() {
        return draft.to();
    }

    @Override
    public Optional<String> text() {
        return Optional.ofNullable(draft.text());
    }

    @Override
    public String type() {
        return draft.type();
    }

    @Override
    public String encoding() {
        return draft.sms().encoding();
    }

    @Override
    public int parts() {
        return draft.sms().parts();
    }

    @Override
    public List<String> mediaUrls() {
        return draft.mediaUrls();
    }

    @Override
    public String messagingProfileId() {
        return owner.profileId();
    }

    @Override
    public String status() {
        return progress.status();
    }

    @Override
    public Optional<String> errorCode() {
        return Optional.ofNullable(progress.errorCode());
    }

    @Override
    public Optional<String> autoresponseType() {
        return Optional.ofNullable(progress.autoresponse());
    }

    @Override
    public Optional<Instant> sendAt() {
        return Optional.ofNullable(draft.sendAt());
    }

    @Override
    public String toString() {
        return "SandboxMessage[" + id + ", " + type() + ", " + status() + ", " + parts() + " parts]";
    }
}
