package org.telnyx4j.sandbox.internal.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rate limits of the account and of each sender; neither, unless they are set. Safe for concurrent use. */
public final class RateLimits {
    private static final String ACCOUNT = "account";

    private final @Nullable WindowLimit ofAccount;
    private final @Nullable WindowLimit ofSender;

    private final @Nullable Throughput throughputOfAccount;
    private final @Nullable Throughput throughputOfSender;

    private RateLimits(
            @Nullable WindowLimit ofAccount,
            @Nullable WindowLimit ofSender,
            @Nullable Throughput throughputOfAccount,
            @Nullable Throughput throughputOfSender) {
        this.ofAccount = ofAccount;
        this.ofSender = ofSender;
        this.throughputOfAccount = throughputOfAccount;
        this.throughputOfSender = throughputOfSender;
    }

    /** Returns limits that admit everything. */
    public static RateLimits none() {
        return new RateLimits(null, null, null, null);
    }

    public RateLimits ofAccount(int requests, Duration window) {
        return new RateLimits(new WindowLimit(requests, window), ofSender, throughputOfAccount, throughputOfSender);
    }

    public RateLimits ofSender(int messages, Duration window) {
        return new RateLimits(ofAccount, new WindowLimit(messages, window), throughputOfAccount, throughputOfSender);
    }

    public RateLimits throughputOfAccount(int messages, Duration window, int queue) {
        return new RateLimits(ofAccount, ofSender, new Throughput(messages, window, queue), throughputOfSender);
    }

    public RateLimits throughputOfSender(int messages, Duration window, int queue) {
        return new RateLimits(ofAccount, ofSender, throughputOfAccount, new Throughput(messages, window, queue));
    }

    /** Puts a message into the queues of account and sender: how long it waits there, or empty where one is full. */
    public synchronized Optional<Duration> queue(String sender, Instant now) {
        Optional<Duration> ofAll = wait(throughputOfAccount, ACCOUNT, now);
        Optional<Duration> own = wait(throughputOfSender, sender, now);
        if (ofAll.isEmpty() || own.isEmpty()) {
            return Optional.empty();
        }
        if (throughputOfAccount != null) {
            throughputOfAccount.take(ACCOUNT, now);
        }
        if (throughputOfSender != null) {
            throughputOfSender.take(sender, now);
        }
        return ofAll.get().compareTo(own.get()) > 0 ? ofAll : own;
    }

    private static Optional<Duration> wait(@Nullable Throughput throughput, String kind, Instant now) {
        return throughput == null ? Optional.of(Duration.ZERO) : throughput.wait(kind, now);
    }

    /** Counts a request of the account; empty where the account has no limit. */
    public Optional<Grant> request(Instant now) {
        return ofAccount == null ? Optional.empty() : Optional.of(ofAccount.take(ACCOUNT, now));
    }

    /**
     * Counts a message of a sender; empty where senders have no limit. What is not admitted can be queued or refused.
     *
     * @param sender the number, short code or alphanumeric id that it comes from
     */
    public Optional<Grant> message(String sender, Instant now) {
        return ofSender == null ? Optional.empty() : Optional.of(ofSender.take(sender, now));
    }

    public void clear() {
        if (ofAccount != null) {
            ofAccount.clear();
        }
        if (ofSender != null) {
            ofSender.clear();
        }
        if (throughputOfAccount != null) {
            throughputOfAccount.clear();
        }
        if (throughputOfSender != null) {
            throughputOfSender.clear();
        }
    }
}
