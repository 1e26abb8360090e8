package org.telnyx4j.internal.telemetry;

import org.jspecify.annotations.Nullable;
import org.telnyx4j.messaging.Cost;

/** An operation that nobody looks at. */
class UnobservedOperation implements ActiveOperation {
    static final ActiveOperation INSTANCE = new UnobservedOperation();

    @Override
    public void messageId(@Nullable String id) {}

    @Override
    public void messageParts(@Nullable Integer parts) {}

    @Override
    public void messageCost(@Nullable Cost cost) {}

    @Override
    public void callControlId(@Nullable String id) {}

    @Override
    public void commandId(@Nullable String id) {}

    @Override
    public void end(@Nullable Throwable failure) {}

    /** The first one, which nobody could look at yet. */
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
