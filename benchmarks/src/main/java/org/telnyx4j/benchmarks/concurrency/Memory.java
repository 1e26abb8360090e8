package org.telnyx4j.benchmarks.concurrency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory this process has, as Linux counts it: heap, threads, code and all. */
final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Memory() {}

    /** Returns the most that it ever had, in MB, or -1 where that is not known. */
    static long mostMegabytes() throws IOException {
        return megabytes("VmHWM:");
    }

    /** Returns what it has, in MB, or -1 where that is not known. */
    static long megabytes() throws IOException {
        return megabytes("VmRSS:");
    }

    private static long megabytes(String name) throws IOException {
        if (!Files.exists(STATUS)) {
            return -1;
        }
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith(name)) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024;
            }
        }
        return -1;
    }
}
