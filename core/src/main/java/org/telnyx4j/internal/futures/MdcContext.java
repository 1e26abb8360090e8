package org.telnyx4j.internal.futures;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Takes SLF4J's MDC along to another thread. HttpClient brings SLF4J; without it, there is nothing to take along. */
final class MdcContext {
    private MdcContext() {}

    static Runnable carried(Runnable task) {
        Map<String, String> ofCaller;
        try {
            ofCaller = MDC.getCopyOfContextMap();
        } catch (LinkageError | RuntimeException e) {
            return task;
        }
        return () -> {
            Map<String, String> before = MDC.getCopyOfContextMap();
            set(ofCaller);
            try {
                task.run();
            } finally {
                set(before);
            }
        };
    }

    private static void set(@Nullable Map<String, String> map) {
        if (map == null || map.isEmpty()) {
            MDC.clear();
        } else {
            MDC.setContextMap(map);
        }
    }
}
