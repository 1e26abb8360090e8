package org.telnyx4j.messaging;

import org.telnyx4j.RequestOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;

/**
 * Sends messages, looks them up and cancels scheduled ones. Safe for use by any number of threads.
 *
 * <p>Every method throws {@link TelnyxValidationException} before anything is sent if an argument breaks a rule, and a
 * {@link TelnyxException} of another kind if the call fails; its outcome tells whether the message may have gone out.
 */
public interface Messages {
    /**
     * Sends a message, or schedules it if it has a time to be sent at. Fields that the message leaves open take the
     * tenant's and the client's defaults.
     *
     * <p>Telnyx offers nothing that keeps a message from going out twice if it is sent twice, so it is sent once: where
     * the answer is lost, the exception says that the outcome is unknown.
     *
     * @param message the message
     * @return what Telnyx answered; the delivery itself comes later
     * @throws TelnyxException if the message was not accepted, or nobody knows
     */
    MessageResult send(OutgoingMessage message);

    /**
     * Sends a message with options for this call.
     *
     * @param message the message
     * @param options the options
     * @return what Telnyx answered; the delivery itself comes later
     * @throws TelnyxException if the message was not accepted, or nobody knows
     */
    MessageResult send(OutgoingMessage message, RequestOptions options);

    /**
     * Looks a message up, be it sent or received. Telnyx keeps messages for 10 days.
     *
     * @param id the message's id
     * @return its present state
     * @throws TelnyxException if there is no such message (status 404), or the call fails
     */
    MessageResult retrieve(String id);

    /**
     * Looks a message up with options for this call.
     *
     * @param id the message's id
     * @param options the options
     * @return its present state
     * @throws TelnyxException if there is no such message (status 404), or the call fails
     */
    MessageResult retrieve(String id, RequestOptions options);

    /**
     * Cancels a scheduled message. Telnyx refuses it for a message that is not scheduled, and less than a minute before
     * it would be sent.
     *
     * @param id the message's id
     * @return its state, cancelled
     * @throws TelnyxException if it cannot be cancelled, or the call fails
     */
    MessageResult cancel(String id);

    /**
     * Cancels a scheduled message with options for this call.
     *
     * @param id the message's id
     * @param options the options
     * @return its state, cancelled
     * @throws TelnyxException if it cannot be cancelled, or the call fails
     */
    MessageResult cancel(String id, RequestOptions options);
}
