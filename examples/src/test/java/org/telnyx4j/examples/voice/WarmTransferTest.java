package org.telnyx4j.examples.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.sandbox.assertj.SandboxAssertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.examples.WebhookEndpoint;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.sandbox.SandboxAccount;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.sandbox.junit.TelnyxSandboxTest;

@TelnyxSandboxTest
class WarmTransferTest {
    private static final String COLLEAGUE = "+14165550177";
    private static final String INTRODUCTION = "Mrs Lee, about her order.";

    private final TelnyxSandbox sandbox;
    private final Telnyx telnyx;
    private final WarmTransfer transfer;
    private final WebhookEndpoint endpoint;
    private String caller = "";
    private String colleague = "";

    WarmTransferTest(TelnyxSandbox sandbox, Telnyx telnyx) {
        this.sandbox = sandbox;
        this.telnyx = telnyx;
        this.transfer = new WarmTransfer(telnyx.calls(), SandboxAccount.CONNECTION_ID, SandboxAccount.NUMBERS.get(0));
        this.endpoint = new WebhookEndpoint(sandbox, transfer.router(Runnable::run));
    }

    @BeforeEach
    void beginToHandOver() {
        sandbox.calls().answerAutomatically(false);
        caller = sandbox.calls()
                .incoming("+14165550123", SandboxAccount.NUMBERS.get(0))
                .id();
        telnyx.calls().answer(CallControlId.of(caller));
        colleague = transfer.handOver(CallControlId.of(caller), COLLEAGUE, INTRODUCTION)
                .callControlId()
                .value();
        assertThat(sandbox).dialledCall().to(COLLEAGUE).alive();
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void theColleagueHearsTheIntroductionAndIsConnected() {
        sandbox.calls().answer(colleague);
        sandbox.awaitIdle();

        assertThat(sandbox)
                .ranCommand("speak")
                .onCall(colleague)
                .with("payload", INTRODUCTION)
                .once();
        assertThat(sandbox.calls().find(caller).orElseThrow().bridgedWith()).contains(colleague);
    }

    @Test
    void theCallerHearsThatNobodyIsFree() {
        sandbox.calls().hangUp(colleague, "user_busy");
        sandbox.awaitIdle();

        assertThat(sandbox)
                .ranCommand("speak")
                .onCall(caller)
                .with("payload", "Sorry, nobody is free right now. We will call you back.")
                .once();
        assertThat(sandbox).receivedCall().alive();
    }

    @Test
    void aColleagueWhoHangsUpAfterTheTwoWereConnectedNeedsNoApology() {
        sandbox.calls().answer(colleague);
        sandbox.awaitIdle();
        sandbox.calls().hangUp(colleague);
        sandbox.awaitIdle();

        assertThat(sandbox).ranCommand("speak").onCall(caller).once();
    }
}
