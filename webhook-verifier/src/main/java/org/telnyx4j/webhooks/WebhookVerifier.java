package org.telnyx4j.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies that a webhook came from Telnyx, and recently. Create one and keep it: immutable and safe for use by any
 * number of threads. There is no way to get an unverified webhook out of it: no switch, no overload, and a verifier
 * without a key refuses everything.
 *
 * <p><b>What is checked, in this order</b>, cheapest first: that there is a key, the length of the body, that both
 * headers are there and once each, the form and the age of the timestamp, the form of the signature, the signature
 * itself. The first that fails is the {@linkplain RejectionReason reason}.
 *
 * <p><b>What is signed:</b> the timestamp as the header spells it, a bar, and the body's bytes. So the body must be
 * given as it came, not as text that was decoded and encoded again.
 *
 * <p><b>How the headers are read.</b> Their names are found in any case. Spaces and tabs around a value are no part of
 * it, as in HTTP. Of each value one spelling is taken: a timestamp is made of ASCII digits without sign or leading zero
 * and fits a {@code long}; a signature is in the standard Base64 alphabet, padded, without line breaks and with zero in
 * the bits that are left over. A header that came twice is malformed, even if both values are the same.
 *
 * <p><b>How the age is counted.</b> The timestamp is in whole seconds, the clock in finer ones. One that is exactly as
 * old as the tolerance passes. The difference never overflows, whatever timestamp and clock are.
 *
 * <p><b>Which rules of Ed25519 apply.</b> Those of RFC 8032, section 5.1.7, as Bouncy Castle's {@code
 * org.bouncycastle.math.ec.rfc8032.Ed25519} implements them:
 *
 * <ul>
 *   <li>Public keys must be spelt canonically and lie in the subgroup of prime order: a key of small order, with which
 *       anybody could sign, is refused, and so is one that has a part of small order.
 *   <li>S must be less than the order of the group, so nobody can make a second signature of the first.
 *   <li>R must be spelt canonically and lie on the curve.
 *   <li>The equation is checked without the cofactor, but after both sides were multiplied by a number that depends on
 *       the signature, which is how newer editions of Bouncy Castle save time. Somebody who holds the private key can
 *       therefore make a signature whose R has a part of small order and which other libraries refuse. Nobody else
 *       can, so this lets nothing pass that Telnyx did not sign.
 *   <li>Verification takes a time that depends on its input, which is public.
 * </ul>
 *
 * <p>No security provider is registered or asked. Any Bouncy Castle since 1.70 will do, also {@code bcprov-jdk15on}; where
 * one without Ed25519 comes first on the class path, the first key that is added fails with a message about it.
 *
 * <p><b>Create it when the application starts.</b> The first key of a process takes about a third of a second, most of
 * which the JVM spends on checking the signature of Bouncy Castle's own jar; a key is tried once when it is added, so
 * that everything is loaded before the first webhook comes. From then on a verification takes a fraction of a
 * millisecond.
 */
public final class WebhookVerifier {
    /** Name of the header that holds the signature: the Base64 of 64 bytes. */
    public static final String SIGNATURE_HEADER = "telnyx-signature-ed25519";

    /** Name of the header that holds the time of signing: Unix time in seconds. */
    public static final String TIMESTAMP_HEADER = "telnyx-timestamp";

    /** Name of the environment variable that {@link #fromEnvironment()} reads. */
    public static final String PUBLIC_KEY_VARIABLE = "TELNYX_PUBLIC_KEY";

    /** How far a timestamp may lie in the past, and how far in the future, unless set: 300 s. */
    public static final Duration DEFAULT_TOLERANCE = Duration.ofMinutes(5);

    /** How long a body may be unless set: 1 MiB. */
    public static final int DEFAULT_MAX_BODY_BYTES = 1 << 20;

    private final List<PublicKey> keys;
    private final Duration pastTolerance;
    private final Duration futureTolerance;
    private final int maxBodyBytes;
    private final Clock clock;

    private WebhookVerifier(Builder builder) {
        this.keys = List.copyOf(builder.keys);
        this.pastTolerance = builder.pastTolerance;
        this.futureTolerance = builder.futureTolerance;
        this.maxBodyBytes = builder.maxBodyBytes;
        this.clock = builder.clock;
    }

    /**
     * Starts a verifier with defaults and no key.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Creates a verifier with defaults and the public keys of the environment variable {@code TELNYX_PUBLIC_KEY}: one, or
     * several separated by commas. Where the variable is not set or blank, the verifier refuses everything.
     *
     * @return a verifier
     * @throws WebhookRejectedException with {@link RejectionReason#INVALID_PUBLIC_KEY} if one of them is not usable
     */
    public static WebhookVerifier fromEnvironment() {
        Builder builder = builder();
        String variable = System.getenv(PUBLIC_KEY_VARIABLE);
        if (variable != null) {
            for (String publicKey : PublicKeyText.unquoted(variable).split(",", -1)) {
                builder.publicKey(publicKey);
            }
        }
        return builder.build();
    }

    /**
     * Verifies a webhook whose two headers were taken from the request already.
     *
     * @param body the body's bytes as they came, before any decoding; copied once, and not kept
     * @param signature value of the header {@value #SIGNATURE_HEADER}, or null when the request has none
     * @param timestamp value of the header {@value #TIMESTAMP_HEADER}, or null when the request has none
     * @return the verified webhook
     * @throws WebhookRejectedException if it is refused
     */
    public VerifiedWebhook verify(byte[] body, @Nullable String signature, @Nullable String timestamp) {
        checkKey();
        checkLength(body.length);
        String signatureText = Headers.text(SIGNATURE_HEADER, signature);
        String timestampText = Headers.text(TIMESTAMP_HEADER, timestamp);
        Instant signedAt = checkWindow(Headers.seconds(timestampText));
        byte[] signatureBytes = Headers.signature(signatureText);

        byte[] message = SignedMessage.of(timestampText, body);
        for (PublicKey key : keys) {
            if (key.verifies(message, signatureBytes)) {
                return new VerifiedWebhook(message, SignedMessage.bodyOffset(timestampText), signedAt);
            }
        }
        throw new WebhookRejectedException(
                RejectionReason.SIGNATURE_MISMATCH, SIGNATURE_HEADER, "The signature is not one of this body");
    }

    /**
     * Verifies a webhook.
     *
     * @param body the body's bytes as they came, before any decoding; copied once, and not kept
     * @param headers finds the request's headers
     * @return the verified webhook
     * @throws WebhookRejectedException if it is refused
     */
    public VerifiedWebhook verify(byte[] body, HeaderLookup headers) {
        checkKey();
        checkLength(body.length);
        return verify(
                body,
                Headers.single(headers, SIGNATURE_HEADER, RejectionReason.MALFORMED_SIGNATURE),
                Headers.single(headers, TIMESTAMP_HEADER, RejectionReason.MALFORMED_TIMESTAMP));
    }

    /**
     * Tells whether {@link #verify(byte[], String, String)} would return a webhook.
     *
     * @param body the body's bytes as they came, before any decoding
     * @param signature value of the header {@value #SIGNATURE_HEADER}, or null when the request has none
     * @param timestamp value of the header {@value #TIMESTAMP_HEADER}, or null when the request has none
     * @return true if so, false if it would refuse it for any reason
     */
    public boolean isValid(byte[] body, @Nullable String signature, @Nullable String timestamp) {
        try {
            verify(body, signature, timestamp);
            return true;
        } catch (WebhookRejectedException e) {
            return false;
        }
    }

    /**
     * Tells whether {@link #verify(byte[], HeaderLookup)} would return a webhook.
     *
     * @param body the body's bytes as they came, before any decoding
     * @param headers finds the request's headers
     * @return true if so, false if it would refuse it for any reason
     */
    public boolean isValid(byte[] body, HeaderLookup headers) {
        try {
            verify(body, headers);
            return true;
        } catch (WebhookRejectedException e) {
            return false;
        }
    }

    /**
     * Returns how many different public keys a webhook may be signed with.
     *
     * @return zero where the verifier refuses everything for want of a key
     */
    public int keyCount() {
        return keys.size();
    }

    /**
     * Returns how long a body may be.
     *
     * @return the limit in bytes
     */
    public int maxBodyBytes() {
        return maxBodyBytes;
    }

    /** Tells the settings, and the number of the keys. */
    @Override
    public String toString() {
        return "WebhookVerifier[" + keys.size() + " public keys, tolerance " + pastTolerance + " past and "
                + futureTolerance + " future, body " + maxBodyBytes + " bytes at most]";
    }

    /** Refuses where there is no key; what follows need not be read then. */
    void checkKey() {
        if (keys.isEmpty()) {
            throw new WebhookRejectedException(
                    RejectionReason.MISSING_PUBLIC_KEY, null, "No public key is configured to verify webhooks with");
        }
    }

    /** Refuses a body that is too long. */
    void checkLength(long bodyBytes) {
        if (bodyBytes > maxBodyBytes) {
            throw new WebhookRejectedException(
                    RejectionReason.BODY_TOO_LARGE, null, "The body is longer than " + maxBodyBytes + " bytes");
        }
    }

    private Instant checkWindow(long seconds) {
        // Subtracting Durations of Instants cannot overflow; seconds that no Instant can hold are far in the future.
        if (seconds <= Instant.MAX.getEpochSecond()) {
            Instant signedAt = Instant.ofEpochSecond(seconds);
            Duration age = Duration.between(signedAt, clock.instant());
            if (age.compareTo(pastTolerance) > 0) {
                throw new WebhookRejectedException(
                        RejectionReason.TIMESTAMP_TOO_OLD,
                        TIMESTAMP_HEADER,
                        "The timestamp is more than " + pastTolerance.toSeconds() + " s old");
            }
            if (age.negated().compareTo(futureTolerance) <= 0) {
                return signedAt;
            }
        }
        throw new WebhookRejectedException(
                RejectionReason.TIMESTAMP_IN_THE_FUTURE,
                TIMESTAMP_HEADER,
                "The timestamp is more than " + futureTolerance.toSeconds() + " s ahead");
    }

    /** Collects settings. Mutable, for one thread. */
    public static final class Builder {
        /** What is longer would verify recordings, not deliveries; a test has the clock for that. */
        private static final Duration LONGEST_TOLERANCE = Duration.ofHours(24);

        private final Set<PublicKey> keys = new LinkedHashSet<>();
        private Duration pastTolerance = DEFAULT_TOLERANCE;
        private Duration futureTolerance = DEFAULT_TOLERANCE;
        private int maxBodyBytes = DEFAULT_MAX_BODY_BYTES;
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /**
         * Adds a public key; a webhook may be signed with any of those added. While a key is being replaced, add the
         * old and the new one.
         *
         * @param publicKey the Base64 of 32 bytes, as Telnyx shows it; or unpadded, in the URL-safe alphabet, in quotes, as
         *     PEM ({@code BEGIN PUBLIC KEY}) or as the Base64 of that DER; surrounding white space aside. Null or blank,
         *     as from a setting that is not set, adds nothing
         * @return this builder
         * @throws WebhookRejectedException with {@link RejectionReason#INVALID_PUBLIC_KEY} if it is not usable; its
         *     message contains the likely cause, such as a private key or an RSA key, and nothing of what was given
         * @throws IllegalStateException if the Bouncy Castle on the class path is older than 1.70
         */
        public Builder publicKey(@Nullable String publicKey) {
            if (publicKey != null && !publicKey.isBlank()) {
                keys.add(PublicKey.parse(publicKey));
            }
            return this;
        }

        /**
         * Adds several public keys, as {@link #publicKey} does.
         *
         * @param publicKeys the keys
         * @return this builder
         * @throws WebhookRejectedException with {@link RejectionReason#INVALID_PUBLIC_KEY} if one of them is not usable
         */
        public Builder publicKeys(Collection<String> publicKeys) {
            publicKeys.forEach(this::publicKey);
            return this;
        }

        /**
         * Sets how far a timestamp may lie in the past: 300 s unless set.
         *
         * @param tolerance from zero to 24 hours
         * @return this builder
         * @throws IllegalArgumentException if it is outside of that
         */
        public Builder pastTolerance(Duration tolerance) {
            this.pastTolerance = checkTolerance("pastTolerance", tolerance);
            return this;
        }

        /**
         * Sets how far a timestamp may lie in the future, where clocks differ: 300 s unless set.
         *
         * @param tolerance from zero to 24 hours
         * @return this builder
         * @throws IllegalArgumentException if it is outside of that
         */
        public Builder futureTolerance(Duration tolerance) {
            this.futureTolerance = checkTolerance("futureTolerance", tolerance);
            return this;
        }

        /**
         * Sets how long a body may be: 1 MiB unless set.
         *
         * @param bytes the limit in bytes, one or more
         * @return this builder
         * @throws IllegalArgumentException if it is less
         */
        public Builder maxBodyBytes(int bytes) {
            if (bytes < 1) {
                throw new IllegalArgumentException("maxBodyBytes: " + bytes + " is less than 1");
            }
            this.maxBodyBytes = bytes;
            return this;
        }

        /**
         * Sets the clock that timestamps are compared with: the system's unless set.
         *
         * @param clock returns the time; safe for use by any number of threads
         * @return this builder
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Builds the verifier. Without a key it refuses everything with {@link
         * RejectionReason#MISSING_PUBLIC_KEY}.
         *
         * @return a verifier with what was set so far
         */
        public WebhookVerifier build() {
            return new WebhookVerifier(this);
        }

        private static Duration checkTolerance(String name, Duration tolerance) {
            if (tolerance.isNegative() || tolerance.compareTo(LONGEST_TOLERANCE) > 0) {
                throw new IllegalArgumentException(
                        name + ": " + tolerance + " is not between zero and 24 hours; in tests, set the clock instead");
            }
            return tolerance;
        }
    }
}
