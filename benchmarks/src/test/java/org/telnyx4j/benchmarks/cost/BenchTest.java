package org.telnyx4j.benchmarks.cost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
    private static final Figure CPU = Figure.atMost("cpu", "CPU", "s", 1.1);
    private static final Figure RATE = Figure.atLeast("rate", "Texts", "/s", 0.95);

    @TempDir
    Path directory = Path.of("");

    @Test
    void thePartsAndTheRoundsAreThoseOfTheCommandLine() {
        BenchOptions options = BenchOptions.of("--rounds", "3", "--only", "send,list", "--compare", "before.json");

        assertThat(options.rounds()).isEqualTo(3);
        assertThat(options.parts()).containsExactly("send", "list");
        assertThat(options.compare()).isEqualTo(Path.of("before.json"));
        assertThat(BenchOptions.of().parts()).isEqualTo(BenchOptions.PARTS);
    }

    @Test
    void aCommandLineThatIsWrongIsRefused() {
        for (String[] wrong : List.of(
                new String[] {"--rounds", "0"},
                new String[] {"--rounds"},
                new String[] {"--only", "sned"},
                new String[] {"--fast", "1"})) {
            assertThatIllegalArgumentException().isThrownBy(() -> BenchOptions.of(wrong));
        }
    }

    @Test
    void aGoalIsReachedOrMissedByTheRightSide() {
        assertThat(CPU.isReached(1.09, 1)).isTrue();
        assertThat(CPU.isReached(1.11, 1)).isFalse();
        assertThat(RATE.isReached(96, 100)).isTrue();
        assertThat(RATE.isReached(94, 100)).isFalse();
        Figure limited = Figure.atMost("webhook", "Webhook", "ms", 0).limitedTo(150);
        assertThat(limited.isReached(149, 1)).isTrue();
        assertThat(limited.isReached(151, 1_000)).isFalse();
    }

    @Test
    void aWorseRunIsMarkedAndABusierMachineIsNot() throws IOException {
        Path before = directory.resolve("before.json");
        new Report(results(1, 1.0, 100, 100), silent()).write(before, new Machine());

        assertThat(compared(before, results(3, 3.0, 50, 50))).doesNotContain("WORSE");
        assertThat(compared(before, results(1, 1.2, 100, 100)).lines().filter(line -> line.endsWith("WORSE")))
                .singleElement()
                .asString()
                .startsWith("CPU");
        assertThat(compared(before, results(1, 1.0, 100, 80)).lines().filter(line -> line.endsWith("WORSE")))
                .singleElement()
                .asString()
                .startsWith("Texts");
        assertThat(Files.readString(before)).contains("\"toFloor\" : 1.0");
    }

    @Test
    void theServerReadsHeadsInARowWhateverTheCaseOfTheirLetters() throws IOException {
        String two = "POST /v2/messages HTTP/1.1\r\ncontent-LENGTH: 12\r\nX-Length: 9\r\n\r\n123456789012"
                + "GET /slow/v2/phone_numbers?page%5Bnumber%5D=3 HTTP/1.1\r\nHost: x\r\n\r\n";
        ByteArrayInputStream in = new ByteArrayInputStream(two.getBytes(UTF_8));
        RequestHead head = new RequestHead();

        assertThat(head.read(in)).isTrue();
        assertThat(head.isGet()).isFalse();
        assertThat(head.bodyBytes()).isEqualTo(12);
        in.skipNBytes(head.bodyBytes());
        assertThat(head.read(in)).isTrue();
        assertThat(head.isGet()).isTrue();
        assertThat(head.bodyBytes()).isZero();
        assertThat(head.pathStarts("/slow/")).isTrue();
        assertThat(head.path()).isEqualTo("/slow/v2/phone_numbers?page%5Bnumber%5D=3");
        assertThat(head.read(in)).isFalse();
    }

    private static Results results(double floorCpu, double cpu, double floorRate, double rate) {
        Results results = new Results();
        for (double noise : new double[] {0.7, 1, 1.4}) {
            results.add(CPU, Ways.FLOOR, floorCpu * noise);
            results.add(CPU, Ways.LIBRARY, cpu * noise);
            results.add(RATE, Ways.FLOOR, floorRate * noise);
            results.add(RATE, Ways.LIBRARY, rate * noise);
        }
        return results;
    }

    private static String compared(Path before, Results results) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Report(results, new PrintStream(out, true, UTF_8)).compare(before);
        return out.toString(UTF_8);
    }

    private static PrintStream silent() {
        return new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    }
}
