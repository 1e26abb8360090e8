package org.telnyx4j.webhooks.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Map;
import org.telnyx4j.webhooks.HeaderLookup;
import org.telnyx4j.webhooks.WebhookReceiver;
import org.telnyx4j.webhooks.WebhookRejectedException;
import org.telnyx4j.webhooks.WebhookSigner;
import org.telnyx4j.webhooks.WebhookVerifier;

/**
 * What Jazzer calls in the profile {@code jazzer}: whatever is thrown but a refusal is a finding, and so is a webhook that
 * passes, as no input holds a signature by a key that is made anew for each run. Jazzer's own JUnit extension is made for
 * JUnit 5, so it is not used; its driver needs nothing but this method.
 */
public final class JazzerTarget {
    private static final WebhookVerifier VERIFIER = WebhookVerifier.builder()
            .publicKey(WebhookSigner.generate().publicKey())
            .build();
    private static final WebhookReceiver RECEIVER = new WebhookReceiver(VERIFIER, webhook -> {
        throw new IllegalStateException("a forged webhook passed");
    });

    private JazzerTarget() {}

    public static void fuzzerTestOneInput(byte[] data) {
        int third = data.length / 3;
        String signature = new String(data, 0, third, ISO_8859_1);
        String timestamp = new String(data, third, third, ISO_8859_1);
        byte[] body = Arrays.copyOfRange(data, 2 * third, data.length);
        HeaderLookup headers = HeaderLookup.of(
                Map.of(WebhookVerifier.SIGNATURE_HEADER, signature, WebhookVerifier.TIMESTAMP_HEADER, timestamp));

        int status = RECEIVER.receive("POST", headers, new ByteArrayInputStream(body))
                .status();
        if (status < 400 || status > 499) {
            throw new IllegalStateException("responded with " + status);
        }
        try {
            WebhookVerifier.builder().publicKey(signature).build();
        } catch (WebhookRejectedException e) {
            // The only way in which a key may be refused.
        }
    }
}
