package org.telnyx4j.sandbox.internal.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.telnyx4j.sandbox.internal.http.Address;
import org.telnyx4j.sandbox.internal.http.ApiError;
import org.telnyx4j.sandbox.internal.http.ApiException;
import org.telnyx4j.sandbox.internal.http.ApiRequest;
import org.telnyx4j.sandbox.internal.http.ApiResponse;
import org.telnyx4j.sandbox.internal.http.BodyRules;
import org.telnyx4j.sandbox.internal.http.ErrorCode;
import org.telnyx4j.sandbox.internal.http.FieldType;
import org.telnyx4j.sandbox.internal.http.Fields;
import org.telnyx4j.sandbox.internal.http.Filters;
import org.telnyx4j.sandbox.internal.http.Pages;
import org.telnyx4j.sandbox.internal.http.Route;
import org.telnyx4j.sandbox.internal.http.Routes;
import org.telnyx4j.sandbox.internal.numbers.NumberStore;

/** The operations on number orders. */
public final class OrderRoutes implements Routes {
    private static final BodyRules SETTINGS = BodyRules.NONE.optional(
            FieldType.STRING, "billing_group_id", "connection_id", "customer_reference", "messaging_profile_id");
    private static final BodyRules CREATE = SETTINGS.required(FieldType.ARRAY, "phone_numbers");
    private static final BodyRules UPDATE = BodyRules.NONE
            .optional(FieldType.STRING, "customer_reference")
            .optional(FieldType.ARRAY, "regulatory_requirements");

    private static final Filters<StoredOrder> FILTERS = new Filters<StoredOrder>()
            .on(
                    "filter[customer_reference]",
                    (order, reference) ->
                            order.customerReference().filter(reference::equals).isPresent())
            .on("filter[status]", (order, status) -> order.status().equals(status))
            .on(
                    "filter[phone_numbers_count]",
                    (order, count) -> Integer.toString(order.entries().size()).equals(count))
            .on("filter[requirements_met]", (order, met) -> met.equals("true"))
            .on("filter[created_at][gt]", created(Instant::isAfter))
            .on("filter[created_at][lt]", created(Instant::isBefore));

    private final OrderStore store;
    private final NumberStore numbers;

    public OrderRoutes(OrderStore store, NumberStore numbers) {
        this.store = store;
        this.numbers = numbers;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.list("/number_orders", (nothing, request) -> list(request)),
                Route.post("/number_orders", this::create),
                Route.get("/number_orders/{}", id -> data(store.retrieve(id))),
                Route.change("PATCH", "/number_orders/{}", this::update));
    }

    private ApiResponse list(ApiRequest request) {
        List<StoredOrder> orders = store.snapshot();
        orders.removeIf(FILTERS.of(request).negate());
        Collections.reverse(orders);
        return Pages.answer(request, orders, StoredOrder::toJson);
    }

    private ApiResponse create(ObjectNode body) {
        ObjectNode given = CREATE.read(body);
        List<String> phoneNumbers = phoneNumbers(body, given.get("phone_numbers"));
        given.remove("phone_numbers");
        List<Integer> unavailable = numbers.takeForOrder(phoneNumbers);
        if (!unavailable.isEmpty()) {
            throw new ApiException(unavailable.stream()
                    .map(i -> ApiError.of(422, ErrorCode.NUMBER_NOT_AVAILABLE, "The number can't be bought any more.")
                            .at(pointer(i)))
                    .toList());
        }
        return ApiResponse.data(store.add(phoneNumbers, given).toJson());
    }

    private static List<String> phoneNumbers(ObjectNode body, JsonNode entries) {
        Fields fields = new Fields(body);
        List<String> phoneNumbers = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            String number = entries.get(i).path("phone_number").asText();
            if (number.isBlank()) {
                fields.refuseMissing(pointer(i).substring(1));
            } else if (!Address.isE164(number)) {
                fields.refuse(ErrorCode.NOT_E164, pointer(i), "The number must be in +E.164 format.");
            }
            phoneNumbers.add(number);
        }
        fields.throwIfRefused();
        return phoneNumbers;
    }

    private ApiResponse update(String id, ObjectNode body) {
        ObjectNode changes = UPDATE.read(body);
        // What regulation requires is never missing here, so there is nothing to do with it.
        changes.remove("regulatory_requirements");
        return data(store.change(id, changes));
    }

    private static ApiResponse data(Optional<StoredOrder> order) {
        return ApiResponse.data(
                order.orElseThrow(() -> new ApiException(ApiError.notFound())).toJson());
    }

    private static String pointer(int index) {
        return "/phone_numbers/" + index + "/phone_number";
    }

    /** A time that can't be read has no effect. */
    private static BiPredicate<StoredOrder, String> created(BiPredicate<Instant, Instant> comparison) {
        return (order, time) -> {
            try {
                return comparison.test(
                        order.createdAt(), OffsetDateTime.parse(time).toInstant());
            } catch (DateTimeParseException e) {
                return true;
            }
        };
    }
}
