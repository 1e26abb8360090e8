package org.telnyx4j.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Throws mutated webhooks, headers and keys at the verifier: each is refused with a reason or is the one that was
 * signed, and nothing else is ever thrown. Runs two seconds for each kind, or as long as {@code -Dfuzz.seconds} says,
 * from a fixed seed or from {@code -Dfuzz.seed}; a failure tells the seed and the case, which are enough to repeat it.
 */
class VerifierFuzzTest {
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("fuzz.seconds", 2));
    private static final long SEED = Long.getLong("fuzz.seed", 20260301);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int LIMIT = 4096;
    private static final Set<Integer> STATUSES = Set.of(200, 400, 401, 405, 413, 415, 500);

    private static final List<String> NASTY = List.of(
            "",
            " ",
            "\0",
            "0",
            "-1",
            "+5",
            "1e3",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999999999",
            "31556889864403200",
            "\u0661\u0662",
            "\ud800",
            "=",
            "====",
            "A".repeat(86) + "==",
            "/".repeat(86) + "==",
            "A".repeat(100_000),
            "A".repeat(43) + "=",
            "\r\nX: y",
            "%00",
            "\ufeff");

    private final WebhookSigner signer = WebhookSigner.generate();
    private final WebhookVerifier verifier = WebhookVerifier.builder()
            .publicKey(signer.publicKey())
            .maxBodyBytes(LIMIT)
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .build();

    /** One case of a run. */
    @FunctionalInterface
    private interface Case {
        void run(Random random);
    }

    @Test
    void mutatedWebhooksAreRefusedWithAReason() {
        forSomeTime(random -> {
            byte[] signed = bytes(random, 64);
            String timestamp = Long.toString(NOW.getEpochSecond());
            String signature = signer.signature(signed, timestamp);
            byte[] body = random.nextInt(3) == 0 ? mutate(random, signed) : signed;
            String givenSignature = random.nextInt(3) == 0 ? mutate(random, signature) : signature;
            String givenTimestamp = random.nextInt(3) == 0 ? mutate(random, timestamp) : timestamp;

            boolean passes = passes(body, givenSignature, givenTimestamp);

            boolean same = Arrays.equals(body, signed)
                    && stripped(givenSignature).equals(signature)
                    && stripped(givenTimestamp).equals(timestamp);
            assertThat(passes).isEqualTo(same);
        });
    }

    @Test
    void garbageIsRefusedWithAReason() {
        forSomeTime(random -> {
            boolean passes = passes(bytes(random, LIMIT + 10), text(random), text(random));

            assertThat(passes).isFalse();
        });
    }

    @Test
    void keysAreTakenOrInvalid() {
        byte[] good = Base64.getDecoder().decode(signer.publicKey());
        forSomeTime(random -> {
            String key =
                    random.nextBoolean() ? text(random) : Base64.getEncoder().encodeToString(mutate(random, good));
            try {
                WebhookVerifier.builder().publicKey(key).build();
            } catch (WebhookRejectedException e) {
                assertThat(e.reason()).isEqualTo(RejectionReason.INVALID_PUBLIC_KEY);
            }
        });
    }

    /** A key in a form that is read, whole or mutated: it is read as that key, or as another one, or refused. */
    @Test
    void formsOfAKeyAreReadAsThatKeyOrRefusedWithoutShowingThem() {
        byte[] good = Base64.getDecoder().decode(signer.publicKey());
        String der = "MCowBQYDK2VwAyEA" + Base64.getEncoder().encodeToString(good);
        List<String> forms = List.of(
                signer.publicKey(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(good),
                "\"" + signer.publicKey() + "\"",
                der,
                "-----BEGIN PUBLIC KEY-----\n" + der + "\n-----END PUBLIC KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\n" + der + "\n-----END PRIVATE KEY-----\n");
        forSomeTime(random -> {
            String form = forms.get(random.nextInt(forms.size()));
            String given = random.nextInt(4) == 0 ? form : mutate(random, form);
            try {
                int keys = WebhookVerifier.builder()
                        .publicKey(signer.publicKey())
                        .publicKey(given)
                        .build()
                        .keyCount();
                assertThat(keys).isLessThanOrEqualTo(given.equals(form) ? 1 : 2);
                assertThat(given).doesNotContain("PRIVATE");
            } catch (WebhookRejectedException e) {
                assertThat(e.reason()).isEqualTo(RejectionReason.INVALID_PUBLIC_KEY);
                assertThat(e.getMessage()).matches("[A-Za-z0-9 .,:;()-]+").doesNotContain(der, signer.publicKey());
                assertThat(form.contains("PRIVATE") || !given.equals(form)).isTrue();
            }
        });
    }

    @Test
    void theReceiverRespondsToWhateverComes() {
        List<VerifiedWebhook> handled = new ArrayList<>();
        WebhookReceiver receiver = new WebhookReceiver(verifier, handled::add);
        forSomeTime(random -> {
            handled.clear();
            Map<String, Collection<String>> headers = new HashMap<>();
            for (String name :
                    List.of("telnyx-signature-ed25519", "Telnyx-Timestamp", "content-encoding", "content-length")) {
                if (random.nextInt(4) > 0) {
                    headers.put(name, values(random));
                }
            }
            String method = random.nextInt(8) == 0 ? mutate(random, random.nextBoolean() ? "POST" : "GET") : "POST";

            WebhookResponse response = receiver.receive(
                    method, HeaderLookup.ofLists(headers), new ByteArrayInputStream(bytes(random, LIMIT + 10)));

            assertThat(response.status()).isIn(STATUSES);
            assertThat(handled).hasSize(response.status() == 200 ? 1 : 0);
            assertThat(response.body())
                    .matches("\\A(\\{\"reason\":\"[A-Z_]+\",\"message\":\"[A-Za-z0-9 ,:;_-]+\"})?\\z");
        });
    }

    private boolean passes(byte[] body, @Nullable String signature, @Nullable String timestamp) {
        try {
            assertThat(verifier.verify(body, signature, timestamp).body()).isEqualTo(body);
            return true;
        } catch (WebhookRejectedException e) {
            assertThat(e.reason()).isNotIn(RejectionReason.MISSING_PUBLIC_KEY, RejectionReason.INVALID_PUBLIC_KEY);
            return false;
        }
    }

    private static void forSomeTime(Case each) {
        long end = System.nanoTime() + TIME.toNanos();
        for (long number = 0; System.nanoTime() < end; number++) {
            try {
                each.run(new Random(SEED + number));
            } catch (RuntimeException | Error e) {
                throw new AssertionError("-Dfuzz.seed=" + (SEED + number) + " shows it at once", e);
            }
        }
    }

    private static List<String> values(Random random) {
        List<String> values = new ArrayList<>();
        for (int i = random.nextInt(4) == 0 ? random.nextInt(4) : 1; i > 0; i--) {
            values.add(text(random));
        }
        return values;
    }

    private static String text(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> NASTY.get(random.nextInt(NASTY.size()));
            case 1 -> new String(bytes(random, 200), UTF_8);
            case 2 -> Base64.getEncoder().encodeToString(bytes(random, 128));
            case 3 -> Base64.getEncoder().encodeToString(exactly(random, 64));
            default -> Long.toString(NOW.getEpochSecond() + random.nextInt(1000) - 500);
        };
    }

    private static String mutate(Random random, String text) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(mutated.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> mutated.insert(at, (char) random.nextInt(0x300));
                case 1 -> mutated.insert(at, NASTY.get(random.nextInt(NASTY.size())));
                case 2 -> mutated.delete(at, Math.min(mutated.length(), at + 1 + random.nextInt(4)));
                default -> mutated.insert(at, " \t".charAt(random.nextInt(2)));
            }
        }
        return mutated.toString();
    }

    private static byte[] mutate(Random random, byte[] bytes) {
        byte[] mutated = Arrays.copyOf(bytes, Math.max(1, bytes.length + random.nextInt(3) - 1));
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
        return mutated;
    }

    private static byte[] bytes(Random random, int limit) {
        return exactly(random, random.nextInt(limit));
    }

    private static byte[] exactly(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String stripped(String header) {
        return header.replaceAll("\\A[ \\t]+|[ \\t]+\\z", "");
    }
}
