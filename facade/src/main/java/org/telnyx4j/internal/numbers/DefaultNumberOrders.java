package org.telnyx4j.internal.numbers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorDetails;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.api.PhoneNumberOrdersApi;
import org.telnyx4j.generated.invoker.ApiResponse;
import org.telnyx4j.generated.model.NumberOrderResponse;
import org.telnyx4j.generated.model.UpdateNumberOrderRequest;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.core.View;
import org.telnyx4j.internal.errors.CallContext;
import org.telnyx4j.internal.errors.Repeatability;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.internal.time.Stopwatch;
import org.telnyx4j.numbers.NewNumberOrder;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.NumberOrderUpdate;
import org.telnyx4j.numbers.NumberOrders;
import org.telnyx4j.numbers.NumberOrdersCriteria;
import org.telnyx4j.paging.PagedList;

/** The operations on number orders, on one view of a client. */
public final class DefaultNumberOrders implements NumberOrders {
    private static final String STILL_THERE =
            "the order is not lost and goes on at Telnyx, so await it again or wait for the webhook"
                    + " number_order.complete";

    private final View view;
    private final Sleeper sleeper;
    private final NumberCalls calls;
    private final NumberRules rules;

    /**
     * Makes the operations.
     *
     * @param view what they are run on
     * @param sleeper waits between looks at an order
     */
    public DefaultNumberOrders(View view, Sleeper sleeper) {
        this.view = view;
        this.sleeper = sleeper;
        this.calls = new NumberCalls(view);
        this.rules = new NumberRules(view);
    }

    @Override
    public NumberOrderResult create(NewNumberOrder order) {
        return create(order, RequestOptions.none());
    }

    @Override
    public NumberOrderResult create(NewNumberOrder order, RequestOptions options) {
        return view.operation(Operations.CREATE_ORDER, facts -> {
            rules.order(Operations.CREATE_ORDER, order);
            return calls.create(Operations.CREATE_ORDER, order, calls.settings(options), options);
        });
    }

    @Override
    public NumberOrderResult retrieve(String id) {
        return retrieve(id, RequestOptions.none());
    }

    @Override
    public NumberOrderResult retrieve(String id, RequestOptions options) {
        return view.operation(Operations.RETRIEVE_ORDER, facts -> {
            view.requireId(Operations.RETRIEVE_ORDER, "id", id);
            return calls.retrieve(Operations.RETRIEVE_ORDER, id, calls.settings(options), options);
        });
    }

    @Override
    public PagedList<NumberOrderResult> list(NumberOrdersCriteria criteria) {
        return list(criteria, RequestOptions.none());
    }

    @Override
    public PagedList<NumberOrderResult> list(NumberOrdersCriteria criteria, RequestOptions options) {
        Objects.requireNonNull(criteria, "criteria");
        view.check(Operations.LIST_ORDERS, () -> rules.filters(Operations.LIST_ORDERS, criteria.filters()));
        return calls.orders(Operations.LIST_ORDERS, criteria.filters(), () -> calls.settings(options), options);
    }

    @Override
    public List<NumberOrderResult> findByCustomerReference(String customerReference) {
        return findByCustomerReference(customerReference, RequestOptions.none());
    }

    @Override
    public List<NumberOrderResult> findByCustomerReference(String customerReference, RequestOptions options) {
        Objects.requireNonNull(customerReference, "customerReference");
        return view.operation(Operations.FIND_ORDERS, facts -> {
            rules.text(Operations.FIND_ORDERS, "customer_reference", customerReference);
            Map<String, Object> filters = Map.of("filter[customer_reference]", customerReference);
            return calls.orders(Operations.FIND_ORDERS, filters, () -> calls.settings(options), options).stream()
                    .filter(order -> order.customerReference().equals(Optional.of(customerReference)))
                    .toList();
        });
    }

    @Override
    public NumberOrderResult update(String id, NumberOrderUpdate update) {
        return update(id, update, RequestOptions.none());
    }

    @Override
    public NumberOrderResult update(String id, NumberOrderUpdate update, RequestOptions options) {
        Objects.requireNonNull(update, "update");
        return view.operation(Operations.UPDATE_ORDER, facts -> {
            view.requireId(Operations.UPDATE_ORDER, "id", id);
            rules.update(Operations.UPDATE_ORDER, update.fields());
            UpdateNumberOrderRequest request = view.convert(update.fields(), UpdateNumberOrderRequest.class);
            ApiResponse<NumberOrderResponse> response = view.call(
                    Operations.UPDATE_ORDER,
                    calls.settings(options),
                    options,
                    NumberRules.privateTexts(update.fields()),
                    client -> new PhoneNumberOrdersApi(client).updateNumberOrderWithHttpInfo(id, request, Map.of()));
            return calls.order(response);
        });
    }

    @Override
    public NumberOrderResult awaitCompletion(NumberOrderResult order, Duration atMost) {
        Objects.requireNonNull(order, "order");
        return view.operation(Operations.AWAIT_ORDER, facts -> {
            rules.positive(Operations.AWAIT_ORDER, "atMost", atMost);
            if (order.status().isFinal()) {
                return order;
            }
            view.requireId(Operations.AWAIT_ORDER, "id", order.id());
            return await(order.id(), order, atMost, RequestOptions.none());
        });
    }

    @Override
    public NumberOrderResult awaitCompletion(String id, Duration atMost, RequestOptions options) {
        return view.operation(Operations.AWAIT_ORDER, facts -> {
            view.requireId(Operations.AWAIT_ORDER, "id", id);
            rules.positive(Operations.AWAIT_ORDER, "atMost", atMost);
            return await(id, null, atMost, options);
        });
    }

    private NumberOrderResult await(
            String id, @Nullable NumberOrderResult known, Duration atMost, RequestOptions options) {
        SettingsLayer merged = calls.settings(options);
        Stopwatch watch = new Stopwatch(sleeper, atMost);
        Pauses pauses = new Pauses(watch, Duration.ofMillis(500), Duration.ofSeconds(5));
        NumberOrderResult seen = known;
        TelnyxException failure;
        do {
            failure = null;
            try {
                seen = calls.retrieve(Operations.AWAIT_ORDER, id, within(watch.left(), merged), options);
                if (seen.status().isFinal()) {
                    return seen;
                }
            } catch (TelnyxException e) {
                // An order that was placed a moment ago may not be found yet.
                boolean tooEarly = seen != null && e.httpStatus().orElse(0) == 404;
                if (!tooEarly && !isTransient(e)) {
                    throw e;
                }
                failure = e;
            }
        } while (pauses.pause(failure));
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted(id);
        }
        if (seen == null && failure != null) {
            throw failure;
        }
        throw stillPending(id, atMost, failure);
    }

    private static boolean isTransient(TelnyxException e) {
        boolean mayPass = e.advice() == Advice.RETRY_AFTER_DELAY || e.advice() == Advice.RETRY_WITH_BACKOFF;
        return mayPass && !Thread.currentThread().isInterrupted();
    }

    private static SettingsLayer within(Duration left, SettingsLayer merged) {
        Duration timeout = Objects.requireNonNull(merged.timeout(), "the built-in timeout");
        return SettingsLayer.within(left.compareTo(timeout) < 0 ? left : timeout, merged);
    }

    private TelnyxException interrupted(String id) {
        CallContext call = CallContext.of(Operations.AWAIT_ORDER.name(), Repeatability.IDEMPOTENT);
        TelnyxException interrupted = view.errors().interrupted(call, FailureStage.AWAIT_RESPONSE, null);
        return view.errors().withReference(interrupted, id, STILL_THERE);
    }

    /** Outcome unknown is the order's: whether its numbers will be had is not decided yet. */
    private TelnyxException stillPending(String id, Duration atMost, @Nullable TelnyxException lastFailure) {
        ErrorDetails details = ErrorDetails.builder(
                        Operations.AWAIT_ORDER.name(), Outcome.UNKNOWN, Advice.RETRY_WITH_BACKOFF)
                .problem("the order " + Mask.freeText(id) + " is still pending "
                        + (sleeper.isClosed() ? "and the client was closed" : "after " + atMost.toMillis() + " ms"))
                .remedy(STILL_THERE)
                .reference(id)
                .build();
        return view.errors().ofSteps(details, lastFailure);
    }
}
