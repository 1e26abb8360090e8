package org.telnyx4j.internal.call;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an operation's span that only the code of the operation knows. No method throws or needs to be
 * called; null is ignored. For the thread that runs the operation.
 */
public interface TelemetryAttributes {
    /**
     * Sets the id of the message.
     *
     * @param id Telnyx's id
     */
    void messageId(@Nullable String id);

    /**
     * Sets how many parts the message takes.
     *
     * @param parts the number
     */
    void messageParts(@Nullable Integer parts);

    /**
     * Sets what the message costs; ignored unless both are given.
     *
     * @param amount the amount
     * @param currency the code of the currency, such as {@code USD}
     */
    void messageCost(@Nullable BigDecimal amount, @Nullable String currency);

    /**
     * Sets which call leg it is about.
     *
     * @param id the call control id
     */
    void callControlId(@Nullable String id);

    /**
     * Sets which command it is.
     *
     * @param id the command id that was sent
     */
    void commandId(@Nullable String id);
}
