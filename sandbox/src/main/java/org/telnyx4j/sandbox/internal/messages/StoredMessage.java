package org.telnyx4j.sandbox.internal.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.SandboxMessage;

/** A message at one point of its life. */
record StoredMessage(String id, MessageDraft draft, Account account, Instant receivedAt, Progress progress)
        implements SandboxMessage {

    /** What every message of a sandbox has in common. */
    record Account(String organizationId, String messagingProfileId, String poolNumber) {}

    /** How far a message has got. */
    record Progress(
            String status,
            @Nullable Instant sentAt,
            @Nullable Instant completedAt,
            @Nullable String errorCode) {}

    StoredMessage with(Progress next) {
        return new StoredMessage(id, draft, account, receivedAt, next);
    }

    boolean isGroup() {
        return draft.endpoint() == MessageEndpoint.GROUP_MMS;
    }

    @Override
    public String from() {
        String from = draft.from();
        return from == null ? account.poolNumber() : from;
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
        String profile = draft.messagingProfileId();
        return profile == null ? account.messagingProfileId() : profile;
    }

    @Override
    public String status() {
        return progress.status();
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
