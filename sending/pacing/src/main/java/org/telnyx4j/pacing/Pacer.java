package org.telnyx4j.pacing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.messaging.SendDecision;
import org.telnyx4j.messaging.SendGuard;
import org.telnyx4j.messaging.SendRefusal;
import org.telnyx4j.messaging.SendReport;
import org.telnyx4j.messaging.SendRequest;

/**
 * Keeps sends within the limits of account, sender and campaign. Telnyx accepts messages faster than it may send them, keeps
 * them in a queue of four hours, and refuses (40318) when that is full; what is in that queue can't be reordered, and each
 * tenant waits behind all others. A pacer keeps that queue short.
 *
 * <pre>{@code
 * Pacer pacer = Pacer.builder().limits(PacingLimits.documented()).build();
 * Telnyx telnyx = Telnyx.builder().apiKey(key).sendGuard(pacer).build();
 * }</pre>
 *
 * <p><b>What a limit means.</b> Telnyx does not document how it counts. Here, 50 a second means that in <em>any</em> window of
 * one second, wherever it begins, no more than 50 leave this process, and that they are spread evenly. Since two messages do
 * not need the same time to arrive, windows are stretched by a {@link Builder#margin}, 3 % by default, so 97 % of a limit is
 * used. Each recipient counts as a message; a limit can count parts instead. A scheduled message counts for the account alone.
 *
 * <p><b>Fair.</b> Tenants take turns, so one with 100,000 messages does not hold up one with a single text; a sender whose limit
 * is used up holds up nobody else.
 *
 * <p><b>Waiting.</b> A thread waits until its message may go, but no longer than {@link Builder#waitAtMost}, and never so long
 * that less than two seconds (or half of what is left) of the call's deadline remain for the request. Where that does not
 * suffice, the send is refused at once: a {@link TelnyxRateLimitException} with {@code retryAfter}, and nothing was sent. For
 * one who was refused a unit is kept for the time at which it is to come again, and half a second after that.
 *
 * <p><b>Learning.</b> After a 429 or a 40318 the sender and its campaign stop for the time that Telnyx names (1 s for a 429 and
 * 5 s for a 40318 where it names none, twice as much for each halving), then go on with half of what they had, and get 5 % of
 * the limit back each second (each window, if that is longer). Refusals that arrive while they stop count as one. If a second
 * sender is refused meanwhile, the account stops for a second at most and goes on with half, too. A response whose
 * {@code x-ratelimit-reset} is more than 2 s away limits the account to {@code x-ratelimit-remaining} until then; shorter ones
 * are rounded too coarsely to be of use.
 *
 * <p>Safe for use by any number of threads. In one process there is no thread of its own. Memory depends on the senders that
 * were used lately, not on all there ever were.
 */
public final class Pacer implements SendGuard, AutoCloseable {
    private static final Duration TIME_FOR_REQUEST = Duration.ofSeconds(2);
    private static final Duration SHORTEST_RESET = Duration.ofSeconds(2);
    private static final String QUEUE_FULL = "40318";

    private final PacingCore core;
    private final Function<String, String> accountOf;
    private final @Nullable Duration waitAtMost;
    private final @Nullable LeaseKeeper leases;
    private final LongAdder admitted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder limited = new LongAdder();

    private Pacer(Builder builder) {
        Map<String, PacingLimits> byAccount = Map.copyOf(builder.byAccount);
        PacingLimits others = builder.limits;
        double margin = builder.margin;
        this.accountOf = builder.accountOf;
        this.waitAtMost = builder.waitAtMost;
        DataSource database = builder.database;
        LeaseKeeper keeper = database == null
                ? null
                : new LeaseKeeper(new SlotTable(database, null), holder(), builder.renewal, this::changed);
        this.leases = keeper;
        this.core = new PacingCore(
                keeper == null ? PaceTime.system() : keeper.time(),
                margin,
                account -> byAccount.getOrDefault(account, others),
                account -> keeper == null ? Supplies.own() : keeper.of(account, margin),
                builder.weightOf);
    }

    private void changed() {
        core.changed();
    }

    /** A name like no other; the host's part is for those who read the table. */
    private static String holder() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "unknown";
        }
        return host + "/" + ProcessHandle.current().pid() + "/" + UUID.randomUUID();
    }

    /**
     * Starts with the documented limits, in one process.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public SendDecision beforeSend(SendRequest request) throws InterruptedException {
        String tenant = request.tenant().orElse("");
        PacedMessage message = new PacedMessage(
                tenant,
                accountOf.apply(tenant),
                request.sender().orElse(null),
                request.messagingProfileId().orElse(null),
                request.recipients(),
                request.parts(),
                request.isMms(),
                request.sendAt().isPresent());
        PacingCore.Answer answer = core.enter(message, longest(request.remaining()), new End(request::onClose));
        PacingCore.Admitted taken = answer.admitted();
        if (taken != null) {
            admitted.increment();
            request.attach(this, taken);
            return SendDecision.allow();
        }
        refused.increment();
        String limit =
                Optional.ofNullable(answer.refused()).map(Gate.Refused::limit).orElse("account");
        return SendDecision.refuse(
                SendRefusal.paced(answer.retryAfter(), "the limit of the " + limit + " is used up for now"));
    }

    private Duration longest(Duration remaining) {
        Duration half = remaining.dividedBy(2);
        Duration forRequest = half.compareTo(TIME_FOR_REQUEST) < 0 ? half : TIME_FOR_REQUEST;
        Duration left = remaining.minus(forRequest);
        return waitAtMost != null && waitAtMost.compareTo(left) < 0 ? waitAtMost : left;
    }

    @Override
    public void afterSend(SendRequest request, SendReport report) {
        PacingCore.Admitted taken =
                request.attachment(this, PacingCore.Admitted.class).orElse(null);
        if (taken == null) {
            return;
        }
        core.done(taken);
        if (report.attempts() == 0) {
            core.undo(taken);
            return;
        }
        report.rateLimit().ifPresent(state -> learn(taken, state));
        TelnyxException error = report.error().orElse(null);
        if (error != null && error.errors().stream().anyMatch(each -> QUEUE_FULL.equals(each.code()))) {
            limited.increment();
            core.queueFull(taken, report.retryAfter());
        } else if (error instanceof TelnyxRateLimitException) {
            limited.increment();
            core.rateLimited(taken, report.retryAfter());
        } else if (error == null && report.attempts() > 1 && report.rateLimit().isPresent()) {
            // A send is repeated only after a 429, or where there was no connection.
            limited.increment();
            core.rateLimited(taken, Optional.of(Duration.ZERO));
        }
    }

    private void learn(PacingCore.Admitted taken, RateLimitState state) {
        Duration reset = state.reset().orElse(Duration.ZERO);
        if (state.remaining().isPresent() && reset.compareTo(SHORTEST_RESET) > 0) {
            core.remaining(taken, state.remaining().getAsLong(), reset);
        }
    }

    /**
     * Returns what it did so far, and does now.
     *
     * @return the numbers
     */
    public PacerStatus status() {
        return new PacerStatus(core.waiting(), admitted.sum(), refused.sum(), limited.sum(), core.buckets());
    }

    /**
     * Gives back what this process has leased from the database, so that others have it at once. Without a database there is
     * nothing to close. Close the client first: sends that come later wait for a lease until their deadline and are refused.
     */
    @Override
    public void close() {
        if (leases != null) {
            leases.close();
        }
    }

    /** Collects settings. Not safe for concurrent use. */
    public static final class Builder {
        private static final double MOST_MARGIN = 0.5;

        private PacingLimits limits = PacingLimits.documented();
        private final Map<String, PacingLimits> byAccount = new HashMap<>();
        private Function<String, String> accountOf = tenant -> "default";
        private ToIntFunction<String> weightOf = tenant -> 1;
        private @Nullable Duration waitAtMost;
        private double margin = 0.03;
        private @Nullable DataSource database;
        private Duration renewal = Duration.ofSeconds(1);

        private Builder() {}

        /**
         * Sets the limits of each account that has none of its own.
         *
         * @param all the limits, {@link PacingLimits#documented()} by default
         * @return this builder
         */
        public Builder limits(PacingLimits all) {
            limits = Objects.requireNonNull(all, "all");
            return this;
        }

        /**
         * Sets the limits of one account.
         *
         * @param account its name, as {@link #accountOf} returns it
         * @param own its limits
         * @return this builder
         */
        public Builder limits(String account, PacingLimits own) {
            byAccount.put(Objects.requireNonNull(account, "account"), Objects.requireNonNull(own, "own"));
            return this;
        }

        /**
         * Sets which Telnyx account a tenant sends with. By default all send with the same one.
         *
         * @param function gets a tenant's name, empty for the client itself, and returns any name of its account; it must be fast
         *     and safe for concurrent use
         * @return this builder
         */
        public Builder accountOf(Function<String, String> function) {
            accountOf = Objects.requireNonNull(function, "function");
            return this;
        }

        /**
         * Sets how many messages a tenant sends when it is its turn, 1 by default.
         *
         * @param function gets a tenant's name, empty for the client itself; less than 1 counts as 1; it must be fast and safe
         *     for concurrent use
         * @return this builder
         */
        public Builder weightOf(ToIntFunction<String> function) {
            weightOf = Objects.requireNonNull(function, "function");
            return this;
        }

        /**
         * Sets how long a thread waits at most. By default it waits as long as the deadline of its call admits.
         *
         * @param longest zero to refuse at once, for callers that have a queue of their own
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder waitAtMost(Duration longest) {
            if (longest.isNegative()) {
                throw new IllegalArgumentException("longest must not be negative, was " + longest);
            }
            waitAtMost = longest;
            return this;
        }

        /**
         * Sets by which part windows are stretched, so that messages that overtake each other on their way do not break a limit
         * at Telnyx.
         *
         * @param part 0 to 0.5; 0.03 by default
         * @return this builder
         * @throws IllegalArgumentException if it is out of its range
         */
        public Builder margin(double part) {
            if (!(part >= 0 && part <= MOST_MARGIN)) {
                throw new IllegalArgumentException("margin must be 0 to 0.5, was " + part);
            }
            margin = part;
            return this;
        }

        /**
         * Shares the limits with all processes that use the same database, PostgreSQL or H2. Its tables must be there:
         * {@link PacingSchema#apply}. Each process leases a part of each limit that it uses and asks the database about once a
         * second, not for each message; see {@link #renewal}. A daemon thread does so, so that a slow database delays no send
         * beyond its deadline. Parts follow demand. The part of a process that crashed comes back with the end of its lease.
         * While the database is away, what is leased is used until its end; then sends wait, and are refused at their deadline.
         * What a process has learnt from refusals it keeps for itself. A message of more parts than the part of its process goes
         * when that is unused.
         *
         * @param dataSource the database, best a pool that has two connections for this
         * @return this builder
         */
        public Builder sharedBy(DataSource dataSource) {
            database = Objects.requireNonNull(dataSource, "dataSource");
            return this;
        }

        /**
         * Sets how often the database is asked for each limit in use. A lease lasts three times as long. Limits with a longer
         * window are asked for less often, each third of it, but each 10 s.
         *
         * @param interval 1 to 60 s, 1 s by default
         * @return this builder
         * @throws IllegalArgumentException if it is out of its range
         */
        public Builder renewal(Duration interval) {
            if (interval.compareTo(Duration.ofSeconds(1)) < 0 || interval.compareTo(Duration.ofMinutes(1)) > 0) {
                throw new IllegalArgumentException("interval must be 1 to 60 s, was " + interval);
            }
            renewal = interval;
            return this;
        }

        /**
         * Builds the pacer.
         *
         * @return the pacer
         * @throws PacingException if the limits are shared by a database that has not the tables, or cannot be reached
         */
        public Pacer build() {
            if (database != null) {
                PacingSchema.check(database);
            }
            return new Pacer(this);
        }
    }
}
