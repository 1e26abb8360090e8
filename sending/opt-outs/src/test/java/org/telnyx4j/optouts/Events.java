package org.telnyx4j.optouts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.events.routing.WebhookEvents;
import org.telnyx4j.webhooks.WebhookSigner;
import org.telnyx4j.webhooks.WebhookVerifier;

/** Events as they come, verified the only way there is: by signing them first. */
final class Events {
    private static final WebhookSigner SIGNER = WebhookSigner.generate();
    private static final WebhookVerifier VERIFIER =
            WebhookVerifier.builder().publicKey(SIGNER.publicKey()).build();

    private Events() {}

    static WebhookEvent parse(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = SIGNER.headers(bytes);
        return WebhookEvents.parse(VERIFIER.verify(
                bytes, headers.get(WebhookVerifier.SIGNATURE_HEADER), headers.get(WebhookVerifier.TIMESTAMP_HEADER)));
    }

    /** A received message, with what Telnyx has recognised in it as Telnyx's documentation has it. */
    static WebhookEvent received(Instant at, String person, String number, @Nullable String profile, String text) {
        return received(at, person, number, profile, text, null);
    }

    static WebhookEvent received(
            @Nullable Instant at,
            String person,
            String number,
            @Nullable String profile,
            String text,
            @Nullable String autoresponseType) {
        return parse("""
                {"data":{"event_type":"message.received","id":"e-1",%s"record_type":"event","payload":{
                 "id":"m-1","record_type":"message","direction":"inbound","type":"SMS",%s%s
                 "from":{"phone_number":"%s"},"to":[{"phone_number":"%s"}],"text":"%s"}}}
                """.formatted(
                        at == null ? "" : "\"occurred_at\":\"" + at + "\",",
                        profile == null ? "" : "\"messaging_profile_id\":\"" + profile + "\",",
                        autoresponseType == null ? "" : "\"autoresponse_type\":\"" + autoresponseType + "\",",
                        person,
                        number,
                        text));
    }

    /** A message of the account that is over, as it was blocked. */
    static WebhookEvent blocked(Instant at, String number, @Nullable String profile, String recipients) {
        return parse("""
                {"data":{"event_type":"message.finalized","id":"e-2","occurred_at":"%s","record_type":"event","payload":{
                 "id":"m-2","record_type":"message","direction":"outbound","type":"SMS",%s
                 "from":{"phone_number":"%s"},"to":[%s],"text":"Hi",
                 "errors":[{"code":"40300","title":"Blocked due to STOP message"}]}}}
                """.formatted(
                at, profile == null ? "" : "\"messaging_profile_id\":\"" + profile + "\",", number, recipients));
    }
}
