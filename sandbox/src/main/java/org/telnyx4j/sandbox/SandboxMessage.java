package org.telnyx4j.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message that the sandbox accepted or received, as it stood when it was asked for. Immutable and safe for concurrent use.
 *
 * <p>{@code toString()} shows id, type, status and parts, and neither text nor phone numbers.
 */
public interface SandboxMessage {

    /** Returns the id under which the API serves the message. */
    String id();

    /** Returns {@code outbound}, or {@code inbound} for one that was sent to the account. */
    String direction();

    /** Returns the sender: E.164 number, short code or alphanumeric id; one from the number pool if none was given. */
    String from();

    /** Returns the recipients in the order in which they were given. */
    List<String> to();

    /** Returns the text; absent for an MMS with media only. */
    Optional<String> text();

    /** Returns {@code SMS} or {@code MMS}. */
    String type();

    /** Returns {@code GSM-7} or {@code UCS-2}. */
    String encoding();

    /** Returns into how many SMS the text was split; 1 for an MMS. */
    int parts();

    /** Returns the media URLs in the order in which they were given. */
    List<String> mediaUrls();

    /** Returns the messaging profile: the one that was given, else the sandbox's own. */
    String messagingProfileId();

    /** Returns the delivery status, the same for all recipients, such as {@code queued} or {@code scheduled}. */
    String status();

    /** Returns the Telnyx error code with which it failed. */
    Optional<String> errorCode();

    /** Returns {@code STOP}, {@code START} or {@code HELP} for an inbound message that is such a keyword. */
    Optional<String> autoresponseType();

    /** Returns when the message is to be sent, for a scheduled one. */
    Optional<Instant> sendAt();

    /** Returns when the request was received. */
    Instant receivedAt();
}
