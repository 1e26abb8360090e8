package org.telnyx4j.examples.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.sandbox.assertj.SandboxAssertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.telnyx4j.Telnyx;
import org.telnyx4j.examples.WebhookEndpoint;
import org.telnyx4j.sandbox.SandboxAccount;
import org.telnyx4j.sandbox.SandboxCall;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.sandbox.junit.SandboxExtension;

class IvrMenuTest {
    private static final String SALES = "+14165550177";

    /** On a clock of its own, so that a caller who says nothing takes no time. */
    @RegisterExtension
    static final SandboxExtension SANDBOX = SandboxExtension.builder()
            .sandbox(sandbox -> sandbox.manualClock(Instant.parse("2026-03-02T09:00:00Z")))
            .build();

    private final TelnyxSandbox sandbox;
    private final WebhookEndpoint endpoint;

    IvrMenuTest(TelnyxSandbox sandbox, Telnyx telnyx) {
        this.sandbox = sandbox;
        this.endpoint = new WebhookEndpoint(sandbox, new IvrMenu(telnyx.calls(), SALES).router(Runnable::run));
    }

    private String call = "";

    @BeforeEach
    void callAndListenToTheMenu() {
        call = sandbox.calls()
                .incoming("+14165550123", SandboxAccount.NUMBERS.get(0))
                .id();
        pass(Duration.ofSeconds(1));
        assertThat(sandbox).ranCommand("gather_using_speak").onCall(call).once();
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void oneConnectsWithSales() {
        sandbox.calls().pressDigits(call, "1");
        pass(Duration.ofSeconds(1));

        assertThat(sandbox)
                .ranCommand("transfer")
                .onCall(call)
                .with("to", SALES)
                .once();
    }

    @Test
    void twoReadsTheOpeningHoursAndHangsUp() {
        sandbox.calls().pressDigits(call, "2");
        pass(Duration.ofSeconds(1));

        assertThat(sandbox).ranCommand("speak").with("payload", "We are here from nine to five, Monday to Friday.");
        assertThat(sandbox).ranCommand("hangup").onCall(call).once();
        assertThat(sandbox).receivedCall().ended();
    }

    @Test
    void whoPressesNothingHearsGoodbye() {
        pass(Duration.ofMinutes(2));

        assertThat(sandbox)
                .ranCommand("speak")
                .with("payload", "Please call again.")
                .once();
        assertThat(sandbox).receivedCall().ended();
    }

    @Test
    void whoHangsUpIsLeftAlone() {
        sandbox.calls().hangUp(call);
        pass(Duration.ofMinutes(2));

        assertThat(sandbox.calls().commands(call)).hasSize(2);
        assertThat(sandbox.calls().find(call).map(SandboxCall::isAlive)).contains(false);
        assertThat(sandbox).refusedNothing();
    }

    private void pass(Duration time) {
        sandbox.clock().advance(time);
        sandbox.awaitIdle();
    }
}
