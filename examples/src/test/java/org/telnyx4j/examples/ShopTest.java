package org.telnyx4j.examples;

import static org.telnyx4j.sandbox.assertj.SandboxAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.sandbox.junit.TelnyxSandboxTest;

// What stands between the two marks is in the sandbox's README word for word; a test holds that.
// [junit]
@TelnyxSandboxTest
class ShopTest {
    @Test
    void theCustomerIsTold(TelnyxSandbox sandbox, Telnyx telnyx) {
        new Shop(telnyx).ship("4711", "+14165550123");
        sandbox.awaitIdle(); // until all that has begun is done, webhooks included

        assertThat(sandbox)
                .sentSms()
                .to("+14165550123")
                .containing("4711")
                .withStatus("delivered")
                .once();
    }
}
// [/junit]

/** The code under test. */
record Shop(Telnyx telnyx) {
    void ship(String order, String customer) {
        telnyx.messages()
                .send(OutgoingMessage.builder()
                        .to(customer)
                        .text("Your order " + order + " has left the warehouse.")
                        .build());
    }
}
