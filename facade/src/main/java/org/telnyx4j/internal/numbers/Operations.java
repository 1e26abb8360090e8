package org.telnyx4j.internal.numbers;

import org.telnyx4j.internal.core.Operation;

/** The operations on numbers and their orders. */
final class Operations {
    static final Operation SEARCH = new Operation("phone_numbers.search_available");
    static final Operation SEARCH_AREA_CODE = new Operation("phone_numbers.search_by_area_code");
    static final Operation BUY = order("phone_numbers.buy");
    static final Operation BUY_FIRST = new Operation("phone_numbers.search_and_buy_first");
    static final Operation FIND = new Operation("phone_numbers.find_by_number");
    static final Operation LIST = new Operation("phone_numbers.list");
    static final Operation RETRIEVE = new Operation("phone_numbers.retrieve");
    static final Operation UPDATE = new Operation("phone_numbers.update");
    static final Operation RELEASE = new Operation("phone_numbers.release");
    static final Operation ASSIGN = new Operation("phone_numbers.assign_to_messaging_profile");
    static final Operation MESSAGING = new Operation("phone_numbers.messaging_settings");
    static final Operation UPDATE_MESSAGING = new Operation("phone_numbers.update_messaging_settings");
    static final Operation VOICE = new Operation("phone_numbers.voice_settings");
    static final Operation UPDATE_VOICE = new Operation("phone_numbers.update_voice_settings");
    static final Operation FORWARD = new Operation("phone_numbers.set_call_forwarding");

    static final Operation CREATE_ORDER = order("number_orders.create");
    static final Operation RETRIEVE_ORDER = new Operation("number_orders.retrieve");
    static final Operation LIST_ORDERS = new Operation("number_orders.list");
    static final Operation FIND_ORDERS = new Operation("number_orders.find_by_customer_reference");
    static final Operation UPDATE_ORDER = new Operation("number_orders.update");
    static final Operation AWAIT_ORDER = new Operation("number_orders.await_completion");

    private Operations() {}

    private static Operation order(String name) {
        return new Operation(
                name,
                "look for the order with numberOrders().findByCustomerReference, or in the list of orders if it has no"
                        + " customer reference, before ordering again");
    }
}
