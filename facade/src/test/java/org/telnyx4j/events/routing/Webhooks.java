package org.telnyx4j.events.routing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.webhooks.VerifiedWebhook;
import org.telnyx4j.webhooks.WebhookSigner;
import org.telnyx4j.webhooks.WebhookVerifier;

/** Bodies of webhooks, verified the only way there is: by signing them first. */
final class Webhooks {
    static final String CALL_CONTROL_ID = "v3:MdI91X4lWFEs7IgbBEOT9M4AigoY08M0WWZFISt1Yw2axZ_IiE4pqg";

    private static final WebhookSigner SIGNER = WebhookSigner.generate();
    private static final WebhookVerifier VERIFIER =
            WebhookVerifier.builder().publicKey(SIGNER.publicKey()).build();

    private Webhooks() {}

    static VerifiedWebhook verified(byte[] body) {
        Map<String, String> headers = SIGNER.headers(body);
        return VERIFIER.verify(
                body, headers.get(WebhookVerifier.SIGNATURE_HEADER), headers.get(WebhookVerifier.TIMESTAMP_HEADER));
    }

    static VerifiedWebhook verified(String body) {
        return verified(body.getBytes(StandardCharsets.UTF_8));
    }

    static WebhookEvent parse(String body) {
        return WebhookEvents.parse(verified(body));
    }

    static String body(String type, String id, String payload) {
        return """
                {"data":{"event_type":"%s","id":"%s","occurred_at":"2026-03-04T05:06:07.250Z",
                 "payload":%s,"record_type":"event"},
                 "meta":{"attempt":1,"delivered_to":"https://example.com/telnyx"}}
                """.formatted(type, id, payload);
    }

    static String answered(String id) {
        return body("call.answered", id, """
                {"call_control_id":"%s","call_leg_id":"428c31b6-7af4-4bcb-b7f5-5013ef9657c1",
                 "call_session_id":"428c31b6-abf3-3bc1-b7f4-5013ef9657c1","client_state":"b3JkZXItNDcxMQ==",
                 "connection_id":"1684641123236054244","custom_headers":[{"name":"X-Ticket","value":"17"}],
                 "from":"+14165550123","to":"+14165550199","start_time":"2026-03-04T05:06:00Z","state":"answered"}
                """.formatted(CALL_CONTROL_ID));
    }

    static String message(String type, String id, String status) {
        return body(type, id, """
                {"id":"40385f64-5717-4562-b3fc-2c963f66afa6","record_type":"message","direction":"outbound",
                 "type":"SMS","from":{"phone_number":"+14165550199","carrier":"Telnyx","line_type":"VoIP"},
                 "to":[{"phone_number":"+14165550123","status":"%s","carrier":"Bell","line_type":"Wireless"}],
                 "text":"Your code is 123456","parts":1,"encoding":"GSM-7","tags":[],"media":[],"errors":[],
                 "cost":{"amount":"0.0040","currency":"USD"},"received_at":"2026-03-04T05:06:06.000+00:00",
                 "sent_at":"2026-03-04T05:06:07.000+00:00","completed_at":null,"valid_until":null}
                """.formatted(status));
    }
}
