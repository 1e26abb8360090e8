package org.telnyx4j.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.sandbox.TelnyxSandbox;

class QuickstartTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void withoutAKeyItToursTheSandbox() {
        assertThat(run(List.of(), Map.of())).isZero();

        assertThat(out.toString(UTF_8))
                .contains("status=queued", "status=delivered", "outcome NOT_CARRIED_OUT", "outcome UNKNOWN")
                .contains("Texts that went out: 1.");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void withAKeyItSendsOneTextToTheConfiguredApi() {
        try (TelnyxSandbox sandbox = TelnyxSandbox.start()) {
            int status = run(
                    List.of("--from", "+14165550199", "--to", "+14165550123", "--text", "Tour"),
                    Map.of(
                            "TELNYX_API_KEY",
                            sandbox.apiKey(),
                            "TELNYX_BASE_URL",
                            sandbox.baseUrl().toString()));

            assertThat(status).isZero();
            assertThat(sandbox.requests()).hasSize(1);
        }
    }

    @Test
    void aTextThatCannotBeSentGivesStatusOne() {
        try (TelnyxSandbox sandbox = TelnyxSandbox.start()) {
            int status = run(
                    List.of("--from", "+14165550199", "--to", "+14165550123"),
                    Map.of(
                            "TELNYX_API_KEY",
                            "wrong",
                            "TELNYX_BASE_URL",
                            sandbox.baseUrl().toString()));

            assertThat(status).isEqualTo(1);
            assertThat(out.toString(UTF_8))
                    .contains("TelnyxAuthenticationException")
                    .doesNotContain("wrong");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense", "--to", "--to +14165550123 --to +14165550124", "stray"})
    void aCommandLineThatCannotBeUnderstoodGivesUsageAndStatusTwo(String arguments) {
        assertThat(run(List.of(arguments.split(" ")), Map.of())).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains("usage: ./scripts/quickstart");
    }

    @Test
    void aKeyWithoutNumbersGivesUsageAndStatusTwo() {
        assertThat(run(List.of(), Map.of("TELNYX_API_KEY", "KEY"))).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains("--from and --to are needed");
    }

    private int run(List<String> arguments, Map<String, String> environment) {
        return Quickstart.run(
                arguments, environment, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }
}
