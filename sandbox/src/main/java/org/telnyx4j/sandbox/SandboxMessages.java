package org.telnyx4j.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The messages that the sandbox accepted or received, and the hand that moves them on. Safe for concurrent use.
 *
 * <p>A message moves on by itself, as a real one does: it is {@code queued}, then {@code sent}, then {@code delivered},
 * each with its webhook, within a fraction of a second unless the builder was given other times. With {@code
 * TelnyxSandbox.builder().automatic(false)} it moves only when a test says so. The methods that change a status may be
 * called in any order and more than once; the sandbox doesn't judge whether a status may follow another.
 *
 * <p>A message fails, with a webhook that reports it, if its next failure was chosen with {@link #failNext} or {@link
 * #failTo}, if its recipient is {@code +150055} and a Telnyx error code of five digits ({@code +15005540008} fails with
 * 40008), or if the name of its messaging profile ends with such a code in brackets ({@code Alerts [40008]}). Codes from
 * 40300 to 40399 refuse the message at once; 40009 to 40016 let it fail before it is sent; 40005 and 40014 let it expire;
 * all others fail its delivery. 00000 is a delivery that nobody confirms.
 *
 * <p>From {@code sent} on, a message has a cost: 0.0070 USD for each SMS, 0.0220 USD for an MMS, for each recipient. Until
 * then {@code cost} is {@code null}, as it may be in a real response. The figures are made up.
 */
public interface SandboxMessages {

    /** Returns all messages, oldest first; a copy that doesn't change any more. */
    List<SandboxMessage> all();

    /** Returns the message with this id as it stands now. */
    Optional<SandboxMessage> find(String id);

    /**
     * Moves a message to {@code sent}, for all its recipients.
     *
     * @return the message as it stands now
     * @throws IllegalArgumentException if there is no message with this id
     */
    SandboxMessage markSent(String id);

    /**
     * Moves a message to {@code delivered}, for all its recipients.
     *
     * @return the message as it stands now
     * @throws IllegalArgumentException if there is no message with this id
     */
    SandboxMessage markDelivered(String id);

    /**
     * Moves a message to {@code delivery_failed}, for all its recipients, with one error.
     *
     * @param errorCode the Telnyx error code, such as {@code 40300}
     * @return the message as it stands now
     * @throws IllegalArgumentException if there is no message with this id
     */
    SandboxMessage markDeliveryFailed(String id, String errorCode);

    /**
     * Moves a message to any status, also to one that Telnyx doesn't know yet.
     *
     * @return the message as it stands now
     * @throws IllegalArgumentException if there is no message with this id, or the status is blank
     */
    SandboxMessage markAs(String id, String status);

    /**
     * Lets the next message that is accepted fail; more than one call lets as many fail, one after the other.
     *
     * @param errorCode the Telnyx error code, five digits
     * @throws IllegalArgumentException if it isn't five digits
     */
    void failNext(String errorCode);

    /**
     * Lets all messages to somebody fail from now on.
     *
     * @param recipient the recipient's number
     * @param errorCode the Telnyx error code, five digits
     * @throws IllegalArgumentException if it isn't five digits
     */
    void failTo(String recipient, String errorCode);

    /**
     * Lets so many messages of a sender be {@code queued} at the same time; more are refused with 40318. Without a limit by
     * default.
     *
     * @throws IllegalArgumentException if it is negative
     */
    void limitQueues(int messagesWaiting);

    /**
     * Lets the cost of a message become known so long after it was sent, by the sandbox's clock; at once by default.
     *
     * @throws IllegalArgumentException if it is negative
     */
    void costKnownAfter(Duration delay);
}
