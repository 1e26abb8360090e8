package org.telnyx4j.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.telnyx4j.databases.TestDatabase;

/** The command as a process of its own, ended in the middle; what counts is in the books of the sandbox. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledBroadcastTest {
    private static final int PEOPLE = 300;
    private static final int WORKERS = 8;

    @TempDir
    Path folder;

    private Books books;
    private final List<Process> processes = new ArrayList<>();
    private int starts;

    @BeforeEach
    void open() {
        books = new Books(folder);
        books.people(PEOPLE);
    }

    @AfterEach
    void close() {
        processes.forEach(Process::destroyForcibly);
        books.close();
    }

    @Test
    void killedAtAnyPointEachRecipientGetsAtMostOneTextAndNobodyIsForgotten() throws Exception {
        killedAtAnyPoint();
    }

    @Test
    void onPostgreSqlEachRecipientGetsAtMostOneText() throws Exception {
        try (TestDatabase database = TestDatabase.postgres()) {
            books.environment.putAll(Map.of("DATABASE_USER", database.user(), "DATABASE_PASSWORD", ""));
            killedAtAnyPoint("--database", database.url());
        }
    }

    private void killedAtAnyPoint(String... more) throws Exception {
        killWhen(start(more), () -> printed().contains("Checking the file")); // before or while all is queued
        killWhen(
                start(more),
                () -> printed().contains("of 300 queued") || !books.messages().isEmpty());
        for (int sent : new int[] {1, 60, 61, 150, 220}) {
            killWhen(start(more), () -> books.messages().size() >= sent);
        }
        Process last = start(more);
        assertThat(last.waitFor()).as(printed()).isIn(ExitCode.ALL_SENT, ExitCode.SOME_FAILED);

        Map<String, Long> received = books.received();
        assertThat(received)
                .allSatisfy((number, count) -> assertThat(count).as(number).isEqualTo(1));
        Set<Long> lines = new HashSet<>();
        long notKnown = 0;
        for (String row : books.report(".csv").lines().skip(1).toList()) {
            String[] fields = row.split(",", -1);
            lines.add(Long.parseLong(fields[0]));
            boolean isSent = received.containsKey(Books.number(Integer.parseInt(fields[0]) - 2));
            if (Set.of("UNKNOWN", "PARKED").contains(fields[1])) {
                notKnown++;
            } else {
                assertThat(fields[1]).as(row).isEqualTo("SENT");
                assertThat(isSent).as(row).isTrue();
            }
        }
        assertThat(lines).as("each row is accounted for").hasSize(PEOPLE);
        assertThat(notKnown).as("only what was on its way is unknown").isLessThanOrEqualTo(7L * WORKERS);
        assertThat(received.size()).isGreaterThanOrEqualTo(PEOPLE - (int) notKnown);
    }

    @Test
    void askedToEndItFinishesWhatIsOnItsWayAndGoesOnLater() throws Exception {
        Process first = start();
        await(first, () -> books.messages().size() >= 20);
        first.destroy(); // SIGTERM, which takes the way of Ctrl-C

        assertThat(first.waitFor()).as(printed()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(printed()).contains("Interrupted").contains("The same command goes on where this ended");
        int sent = books.messages().size();
        assertThat(sent).isLessThan(PEOPLE);
        assertThat(books.report(".csv")
                        .lines()
                        .filter(line -> line.contains(",SENT,"))
                        .count())
                .isEqualTo(sent);
        assertThat(books.report(".csv")).doesNotContain("SENDING").doesNotContain("UNKNOWN");

        assertThat(start().waitFor()).as(printed()).isEqualTo(ExitCode.ALL_SENT);
        assertThat(books.received())
                .hasSize(PEOPLE)
                .allSatisfy((number, count) -> assertThat(count).isEqualTo(1));
    }

    @Test
    void twoAtOnceOnOneFileDoNotBothSend() throws Exception {
        Process first = start();
        await(first, () -> !books.messages().isEmpty());
        Process second = start();

        assertThat(second.waitFor()).as(printed()).isIn(ExitCode.NOT_STARTED, ExitCode.ALL_SENT);
        assertThat(first.waitFor()).isEqualTo(ExitCode.ALL_SENT);
        assertThat(books.received())
                .hasSize(PEOPLE)
                .allSatisfy((number, count) -> assertThat(count).isEqualTo(1));
    }

    @Test
    void aMillionRowsAreCheckedInLittleMemory() throws Exception {
        try (var out = Files.newBufferedWriter(books.csv)) {
            out.write("name,to\r\n");
            for (int i = 0; i < 1_000_000; i++) {
                out.write("\"Person, " + i + "\",+1416" + (5_000_000 + i) + "\r\n");
            }
        }
        Process process = start(List.of("-Xmx96m"), "--dry-run");

        assertThat(process.waitFor()).as(printed()).isZero();
        assertThat(printed()).contains("1,000,000 rows: 1,000,000 messages of 1,000,000 parts");
    }

    private void killWhen(Process process, BooleanSupplier condition) throws InterruptedException {
        await(process, condition);
        process.destroyForcibly(); // SIGKILL
        process.waitFor();
    }

    private void await(Process process, BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            assertThat(process.isAlive()).as(printed()).isTrue();
            Thread.sleep(1);
        }
    }

    private Process start(String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of("--yes", "--workers", String.valueOf(WORKERS)));
        all.addAll(List.of(more));
        return start(List.of("-Xmx256m"), all.toArray(String[]::new));
    }

    private Process start(List<String> jvm, String... more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Broadcast.class.getName()));
        command.addAll(List.of(books.arguments(more)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output(++starts).toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TELNYX_") || name.startsWith("DATABASE_"));
        builder.environment().putAll(books.environment);
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private Path output(int start) {
        return folder.resolve("output-" + start + ".txt");
    }

    /** Returns what the process that was started last has printed so far. */
    private String printed() {
        try {
            return Files.readString(output(starts));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
