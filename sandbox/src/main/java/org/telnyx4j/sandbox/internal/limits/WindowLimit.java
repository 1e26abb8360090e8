package org.telnyx4j.sandbox.internal.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Admits so many things of each kind in each window of time. A window begins with the first of them. */
final class WindowLimit {
    private final int limit;
    private final Duration window;
    private final Map<String, Window> windows = new HashMap<>();

    WindowLimit(int limit, Duration window) {
        this.limit = limit;
        this.window = window;
    }

    private static final class Window {
        private final Instant end;
        private int used;

        Window(Instant end) {
            this.end = end;
        }
    }

    /** Takes one of what is left in the window, if there is any left. */
    synchronized Grant take(String kind, Instant now) {
        Window current = windows.get(kind);
        if (current == null || !current.end.isAfter(now)) {
            current = new Window(now.plus(window));
            windows.put(kind, current);
        }
        boolean admitted = current.used < limit;
        if (admitted) {
            current.used++;
        }
        return new Grant(admitted, limit, limit - current.used, Duration.between(now, current.end));
    }

    synchronized void clear() {
        windows.clear();
    }
}
