package org.telnyx4j.sandbox.internal.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.internal.http.HttpResponse;

/**
 * Responds with the state as soon as it isn't the one that the caller has (long polling). It compares several times a
 * second: a state is small, and so nothing in the sandbox has to announce that it changed.
 */
final class StateFeed {
    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final long PAUSE_MILLIS = 150;

    private final Supplier<Map<String, @Nullable Object>> state;
    private final boolean timeCounts;

    StateFeed(Supplier<Map<String, @Nullable Object>> state, boolean timeCounts) {
        this.state = state;
        this.timeCounts = timeCounts;
    }

    /**
     * Waits for a state that is another than the caller's, for 20 seconds at most.
     *
     * @param known the version that the caller has, or an empty string
     * @return the state, or 204 if nothing changed
     */
    HttpResponse respond(String known) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            Map<String, @Nullable Object> now = new LinkedHashMap<>(state.get());
            String version = versionOf(now);
            if (!version.equals(known)) {
                now.put("version", version);
                return ControlHandler.json(now);
            }
            if (System.nanoTime() > end) {
                return HttpResponse.of(204);
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return HttpResponse.of(204);
            }
        }
    }

    /** Of everything but the time, which always changes on a clock that runs. */
    private String versionOf(Map<String, @Nullable Object> all) {
        Map<String, @Nullable Object> compared = new LinkedHashMap<>(all);
        if (!timeCounts) {
            compared.remove("sandbox");
        }
        CRC32C checksum = new CRC32C();
        byte[] bytes = ControlJson.write(compared);
        checksum.update(bytes, 0, bytes.length);
        return Long.toHexString(checksum.getValue()) + "-" + bytes.length;
    }
}
