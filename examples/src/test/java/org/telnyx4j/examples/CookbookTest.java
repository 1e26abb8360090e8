package org.telnyx4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.messaging.DeliveryStatus;
import org.telnyx4j.messaging.OutgoingMessage;
import org.telnyx4j.messaging.profiles.MessagingProfileChange;
import org.telnyx4j.sandbox.Fault;
import org.telnyx4j.sandbox.SandboxCommand;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.voice.CallControlId;

class CookbookTest {
    private final TelnyxSandbox sandbox = TelnyxSandbox.start();
    private final Telnyx telnyx =
            Cookbook.client(sandbox::apiKey, sandbox.baseUrl().toString());

    @AfterEach
    void stop() {
        telnyx.close();
        sandbox.close();
    }

    @Test
    void theFirstSampleSendsOneText() {
        assertThat(Cookbook.send(telnyx).status()).contains(DeliveryStatus.QUEUED);
        assertThat(sandbox.messages().all()).hasSize(1);
    }

    @Test
    void aTenantSendsWithItsOwnSender() {
        assertThat(Cookbook.tenants(telnyx, sandbox.apiKey()).from()).contains("+14165550177");
    }

    @Test
    void optionsOfACallReachTheServer() {
        Cookbook.options(telnyx, message());

        assertThat(sandbox.requests().get(0).header("X-Correlation-Id")).contains("order-4711");
    }

    @Test
    void aScheduledMessageIsCancelled() {
        assertThat(Cookbook.schedule(telnyx, Instant.now().plus(Duration.ofDays(1)))
                        .status())
                .contains(DeliveryStatus.CANCELLED);
    }

    @Test
    void everyKindOfErrorGetsItsAdvice() {
        assertThat(Cookbook.errors(telnyx, message())).isEqualTo("accepted");
        assertThat(Cookbook.errors(telnyx, OutgoingMessage.to("911").text("x").build()))
                .isEqualTo("mend the request: to");

        sandbox.failNext(Fault.rateLimited(Duration.ofSeconds(7)));
        assertThat(Cookbook.errors(telnyx, message())).isEqualTo("wait for PT7S");

        sandbox.failNext(Fault.error(404, "10005"));
        assertThat(Cookbook.errors(telnyx, message())).isEqualTo("nothing was sent: DO_NOT_RETRY");

        sandbox.failNext(Fault.truncatedBody().afterCarryingOut());
        assertThat(Cookbook.errors(telnyx, message())).startsWith("it was sent");

        sandbox.failNext(Fault.status(500).afterCarryingOut());
        assertThat(Cookbook.errors(telnyx, message())).startsWith("nobody knows");
    }

    @Test
    void theSandboxShowsThatNothingGoesOutTwice() {
        assertThat(Cookbook.sandbox()).startsWith("1 sent, nobody knows");
    }

    @Test
    void aCallIsAnsweredSpokenToAndTransferred() {
        String id = sandbox.calls().incoming("+14165550123", "+14165550199").id();

        String commandId =
                Cookbook.calls(telnyx, CallControlId.of(id)).commandId().orElseThrow();

        assertThat(sandbox.calls().commands(id))
                .extracting(SandboxCommand::action)
                .containsExactly("answer", "speak", "transfer");
        assertThat(sandbox.calls().commands(id).get(2).commandId()).contains(commandId);
    }

    @Test
    void aCallIsPlaced() {
        assertThat(Cookbook.dial(telnyx, "1234567890").callControlId().value()).isNotBlank();
    }

    @Test
    void aProfileIsMadeOnceAndThenLeftAlone() {
        assertThat(Cookbook.profiles(telnyx).kind()).isEqualTo(MessagingProfileChange.Kind.CREATED);
        assertThat(Cookbook.profiles(telnyx).kind()).isEqualTo(MessagingProfileChange.Kind.UNCHANGED);
    }

    @Test
    void exactlyOneNumberIsBoughtAndThenCounted() {
        assertThat(Cookbook.numbers(telnyx)).isPresent();

        assertThat(Cookbook.pages(telnyx)).isEqualTo(1);
    }

    @Test
    void partsOfATextAreCounted() {
        assertThat(Cookbook.segments("x".repeat(161))).isEqualTo(2);
    }

    @Test
    void aClientIsMadeWithOpenTelemetry() {
        Telnyx watched = Cookbook.telemetry(OpenTelemetry.noop(), "KEY");
        watched.close();

        assertThat(watched.toString()).doesNotContain("KEY");
    }

    @Test
    void aClientIsMadeThatHedgesItsCommands() {
        Telnyx hedging = Cookbook.retries("KEY");
        hedging.close();

        assertThat(hedging.toString()).contains("maxRetries=3").doesNotContain("KEY");
    }

    private static OutgoingMessage message() {
        return OutgoingMessage.to("+14165550123").text("Hello").build();
    }
}
