package org.telnyx4j;

import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.generated.api.RawApi;
import org.telnyx4j.internal.async.AsyncForm;
import org.telnyx4j.messaging.Messages;
import org.telnyx4j.messaging.profiles.MessagingProfiles;
import org.telnyx4j.numbers.NumberOrders;
import org.telnyx4j.numbers.PhoneNumbers;
import org.telnyx4j.voice.Calls;

/**
 * The operations of a {@link Telnyx} client, for the client itself or for one of its tenants. Depend on this type where
 * either may come. Safe for use by any number of threads; holds nothing that needs closing.
 */
@AsyncForm("telnyx")
public interface TelnyxOperations {
    /**
     * Returns the operations on messages.
     *
     * @return the operations
     */
    Messages messages();

    /**
     * Returns the operations on calls.
     *
     * @return the operations
     */
    Calls calls();

    /**
     * Returns the operations on messaging profiles.
     *
     * @return the operations
     */
    MessagingProfiles messagingProfiles();

    /**
     * Returns the operations on phone numbers.
     *
     * @return the operations
     */
    PhoneNumbers phoneNumbers();

    /**
     * Returns the operations on orders of phone numbers.
     *
     * @return the operations
     */
    NumberOrders numberOrders();

    /**
     * Returns the generated API, for whatever the facade does not wrap: on the same connections, with the same key,
     * deadline, checks and retries, and with the same exceptions. It does not put the client's or the tenant's sender,
     * messaging profile, webhook URLs and application into requests.
     *
     * @return the operations
     */
    RawApi raw();

    /**
     * Returns the generated API with options for all calls that are made through it.
     *
     * @param options the options
     * @return a new object, which opens nothing
     */
    RawApi raw(RequestOptions options);

    /**
     * Returns the same operations, which return futures and send on other threads. This starts nothing.
     *
     * @return the operations
     */
    AsyncTelnyxOperations async();
}
