package org.telnyx4j.sandbox.internal.messages;

import java.math.BigDecimal;
import org.telnyx4j.generated.model.MessageCost;
import org.telnyx4j.generated.model.MessageCostBreakdown;

/** What a message costs: figures that are made up. */
record MessageCosts(BigDecimal rate, BigDecimal carrierFee) {
    private static final BigDecimal SMS_RATE = new BigDecimal("0.0040");
    private static final BigDecimal SMS_CARRIER_FEE = new BigDecimal("0.0030");
    private static final BigDecimal MMS_RATE = new BigDecimal("0.0150");
    private static final BigDecimal MMS_CARRIER_FEE = new BigDecimal("0.0070");

    static MessageCosts of(StoredMessage message) {
        boolean mms = message.draft().isMms();
        BigDecimal count =
                BigDecimal.valueOf((long) message.parts() * message.to().size());
        return new MessageCosts(
                (mms ? MMS_RATE : SMS_RATE).multiply(count), (mms ? MMS_CARRIER_FEE : SMS_CARRIER_FEE).multiply(count));
    }

    BigDecimal total() {
        return rate.add(carrierFee);
    }

    MessageCostBreakdown breakdown() {
        return MessageCostBreakdown.builder()
                .carrierFee(money(carrierFee))
                .rate(money(rate))
                .build();
    }

    static MessageCost money(BigDecimal amount) {
        return MessageCost.builder()
                .amount(amount.toPlainString())
                .currency("USD")
                .build();
    }
}
