package org.telnyx4j.voice;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.telnyx4j.internal.voice.WireDurations;

/**
 * Collects the options of a command that collects keys. Mutable, for one thread.
 *
 * @param <R> the generated request of the command
 * @param <B> the builder's own type
 */
public abstract class KeyInputBuilder<R, B extends KeyInputBuilder<R, B>> extends CallCommandOptions.Builder<R, B> {
    private final Keys<R> keys;

    KeyInputBuilder(
            Supplier<R> newRequest, BiConsumer<R, String> commandId, BiConsumer<R, String> clientState, Keys<R> keys) {
        super(newRequest, commandId, clientState);
        this.keys = keys;
    }

    /**
     * Sets the fewest digits that make the input valid. Telnyx assumes 1.
     *
     * @param minimumDigits 1 to 128
     * @return this builder
     */
    public final B minimumDigits(int minimumDigits) {
        return set("minimum_digits", request -> keys.minimum().accept(request, minimumDigits));
    }

    /**
     * Sets the most digits; the input ends when they are reached. Telnyx assumes 128.
     *
     * @param maximumDigits 1 to 128
     * @return this builder
     */
    public final B maximumDigits(int maximumDigits) {
        return set("maximum_digits", request -> keys.maximum().accept(request, maximumDigits));
    }

    /**
     * Sets the key that ends the input before the most digits are reached. Telnyx assumes {@code #}.
     *
     * @param terminatingDigit one key
     * @return this builder
     */
    public final B terminatingDigit(String terminatingDigit) {
        Objects.requireNonNull(terminatingDigit, "terminatingDigit");
        return set("terminating_digit", request -> keys.terminating().accept(request, terminatingDigit));
    }

    /**
     * Sets the keys that are accepted. Telnyx assumes {@code 0123456789#*}.
     *
     * @param validDigits the keys, written one after the other
     * @return this builder
     */
    public final B validDigits(String validDigits) {
        Objects.requireNonNull(validDigits, "validDigits");
        return set("valid_digits", request -> keys.valid().accept(request, validDigits));
    }

    /**
     * Sets the longest wait from one key to the next. Telnyx assumes 5 seconds.
     *
     * @param interDigitTimeout longer than zero, rounded up to whole milliseconds
     * @return this builder
     */
    public final B interDigitTimeout(Duration interDigitTimeout) {
        int millis = WireDurations.millis(interDigitTimeout, "interDigitTimeout");
        return set(
                "inter_digit_timeout_millis", request -> keys.interDigitMillis().accept(request, millis));
    }

    /** How what is said of the keys is put into a request. */
    record Keys<R>(
            BiConsumer<R, Integer> minimum,
            BiConsumer<R, Integer> maximum,
            BiConsumer<R, String> terminating,
            BiConsumer<R, String> valid,
            BiConsumer<R, Integer> interDigitMillis) {}
}
