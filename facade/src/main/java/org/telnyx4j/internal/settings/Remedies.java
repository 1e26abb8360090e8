package org.telnyx4j.internal.settings;

import java.util.Map;

/**
 * What to do after a failure that leaves the outcome of an operation unknown, where there is a better advice than to find
 * out somehow. Each is a phrase of an error's message, and goes by the name of the operation.
 */
public final class Remedies {
    private static final String FIND_MESSAGE =
            "wait for its webhook (message.sent or message.finalized) or look for it in the account before sending it"
                    + " again";
    private static final String FIND_ORDER =
            "look for the order with numberOrders().findByCustomerReference before ordering again";

    /** For the name of an operation, what to do. */
    public static final Map<String, String> WHEN_UNKNOWN = Map.of(
            "messages.send", FIND_MESSAGE,
            "messages.send_number_pool", FIND_MESSAGE,
            "messages.send_long_code", FIND_MESSAGE,
            "messages.send_short_code", FIND_MESSAGE,
            "messages.send_group_mms", FIND_MESSAGE,
            "messages.send_alphanumeric", FIND_MESSAGE,
            "messaging_profiles.create",
                    "look for it with findByName, or have createOrUpdate do so, before creating another",
            "number_orders.create", FIND_ORDER,
            "phone_numbers.buy", FIND_ORDER);

    private Remedies() {}
}
