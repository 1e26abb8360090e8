package org.telnyx4j.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookVerifierTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SECONDS = Long.toString(NOW.getEpochSecond());
    private static final byte[] BODY = "{\"data\":{\"id\":\"1\"}}".getBytes(UTF_8);

    private final WebhookSigner signer = WebhookSigner.generate();
    private final WebhookVerifier verifier = verifierAt(NOW);
    private final String signature = signer.signature(BODY, SECONDS);

    @Test
    void whatTelnyxSignedIsReturnedByteForByte() throws IOException {
        VerifiedWebhook webhook = verifier.verify(BODY, signature, SECONDS);

        assertThat(webhook.body()).isEqualTo(BODY);
        assertThat(webhook.bodyStream().readAllBytes()).isEqualTo(BODY);
        assertThat(webhook.length()).isEqualTo(BODY.length);
        assertThat(webhook.timestamp()).isEqualTo(NOW);
        assertThat(verifier.isValid(BODY, signature, SECONDS)).isTrue();
    }

    @Test
    void anEmptyBodyCanBeSigned() {
        assertThat(verifier.verify(new byte[0], signer.signature(new byte[0], SECONDS), SECONDS)
                        .body())
                .isEmpty();
    }

    @Test
    void laterChangesToTheGivenArrayDoNotReachTheWebhook() {
        byte[] body = BODY.clone();
        VerifiedWebhook webhook = verifier.verify(body, signature, SECONDS);

        body[0] = 'x';
        webhook.body()[0] = 'x';

        assertThat(webhook.body()).isEqualTo(BODY);
    }

    @Test
    void noOtherBodyPassesWithTheSameSignature() {
        for (int i = 0; i < BODY.length * 8; i++) {
            byte[] changed = BODY.clone();
            changed[i / 8] = (byte) (changed[i / 8] ^ (1 << (i % 8)));
            assertRefused(RejectionReason.SIGNATURE_MISMATCH, changed, signature, SECONDS);
        }
        assertRefused(RejectionReason.SIGNATURE_MISMATCH, Arrays.copyOf(BODY, BODY.length + 1), signature, SECONDS);
        assertRefused(RejectionReason.SIGNATURE_MISMATCH, new byte[0], signature, SECONDS);
    }

    @Test
    void noOtherSignaturePassesForTheSameBody() {
        byte[] bytes = Base64.getDecoder().decode(signature);
        for (int i = 0; i < bytes.length * 8; i++) {
            byte[] changed = bytes.clone();
            changed[i / 8] = (byte) (changed[i / 8] ^ (1 << (i % 8)));
            assertRefused(RejectionReason.SIGNATURE_MISMATCH, BODY, base64(changed), SECONDS);
        }
    }

    @Test
    void anotherTimestampWithinTheToleranceDoesNotPass() {
        String later = Long.toString(NOW.getEpochSecond() + 1);

        assertThat(refusal(BODY, signature, later).header()).contains("telnyx-signature-ed25519");
        assertRefused(RejectionReason.SIGNATURE_MISMATCH, BODY, signature, later);
    }

    @Test
    void digitsCannotMoveBetweenTimestampAndBody() {
        byte[] body = "|x".getBytes(UTF_8);
        byte[] shifted = "x".getBytes(UTF_8);

        assertRefused(RejectionReason.SIGNATURE_MISMATCH, shifted, signer.signature(body, SECONDS), SECONDS);
    }

    @Test
    void aVerifierWithoutAKeyRefusesEverything() {
        WebhookVerifier closed =
                WebhookVerifier.builder().publicKey(null).publicKey(" \n").build();

        assertThat(closed.keyCount()).isZero();
        assertThat(closed.isValid(BODY, signature, SECONDS)).isFalse();
        assertThat(closed.isValid(BODY, HeaderLookup.of(signer.headers(BODY)))).isFalse();
        assertThat(refusal(closed, BODY, signature, SECONDS).reason()).isEqualTo(RejectionReason.MISSING_PUBLIC_KEY);
        assertThat(refusal(closed, BODY, null, null).reason()).isEqualTo(RejectionReason.MISSING_PUBLIC_KEY);
    }

    @Test
    void anyOfSeveralKeysMayMatch() {
        WebhookSigner next = WebhookSigner.generate();
        WebhookVerifier both = WebhookVerifier.builder()
                .publicKeys(List.of(signer.publicKey(), next.publicKey(), signer.publicKey()))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();

        assertThat(both.keyCount()).isEqualTo(2);
        assertThat(both.isValid(BODY, signature, SECONDS)).isTrue();
        assertThat(both.isValid(BODY, next.signature(BODY, SECONDS), SECONDS)).isTrue();
        assertThat(verifier.isValid(BODY, next.signature(BODY, SECONDS), SECONDS))
                .isFalse();
    }

    @Test
    void aBuilderThatGoesOnDoesNotChangeWhatItBuilt() {
        WebhookVerifier.Builder builder = WebhookVerifier.builder();
        WebhookVerifier closed = builder.build();
        builder.publicKey(signer.publicKey());

        assertThat(closed.keyCount()).isZero();
    }

    @Test
    void timestampsOnTheEdgeOfTheToleranceStillPass() {
        assertThat(isValidWhenSignedSecondsAgo(300)).isTrue();
        assertThat(isValidWhenSignedSecondsAgo(-300)).isTrue();
    }

    @Test
    void timestampsBeyondTheToleranceAreRefused() {
        String old = Long.toString(NOW.getEpochSecond() - 301);
        String ahead = Long.toString(NOW.getEpochSecond() + 301);

        assertRefused(RejectionReason.TIMESTAMP_TOO_OLD, BODY, signer.signature(BODY, old), old);
        assertRefused(RejectionReason.TIMESTAMP_IN_THE_FUTURE, BODY, signer.signature(BODY, ahead), ahead);
        assertThat(refusal(BODY, signature, old).header()).contains("telnyx-timestamp");
    }

    @Test
    void theTolerancesOfPastAndFutureAreSetApart() {
        WebhookVerifier.Builder builder = WebhookVerifier.builder()
                .publicKey(signer.publicKey())
                .pastTolerance(Duration.ofSeconds(10))
                .futureTolerance(Duration.ZERO);

        assertThat(isValid(builder, NOW, NOW.plusSeconds(10))).isTrue();
        assertThat(isValid(builder, NOW, NOW.plusSeconds(11))).isFalse();
        assertThat(isValid(builder, NOW, NOW)).isTrue();
        assertThat(isValid(builder, NOW, NOW.minusMillis(1))).isFalse();
    }

    @Test
    void aToleranceThatIsNoToleranceIsNotTaken() {
        WebhookVerifier.Builder builder = WebhookVerifier.builder();

        assertThatThrownBy(() -> builder.pastTolerance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pastTolerance");
        assertThatThrownBy(() -> builder.futureTolerance(Duration.ofHours(25)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("futureTolerance");
        assertThatThrownBy(() -> builder.maxBodyBytes(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775807",
                "9223372036854775806",
                "9223371999999999999",
                "31556889864403199",
                "31556889864403200",
                "99999999999",
                "1772366400000"
            })
    void timestampsFarAheadAreInTheFutureWithoutOverflow(String timestamp) {
        assertRefused(RejectionReason.TIMESTAMP_IN_THE_FUTURE, BODY, signer.signature(BODY, timestamp), timestamp);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "300"})
    void timestampsOfLongAgoAreTooOld(String timestamp) {
        assertRefused(RejectionReason.TIMESTAMP_TOO_OLD, BODY, signer.signature(BODY, timestamp), timestamp);
    }

    @Test
    void noClockOverflowsEither() {
        assertRefusedBy(verifierAt(Instant.MAX), RejectionReason.TIMESTAMP_TOO_OLD, "0");
        assertRefusedBy(verifierAt(Instant.MIN), RejectionReason.TIMESTAMP_IN_THE_FUTURE, "9223372036854775807");
        assertRefusedBy(verifierAt(Instant.MIN), RejectionReason.TIMESTAMP_IN_THE_FUTURE, "0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "+5",
                "1e3",
                "1.5",
                "0x10",
                "01772366400",
                "00",
                "1 2",
                "1_000",
                "1,000",
                "9223372036854775808",
                "-9223372036854775808",
                "99999999999999999999999999",
                "\u0661\u0667\u0667\u0662",
                "\uff11\uff17",
                "\u00a01772366400",
                "1772366400\n",
                "1772366400\u0000",
                "now",
                "2026-03-01T12:00:00Z",
                "1772366400, 1772366400",
                "|"
            })
    void onlyAPlainNumberIsATimestamp(String timestamp) {
        assertRefused(RejectionReason.MALFORMED_TIMESTAMP, BODY, signature, timestamp);
        assertThat(refusal(BODY, signature, timestamp).header()).contains("telnyx-timestamp");
    }

    @Test
    void whiteSpaceThatHttpAllowsAroundAValueIsNoPartOfIt() {
        assertThat(verifier.isValid(BODY, " \t" + signature + "\t ", "\t" + SECONDS + "  "))
                .isTrue();
    }

    @Test
    void anotherSpellingOfTheSameSignatureIsRefused() {
        byte[] bytes = Base64.getDecoder().decode(signature);
        String withoutPadding = signature.substring(0, 86);

        for (String spelling : List.of(
                withoutPadding,
                withoutPadding + "=",
                signature + "=",
                withoutPadding.substring(0, 85) + lastBitsSet(withoutPadding.charAt(85)) + "==",
                Base64.getMimeEncoder().encodeToString(bytes),
                signature.substring(0, 44) + "\r\n" + signature.substring(44),
                signature.substring(0, 44) + " " + signature.substring(44),
                "\u00a0" + signature,
                signature + "," + signature,
                "v1=" + signature,
                hex(bytes),
                new String(bytes, UTF_8))) {
            assertRefused(RejectionReason.MALFORMED_SIGNATURE, BODY, spelling, SECONDS);
        }
    }

    @Test
    void theUrlSafeAlphabetIsRefused() {
        byte[] bytes = new byte[64];
        Arrays.fill(bytes, (byte) 0xff);

        assertRefused(
                RejectionReason.MALFORMED_SIGNATURE,
                BODY,
                Base64.getUrlEncoder().encodeToString(bytes),
                SECONDS);
        assertRefused(RejectionReason.SIGNATURE_MISMATCH, BODY, base64(bytes), SECONDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 63, 65, 128, 10_000})
    void aSignatureOfAnotherLengthIsMalformed(int length) {
        assertRefused(RejectionReason.MALFORMED_SIGNATURE, BODY, base64(new byte[length]), SECONDS);
    }

    @Test
    void aSignatureWhoseScalarIsNotReducedIsRefused() {
        byte[] bytes = Base64.getDecoder().decode(signature);
        BigInteger order = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
        BigInteger scalar = new BigInteger(1, reversed(Arrays.copyOfRange(bytes, 32, 64))).add(order);
        byte[] malleable = bytes.clone();
        byte[] encoded = reversed(fixed(scalar));
        System.arraycopy(encoded, 0, malleable, 32, 32);

        assertRefused(RejectionReason.SIGNATURE_MISMATCH, BODY, base64(malleable), SECONDS);
    }

    @Test
    void aHeaderThatIsAbsentOrBlankIsNamed() {
        assertMissing("telnyx-signature-ed25519", null, SECONDS);
        assertMissing("telnyx-signature-ed25519", "", SECONDS);
        assertMissing("telnyx-signature-ed25519", " \t ", SECONDS);
        assertMissing("telnyx-timestamp", signature, null);
        assertMissing("telnyx-timestamp", signature, "");
        assertMissing("telnyx-signature-ed25519", null, null);
    }

    @Test
    void headersAreFoundInAnyCase() {
        Map<String, String> upper = new TreeMap<>();
        signer.headers(BODY, NOW).forEach((name, value) -> upper.put(name.toUpperCase(Locale.ROOT), value));
        Map<String, List<String>> lists =
                Map.of("Telnyx-Signature-Ed25519", List.of(signature), "TELNYX-timestamp", List.of(SECONDS));

        assertThat(verifier.isValid(BODY, HeaderLookup.of(upper))).isTrue();
        assertThat(verifier.isValid(BODY, HeaderLookup.ofLists(lists))).isTrue();
        assertThat(verifier.verify(BODY, HeaderLookup.ofLists(lists)).body()).isEqualTo(BODY);
    }

    @Test
    void aHeaderThatCameTwiceIsRefusedEvenIfBothAreTheSame() {
        Map<String, List<String>> twoSignatures =
                Map.of("telnyx-signature-ed25519", List.of(signature, signature), "telnyx-timestamp", List.of(SECONDS));
        Map<String, List<String>> twoTimestamps = Map.of(
                "telnyx-signature-ed25519",
                List.of(signature),
                "telnyx-timestamp",
                List.of(SECONDS),
                "Telnyx-Timestamp",
                List.of(SECONDS));

        assertThat(refusal(twoSignatures).reason()).isEqualTo(RejectionReason.MALFORMED_SIGNATURE);
        assertThat(refusal(twoSignatures).header()).contains("telnyx-signature-ed25519");
        assertThat(refusal(twoTimestamps).reason()).isEqualTo(RejectionReason.MALFORMED_TIMESTAMP);
        assertThat(refusal(twoTimestamps).header()).contains("telnyx-timestamp");
        assertThat(verifier.isValid(BODY, HeaderLookup.ofLists(twoTimestamps))).isFalse();
    }

    @Test
    void aLookupThatFindsNothingMayReturnNullOrAnEmptyList() {
        assertThat(refusal(Map.of()).reason()).isEqualTo(RejectionReason.MISSING_HEADER);
        assertThatThrownBy(() -> verifier.verify(BODY, name -> null))
                .isInstanceOfSatisfying(
                        WebhookRejectedException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(RejectionReason.MISSING_HEADER));
    }

    @Test
    void theLimitOfTheBodyIsTheLastLengthThatPasses() {
        WebhookVerifier small = WebhookVerifier.builder()
                .publicKey(signer.publicKey())
                .maxBodyBytes(BODY.length)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();
        byte[] longer = new byte[BODY.length + 1];

        assertThat(small.isValid(BODY, signature, SECONDS)).isTrue();
        assertThat(refusal(small, longer, signer.signature(longer, SECONDS), SECONDS)
                        .reason())
                .isEqualTo(RejectionReason.BODY_TOO_LARGE);
        assertThat(verifier.maxBodyBytes()).isEqualTo(1024 * 1024);
        assertRefused(RejectionReason.BODY_TOO_LARGE, new byte[1024 * 1024 + 1], signature, SECONDS);
    }

    @Test
    void nothingPrivateIsInAnyText() {
        byte[] secret = "secret text +14165550123".getBytes(UTF_8);
        VerifiedWebhook webhook = verifier.verify(secret, signer.signature(secret, SECONDS), SECONDS);

        assertThat(webhook.toString()).doesNotContain("secret", "4165550123").contains("24 bytes");
        assertThat(refusal(secret, signature, SECONDS)).hasMessageNotContainingAny("secret", "4165550123", signature);
        assertThat(verifier.toString()).doesNotContain(signer.publicKey()).contains("1 public key");
        assertThat(signer.toString()).contains(signer.publicKey());
    }

    private boolean isValidWhenSignedSecondsAgo(long seconds) {
        String timestamp = Long.toString(NOW.getEpochSecond() - seconds);
        return verifier.isValid(BODY, signer.signature(BODY, timestamp), timestamp);
    }

    private boolean isValid(WebhookVerifier.Builder builder, Instant signedAt, Instant now) {
        return builder.clock(Clock.fixed(now, ZoneOffset.UTC))
                .build()
                .isValid(BODY, HeaderLookup.of(signer.headers(BODY, signedAt)));
    }

    private WebhookVerifier verifierAt(Instant now) {
        return WebhookVerifier.builder()
                .publicKey(signer.publicKey())
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build();
    }

    private void assertMissing(String header, @Nullable String givenSignature, @Nullable String timestamp) {
        WebhookRejectedException refusal = refusal(BODY, givenSignature, timestamp);
        assertThat(refusal.reason()).isEqualTo(RejectionReason.MISSING_HEADER);
        assertThat(refusal.header()).contains(header);
        assertThat(refusal).hasMessageContaining(header);
    }

    private void assertRefusedBy(WebhookVerifier by, RejectionReason reason, String timestamp) {
        assertThat(refusal(by, BODY, signer.signature(BODY, timestamp), timestamp)
                        .reason())
                .isEqualTo(reason);
    }

    private void assertRefused(RejectionReason reason, byte[] body, String givenSignature, String timestamp) {
        assertThat(refusal(body, givenSignature, timestamp).reason())
                .as("%s at %s", givenSignature, timestamp)
                .isEqualTo(reason);
        assertThat(verifier.isValid(body, givenSignature, timestamp)).isFalse();
    }

    private WebhookRejectedException refusal(byte[] body, @Nullable String givenSignature, @Nullable String timestamp) {
        return refusal(verifier, body, givenSignature, timestamp);
    }

    private WebhookRejectedException refusal(Map<String, List<String>> headers) {
        return catchThrowableOfType(
                WebhookRejectedException.class, () -> verifier.verify(BODY, HeaderLookup.ofLists(headers)));
    }

    private static WebhookRejectedException refusal(
            WebhookVerifier by, byte[] body, @Nullable String givenSignature, @Nullable String timestamp) {
        return catchThrowableOfType(WebhookRejectedException.class, () -> by.verify(body, givenSignature, timestamp));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    /** A character of the same Base64 value but for the lowest of the bits that do not count. */
    private static char lastBitsSet(char last) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        return alphabet.charAt(alphabet.indexOf(last) | 1);
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = new byte[32];
        byte[] shortest = number.toByteArray();
        System.arraycopy(shortest, 0, bytes, 32 - shortest.length, shortest.length);
        return bytes;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
