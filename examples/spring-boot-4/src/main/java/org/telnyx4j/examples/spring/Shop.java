package org.telnyx4j.examples.spring;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.messaging.MessageResult;

// [springsend]
@RestController
class Shop {
    private final TelnyxOperations telnyx;

    Shop(TelnyxOperations telnyx) {
        this.telnyx = telnyx;
    }

    @PostMapping("/shipped")
    MessageResult shipped(@RequestParam String customer, @RequestParam String order) {
        return telnyx.messages()
                .send(OutgoingMessage.builder()
                        .to(customer)
                        .text("Your order " + order + " has left the warehouse.")
                        .build());
    }
}
// [/springsend]
