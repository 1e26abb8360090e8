package org.telnyx4j.examples.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.sandbox.assertj.SandboxAssertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.examples.WebhookEndpoint;
import org.telnyx4j.sandbox.SandboxAccount;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.sandbox.junit.TelnyxSandboxTest;

@TelnyxSandboxTest
class VoicemailTest {
    private static final String MESSAGE = "Your table is booked for eight.";

    private final TelnyxSandbox sandbox;
    private final Voicemail voicemail;
    private final WebhookEndpoint endpoint;

    VoicemailTest(TelnyxSandbox sandbox, Telnyx telnyx) {
        this.sandbox = sandbox;
        this.voicemail = new Voicemail(telnyx.calls(), SandboxAccount.CONNECTION_ID, MESSAGE);
        this.endpoint = new WebhookEndpoint(sandbox, voicemail.router(Runnable::run));
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void aMachineHearsTheMessageAfterItsGreeting() {
        String call = answeredCall();

        sandbox.calls().sayMachine(call);
        sandbox.awaitIdle();
        assertThat(sandbox.calls().commands(call)).isEmpty();
        sandbox.calls().greetingEnds(call, true);

        hearsTheMessageOnce(call);
    }

    @Test
    void aMachineHearsTheMessageOnceIfTheEventsComeInTheOtherOrder() {
        String call = answeredCall();

        sandbox.calls().greetingEnds(call, true);
        sandbox.awaitIdle();
        assertThat(sandbox.calls().commands(call)).isEmpty();
        sandbox.calls().sayMachine(call);

        hearsTheMessageOnce(call);
    }

    @Test
    void aPersonHearsTheMessageAtOnce() {
        String call = answeredCall();

        sandbox.calls().sayHuman(call);

        hearsTheMessageOnce(call);
    }

    private String answeredCall() {
        sandbox.calls().answerAutomatically(false);
        String call = voicemail
                .call(SandboxAccount.NUMBERS.get(0), "+14165550123")
                .callControlId()
                .value();
        sandbox.calls().answer(call);
        sandbox.awaitIdle();
        return call;
    }

    private void hearsTheMessageOnce(String call) {
        sandbox.awaitIdle();
        assertThat(sandbox)
                .ranCommand("speak")
                .onCall(call)
                .with("payload", MESSAGE)
                .once();
        assertThat(sandbox).ranCommand("hangup").onCall(call).once();
        assertThat(sandbox).dialledCall().ended();
    }
}
