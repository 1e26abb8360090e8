package org.telnyx4j.internal.telemetry;

import org.jspecify.annotations.Nullable;
import org.telnyx4j.messaging.Cost;

/**
 * Takes down what only the code of an operation knows of it. No method throws, keeps the caller waiting, or needs to be
 * called; null says that there is nothing to say. For the thread that runs the operation.
 */
public interface OperationFacts {
    /**
     * Notes which message it is about.
     *
     * @param id Telnyx's id
     */
    void messageId(@Nullable String id);

    /**
     * Notes how many parts the message takes.
     *
     * @param parts the number
     */
    void messageParts(@Nullable Integer parts);

    /**
     * Notes what the message costs.
     *
     * @param cost amount and currency
     */
    void messageCost(@Nullable Cost cost);

    /**
     * Notes which call leg it is about.
     *
     * @param id the call control id
     */
    void callControlId(@Nullable String id);

    /**
     * Notes which command it is.
     *
     * @param id the command id that was sent
     */
    void commandId(@Nullable String id);
}
