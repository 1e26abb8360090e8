package org.telnyx4j.benchmarks.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A process whose wall clock is wrong: the calls that read the clock are replaced by a small library, which the machine's C
 * compiler builds. Nobody else's clock changes.
 */
final class WrongClock implements AutoCloseable {
    private final Path directory;

    private WrongClock(Path directory) {
        this.directory = directory;
    }

    /** Builds it; empty where there is no C compiler, or the system has no such library. */
    static Optional<WrongClock> build() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("telnyx4j-clock");
        WrongClock clock = new WrongClock(directory);
        Path source = directory.resolve("wrong-clock.c");
        try (InputStream in = WrongClock.class.getResourceAsStream("wrong-clock.c")) {
            if (in == null) {
                throw new IOException("wrong-clock.c is not on the class path");
            }
            Files.copy(in, source);
        }
        if (compiles(source, clock.library()) && !clock.now().equals("")) {
            long shown = Long.parseLong(clock.now());
            long right = System.currentTimeMillis() / 1_000;
            if (shown - right > Duration.ofMinutes(50).toSeconds()) {
                return Optional.of(clock);
            }
        }
        clock.close();
        return Optional.empty();
    }

    private static boolean compiles(Path source, Path library) throws InterruptedException {
        try {
            return new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noCompiler) {
            return false;
        }
    }

    private String now() throws IOException {
        ProcessBuilder date = new ProcessBuilder("date", "+%s").redirectError(ProcessBuilder.Redirect.DISCARD);
        date.environment().putAll(environment(Duration.ofHours(1)));
        return new String(date.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private Path library() {
        return directory.resolve("wrong-clock.so");
    }

    /** Returns the environment of a process whose clock is wrong by this. */
    Map<String, String> environment(Duration shift) {
        return Map.of("LD_PRELOAD", library().toString(), "WRONG_CLOCK_SECONDS", Long.toString(shift.toSeconds()));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(directory.resolve("wrong-clock.c"));
        Files.deleteIfExists(library());
        Files.deleteIfExists(directory);
    }
}
