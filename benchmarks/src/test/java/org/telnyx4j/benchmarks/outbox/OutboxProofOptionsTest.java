package org.telnyx4j.benchmarks.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxProofOptionsTest {
    @Test
    void withoutArgumentsThereAreDefaults() {
        assertThat(OutboxProofOptions.parse(List.of())).isEqualTo(OutboxProofOptions.DEFAULT);
    }

    @Test
    void eachOptionIsTaken() {
        List<String> arguments = List.of(
                "--no-baseline",
                "--texts",
                "500",
                "--processes",
                "2",
                "--threads",
                "8",
                "--kills",
                "3",
                "--seed",
                "7",
                "--settle-for",
                "9");

        assertThat(OutboxProofOptions.parse(arguments))
                .isEqualTo(new OutboxProofOptions(500, 2, 8, 3, 7, true, Duration.ofSeconds(9), false));
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        for (List<String> arguments : List.of(
                List.of("--texts"),
                List.of("--texts", "many"),
                List.of("--texts", "49"),
                List.of("--processes", "0"),
                List.of("--settle-for", "1"),
                List.of("--colour", "red"),
                List.of("500"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> OutboxProofOptions.parse(arguments));
        }
    }
}
