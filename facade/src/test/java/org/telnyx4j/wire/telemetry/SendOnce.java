package org.telnyx4j.wire.telemetry;

import org.telnyx4j.Telnyx;
import org.telnyx4j.generated.model.OutgoingMessage;

/** Sends one message, in a process of its own. */
final class SendOnce {
    private SendOnce() {}

    public static void main(String[] baseUrl) {
        try (Telnyx telnyx = Telnyx.builder()
                .apiKey("KEY0123456789abcdef")
                .from("+14165550199")
                .baseUrl(baseUrl[0])
                .build()) {
            telnyx.messages()
                    .send(OutgoingMessage.builder()
                            .to("+14165550123")
                            .text("Hi")
                            .build());
        }
    }
}
