package org.telnyx4j.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * The messages that the sandbox accepted, and the hand that moves them on: a real message changes its status
 * by itself, one of the sandbox only when a test says so. Safe for concurrent use.
 *
 * <p>The methods that change a status may be called in any order and more than once; the sandbox doesn't judge
 * whether a status may follow another. From {@code sent} on, a message has a cost: 0.0070 USD for each SMS,
 * 0.0220 USD for an MMS, for each recipient. Until then {@code cost} is {@code null}, as it may be in a real
 * answer. The figures are made up.
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
}
