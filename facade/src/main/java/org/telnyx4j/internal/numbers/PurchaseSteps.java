package org.telnyx4j.internal.numbers;

import java.util.List;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.generated.api.PhoneNumberOrdersApi;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.generated.model.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.generated.model.ListNumberOrdersQuery;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.exchange.TelnyxClient.Composite;
import org.telnyx4j.internal.time.Stopwatch;
import org.telnyx4j.numbers.AvailableNumber;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.paging.PagedList;

/** The calls that a purchase consists of, all within the deadline of the whole purchase. For one thread. */
final class PurchaseSteps {
    /** The options of the purchase are the client's already. */
    private static final RequestOptions NONE = RequestOptions.none();

    private final Composite purchase;

    PurchaseSteps(Composite purchase) {
        this.purchase = purchase;
    }

    Stopwatch watch() {
        return purchase.watch();
    }

    List<AvailableNumber> search(ListAvailablePhoneNumbersQuery query) {
        return NumberSearch.search(purchase.client(), query, NONE);
    }

    /** Half of the time is kept back for looking the order up, should its response be lost. */
    NumberOrderResult create(CreateNumberOrderRequest order) {
        TelnyxClient client = purchase.client(watch().left().dividedBy(2));
        return OrderCalls.create(client.named(OperationNames.BUY), order, NONE);
    }

    NumberOrderResult retrieve(String id) {
        return OrderCalls.retrieve(forOneCheck(), id, NONE);
    }

    PagedList<NumberOrderResult> ordersOf(String reference) {
        ListNumberOrdersQuery query =
                ListNumberOrdersQuery.builder().customerReference(reference).build();
        return OrderCalls.list(this::forOneCheck, PhoneNumberOrdersApi.LIST_NUMBER_ORDERS.name(), query, NONE);
    }

    private TelnyxClient forOneCheck() {
        return purchase.client(watch().forOneCheck());
    }
}
