package org.telnyx4j.internal.telemetry;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An operation that nobody listens to: a no-op. */
class UnobservedOperation implements ActiveOperation {
    @Override
    public void messageId(@Nullable String id) {}

    @Override
    public void messageParts(@Nullable Integer parts) {}

    @Override
    public void messageCost(@Nullable BigDecimal amount, @Nullable String currency) {}

    @Override
    public void callControlId(@Nullable String id) {}

    @Override
    public void commandId(@Nullable String id) {}

    @Override
    public boolean isObserved() {
        return false;
    }

    @Override
    public void end(@Nullable Throwable failure) {}

    /** The first operation, before the global OpenTelemetry is looked up. */
    static final class First extends UnobservedOperation {
        private final GlobalLookup global;

        First(GlobalLookup global) {
            this.global = global;
        }

        @Override
        public void end(@Nullable Throwable failure) {
            global.firstIsOver();
        }
    }
}
