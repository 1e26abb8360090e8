package org.telnyx4j.numbers;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a number costs. Immutable and safe for use by any number of threads. */
public final class NumberPrice {
    private final @Nullable BigDecimal upfront;
    private final @Nullable BigDecimal monthly;
    private final @Nullable String currency;

    /**
     * Creates a price; applications need this for their tests only.
     *
     * @param upfront what is paid once, or null where it is not set
     * @param monthly what is paid each month, or null where it is not set
     * @param currency the currency's code (ISO 4217), or null where it is not set
     */
    public NumberPrice(@Nullable BigDecimal upfront, @Nullable BigDecimal monthly, @Nullable String currency) {
        this.upfront = upfront;
        this.monthly = monthly;
        this.currency = currency;
    }

    /**
     * Returns what is paid once.
     *
     * @return the amount with the digits that Telnyx gave, or empty where it is not set
     */
    public Optional<BigDecimal> upfront() {
        return Optional.ofNullable(upfront);
    }

    /**
     * Returns what is paid each month.
     *
     * @return the amount with the digits that Telnyx gave, or empty where it is not set
     */
    public Optional<BigDecimal> monthly() {
        return Optional.ofNullable(monthly);
    }

    /**
     * Returns the currency of both.
     *
     * @return its code (ISO 4217) such as {@code USD}, or empty where it is not set
     */
    public Optional<String> currency() {
        return Optional.ofNullable(currency);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumberPrice that
                && Objects.equals(upfront, that.upfront)
                && Objects.equals(monthly, that.monthly)
                && Objects.equals(currency, that.currency);
    }

    @Override
    public int hashCode() {
        return Objects.hash(upfront, monthly, currency);
    }

    /** Shows all of it. */
    @Override
    public String toString() {
        return "NumberPrice[upfront=" + upfront + ", monthly=" + monthly + ", currency=" + currency + "]";
    }
}
