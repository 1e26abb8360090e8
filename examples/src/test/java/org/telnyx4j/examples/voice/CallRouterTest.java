package org.telnyx4j.examples.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.sandbox.assertj.SandboxAssertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.examples.WebhookEndpoint;
import org.telnyx4j.sandbox.SandboxAccount;
import org.telnyx4j.sandbox.SandboxCall;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.sandbox.WebhookDisorder;
import org.telnyx4j.sandbox.junit.TelnyxSandboxTest;

@TelnyxSandboxTest
class CallRouterTest {
    private static final String CALLER = "+14165550123";
    private static final String OURS = SandboxAccount.NUMBERS.get(0);
    private static final String NOT_ROUTED = SandboxAccount.NUMBERS.get(1);
    private static final String SALES = "sip:sales@example.com";

    private final TelnyxSandbox sandbox;
    private final WebhookEndpoint endpoint;

    CallRouterTest(TelnyxSandbox sandbox, Telnyx telnyx) {
        this.sandbox = sandbox;
        this.endpoint =
                new WebhookEndpoint(sandbox, new CallRouter(telnyx.calls(), Map.of(OURS, SALES)).router(Runnable::run));
    }

    @BeforeEach
    void answerNobody() {
        sandbox.calls().answerAutomatically(false);
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void aCallIsAnsweredAndTransferredToWhereItBelongs() {
        SandboxCall call = sandbox.calls().incoming(CALLER, OURS);
        sandbox.awaitIdle();

        assertThat(sandbox).ranCommand("answer").onCall(call.id()).once();
        assertThat(sandbox)
                .ranCommand("transfer")
                .onCall(call.id())
                .with("to", SALES)
                .once();
        assertThat(sandbox).dialledCall().to(SALES).alive().once();

        SandboxCall colleague = sandbox.calls().all().get(1);
        sandbox.calls().answer(colleague.id());
        sandbox.awaitIdle();

        assertThat(sandbox.calls().find(call.id()).orElseThrow().bridgedWith()).contains(colleague.id());
        assertThat(sandbox).refusedNothing();
    }

    @Test
    void aCallToANumberThatGoesNowhereIsRejected() {
        SandboxCall call = sandbox.calls().incoming(CALLER, NOT_ROUTED);
        sandbox.awaitIdle();

        assertThat(sandbox).ranCommand("reject").onCall(call.id()).once();
        assertThat(sandbox).receivedCall().to(NOT_ROUTED).ended();
    }

    @Test
    void aCallThatIsAnnouncedTwiceIsAnsweredOnce() {
        sandbox.webhooks().disorder(WebhookDisorder.NONE.copies(2));

        SandboxCall call = sandbox.calls().incoming(CALLER, OURS);
        sandbox.awaitIdle();

        assertThat(sandbox).ranCommand("answer").onCall(call.id()).once();
        assertThat(sandbox).ranCommand("transfer").onCall(call.id()).once();
    }
}
