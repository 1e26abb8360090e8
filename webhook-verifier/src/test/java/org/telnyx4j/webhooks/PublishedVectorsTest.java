package org.telnyx4j.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what the Javadoc of {@link WebhookVerifier} says about the rules of verification to published vectors. */
class PublishedVectorsTest {
    /** Public key, message and signature of RFC 8032, section 7.1, tests 1, 2, 3 and SHA(abc). */
    @ParameterizedTest
    @CsvSource({
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf,"
                + "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f,"
                + "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
                + "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"
    })
    void signaturesOfRfc8032Pass(String key, String message, String signature) {
        assertThat(accepts(key, message, signature)).isTrue();
        assertThat(accepts(key, message + "00", signature)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wycheproof")
    void everyVectorOfWycheproofIsJudgedAsItSays(
            String name, String key, String message, String signature, boolean valid) {
        assertThat(accepts(key, message, signature)).isEqualTo(valid);
    }

    @Test
    void allOfWycheproofIsRead() throws IOException {
        assertThat(wycheproof()).hasSize(151);
    }

    /** Keys that are of small order, or have a part of it: of signatures by these, libraries judge differently. */
    @ParameterizedTest
    @CsvSource({
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43",
        "cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d",
    })
    void theKeysThatLibrariesDisagreeAboutAreRefused(String key) {
        assertThatThrownBy(() -> key(key)).isInstanceOf(WebhookRejectedException.class);
    }

    /** Published with the above: a scalar beyond the order of the group. */
    @ParameterizedTest
    @CsvSource({
        "e96f66be976d82e60150baecff9906684aebb1ef181f67a7189ac78ea23b6c0e"
                + "547f7690a0e2ddcd04d87dbc3490dc19b3b3052f7ff0538cb68afb369ba3a514",
        "8ce5b96c8f26d0ab6c47958c9e68b937104cd36e13c33566acd2fe8d38aa1942"
                + "7e71f98a473474f2f13f06f97c20d58cc3f54b8bd0d272f42b695dd7e89a8c22"
    })
    void scalarsThatAreNotReducedAreRefused(String signature) {
        assertThat(accepts(
                        "442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623",
                        "85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40",
                        signature))
                .isFalse();
    }

    static Stream<Arguments> wycheproof() throws IOException {
        List<Arguments> vectors = new ArrayList<>();
        try (InputStream file = Objects.requireNonNull(
                PublishedVectorsTest.class.getResourceAsStream("wycheproof/ed25519_test.json"))) {
            for (JsonNode group : new ObjectMapper().readTree(file).get("testGroups")) {
                String key = group.get("publicKey").get("pk").asText();
                for (JsonNode test : group.get("tests")) {
                    vectors.add(Arguments.of(
                            test.get("tcId") + " " + test.get("comment").asText(),
                            key,
                            test.get("msg").asText(),
                            test.get("sig").asText(),
                            test.get("result").asText().equals("valid")));
                }
            }
        }
        return vectors.stream();
    }

    /** As the verifier does it, but for the timestamp before the message: by the header's text. */
    private static boolean accepts(String key, String message, String signature) {
        try {
            return key(key).verifies(
                            HexFormat.of().parseHex(message),
                            Headers.signature(Base64.getEncoder()
                                    .encodeToString(HexFormat.of().parseHex(signature))));
        } catch (WebhookRejectedException e) {
            assertThat(e.reason()).isEqualTo(RejectionReason.MALFORMED_SIGNATURE);
            return false;
        }
    }

    private static PublicKey key(String hex) {
        return PublicKey.parse(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)));
    }
}
