package org.telnyx4j.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.spring.test.AutoConfigureTelnyxSandbox;

// [springtest]
@SpringBootTest
@AutoConfigureTelnyxSandbox
class ShopTest {
    @Autowired
    TelnyxSandbox sandbox;

    @Autowired
    Shop shop;

    @Test
    void aCustomerGetsATextWhenTheOrderIsShipped() {
        shop.shipped("+14165550123", "4711");

        assertThat(sandbox.messages().all())
                .singleElement()
                .satisfies(message -> assertThat(message.text()).hasValueSatisfying(text -> assertThat(text)
                        .contains("4711")));
    }
}
// [/springtest]
