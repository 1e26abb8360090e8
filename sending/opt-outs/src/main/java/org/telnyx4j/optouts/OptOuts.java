package org.telnyx4j.optouts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.messaging.SendDecision;
import org.telnyx4j.messaging.SendGuard;
import org.telnyx4j.messaging.SendRefusal;
import org.telnyx4j.messaging.SendReport;
import org.telnyx4j.messaging.SendRequest;

/**
 * Lets no message go to somebody who has opted out. It hears of opt-outs by the events of the account, by Telnyx's own refusals
 * (code 40300) and by the account's list, and keeps them in an {@link OptOutStore}.
 *
 * <pre>{@code
 * OptOuts optOuts = OptOuts.builder(new JdbcOptOutStore(dataSource)).build();
 * Telnyx telnyx = Telnyx.builder().apiKey(key).sendGuard(optOuts).build();
 * EventRouter router = EventRouter.builder().before(MessageEvent.class, optOuts.own()::hear).build();
 * optOuts.own().load(telnyx);
 * }</pre>
 *
 * <p><b>What is refused.</b> A send that begins after a STOP was {@linkplain AccountOptOuts#hear heard} is refused until a newer
 * START is heard: a {@link TelnyxException} for which {@link TelnyxException#isOptedOut()} is true, and nothing goes out. Of
 * events that come late, twice or in another order the newest counts, by the time at which it happened; of a STOP and a
 * START at the same time, the STOP. What comes between a send's check and its request cannot stop it; Telnyx itself can.
 *
 * <p><b>For whom.</b> Opt-outs are kept by messaging profile, as Telnyx keeps them. A sender's profile is learnt from events and
 * from responses. As long as it is not known, an opt-out from any profile of the account counts. A group MMS is refused as
 * a whole if one member has opted out: without that member it would be another group than the caller's.
 *
 * <p><b>Tenants.</b> Each tenant is an account of its own, as is the client itself, and {@link #tenant} hears for one. Where
 * tenants share a Telnyx account, map them to one name with {@link Builder#accounts}.
 *
 * <p><b>When the store is away</b> nothing is sent: the caller gets a {@link org.telnyx4j.errors.TelnyxNetworkException} with
 * the outcome {@code NOT_CARRIED_OUT} and the advice to try again. {@link Builder#sendWithoutStore} changes that.
 *
 * <p>The library does not reply to anybody: Telnyx confirms STOP, START and HELP itself. No number shows in a log line, a
 * message of an exception or a {@code toString}. Immutable apart from the store, and safe for use by any number of threads.
 */
public final class OptOuts implements SendGuard {
    /** Two clocks that are set by a time server differ by less. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private final OptOutStore store;
    private final Keywords keywords;
    private final UnaryOperator<String> accounts;
    private final boolean sendWithoutStore;
    private final boolean wholeAccount;
    private final Clock clock;
    private final SenderProfiles profiles;

    private OptOuts(Builder builder) {
        this.store = builder.store;
        this.keywords = Keywords.with(builder.stopWords, builder.startWords);
        this.accounts = builder.accounts;
        this.sendWithoutStore = builder.sendWithoutStore;
        this.wholeAccount = builder.wholeAccount;
        this.clock = builder.clock;
        this.profiles = new SenderProfiles(store);
    }

    /**
     * Starts a guard that is all defaults.
     *
     * @param store keeps what it learns
     * @return a new builder
     */
    public static Builder builder(OptOutStore store) {
        return new Builder(store);
    }

    /**
     * Returns the opt-outs of the client's own account.
     *
     * @return the opt-outs; opens nothing
     */
    public AccountOptOuts own() {
        return tenant("");
    }

    /**
     * Returns the opt-outs of a tenant's account.
     *
     * @param name the tenant's name
     * @return the opt-outs; opens nothing
     */
    public AccountOptOuts tenant(String name) {
        return new AccountOptOuts(accounts.apply(name), store, profiles, keywords, wholeAccount, clock);
    }

    @Override
    public SendDecision beforeSend(SendRequest request) {
        request.attach(this, clock.instant());
        try {
            return decide(request);
        } catch (RuntimeException e) {
            if (sendWithoutStore) {
                return SendDecision.allow();
            }
            String why = e instanceof OptOutStoreException ours ? ": " + ours.getMessage() : "";
            return SendDecision.refuse(
                    SendRefusal.undecided("it cannot be looked up whether the recipient has opted out" + why, e));
        }
    }

    private SendDecision decide(SendRequest request) {
        String account = account(request);
        List<OptOutRecord> records = store.find(account, request.recipients());
        if (records.stream().noneMatch(OptOutRecord::optedOut)) {
            return SendDecision.allow();
        }
        String sender = request.sender().orElse(null);
        String named = request.messagingProfileId().orElse(null);
        String ofSender = sender == null ? null : profiles.of(account, sender).orElse(null);
        for (String recipient : request.recipients()) {
            List<OptOutRecord> own = records.stream()
                    .filter(record -> record.recipient().equals(recipient))
                    .toList();
            if (new OptOutRules(own).optedOut(sender, named, ofSender)) {
                return SendDecision.refuse(SendRefusal.optedOut(recipient));
            }
        }
        return SendDecision.allow();
    }

    @Override
    public void afterSend(SendRequest request, SendReport report) {
        String account = account(request);
        Instant begun = request.attachment(this, Instant.class).orElseGet(clock::instant);
        Optional<String> profile = report.messagingProfileId();
        if (report.sender().isPresent() && profile.isPresent()) {
            profiles.note(account, report.sender().get(), profile.get(), begun);
        }
        // Telnyx's own refusal, and not that of another guard.
        Optional<TelnyxException> refusal = report.error()
                .filter(error -> error.isOptedOut() && error.httpStatus().isPresent());
        if (refusal.isPresent()) {
            refused(account, request, refusal.get(), begun);
        }
    }

    /**
     * Telnyx knew of a STOP when the send began, by this machine's clock. With the clocks apart, a START after that could seem to
     * be older, and nobody would ever be asked again. So it counts a little earlier; should the recipient have opted in and out
     * within these seconds, Telnyx refuses once more.
     */
    private void refused(String account, SendRequest request, TelnyxException refusal, Instant begun) {
        OptOutScope scope = scope(account, request);
        for (String recipient : RefusedRecipients.of(request, refusal)) {
            store.merge(
                    new OptOutRecord(account, recipient, scope, true, begun.minus(CLOCK_SKEW), OptOutSource.REFUSAL));
        }
    }

    private OptOutScope scope(String account, SendRequest request) {
        if (wholeAccount) {
            return OptOutScope.account();
        }
        String sender = request.sender().orElse(null);
        Optional<String> profile = sender == null ? Optional.empty() : profiles.of(account, sender);
        return profile.or(request::messagingProfileId)
                .map(OptOutScope::profile)
                .orElseGet(() -> sender == null ? OptOutScope.account() : OptOutScope.sender(sender));
    }

    private String account(SendRequest request) {
        return accounts.apply(request.tenant().orElse(""));
    }

    /** Shows how the store shows itself. */
    @Override
    public String toString() {
        return "OptOuts[" + store + "]";
    }

    /** Collects the settings of {@link OptOuts}. Mutable, for one thread. */
    public static final class Builder {
        private final OptOutStore store;
        private final List<String> stopWords = new ArrayList<>();
        private final List<String> startWords = new ArrayList<>();
        private UnaryOperator<String> accounts = UnaryOperator.identity();
        private boolean sendWithoutStore;
        private boolean wholeAccount;
        private Clock clock = Clock.systemUTC();

        private Builder(OptOutStore store) {
            this.store = Objects.requireNonNull(store, "store");
        }

        /**
         * Adds words by which recipients opt out, besides STOP, STOPALL, STOP ALL, UNSUBSCRIBE, CANCEL, END and QUIT, and those
         * that the messaging profile has in Telnyx. Telnyx does not know of them, so that it goes on sending what other
         * programs of the account send.
         *
         * @param words such as {@code ARRET}; in any case, each the whole message
         * @return this builder
         */
        public Builder stopWords(String... words) {
            stopWords.addAll(Arrays.asList(words));
            return this;
        }

        /**
         * Adds words by which recipients opt in again, besides START and UNSTOP, and those that the messaging profile has in
         * Telnyx. Telnyx does not know of them: where it has a block of its own, it goes on refusing.
         *
         * @param words in any case, each the whole message
         * @return this builder
         */
        public Builder startWords(String... words) {
            startWords.addAll(Arrays.asList(words));
            return this;
        }

        /**
         * Sets which account a tenant sends for. Unless set, each tenant is an account of its own, and the client itself is
         * another.
         *
         * @param accounts from the name of a tenant, empty for the client itself, to the name of an account
         * @return this builder
         */
        public Builder accounts(UnaryOperator<String> accounts) {
            this.accounts = Objects.requireNonNull(accounts, "accounts");
            return this;
        }

        /**
         * Sets whether an opt-out from one messaging profile is one from all of the account. False unless set; for accounts
         * for which Telnyx has set it so, and for applications that want it so.
         *
         * @param wholeAccount whether it is
         * @return this builder
         */
        public Builder wholeAccount(boolean wholeAccount) {
            this.wholeAccount = wholeAccount;
            return this;
        }

        /**
         * Sets whether messages go out while the store is away. False unless set. If they do, Telnyx's own refusal is all that
         * protects who has opted out.
         *
         * @param sendWithoutStore whether they do
         * @return this builder
         */
        public Builder sendWithoutStore(boolean sendWithoutStore) {
            this.sendWithoutStore = sendWithoutStore;
            return this;
        }

        /** For tests: the clock. */
        Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * Builds the guard.
         *
         * @return the guard
         */
        public OptOuts build() {
            return new OptOuts(this);
        }
    }
}
