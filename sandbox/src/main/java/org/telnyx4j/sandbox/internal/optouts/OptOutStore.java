package org.telnyx4j.sandbox.internal.optouts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.telnyx4j.generated.model.MessagingOptOut;
import org.telnyx4j.sandbox.SandboxOptOuts;
import org.telnyx4j.sandbox.internal.time.Timeline;
import org.telnyx4j.sandbox.internal.time.WireTime;

/** Who opted out of which messaging profile. Every change happens under one lock. */
public final class OptOutStore implements SandboxOptOuts {
    private final Timeline timeline;
    private final List<MessagingOptOut> entries = new ArrayList<>();
    private final Map<String, String> autoresponses = new HashMap<>();

    public OptOutStore(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Does what a keyword asks for. */
    public void heard(Keyword keyword, String profileId, String sender, String recipient) {
        if (keyword.type().equals(Keyword.STOP)) {
            add(profileId, sender, recipient, keyword.word());
        } else if (keyword.type().equals(Keyword.START)) {
            optIn(profileId, recipient);
        }
    }

    public synchronized boolean isOptedOut(String profileId, String recipient) {
        return entries.stream().anyMatch(entry -> is(entry, profileId, recipient));
    }

    public synchronized Optional<String> autoresponse(String profileId, String type) {
        return Optional.ofNullable(autoresponses.get(type + " " + profileId));
    }

    synchronized List<MessagingOptOut> entries() {
        return List.copyOf(entries);
    }

    @Override
    public synchronized List<MessagingOptOut> all() {
        return List.copyOf(entries);
    }

    @Override
    public void optOut(String messagingProfileId, String sender, String recipient) {
        add(messagingProfileId, sender, recipient, Keyword.STOP);
    }

    private synchronized void add(String profileId, String sender, String recipient, String word) {
        if (!isOptedOut(profileId, recipient)) {
            entries.add(MessagingOptOut.builder()
                    .messagingProfileId(profileId)
                    .from(sender)
                    .to(recipient)
                    .keyword(word)
                    .createdAt(WireTime.of(timeline.now()))
                    .build());
        }
    }

    @Override
    public synchronized void optIn(String messagingProfileId, String recipient) {
        entries.removeIf(entry -> is(entry, messagingProfileId, recipient));
    }

    @Override
    public synchronized void autoresponse(String messagingProfileId, String type, String text) {
        if (Keyword.of(type).filter(keyword -> keyword.type().equals(type)).isEmpty()) {
            throw new IllegalArgumentException("type must be STOP, START or HELP, was " + type);
        }
        autoresponses.put(type + " " + messagingProfileId, text);
    }

    /** Forgets everything. */
    public synchronized void clear() {
        entries.clear();
        autoresponses.clear();
    }

    private static boolean is(MessagingOptOut entry, String profileId, String recipient) {
        return profileId.equals(entry.getMessagingProfileId()) && recipient.equals(entry.getTo());
    }
}
