package org.telnyx4j.benchmarks.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.Locale;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.events.routing.WebhookEvents;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.webhooks.WebhookVerifier;

/**
 * Builds a verifier, and verifies and parses the first webhook, in a JVM of its own. Prints the milliseconds of all of it,
 * and those after the verifier was built.
 */
public final class WebhookRun {
    static final byte[] BODY =
            ("{\"data\":{\"event_type\":\"message.received\",\"id\":\"b301ed3f-1490-491f-995f-6e64e69674d4\",\"occurred_at\":"
                            + "\"2026-01-01T12:00:00.000+00:00\",\"payload\":{\"cc\":[],\"completed_at\":null,\"cost\":null,"
                            + "\"direction\":\"inbound\",\"encoding\":\"GSM-7\",\"errors\":[],\"from\":{\"carrier\":\"Bell\","
                            + "\"line_type\":\"Wireless\",\"phone_number\":\"+14165550123\"},\"id\":"
                            + "\"84cca175-9755-4859-b67f-4730d7f58aa3\",\"media\":[],\"messaging_profile_id\":"
                            + "\"740572b6-099c-44a1-89b9-6c92163bc68d\",\"organization_id\":"
                            + "\"47a530f8-4362-4526-829b-bcee17fd9f7a\",\"parts\":1,\"received_at\":"
                            + "\"2026-01-01T12:00:00.000+00:00\",\"record_type\":\"message\",\"sent_at\":null,\"subject\":null,"
                            + "\"tags\":[],\"text\":\"Hello\",\"to\":[{\"carrier\":\"Telnyx\",\"line_type\":\"Wireless\","
                            + "\"phone_number\":\"+14165550199\",\"status\":\"webhook_delivered\"}],\"type\":\"SMS\","
                            + "\"valid_until\":null,\"webhook_failover_url\":null,\"webhook_url\":"
                            + "\"https://example.com/telnyx\"},\"record_type\":\"event\"},\"meta\":{\"attempt\":1,"
                            + "\"delivered_to\":\"https://example.com/telnyx\"}}")
                    .getBytes(StandardCharsets.UTF_8);

    private WebhookRun() {}

    /** Takes the way, the public key, and the texts of the two headers. */
    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        Reader reader = args[0].equals(Ways.LIBRARY)
                ? byLibrary(args[1])
                : byHand(Base64.getDecoder().decode(args[1]));
        long built = System.nanoTime();
        String text = reader.read(args[2], args[3]);
        long end = System.nanoTime();
        if (!text.equals("Hello")) {
            throw new IllegalStateException("Not read: " + text);
        }
        System.out.printf(Locale.ROOT, "%.2f %.2f%n", (end - start) / 1e6, (end - built) / 1e6);
    }

    /** Verifies and parses. */
    private interface Reader {
        String read(String signature, String timestamp) throws GeneralSecurityException, IOException;
    }

    private static Reader byLibrary(String publicKey) {
        WebhookVerifier verifier =
                WebhookVerifier.builder().publicKey(publicKey).build();
        return (signature, timestamp) -> {
            WebhookEvent event = WebhookEvents.parse(verifier.verify(BODY, signature, timestamp));
            return String.valueOf(((MessageEvent.Received) event).payload().getText());
        };
    }

    /** The JDK's signature check and Jackson, without a check of the time. */
    private static Reader byHand(byte[] key) throws GeneralSecurityException {
        byte[] bigEndian = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            bigEndian[i] = key[key.length - 1 - i];
        }
        boolean odd = (bigEndian[0] & 0x80) != 0;
        bigEndian[0] &= 0x7f;
        EdECPublicKeySpec spec =
                new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bigEndian)));
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(spec));
        return (signature, timestamp) -> {
            check.update((timestamp + "|").getBytes(StandardCharsets.US_ASCII));
            check.update(BODY);
            if (!check.verify(Base64.getDecoder().decode(signature))) {
                throw new GeneralSecurityException("Not verified");
            }
            JsonNode event = new ObjectMapper().readTree(BODY);
            return event.path("data").path("payload").path("text").asText();
        };
    }
}
