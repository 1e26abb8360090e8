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

    private RateLimits(@Nullable WindowLimit ofAccount, @Nullable WindowLimit ofSender) {
        this.ofAccount = ofAccount;
        this.ofSender = ofSender;
    }

    /** Returns limits that admit everything. */
    public static RateLimits none() {
        return new RateLimits(null, null);
    }

    public RateLimits ofAccount(int requests, Duration window) {
        return new RateLimits(new WindowLimit(requests, window), ofSender);
    }

    public RateLimits ofSender(int messages, Duration window) {
        return new RateLimits(ofAccount, new WindowLimit(messages, window));
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
    }
}
