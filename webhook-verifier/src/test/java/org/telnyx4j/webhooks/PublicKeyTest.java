package org.telnyx4j.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeyTest {
    private final String publicKey = WebhookSigner.generate().publicKey();

    @Test
    void surroundingWhiteSpaceOfASettingIsNoPartOfTheKey() {
        assertThat(WebhookVerifier.builder()
                        .publicKey(" " + publicKey + "\r\n")
                        .publicKey(publicKey)
                        .build()
                        .keyCount())
                .isEqualTo(1);
    }

    /** The first eight have order 1, 2, 4 or 8, the others spell some of them in a way that is not canonical. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void pointsOfSmallOrderAreRefused(String hex) {
        assertInvalid(base64(hex));
    }

    /** The point of a key plus one of order 8: a signature could be made that some verifiers take and others do not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d",
                "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43"
            })
    void pointsOutsideOfTheSubgroupAreRefused(String hex) {
        assertInvalid(base64(hex));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0200000000000000000000000000000000000000000000000000000000000000",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void whatIsNotOnTheCurveOrNotCanonicalIsRefused(String hex) {
        assertInvalid(base64(hex));
    }

    @Test
    void otherSpellingsOfAKeyAreRefused() {
        byte[] bytes = Base64.getDecoder().decode(publicKey);

        assertInvalid("garbage");
        assertInvalid("\u2603".repeat(44));
        assertInvalid(publicKey.substring(0, 43));
        assertInvalid(publicKey + publicKey);
        assertInvalid(publicKey.substring(0, 20) + "\n" + publicKey.substring(20));
        assertInvalid(HexFormat.of().formatHex(bytes));
        assertInvalid(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        assertInvalid(base64("00".repeat(31)));
        assertInvalid(base64("00".repeat(33)));
    }

    @Test
    void aKeyAsPemOrDerIsRefusedWithAHint() {
        String der = base64("302a300506032b6570032100"
                + HexFormat.of().formatHex(Base64.getDecoder().decode(publicKey)));

        assertThat(refusal(der)).hasMessageContaining("DER");
        assertThat(refusal("-----BEGIN PUBLIC KEY-----\n" + der + "\n-----END PUBLIC KEY-----"))
                .hasMessageContaining("PEM");
    }

    @Test
    void oneInvalidKeyAmongSeveralIsNotPassedOver() {
        WebhookVerifier.Builder builder = WebhookVerifier.builder().publicKey(publicKey);

        assertThat(catchThrowableOfType(WebhookRejectedException.class, () -> builder.publicKey("garbage"))
                        .reason())
                .isEqualTo(RejectionReason.INVALID_PUBLIC_KEY);
    }

    private static void assertInvalid(String key) {
        WebhookRejectedException refusal = refusal(key);
        assertThat(refusal.reason()).isEqualTo(RejectionReason.INVALID_PUBLIC_KEY);
        assertThat(refusal).hasMessageNotContaining(key);
    }

    private static WebhookRejectedException refusal(String key) {
        return catchThrowableOfType(
                WebhookRejectedException.class, () -> WebhookVerifier.builder().publicKey(key));
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
