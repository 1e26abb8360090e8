package org.telnyx4j.internal.telemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Finds the global OpenTelemetry and never sets it: {@code GlobalOpenTelemetry.get()} would, and an SDK that comes
 * later would be refused.
 */
final class GlobalLookup {
    private static final String SDK = "io/opentelemetry/sdk/OpenTelemetrySdk.class";

    private volatile State state = State.NEW;

    private enum State {
        /** It was not looked up yet. */
        NEW,
        /** There is nothing in sight, and the first operation is left alone. */
        FIRST_UNDER_WAY,
        /** It is looked up each time. */
        LOOKING,
        /** It cannot be asked. */
        UNUSABLE
    }

    /**
     * Looks.
     *
     * @return the global one, or null while nobody has set it
     */
    @Nullable
    OpenTelemetry find() {
        if (state == State.NEW) {
            state = isInSight() ? State.LOOKING : State.FIRST_UNDER_WAY;
        }
        return state == State.LOOKING ? ask() : null;
    }

    boolean isFirstUnderWay() {
        return state == State.FIRST_UNDER_WAY;
    }

    /** Notes that the first operation is over. */
    void firstIsOver() {
        if (state == State.FIRST_UNDER_WAY) {
            state = State.LOOKING;
        }
    }

    private @Nullable OpenTelemetry ask() {
        try {
            return GlobalOpenTelemetry.isSet() ? GlobalOpenTelemetry.getOrNoop() : null;
        } catch (LinkageError e) {
            return askOlderApi();
        }
    }

    /**
     * An API before 1.57 cannot be asked without setting it, and before 1.0 not at all. Where an agent is, it has set it
     * already.
     */
    private @Nullable OpenTelemetry askOlderApi() {
        try {
            if (Agent.isThere()) {
                return GlobalOpenTelemetry.get();
            }
            if (ours(SDK)) {
                System.getLogger(GlobalLookup.class.getName())
                        .log(
                                Level.WARNING,
                                "No spans and no metrics of telnyx4j: the global OpenTelemetry can be used with opentelemetry-api"
                                        + " 1.57 or later, and this one is older. Give the client the OpenTelemetry to report to,"
                                        + " with Telnyx.builder().openTelemetry(...)");
            }
        } catch (LinkageError e) {
            // The application has no OpenTelemetry API.
        }
        state = State.UNUSABLE;
        return null;
    }

    /**
     * Asking takes 20 ns, but the first time some 20 ms, as it starts java.util.logging. That is too much for the first
     * message of a process that has neither SDK nor agent. Whoever sets the global one without either is found with
     * the second operation.
     */
    private static boolean isInSight() {
        return ours(SDK) || Agent.isThere();
    }

    private static boolean ours(String resource) {
        ClassLoader loader = GlobalLookup.class.getClassLoader();
        return loader == null || loader.getResource(resource) != null;
    }
}
