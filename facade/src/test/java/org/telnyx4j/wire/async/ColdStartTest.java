package org.telnyx4j.wire.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telnyx4j.Telnyx;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.testing.RawServer;

/** A program that calls nothing asynchronously loads nothing for it. */
class ColdStartTest {
    @TempDir
    private Path folder;

    /** Sends one message, as the program of a user does. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) {
            try (Telnyx telnyx = Telnyx.builder()
                    .apiKey("key")
                    .from(Fixtures.FROM)
                    .baseUrl(args[0])
                    .build()) {
                telnyx.messages().send(Fixtures.message());
                if (args.length > 1) {
                    telnyx.async().messages().send(Fixtures.message()).join();
                }
            }
        }
    }

    @Test
    void aSendLoadsNoClassOfAsynchronousCalls() throws Exception {
        assertThat(loaded())
                .filteredOn(line -> line.contains(" org.telnyx4j."))
                .isNotEmpty()
                .noneMatch(ColdStartTest::isAsync);
        // So that the names above are those that count.
        assertThat(loaded("async")).anyMatch(ColdStartTest::isAsync);
    }

    private static boolean isAsync(String line) {
        return line.contains("org.telnyx4j.async.")
                || line.contains("org.telnyx4j.internal.async.")
                || line.contains("org.telnyx4j.internal.futures.")
                || line.contains("VirtualThreads")
                || line.contains(".Async");
    }

    private List<String> loaded(String... more) throws Exception {
        Path log = folder.resolve("classes" + more.length + ".log");
        Path output = folder.resolve("output.txt");
        try (RawServer server = RawServer.answering(RawServer.json(200, Fixtures.SENT))) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xlog:class+load:file=" + log,
                    "-cp",
                    System.getProperty("java.class.path"),
                    Program.class.getName(),
                    server.baseUrl()));
            command.addAll(List.of(more));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        }
        return Files.readAllLines(log);
    }
}
