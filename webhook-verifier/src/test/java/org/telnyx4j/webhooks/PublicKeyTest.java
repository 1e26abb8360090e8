package org.telnyx4j.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeyTest {
    private static final String ED25519_DER = "302a300506032b6570032100";

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
    void aKeyIsReadInEveryFormThatLeavesNoDoubt() {
        String der = base64(ED25519_DER + hex());
        String urlSafe = publicKey.replace('+', '-').replace('/', '_');
        List<String> forms = List.of(
                publicKey,
                publicKey.substring(0, 43),
                urlSafe,
                urlSafe.substring(0, 43),
                "\"" + publicKey + "\"",
                " '" + urlSafe.substring(0, 43) + " ' ",
                der,
                der.replace('+', '-').replace('/', '_'),
                "\"" + der + "\"",
                pem("PUBLIC KEY", der) + "\n",
                pem("PUBLIC KEY", der).replace("\n", "\r\n"),
                pem("PUBLIC KEY", der).replace("\n", "\\n"),
                pem("PUBLIC KEY", der).replace("\n", ""),
                pem("PUBLIC KEY", der.substring(0, 30) + "\n" + der.substring(30)),
                "'" + pem("PUBLIC KEY", der) + "'");

        for (String form : forms) {
            assertThat(WebhookVerifier.builder()
                            .publicKey(publicKey)
                            .publicKey(form)
                            .build()
                            .keyCount())
                    .as(form)
                    .isEqualTo(1);
        }
    }

    @Test
    void otherSpellingsOfAKeyAreRefusedWithTheLikelyCause() {
        byte[] bytes = Base64.getDecoder().decode(publicKey);

        assertInvalid("garbage", "");
        assertInvalid("\u2603".repeat(44), "not of Base64");
        assertInvalid("\ufeff" + publicKey, "not of Base64");
        assertInvalid("'" + publicKey, "not of Base64");
        assertInvalid("'" + publicKey + "\"", "not of Base64");
        assertInvalid("+_" + "A".repeat(41), "that of");
        assertInvalid(publicKey.substring(0, 42), "that of 31");
        assertInvalid(publicKey.substring(0, 41), "end is missing");
        assertInvalid(publicKey + publicKey, "end is missing");
        assertInvalid(publicKey.substring(0, 20) + "\n" + publicKey.substring(20), "white space");
        assertInvalid(HexFormat.of().formatHex(bytes), "hexadecimal");
        assertInvalid(base64("00".repeat(31)), "that of 31");
        assertInvalid(base64("00".repeat(33)), "that of 33");
        assertInvalid(base64("01".repeat(64)), "that of 64, which a private key or a signature has");
        assertInvalid("KEY0123456789ABCDEF0123456789ABCDEF_abcdefghijklmnopqrstuv", "API key");
        assertInvalid("ssh-ed25519 " + publicKey, "SSH");
    }

    /** With bits left over that are not zero, the same 32 bytes would have four spellings. */
    @Test
    void aSpellingThatIsNotCanonicalIsRefused() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        char last = publicKey.charAt(42);
        String other = publicKey.substring(0, 42) + alphabet.charAt(alphabet.indexOf(last) + 1);

        assertInvalid(other + "=", "");
        assertInvalid(other, "");
    }

    @Test
    void aPrivateKeyIsRefusedLoudly() {
        String pkcs8 = base64("302e020100300506032b657004220420" + hex());
        String rsa = base64("308204a40201000282010100" + "77".repeat(300));

        for (String key : List.of(
                pkcs8,
                pem("PRIVATE KEY", pkcs8),
                "\"" + pem("PRIVATE KEY", pkcs8) + "\"",
                pem("PRIVATE KEY", pkcs8).replace("-----END", ""),
                pem("PUBLIC KEY", base64(ED25519_DER + hex())) + "\n" + pem("PRIVATE KEY", pkcs8),
                pem("ENCRYPTED PRIVATE KEY", pkcs8),
                pem("OPENSSH PRIVATE KEY", pkcs8),
                pem("RSA PRIVATE KEY", rsa),
                rsa,
                pem("EC PRIVATE KEY", pkcs8))) {
            assertInvalid(key, "PRIVATE key");
        }
    }

    @Test
    void aKeyOfAnotherKindIsNamed() {
        String rsa = base64("30820122300d06092a864886f70d01010105000382010f00" + "77".repeat(271));
        String ec = base64("3059301306072a8648ce3d020106082a8648ce3d030107034200" + "04" + "77".repeat(64));

        assertInvalid(rsa, "an RSA key");
        assertInvalid(pem("PUBLIC KEY", rsa), "an RSA key");
        assertInvalid(pem("RSA PUBLIC KEY", rsa), "an RSA key");
        assertInvalid(pem("PUBLIC KEY", ec), "an EC key");
        assertInvalid(ec, "an EC key");
        assertInvalid(pem("PUBLIC KEY", base64("302a300506032b656e032100" + hex())), "an X25519 key");
        assertInvalid(base64("302a300506032b656e032100" + hex()), "an X25519 key");
        assertInvalid(pem("CERTIFICATE", rsa), "certificate");
        assertInvalid(pem("PUBLIC KEY", "????"), "no Base64");
        assertInvalid(pem("PUBLIC KEY", base64(ED25519_DER + hex() + "00")), "DER of something else");
        assertInvalid(pem("PUBLIC KEY", base64(ED25519_DER + hex())).repeat(2), "one PEM block");
    }

    /** PEM and DER are no way round the checks of the point. */
    @Test
    void aPointOfSmallOrderIsRefusedInEveryForm() {
        String smallOrder = "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05";

        assertInvalid(base64(ED25519_DER + smallOrder), "no point");
        assertInvalid(pem("PUBLIC KEY", base64(ED25519_DER + smallOrder)), "no point");
    }

    @Test
    void withoutAUsableBouncyCastleTheFirstKeySaysSo() throws Exception {
        URL[] classPath = {
            WebhookVerifier.class.getProtectionDomain().getCodeSource().getLocation(),
            NullMarked.class.getProtectionDomain().getCodeSource().getLocation()
        };
        try (URLClassLoader alone = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = Class.forName(WebhookVerifier.class.getName(), true, alone);
            Object builder = type.getMethod("builder").invoke(null);
            assertThatThrownBy(() -> builder.getClass()
                            .getMethod("publicKey", String.class)
                            .invoke(builder, publicKey))
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Bouncy Castle 1.70 or later is needed")
                    .hasMessageContaining("bcprov-jdk15on");
        }
    }

    @Test
    void oneInvalidKeyAmongSeveralIsNotPassedOver() {
        WebhookVerifier.Builder builder = WebhookVerifier.builder().publicKey(publicKey);

        assertThat(catchThrowableOfType(WebhookRejectedException.class, () -> builder.publicKey("garbage"))
                        .reason())
                .isEqualTo(RejectionReason.INVALID_PUBLIC_KEY);
    }

    private static void assertInvalid(String key) {
        assertInvalid(key, "no point");
    }

    private static void assertInvalid(String key, String cause) {
        WebhookRejectedException refusal = refusal(key);
        assertThat(refusal.reason()).isEqualTo(RejectionReason.INVALID_PUBLIC_KEY);
        assertThat(refusal)
                .hasMessageContaining(cause)
                .hasMessageNotContaining(key)
                .message()
                // It may go into JSON without being escaped.
                .matches("[A-Za-z0-9 .,:;()-]+");
    }

    private String hex() {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(publicKey));
    }

    private static String pem(String label, String base64) {
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----";
    }

    private static WebhookRejectedException refusal(String key) {
        return catchThrowableOfType(
                WebhookRejectedException.class, () -> WebhookVerifier.builder().publicKey(key));
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
