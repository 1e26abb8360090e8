package org.telnyx4j.sandbox.internal.orders;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.api.PhoneNumberOrdersApi;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.generated.model.ListNumberOrdersQuery;
import org.telnyx4j.generated.model.NumberOrderListResponse;
import org.telnyx4j.generated.model.NumberOrderResponse;
import org.telnyx4j.generated.model.RegulatoryRequirementUpdate;
import org.telnyx4j.generated.model.UpdateNumberOrderRequest;
import org.telnyx4j.sandbox.internal.account.Account;
import org.telnyx4j.sandbox.internal.api.ApiCall;
import org.telnyx4j.sandbox.internal.api.ApiFailure;
import org.telnyx4j.sandbox.internal.api.ApiReply;
import org.telnyx4j.sandbox.internal.api.Domain;
import org.telnyx4j.sandbox.internal.api.ErrorCode;
import org.telnyx4j.sandbox.internal.api.ErrorEntry;
import org.telnyx4j.sandbox.internal.api.ListDelay;
import org.telnyx4j.sandbox.internal.api.Pages;
import org.telnyx4j.sandbox.internal.api.Routes;
import org.telnyx4j.sandbox.internal.numbers.NumberStore;

/** The operations on number orders. */
public final class OrderRoutes implements Domain {
    private static final List<String> SETTINGS =
            List.of("billing_group_id", "connection_id", "customer_reference", "messaging_profile_id");

    private final OrderStore store;
    private final NumberStore numbers;
    private final Account account;
    private final ListDelay delay;

    public OrderRoutes(OrderStore store, NumberStore numbers, Account account, ListDelay delay) {
        this.store = store;
        this.numbers = numbers;
        this.account = account;
        this.delay = delay;
    }

    @Override
    public void addTo(Routes routes) {
        routes.on(PhoneNumberOrdersApi.LIST_NUMBER_ORDERS, this::list)
                .on(PhoneNumberOrdersApi.CREATE_NUMBER_ORDER, this::create)
                .on(PhoneNumberOrdersApi.RETRIEVE_NUMBER_ORDER, call -> response(found(store.get(id(call)))))
                .on(PhoneNumberOrdersApi.UPDATE_NUMBER_ORDER, this::update);
    }

    private ApiReply list(ApiCall call) {
        ListNumberOrdersQuery query = call.query(ListNumberOrdersQuery.TYPE);
        List<StoredOrder> orders = store.snapshot();
        orders.removeIf(order -> !matches(order, query) || !delay.shows(order.createdAt()));
        Collections.reverse(orders);
        Pages.Page<StoredOrder> page = Pages.of(query, orders);
        return ApiReply.ok(NumberOrderListResponse.builder()
                .data(page.items().stream().map(StoredOrder::toListed).toList())
                .meta(page.meta())
                .build());
    }

    private static boolean matches(StoredOrder order, ListNumberOrdersQuery query) {
        OffsetDateTime after = query.getCreatedAtGt();
        OffsetDateTime before = query.getCreatedAtLt();
        return (query.getCustomerReference() == null
                        || order.customerReference()
                                .filter(query.getCustomerReference()::equals)
                                .isPresent())
                && (query.getStatus() == null || query.getStatus().getValue().equals(order.status()))
                && (query.getPhoneNumbersCount() == null
                        || query.getPhoneNumbersCount() == order.lines().size())
                && (query.getRequirementsMet() == null || query.getRequirementsMet() == order.meetsRequirements())
                && (after == null || order.createdAt().isAfter(after.toInstant()))
                && (before == null || order.createdAt().isBefore(before.toInstant()));
    }

    private ApiReply create(ApiCall call) {
        CreateNumberOrderRequest request = call.body(CreateNumberOrderRequest.TYPE);
        account.require(request.getMessagingProfileId(), request.getConnectionId());
        List<String> phoneNumbers = Objects.requireNonNull(request.getPhoneNumbers()).stream()
                .map(number -> Objects.requireNonNull(number.getPhoneNumber()))
                .toList();
        List<Integer> unavailable = numbers.takeForOrder(phoneNumbers);
        if (!unavailable.isEmpty()) {
            throw new ApiFailure(unavailable.stream()
                    .map(i -> ErrorEntry.of(422, ErrorCode.NUMBER_NOT_AVAILABLE, "The number can't be bought any more.")
                            .at("/phone_numbers/" + i + "/phone_number"))
                    .toList());
        }
        Map<String, @Nullable Object> settings = new LinkedHashMap<>(request.toMap());
        settings.keySet().retainAll(SETTINGS);
        return response(store.add(phoneNumbers, settings));
    }

    private ApiReply update(ApiCall call) {
        UpdateNumberOrderRequest request = call.body(UpdateNumberOrderRequest.TYPE);
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        if (request.getCustomerReference() != null) {
            changes.put("customer_reference", request.getCustomerReference());
        }
        String given = Optional.ofNullable(request.getRegulatoryRequirements()).orElse(List.of()).stream()
                .filter(requirement -> OrderLine.REQUIREMENT.equals(requirement.getRequirementId()))
                .map(RegulatoryRequirementUpdate::getFieldValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return response(found(store.change(id(call), changes, given)));
    }

    private static String id(ApiCall call) {
        return call.pathParameter("number_order_id");
    }

    private static StoredOrder found(Optional<StoredOrder> order) {
        return order.orElseThrow(ApiFailure::notFound);
    }

    private static ApiReply response(StoredOrder order) {
        return ApiReply.ok(NumberOrderResponse.builder().data(order.toModel()).build());
    }
}
