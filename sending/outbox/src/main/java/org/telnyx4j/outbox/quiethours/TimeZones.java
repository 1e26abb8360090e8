package org.telnyx4j.outbox.quiethours;

/**
 * Finds the time zones that a phone number can be in: {@link PhoneNumberTimeZones}, which needs Google's libphonenumber, or
 * your own, such as one that reads the customer's address. Implementations are safe for use by any number of threads.
 */
@FunctionalInterface
public interface TimeZones {

    /**
     * Returns where the owner of a number may be.
     *
     * @param recipient the number as it is in the message; it may be no phone number at all
     * @return the location; {@link RecipientLocation#unknown()} rather than a guess
     */
    RecipientLocation locate(String recipient);
}
