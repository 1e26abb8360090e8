package org.telnyx4j.platforms;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.telnyx4j.Telnyx;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.sandbox.TelnyxSandbox;

/**
 * An SDK of OpenTelemetry with an API that cannot be asked for the global one: every message is sent, and one warning is
 * logged, not one for each.
 */
public final class OldApiProbe {
    private OldApiProbe() {}

    /** Runs. */
    public static void main(String[] args) {
        List<String> warnings = new ArrayList<>();
        Logger logger = Logger.getLogger("org.telnyx4j.internal.telemetry.GlobalLookup");
        logger.addHandler(new Handler() {
            @Override
            public void publish(LogRecord record) {
                warnings.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        try (TelnyxSandbox sandbox = TelnyxSandbox.start();
                Telnyx telnyx = Telnyx.builder()
                        .apiKey(sandbox.apiKey())
                        .baseUrl(sandbox.baseUrl().toString())
                        .from("+14165550199")
                        .build()) {
            for (int i = 0; i < 3; i++) {
                telnyx.messages()
                        .send(OutgoingMessage.builder()
                                .to("+14165550123")
                                .text("Hi!")
                                .build());
            }
        }
        warnings.forEach(System.out::println);
        boolean once = warnings.size() == 1 && warnings.get(0).contains("openTelemetry(...)");
        System.out.println(once ? "PROBE OK" : "FAILED: " + warnings.size() + " warnings");
        System.exit(once ? 0 : 1);
    }
}
