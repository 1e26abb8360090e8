package org.telnyx4j.messaging;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * The cost of a message.
 *
 * @param amount the amount, with the digits that Telnyx sent
 * @param currency the currency's code (ISO 4217), such as {@code USD}
 */
public record Cost(BigDecimal amount, String currency) {
    /** Refuses null. */
    public Cost {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
    }
}
