package org.telnyx4j.testing;

import java.time.Duration;
import org.telnyx4j.Telnyx;
import org.telnyx4j.messaging.OutgoingMessage;

/** Values that many tests use, and that none of them is about. */
public final class Fixtures {
    public static final String KEY = "KEY0189ABCDEF_test";
    public static final String FROM = "+14165550199";
    public static final String TO = "+14165550123";
    public static final String TEXT = "Hello there";

    /** An answer to a sent message that has everything. */
    public static final String SENT = """
            {"data":{"record_type":"message","id":"40385f64-5717-4562-b3fc-2c963f66afa6","type":"SMS",
             "direction":"outbound","from":{"phone_number":"+14165550199","carrier":"Telnyx"},
             "to":[{"phone_number":"+14165550123","status":"queued","carrier":"Bell","line_type":"Wireless"}],
             "text":"Hello there","parts":1,"encoding":"GSM-7","cost":{"amount":"0.0051","currency":"USD"},
             "received_at":"2026-03-04T05:06:07.123+00:00","sent_at":null,"errors":[]}}
            """;

    private Fixtures() {}

    /** Returns a message that breaks no rule. */
    public static OutgoingMessage message() {
        return OutgoingMessage.to(TO).text(TEXT).build();
    }

    /** Returns a client of a server with all that a message needs, and a deadline that a passing test never meets. */
    public static Telnyx.Builder client(RawServer server) {
        return Telnyx.builder().baseUrl(server.baseUrl()).apiKey(KEY).from(FROM).timeout(Duration.ofSeconds(20));
    }
}
