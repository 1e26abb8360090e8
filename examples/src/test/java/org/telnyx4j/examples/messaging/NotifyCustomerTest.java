package org.telnyx4j.examples.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.sandbox.assertj.SandboxAssertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.examples.messaging.NotifyCustomer.Notice;
import org.telnyx4j.sandbox.Fault;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.sandbox.junit.TelnyxSandboxTest;

@TelnyxSandboxTest
class NotifyCustomerTest {
    private static final String CUSTOMER = "+14165550123";

    private final TelnyxSandbox sandbox;
    private final NotifyCustomer notify;

    NotifyCustomerTest(TelnyxSandbox sandbox, Telnyx telnyx) {
        this.sandbox = sandbox;
        this.notify = new NotifyCustomer(telnyx);
    }

    @Test
    void theCustomerGetsTheText() {
        assertThat(notify.orderShipped(CUSTOMER, "4711")).isEqualTo(Notice.ACCEPTED);

        assertThat(sandbox)
                .sentSms()
                .to(CUSTOMER)
                .withText("Your order 4711 has left the warehouse.")
                .once();
    }

    @Test
    void aWrongNumberIsFoundBeforeAnythingIsSent() {
        assertThat(notify.orderShipped("416-555-0123", "4711")).isEqualTo(Notice.WRONG_NUMBER);

        assertThat(sandbox).receivedRequests(0);
    }

    @Test
    void aLostResponseLeavesOneTextAndIsUnknown() {
        sandbox.failNext(Fault.responseLost());

        assertThat(notify.orderShipped(CUSTOMER, "4711")).isEqualTo(Notice.UNKNOWN);

        assertThat(sandbox).sentSms().to(CUSTOMER).once();
    }

    @Test
    void aCustomerWhoOptedOutIsNotTexted() {
        sandbox.messages().failTo(CUSTOMER, "40300");

        assertThat(notify.orderShipped(CUSTOMER, "4711")).isEqualTo(Notice.REFUSED);

        assertThat(sandbox).sentNothing();
    }

    @Test
    void aLimitThatLastsLongerThanTheCallMeansLater() {
        sandbox.failNext(Fault.rateLimited(Duration.ofMinutes(5)));

        assertThat(notify.orderShipped(CUSTOMER, "4711")).isEqualTo(Notice.LATER);

        assertThat(sandbox).sentNothing();
    }
}
