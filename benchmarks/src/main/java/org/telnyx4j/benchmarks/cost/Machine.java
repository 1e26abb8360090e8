package org.telnyx4j.benchmarks.cost;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The machine and the JVM, and how busy the machine was with other things. */
final class Machine {
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final double loadAtFirst = load();

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    Map<String, String> describe() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Date", begin.toString());
        facts.put("Processors", Runtime.getRuntime().availableProcessors() + " x " + processor());
        facts.put("System", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("Load before and after", String.format(Locale.ROOT, "%.1f, %.1f", loadAtFirst, load()));
        return facts;
    }

    private static String processor() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
                if (line.startsWith("model name")) {
                    return line.substring(line.indexOf(':') + 1).strip();
                }
            }
        } catch (IOException e) {
            // Not on this system.
        }
        return System.getProperty("os.arch");
    }
}
