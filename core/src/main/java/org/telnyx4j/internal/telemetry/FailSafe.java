package org.telnyx4j.internal.telemetry;

import java.util.function.Supplier;

/**
 * Runs code of an OpenTelemetry that may be broken. A message that was sent must not turn into an exception because it
 * could not be reported.
 */
final class FailSafe {
    private FailSafe() {}

    static void run(Runnable code) {
        try {
            code.run();
        } catch (Throwable ignored) {
            // There is nowhere to report it: what would take the report is what failed.
        }
    }

    static <T> T get(Supplier<T> code, T otherwise) {
        try {
            T value = code.get();
            return value == null ? otherwise : value;
        } catch (Throwable ignored) {
            return otherwise;
        }
    }
}
