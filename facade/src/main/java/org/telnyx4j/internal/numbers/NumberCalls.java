package org.telnyx4j.internal.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.api.PhoneNumberOrdersApi;
import org.telnyx4j.generated.api.PhoneNumberOrdersApi.ListNumberOrdersQuery;
import org.telnyx4j.generated.api.PhoneNumberSearchApi;
import org.telnyx4j.generated.api.PhoneNumberSearchApi.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.generated.invoker.ApiResponse;
import org.telnyx4j.generated.model.AvailablePhoneNumber;
import org.telnyx4j.generated.model.AvailablePhoneNumberListResponse;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.generated.model.NumberOrder;
import org.telnyx4j.generated.model.NumberOrderListResponse;
import org.telnyx4j.generated.model.NumberOrderResponse;
import org.telnyx4j.generated.model.NumberToOrder;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.core.Operation;
import org.telnyx4j.internal.core.View;
import org.telnyx4j.internal.errors.RateLimits;
import org.telnyx4j.internal.paging.LazyPages;
import org.telnyx4j.internal.paging.PageReader;
import org.telnyx4j.numbers.AvailableNumber;
import org.telnyx4j.numbers.AvailableNumbersCriteria;
import org.telnyx4j.numbers.NewNumberOrder;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.paging.Page;
import org.telnyx4j.paging.PagedList;

/** The single calls that searches and orders are made of. */
final class NumberCalls {
    private final View view;

    NumberCalls(View view) {
        this.view = view;
    }

    /** What holds for a call without fields of its own. */
    SettingsLayer settings(RequestOptions options) {
        return view.merge(SettingsLayer.EMPTY, options);
    }

    List<AvailableNumber> search(
            Operation operation, AvailableNumbersCriteria criteria, SettingsLayer merged, RequestOptions options) {
        ListAvailablePhoneNumbersQuery query = new ListAvailablePhoneNumbersQuery();
        criteria.filters().forEach(query::put);
        return view.operation(operation, facts -> {
            ApiResponse<AvailablePhoneNumberListResponse> response = view.call(
                    operation,
                    merged,
                    options,
                    NumberRules.privateTexts(criteria.filters()),
                    client -> new PhoneNumberSearchApi(client).listAvailablePhoneNumbersWithHttpInfo(query, Map.of()));
            List<AvailablePhoneNumber> data =
                    view.data(response, response.data().getData());
            RateLimitState rateLimit = RateLimits.of(response::header);
            return PageReader.items(data, each -> new AvailableNumber(each, rateLimit));
        });
    }

    NumberOrderResult create(Operation operation, NewNumberOrder order, SettingsLayer merged, RequestOptions options) {
        CreateNumberOrderRequest request = request(order);
        return view.operation(operation, facts -> {
            try {
                ApiResponse<NumberOrderResponse> response = view.call(
                        operation,
                        merged,
                        options,
                        privateTexts(order),
                        client -> new PhoneNumberOrdersApi(client).createNumberOrderWithHttpInfo(request, Map.of()));
                return order(response);
            } catch (TelnyxException e) {
                if (e.outcome() == Outcome.NOT_CARRIED_OUT) {
                    throw e;
                }
                String reference = order.options().customerReference().orElse(null);
                String remedy = reference == null
                        ? "look whether the account has its numbers, and do not send it again before that is known"
                        : "look for an order with its customer reference, and do not send it again before that is known";
                throw view.errors().withReference(e, reference, remedy);
            }
        });
    }

    NumberOrderResult retrieve(Operation operation, String id, SettingsLayer merged, RequestOptions options) {
        return view.operation(
                operation,
                facts -> order(view.call(
                        operation,
                        merged,
                        options,
                        List.of(),
                        client -> new PhoneNumberOrdersApi(client).retrieveNumberOrderWithHttpInfo(id, Map.of()))));
    }

    /**
     * Lists orders.
     *
     * @param merged asked for each page, since the time for it can differ
     */
    PagedList<NumberOrderResult> orders(
            Operation operation, Map<String, Object> filters, Supplier<SettingsLayer> merged, RequestOptions options) {
        Objects.requireNonNull(options, "options");
        List<String> privateTexts = NumberRules.privateTexts(filters);
        return new LazyPages<>(
                operation,
                view.errors(),
                (number, size) -> view.operation(operation, facts -> {
                    ListNumberOrdersQuery query = new ListNumberOrdersQuery();
                    filters.forEach(query::put);
                    query.pageNumber(number).pageSize(size);
                    ApiResponse<NumberOrderListResponse> response = view.call(
                            operation,
                            merged.get(),
                            options,
                            privateTexts,
                            client -> new PhoneNumberOrdersApi(client).listNumberOrdersWithHttpInfo(query, Map.of()));
                    List<NumberOrder> data = view.data(response, response.data().getData());
                    RateLimitState rateLimit = RateLimits.of(response::header);
                    List<NumberOrderResult> items =
                            PageReader.items(data, each -> new NumberOrderResult(each, rateLimit));
                    return PageReader.read(
                            Page.builder(items, number, size),
                            response,
                            response.data().getMeta());
                }));
    }

    NumberOrderResult order(ApiResponse<NumberOrderResponse> response) {
        NumberOrder payload = view.data(response, response.data().getData());
        return new NumberOrderResult(payload, RateLimits.of(response::header));
    }

    private static CreateNumberOrderRequest request(NewNumberOrder order) {
        PurchaseOptions options = order.options();
        CreateNumberOrderRequest request = new CreateNumberOrderRequest()
                .phoneNumbers(order.lines().stream().map(NumberCalls::number).toList());
        options.messagingProfileId().ifPresent(request::messagingProfileId);
        options.connectionId().ifPresent(request::connectionId);
        options.billingGroupId().ifPresent(request::billingGroupId);
        options.customerReference().ifPresent(request::customerReference);
        return request;
    }

    private static NumberToOrder number(NewNumberOrder.Line line) {
        NumberToOrder number = new NumberToOrder().phoneNumber(line.phoneNumber());
        line.requirementGroupId().ifPresent(number::requirementGroupId);
        line.bundleId().ifPresent(number::bundleId);
        return number;
    }

    private static List<String> privateTexts(NewNumberOrder order) {
        List<Object> texts = new ArrayList<>();
        order.lines().forEach(line -> texts.add(line.phoneNumber()));
        order.options().customerReference().ifPresent(texts::add);
        return NumberRules.privateTexts(texts);
    }
}
