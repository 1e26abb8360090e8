package org.telnyx4j.platforms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import org.telnyx4j.Telnyx;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.events.routing.WebhookEvents;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.webhooks.HeaderLookup;
import org.telnyx4j.webhooks.VerifiedWebhook;
import org.telnyx4j.webhooks.WebhookRejectedException;
import org.telnyx4j.webhooks.WebhookSigner;
import org.telnyx4j.webhooks.WebhookVerifier;

/**
 * Does on a class path what applications do: sends, lists, verifies, parses, starts the sandbox. It ends with 0 and the
 * line {@code PROBE OK}, or says what does not work.
 */
public final class Probe {
    private static final String TEXT = "Grüße 😀, it works";
    private static final byte[] BODY = ("{\"data\":{\"record_type\":\"event\",\"event_type\":\"message.received\","
                    + "\"id\":\"b301ed3f-1490-491f-995f-6e64e69674d4\",\"occurred_at\":\"2026-01-01T12:00:00Z\","
                    + "\"payload\":{\"record_type\":\"message\",\"direction\":\"inbound\",\"text\":\"" + TEXT
                    + "\",\"not_known_yet\":[1]}}}")
            .getBytes(UTF_8);

    private Probe() {}

    /**
     * Runs the probe.
     *
     * @param args {@code --linked} to check every reference of the library's classes, too
     */
    public static void main(String[] args) {
        if (Set.of(args).contains("--linked")) {
            Set<String> missing = LinkCheck.run(Set.of("jakarta/servlet/", "com/sun/net/httpserver/"));
            missing.forEach(System.out::println);
            check(missing.isEmpty(), "links: " + missing.size() + " references lead nowhere");
        }
        webhooks();
        try (TelnyxSandbox sandbox = TelnyxSandbox.start();
                Telnyx telnyx = Telnyx.builder()
                        .apiKey(sandbox.apiKey())
                        .baseUrl(sandbox.baseUrl().toString())
                        .from("+14165550199")
                        .build()) {
            MessageResult sent = telnyx.messages()
                    .send(OutgoingMessage.builder().to("+14165550123").text(TEXT).build());
            MessageResult again = telnyx.messages().retrieve(sent.id());
            check(again.toJson().contains(TEXT) || again.toJson().contains("\\uD83D\\uDE00"), "text: " + again.toJson());
            check(telnyx.phoneNumbers().list().stream().count() >= 0, "list");
        }
        System.out.println("PROBE OK");
        // Threads of a library that this program does not end would keep it alive, and hide that it ended well.
        System.exit(0);
    }

    private static void webhooks() {
        WebhookSigner signer = WebhookSigner.generate();
        WebhookVerifier verifier =
                WebhookVerifier.builder().publicKey(signer.publicKey()).build();
        VerifiedWebhook webhook = verifier.verify(BODY, HeaderLookup.of(signer.headers(BODY)));
        WebhookEvent event = WebhookEvents.parse(webhook);
        check(
                event instanceof MessageEvent.Received received
                        && TEXT.equals(received.payload().getText()),
                "event: " + event);
        byte[] forged = BODY.clone();
        forged[forged.length - 10] ^= 1;
        try {
            verifier.verify(forged, HeaderLookup.of(signer.headers(BODY)));
            check(false, "a forged webhook was taken");
        } catch (WebhookRejectedException e) {
            check(e.reason().name().equals("SIGNATURE_MISMATCH"), "reason: " + e.reason());
        }
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            System.out.println("FAILED: " + what);
            System.exit(1);
        }
    }
}
