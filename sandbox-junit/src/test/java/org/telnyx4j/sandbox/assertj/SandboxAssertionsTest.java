package org.telnyx4j.sandbox.assertj;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telnyx4j.sandbox.assertj.SandboxAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.OutgoingCall;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.sandbox.Fault;
import org.telnyx4j.sandbox.SandboxAccount;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.sandbox.junit.TelnyxSandboxTest;

@TelnyxSandboxTest
class SandboxAssertionsTest {
    private final TelnyxSandbox sandbox;
    private final Telnyx telnyx;

    SandboxAssertionsTest(TelnyxSandbox sandbox, Telnyx telnyx) {
        this.sandbox = sandbox;
        this.telnyx = telnyx;
    }

    @Test
    void aTextThatWasSentIsFoundByRecipientSenderTextAndStatus() {
        send("+14165550123", "Your order has left the warehouse");
        sandbox.awaitIdle();

        assertThat(sandbox)
                .sentSms()
                .to("+14165550123")
                .from(SandboxAccount.NUMBERS.get(0))
                .containing("left the")
                .withText("Your order has left the warehouse")
                .withStatus("delivered")
                .once();
    }

    @Test
    void aMissingTextFailsWithTheOthersAndTheirLastDigits() {
        send("+14165550123", "Your order has left");

        assertThatThrownBy(() -> assertThat(sandbox).sentSms().to("+14165550177"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Expected a sent SMS to …0177, but there was 1 other:")
                .hasMessageContaining("outbound SMS from …0100 to …0123, ")
                .hasMessageNotContaining("order")
                .hasMessageNotContaining("5550123");
    }

    @Test
    void aWrongTextFailsWithTheTextThatWasSent() {
        send("+14165550123", "Your order is late");

        assertThatThrownBy(
                        () -> assertThat(sandbox).sentSms().to("+14165550123").containing("has left"))
                .hasMessageStartingWith(
                        "Expected a sent SMS to …0123 containing \"has left\", but there was 1 other that met all before:")
                .hasMessageContaining(": \"Your order is late\"");
    }

    @Test
    void aTextThatWasSentTwiceIsNotOnce() {
        send("+14165550123", "one");
        send("+14165550123", "two");

        assertThat(sandbox).sentSms().to("+14165550123").times(2);
        assertThatThrownBy(
                        () -> assertThat(sandbox).sentSms().to("+14165550123").once())
                .hasMessageStartingWith("Expected a sent SMS to …0123 1 time, but there were 2 such:");
    }

    @Test
    void nothingSentIsNothingSent() {
        assertThat(sandbox).sentNothing().hasNoCalls().refusedNothing().receivedRequests(0);
        assertThatThrownBy(() -> assertThat(sandbox).sentSms()).hasMessage("Expected a sent SMS, but there was none");

        send("+14165550123", "one");

        assertThatThrownBy(() -> assertThat(sandbox).sentNothing())
                .hasMessageStartingWith("Expected that nothing was sent, but there was 1 message:");
        assertThatThrownBy(() -> assertThat(sandbox).receivedRequests(2))
                .hasMessageStartingWith("Expected 2 requests, but there was 1 request:");
    }

    @Test
    void aReceivedTextIsNoSentOne() {
        sandbox.receiveSms("+14165550123", SandboxAccount.NUMBERS.get(0), "hello");

        assertThat(sandbox).receivedMessage().from("+14165550123").withText("hello");
        assertThat(sandbox).sentNothing();
    }

    @Test
    void aRefusedRequestIsNamedWithItsErrors() {
        sandbox.failNext(Fault.error(422, "40310"));
        assertThatCode(() -> send("+14165550123", "x")).isInstanceOf(TelnyxException.class);

        assertThatThrownBy(() -> assertThat(sandbox).refusedNothing())
                .hasMessageStartingWith("Expected that no request was refused, but there was 1 refusal:")
                .hasMessageContaining("POST /messages -> 422");
    }

    @Test
    void aCallIsFoundByItsDestinationAndItsCommandByItsFields() {
        String call = telnyx.calls()
                .dial(OutgoingCall.builder().to("+14165550123").build())
                .callControlId()
                .value();
        assertThat(sandbox).dialledCall().to("+14165550123").alive().once();
        assertThatThrownBy(() -> assertThat(sandbox).receivedCall())
                .hasMessage("Expected a received call, but there was none");
        assertThatThrownBy(() -> assertThat(sandbox).ranCommand("transfer"))
                .hasMessageStartingWith("Expected a command transfer, but there ");

        telnyx.calls().hangUp(org.telnyx4j.ids.CallControlId.of(call));

        assertThat(sandbox).ranCommand("hangup").onCall(call).once();
        assertThat(sandbox).dialledCall().ended();
    }

    @Test
    void aWebhookThatNobodyTookIsMissing() {
        send("+14165550123", "x");
        sandbox.awaitIdle();

        assertThat(sandbox).deliveredAllWebhooks();
        assertThatThrownBy(() -> assertThat(sandbox).deliveredWebhook("message.sent"))
                .hasMessageStartingWith("Expected that a webhook message.sent was delivered, but no webhook was sent.")
                .hasMessageContaining("The events so far: message.sent, message.finalized");
    }

    @Test
    void ownedNumbersAreCheckedAndMasked() {
        assertThat(sandbox).ownsNumber(SandboxAccount.NUMBERS.get(0));
        assertThatThrownBy(() -> assertThat(sandbox).ownsNumber("+14165550177"))
                .hasMessageStartingWith("Expected that the account owns …0177, but it owns […0100, …0199, …0100]");
    }

    private void send(String to, String text) {
        telnyx.messages().send(OutgoingMessage.builder().to(to).text(text).build());
    }
}
