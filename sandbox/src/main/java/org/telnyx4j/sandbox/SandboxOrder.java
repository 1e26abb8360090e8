package org.telnyx4j.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * A number order, as it stood when it was asked for. Immutable and safe for concurrent use.
 *
 * <p>{@code toString()} shows id, status and how many numbers, and no phone number.
 */
public interface SandboxOrder {

    /** Returns the id under which the API serves the order. */
    String id();

    /** Returns the phone numbers in E.164, in the order in which they were given. */
    List<String> phoneNumbers();

    /**
     * Returns those numbers of a settled order that were not bought; all of them where the order failed.
     */
    List<String> failedPhoneNumbers();

    /** Returns {@code pending}, {@code success} or {@code failure}; an order that was carried out in part is a success. */
    String status();

    /** Returns the reference by which an order can be found again. */
    Optional<String> customerReference();

    /** Returns the messaging profile that the numbers are to be assigned to. */
    Optional<String> messagingProfileId();

    /** Returns the connection or Call Control application that the numbers are for. */
    Optional<String> connectionId();
}
