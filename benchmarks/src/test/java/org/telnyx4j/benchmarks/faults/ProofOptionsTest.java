package org.telnyx4j.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofOptionsTest {
    @Test
    void withoutArgumentsTheDefaultsHold() {
        assertThat(ProofOptions.parse(List.of())).isEqualTo(ProofOptions.DEFAULT);
    }

    @Test
    void eachOptionIsTaken() {
        List<String> arguments =
                List.of("--sends", "500", "--threads", "8", "--no-baseline", "--seed", "7", "--deadline", "400");

        assertThat(ProofOptions.parse(arguments)).isEqualTo(new ProofOptions(500, 8, 7, Duration.ofMillis(400), false));
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        for (List<String> arguments : List.of(
                List.of("--sends"),
                List.of("--sends", "many"),
                List.of("--sends", "99"),
                List.of("--threads", "0"),
                List.of("--deadline", "1"),
                List.of("--colour", "red"),
                List.of("500"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> ProofOptions.parse(arguments));
        }
    }
}
