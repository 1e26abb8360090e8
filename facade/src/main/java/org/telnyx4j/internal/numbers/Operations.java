package org.telnyx4j.internal.numbers;

import org.telnyx4j.internal.core.Operation;
import org.telnyx4j.internal.errors.Repeatability;

/** The names of the operations, and what becomes of a request that arrives twice. */
final class Operations {
    static final Operation SEARCH = read("phone_numbers.search_available");
    static final Operation SEARCH_AREA_CODE = read("phone_numbers.search_by_area_code");
    static final Operation BUY = order("phone_numbers.buy");
    static final Operation BUY_FIRST =
            new Operation("phone_numbers.search_and_buy_first", Repeatability.NOT_REPEATABLE);
    static final Operation FIND = read("phone_numbers.find_by_number");
    static final Operation LIST = read("phone_numbers.list");
    static final Operation RETRIEVE = read("phone_numbers.retrieve");
    static final Operation UPDATE = idempotent("phone_numbers.update");
    static final Operation RELEASE = idempotent("phone_numbers.release");
    static final Operation ASSIGN = idempotent("phone_numbers.assign_to_messaging_profile");
    static final Operation MESSAGING = read("phone_numbers.messaging_settings");
    static final Operation UPDATE_MESSAGING = idempotent("phone_numbers.update_messaging_settings");
    static final Operation VOICE = read("phone_numbers.voice_settings");
    static final Operation UPDATE_VOICE = idempotent("phone_numbers.update_voice_settings");
    static final Operation FORWARD = idempotent("phone_numbers.set_call_forwarding");

    static final Operation CREATE_ORDER = order("number_orders.create");
    static final Operation RETRIEVE_ORDER = read("number_orders.retrieve");
    static final Operation LIST_ORDERS = read("number_orders.list");
    static final Operation FIND_ORDERS = read("number_orders.find_by_customer_reference");
    static final Operation UPDATE_ORDER = idempotent("number_orders.update");
    static final Operation AWAIT_ORDER = read("number_orders.await_completion");

    private Operations() {}

    private static Operation order(String name) {
        return new Operation(
                name,
                Repeatability.NOT_REPEATABLE,
                "look for the order with numberOrders().findByCustomerReference, or in the list of orders if it has no"
                        + " customer reference, before ordering again");
    }

    private static Operation read(String name) {
        return idempotent(name);
    }

    private static Operation idempotent(String name) {
        return new Operation(name, Repeatability.IDEMPOTENT);
    }
}
