package org.telnyx4j.wire.telemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.ContextStorageProvider;
import io.opentelemetry.context.Scope;
import org.telnyx4j.Telnyx;
import org.telnyx4j.generated.model.OutgoingMessage;

/** Sends two messages where no context can be read or set, in a process of its own. */
public final class SendInBrokenContext implements ContextStorageProvider {
    /** Sends them. */
    public static void main(String[] baseUrl) {
        boolean broken = false;
        try {
            Context.current();
        } catch (IllegalStateException e) {
            broken = true;
        }
        if (!broken) {
            throw new AssertionError("The context is not broken");
        }
        try (Recorder recorder = new Recorder();
                Telnyx telnyx = Telnyx.builder()
                        .apiKey(PrivateValues.KEY)
                        .from(PrivateValues.SENDER)
                        .baseUrl(baseUrl[0])
                        .openTelemetry(recorder.sdk)
                        .build()) {
            for (int i = 0; i < 2; i++) {
                telnyx.messages()
                        .send(OutgoingMessage.builder()
                                .to(PrivateValues.NUMBER)
                                .text("Hi")
                                .build());
            }
        }
    }

    @Override
    public ContextStorage get() {
        return new ContextStorage() {
            @Override
            public Scope attach(Context context) {
                throw new IllegalStateException("broken when set");
            }

            @Override
            public Context current() {
                throw new IllegalStateException("broken when read");
            }
        };
    }
}
