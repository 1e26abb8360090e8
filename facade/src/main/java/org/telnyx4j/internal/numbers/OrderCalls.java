package org.telnyx4j.internal.numbers;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.api.PhoneNumberOrdersApi;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.generated.model.ListNumberOrdersQuery;
import org.telnyx4j.generated.model.NumberOrder;
import org.telnyx4j.generated.model.NumberOrderListResponse;
import org.telnyx4j.generated.model.NumberOrderResponse;
import org.telnyx4j.generated.model.NumberToOrder;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.paging.LazyPages;
import org.telnyx4j.internal.paging.PageReader;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.paging.Page;
import org.telnyx4j.paging.PagedList;

/** The single calls on orders, alone or as steps of something longer. */
final class OrderCalls {
    private OrderCalls() {}

    /** Returns the order of a purchase, without a number yet. */
    static CreateNumberOrderRequest.Builder request(PurchaseOptions purchase) {
        return CreateNumberOrderRequest.builder()
                .messagingProfileId(purchase.messagingProfileId().orElse(null))
                .connectionId(purchase.connectionId().orElse(null))
                .billingGroupId(purchase.billingGroupId().orElse(null))
                .customerReference(purchase.customerReference().orElse(null));
    }

    static NumberToOrder number(String phoneNumber) {
        return NumberToOrder.builder().phoneNumber(phoneNumber).build();
    }

    /** Places an order. An error after which there may be one has the reference by which it can be found. */
    static NumberOrderResult create(TelnyxClient client, CreateNumberOrderRequest request, RequestOptions options) {
        try {
            return order(client, new PhoneNumberOrdersApi(client).createNumberOrderWithHttpInfo(request, options));
        } catch (TelnyxException e) {
            throw e.outcome() == Outcome.NOT_CARRIED_OUT ? e : withReference(client, e, request.getCustomerReference());
        }
    }

    private static TelnyxException withReference(TelnyxClient client, TelnyxException e, @Nullable String reference) {
        return client.errors()
                .withReference(
                        e,
                        reference,
                        "look for an order with its customer reference, and do not send it again before that is known");
    }

    static NumberOrderResult retrieve(TelnyxClient client, String id, RequestOptions options) {
        return order(client, new PhoneNumberOrdersApi(client).retrieveNumberOrderWithHttpInfo(id, options));
    }

    /**
     * Lists orders.
     *
     * @param client asked for each page, since the time for it can differ
     */
    static PagedList<NumberOrderResult> list(
            Supplier<TelnyxClient> client, String operation, ListNumberOrdersQuery query, RequestOptions options) {
        return LazyPages.of(client.get(), operation, query, (number, size) -> {
            TelnyxClient sender = client.get();
            ListNumberOrdersQuery page =
                    query.toBuilder().pageNumber(number).pageSize(size).build();
            ApiResponse<NumberOrderListResponse> response =
                    new PhoneNumberOrdersApi(sender).listNumberOrdersWithHttpInfo(page, options);
            List<NumberOrder> data = sender.data(response, response.data().getData());
            return PageReader.read(
                    Page.builder(PageReader.items(data, response, NumberOrderResult::new), number, size),
                    response,
                    response.data().getMeta());
        });
    }

    static NumberOrderResult order(TelnyxClient client, ApiResponse<NumberOrderResponse> response) {
        return new NumberOrderResult(client.data(response, response.data().getData()), response);
    }
}
