package org.telnyx4j.optouts;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.model.ListMessagingOptOutsQuery;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.messaging.OptOut;
import org.telnyx4j.messaging.Recipient;

/**
 * The opt-outs of one account: hears its events, loads its list, and takes what the application knows. From {@link OptOuts#own}
 * or {@link OptOuts#tenant}. Safe for use by any number of threads.
 */
public final class AccountOptOuts {
    private static final String AUTORESPONSE_TYPE = "autoresponse_type";

    private final String account;
    private final OptOutStore store;
    private final SenderProfiles profiles;
    private final Keywords keywords;
    private final boolean wholeAccount;
    private final Clock clock;

    AccountOptOuts(
            String account,
            OptOutStore store,
            SenderProfiles profiles,
            Keywords keywords,
            boolean wholeAccount,
            Clock clock) {
        this.account = Objects.requireNonNull(account, "account");
        this.store = store;
        this.profiles = profiles;
        this.keywords = keywords;
        this.wholeAccount = wholeAccount;
        this.clock = clock;
    }

    /**
     * Hears an event: of a received message, whether it is STOP, START or HELP, by what Telnyx has recognised ({@code
     * autoresponse_type}) or else by its words; of a message of the account's own, whether it failed since the recipient has
     * opted out. All other events are no news. An event may come late, twice, and at the same time as others.
     *
     * <p>When this returns, what was heard is kept. Let the router call it on the thread that receives webhooks: if it throws,
     * Telnyx gets an error and delivers the event again.
     *
     * @param event the event
     * @return what the recipient asks for; empty where that is something else, so that the application replies
     * @throws OptOutStoreException if the store is away; what was heard is lost unless the event comes again
     */
    public Optional<OptOutKeyword> hear(WebhookEvent event) {
        if (event instanceof MessageEvent.Received received) {
            return heard(event, received.message());
        }
        if (event instanceof MessageEvent own) {
            failed(event, own.message());
        }
        return Optional.empty();
    }

    private Optional<OptOutKeyword> heard(WebhookEvent event, MessagePayload payload) {
        MessageResult message = MessageResult.of(payload);
        String person = message.from().orElse("");
        String sender = first(message.recipients());
        Instant at = event.occurredAt()
                .or(() -> message.receivedAt().map(OffsetDateTime::toInstant))
                .orElse(null);
        learn(sender, payload.getMessagingProfileId(), at);
        Optional<OptOutKeyword> keyword = keywords.of(
                Objects.toString(payload.get(AUTORESPONSE_TYPE), ""),
                message.text().orElse(""));
        if (person.isEmpty() || keyword.isEmpty() || keyword.get() == OptOutKeyword.HELP) {
            return keyword;
        }
        boolean stop = keyword.get() == OptOutKeyword.STOP;
        // A START of an unknown time could be older than any STOP.
        if (at != null || stop) {
            Instant when = at == null ? clock.instant() : at;
            merge(person, scope(sender, payload.getMessagingProfileId()), stop, when, OptOutSource.MESSAGE);
        }
        return keyword;
    }

    /** What Telnyx found when it was about to send, it found before the message was over. */
    private void failed(WebhookEvent event, MessagePayload payload) {
        MessageResult message = MessageResult.of(payload);
        String sender = message.from().orElse("");
        learn(sender, payload.getMessagingProfileId(), event.occurredAt().orElse(null));
        boolean blocked = message.errors().stream().anyMatch(error -> TelnyxException.OPTED_OUT.equals(error.code()));
        if (!blocked) {
            return;
        }
        Instant at = message.completedAt()
                .map(OffsetDateTime::toInstant)
                .or(event::occurredAt)
                .orElseGet(clock::instant);
        List<Recipient> all = message.recipients();
        for (Recipient recipient : all) {
            boolean meant = all.size() == 1 || recipient.isFailed();
            if (meant && !recipient.phoneNumber().isEmpty()) {
                merge(
                        recipient.phoneNumber(),
                        scope(sender, payload.getMessagingProfileId()),
                        true,
                        at,
                        OptOutSource.REFUSAL);
            }
        }
    }

    private void learn(String sender, @Nullable String profile, @Nullable Instant at) {
        if (!sender.isEmpty() && profile != null && !profile.isEmpty() && at != null) {
            profiles.note(account, sender, profile, at);
        }
    }

    private OptOutScope scope(String sender, @Nullable String profile) {
        if (wholeAccount) {
            return OptOutScope.account();
        }
        if (profile != null && !profile.isEmpty()) {
            return OptOutScope.profile(profile);
        }
        if (sender.isEmpty()) {
            return OptOutScope.account();
        }
        return profiles.of(account, sender).map(OptOutScope::profile).orElseGet(() -> OptOutScope.sender(sender));
    }

    private static String first(List<Recipient> recipients) {
        return recipients.isEmpty() ? "" : recipients.get(0).phoneNumber();
    }

    private boolean merge(String person, OptOutScope scope, boolean optedOut, Instant at, OptOutSource source) {
        return store.merge(new OptOutRecord(account, person, scope, optedOut, at, source));
    }

    /**
     * Loads the whole list of opt-outs that Telnyx keeps for the account: at the first start, when events were missed, and now
     * and then. It adds what is not known yet and removes nothing: who is not in the list may have opted out here, by a word of
     * the application's own, or a moment ago. Needs a call for each 250 entries, and no memory for them.
     *
     * @param telnyx the client, or the operations of the tenant whose account this is
     * @return what it has brought
     * @throws TelnyxException if a page cannot be read; what was read before is kept
     * @throws OptOutStoreException if the store is away
     */
    public OptOutLoad load(TelnyxOperations telnyx) {
        return load(telnyx, ListMessagingOptOutsQuery.builder());
    }

    /**
     * Loads the opt-outs that Telnyx has noted since a time.
     *
     * @param telnyx the client, or the operations of the tenant whose account this is
     * @param since from when on, by Telnyx's clock; go back a little further than the last load
     * @return what it has brought
     * @throws TelnyxException if a page cannot be read; what was read before is kept
     * @throws OptOutStoreException if the store is away
     */
    public OptOutLoad load(TelnyxOperations telnyx, Instant since) {
        return load(telnyx, ListMessagingOptOutsQuery.builder().createdAtGte(since.atOffset(ZoneOffset.UTC)));
    }

    private OptOutLoad load(TelnyxOperations telnyx, ListMessagingOptOutsQuery.Builder query) {
        Instant begun = clock.instant();
        long read = 0;
        long changed = 0;
        long unusable = 0;
        // Telnyx documents no default for redaction, and half a number is of no use.
        for (OptOut optOut : telnyx.messages()
                .optOuts(query.redactionEnabled("false").pageSize(250).build())) {
            read++;
            String person = optOut.to().orElse("");
            String sender = optOut.from().orElse("");
            String profile = optOut.messagingProfileId().orElse("");
            if (person.isEmpty() || person.contains("*") || (sender.isEmpty() && profile.isEmpty())) {
                unusable++;
                continue;
            }
            Instant at = optOut.createdAt().map(OffsetDateTime::toInstant).orElse(begun);
            if (merge(person, scope(sender, profile), true, at, OptOutSource.LIST)) {
                changed++;
            }
        }
        return new OptOutLoad(read, changed, unusable);
    }

    /**
     * Notes that somebody has opted out in another way, such as on a web page. Only the application can undo it, or a START
     * where the scope is that of a profile.
     *
     * @param recipient the number in E.164 form
     * @param scope which messages are not wanted
     * @throws OptOutStoreException if the store is away
     */
    public void optOut(String recipient, OptOutScope scope) {
        merge(recipient, scope, true, clock.instant(), OptOutSource.APPLICATION);
    }

    /**
     * Notes that somebody wants messages again. Telnyx does not learn of it: where it has a block of its own, it goes on
     * refusing until it hears START.
     *
     * @param recipient the number in E.164 form
     * @param scope which messages are wanted
     * @throws OptOutStoreException if the store is away
     */
    public void optIn(String recipient, OptOutScope scope) {
        merge(recipient, scope, false, clock.instant(), OptOutSource.APPLICATION);
    }

    /**
     * Returns whether a message of a sender to somebody would be refused.
     *
     * @param recipient the number in E.164 form
     * @param sender the sender; as long as its messaging profile is not known, any profile counts
     * @return true if it would be
     * @throws OptOutStoreException if the store is away
     */
    public boolean isOptedOutOfSender(String recipient, String sender) {
        return rules(recipient)
                .optedOut(sender, null, profiles.of(account, sender).orElse(null));
    }

    /**
     * Returns whether a message of a messaging profile to somebody would be refused.
     *
     * @param recipient the number in E.164 form
     * @param messagingProfileId the profile's id
     * @return true if it would be
     * @throws OptOutStoreException if the store is away
     */
    public boolean isOptedOutOfProfile(String recipient, String messagingProfileId) {
        return rules(recipient).optedOut(null, messagingProfileId, null);
    }

    private OptOutRules rules(String recipient) {
        return new OptOutRules(store.find(account, List.of(recipient)));
    }

    /** Shows the account's name. */
    @Override
    public String toString() {
        return "AccountOptOuts[" + account + "]";
    }
}
