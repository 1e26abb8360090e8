package org.telnyx4j.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void theRateIsThatOfTheLastHalfMinuteAndGivesTheTimeThatIsLeft() {
        Progress progress = new Progress(output(true), "done", 1_000);
        progress.show(seconds(0), 0, "");
        progress.show(seconds(10), 500, "");
        progress.show(seconds(40), 560, "3 failed");

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .endsWith("] 560 of 1,000 done, 2.0/s, 4 min left, 3 failed");
    }

    @Test
    void onATerminalOneLineIsWrittenOverAndClearedBeforeAnother() {
        Output out = output(true);
        Progress progress = new Progress(out, "done", 2);
        progress.show(seconds(0), 0, "0 delivered, 1 failed");
        progress.show(seconds(1), 2, "");
        out.line("end");

        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(text.split("\r", -1)).hasSize(5).endsWith("end" + System.lineSeparator());
        assertThat(text.split("\r", -1)[2]).startsWith("[====").endsWith(" ");
    }

    @Test
    void aLineThatIsWiderThanTheTerminalIsCut() {
        Output out = new Output(new PrintStream(printed, true, StandardCharsets.UTF_8), true, 50);
        new Progress(out, "done", 10).show(seconds(0), 3, "x".repeat(100));

        assertThat(printed.toString(StandardCharsets.UTF_8)).hasSize(1 + 49);
    }

    @Test
    void withoutATerminalThereAreFewPlainLines() {
        Output out = output(false);
        Progress progress = new Progress(out, "done", 1_000);
        for (int i = 0; i <= 1_000; i++) {
            progress.show(seconds(i), i, "");
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).lines().toList())
                .first()
                .isEqualTo("0 of 1,000 done");
        assertThat(printed.toString(StandardCharsets.UTF_8).lines().toList())
                .hasSizeLessThan(20)
                .last()
                .isEqualTo("1,000 of 1,000 done");
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .doesNotContain("\r")
                .doesNotContain("[");
    }

    @ParameterizedTest
    @CsvSource({"0.2, 1 s", "119, 119 s", "121, 3 min", "7199, 2 h 0 min", "7300, 2 h 2 min", "90000, 25 h 0 min"})
    void aTimeIsShownInTheUnitThatCounts(double seconds, String words) {
        assertThat(Progress.time(seconds)).isEqualTo(words);
    }

    private Output output(boolean isTerminal) {
        return new Output(new PrintStream(printed, true, StandardCharsets.UTF_8), isTerminal, 120);
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos() + 1;
    }
}
