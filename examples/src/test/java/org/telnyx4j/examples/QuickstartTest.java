package org.telnyx4j.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.sandbox.TelnyxSandbox;

class QuickstartTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void withoutAKeyItToursTheSandbox() {
        needsNoKey(MessagesApi.SEND_MESSAGE);
        assertThat(run(List.of(), Map.of())).isZero();

        assertThat(out.toString(UTF_8))
                .contains("webhook, signature verified: message.sent, try 1")
                .contains("webhook, signature verified: message.finalized, try 1")
                .contains("webhook, signature verified: message.received, try 1")
                .contains("webhook, signature verified: call.initiated, try 1")
                .contains("webhook, signature verified: call.bridged, try 1")
                .contains("webhook, signature verified: call.hangup, try 1")
                .contains("outcome NOT_CARRIED_OUT", "Requests that the sandbox got: 0")
                .contains("outcome UNKNOWN", "Texts that went out: 1")
                .contains("settle(token): Settlement[", "CARRIED_OUT")
                .contains("now that its webhooks came: 0")
                .containsPattern("messages.send +[0-9.]+ ms\\R +└ POST .*ms")
                .doesNotContainPattern("KEY[0-9A-F]{8}")
                .doesNotContainPattern("[0-9]{7}0123[^,]*status=");
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
    @ValueSource(strings = {"--nonsense", "--to", "--keep --to", "--to +14165550123 --to +14165550124", "stray"})
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

    // With a key, such a request is sent again, and what is shown here doesn't happen.
    private static void needsNoKey(ApiOperation operation) {
        assumeThat(operation.idempotency())
                .as("the specification declares an idempotency key for " + operation.name())
                .isNotEqualTo(Idempotency.KEYED);
    }
}
