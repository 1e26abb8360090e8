package org.telnyx4j;

import org.telnyx4j.generated.api.CallCommandsApi;
import org.telnyx4j.generated.api.CallsApi;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.generated.api.PhoneNumberOrdersApi;
import org.telnyx4j.generated.api.PhoneNumberSearchApi;
import org.telnyx4j.generated.api.PhoneNumbersApi;

/**
 * The generated API classes on a client's connections, key and deadline. They send exactly what they are given, without
 * the facade's defaults and checks; what fails is thrown as a {@link org.telnyx4j.errors.TelnyxException}. Safe for use
 * by any number of threads.
 *
 * <pre>{@code
 * telnyx.raw().messagingProfiles().listMessagingProfiles(new ListMessagingProfilesQuery().pageSize(250));
 * }</pre>
 */
public interface RawApi {
    /**
     * Returns sending, scheduling and looking up messages.
     *
     * @return the generated operations
     */
    MessagesApi messages();

    /**
     * Returns placing calls and all commands to them.
     *
     * @return the generated operations
     */
    CallCommandsApi callCommands();

    /**
     * Returns looking up calls.
     *
     * @return the generated operations
     */
    CallsApi calls();

    /**
     * Returns messaging profiles.
     *
     * @return the generated operations
     */
    MessagingProfilesApi messagingProfiles();

    /**
     * Returns the account's phone numbers and their settings.
     *
     * @return the generated operations
     */
    PhoneNumbersApi phoneNumbers();

    /**
     * Returns searching for numbers to buy.
     *
     * @return the generated operations
     */
    PhoneNumberSearchApi phoneNumberSearch();

    /**
     * Returns ordering numbers.
     *
     * @return the generated operations
     */
    PhoneNumberOrdersApi phoneNumberOrders();
}
