package org.telnyx4j.internal.numbers;

/** What errors and telemetry call the operations that the specification does not have. */
final class OperationNames {
    static final String SEARCH_BY_AREA_CODE = "phone_numbers.search_by_area_code";
    static final String BUY = "phone_numbers.buy";
    static final String SEARCH_AND_BUY_FIRST = "phone_numbers.search_and_buy_first";
    static final String FIND_BY_NUMBER = "phone_numbers.find_by_number";
    static final String ASSIGN = "phone_numbers.assign_to_messaging_profile";
    static final String SET_CALL_FORWARDING = "phone_numbers.set_call_forwarding";
    static final String FIND_BY_CUSTOMER_REFERENCE = "number_orders.find_by_customer_reference";
    static final String AWAIT_COMPLETION = "number_orders.await_completion";

    private OperationNames() {}
}
