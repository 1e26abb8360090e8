package org.telnyx4j.messaging;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a message costs.
 *
 * @param amount how much, with the digits that Telnyx gave
 * @param currency the currency's code (ISO 4217), such as {@code USD}
 */
public record Cost(BigDecimal amount, String currency) {
    /** Checks that both are there. */
    public Cost {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
    }
}
