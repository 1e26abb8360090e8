package org.telnyx4j.internal.numbers;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorDetails;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.generated.api.PhoneNumberOrdersApi;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.generated.model.ListNumberOrdersQuery;
import org.telnyx4j.generated.model.NumberOrderStatus;
import org.telnyx4j.generated.model.UpdateNumberOrderRequest;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.exchange.TelnyxClient.Composite;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.internal.validation.TextRules;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.NumberOrders;
import org.telnyx4j.paging.PagedList;

/** The operations on number orders. */
public final class DefaultNumberOrders implements NumberOrders {
    private static final String AWAIT = OperationNames.AWAIT_COMPLETION;
    private static final String FIND = OperationNames.FIND_BY_CUSTOMER_REFERENCE;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int NOT_FOUND = 404;

    private static final String STILL_THERE =
            "the order is not lost and goes on at Telnyx, so await it again or wait for the webhook"
                    + " number_order.complete";

    private final TelnyxClient client;
    private final PhoneNumberOrdersApi api;

    /**
     * Creates the operations.
     *
     * @param client sends the requests
     */
    public DefaultNumberOrders(TelnyxClient client) {
        this.client = client;
        this.api = new PhoneNumberOrdersApi(client);
    }

    @Override
    public NumberOrderResult create(CreateNumberOrderRequest request, RequestOptions options) {
        return PlainOrder.place(
                client,
                PhoneNumberOrdersApi.CREATE_NUMBER_ORDER.name(),
                Objects.requireNonNull(request, "request"),
                options);
    }

    @Override
    public NumberOrderResult retrieve(String id, RequestOptions options) {
        return OrderCalls.order(client, api.retrieveNumberOrderWithHttpInfo(id, options));
    }

    @Override
    public PagedList<NumberOrderResult> list(ListNumberOrdersQuery query, RequestOptions options) {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(options, "options");
        return OrderCalls.list(() -> client, PhoneNumberOrdersApi.LIST_NUMBER_ORDERS.name(), query, options);
    }

    @Override
    public List<NumberOrderResult> findByCustomerReference(String customerReference, RequestOptions options) {
        ListNumberOrdersQuery query = ListNumberOrdersQuery.builder()
                .customerReference(Objects.requireNonNull(customerReference, "customerReference"))
                .build();
        return client.operation(
                FIND,
                options,
                find -> OrderCalls.list(() -> find.client().named(FIND), FIND, query, RequestOptions.none()).stream()
                        .filter(order -> order.customerReference().equals(Optional.of(customerReference)))
                        .toList());
    }

    @Override
    public NumberOrderResult update(String id, UpdateNumberOrderRequest request, RequestOptions options) {
        return OrderCalls.order(client, api.updateNumberOrderWithHttpInfo(id, request, options));
    }

    @Override
    public NumberOrderResult awaitCompletion(NumberOrderResult order, Duration atMost) {
        Objects.requireNonNull(order, "order");
        return await(order.id(), order, atMost, RequestOptions.none());
    }

    @Override
    public NumberOrderResult awaitCompletion(String id, Duration atMost, RequestOptions options) {
        Objects.requireNonNull(id, "id");
        return await(id, null, atMost, options);
    }

    private NumberOrderResult await(
            String id, @Nullable NumberOrderResult known, Duration atMost, RequestOptions options) {
        Objects.requireNonNull(atMost, "atMost");
        TelnyxClient own = client.with(options);
        Duration time = own.checked(AWAIT, () -> {
            String problem = TextRules.positive(atMost);
            if (problem != null) {
                throw own.errors().localCheck(AWAIT, "atMost", problem + ", was " + atMost);
            }
            return atMost;
        });
        Duration each = Objects.requireNonNull(own.settings().timeout(), "the built-in timeout");
        return own.operation(
                AWAIT,
                RequestOptions.timeout(time),
                operation -> known != null && known.isFinal() ? known : poll(operation, id, known, each));
    }

    private NumberOrderResult poll(Composite operation, String id, @Nullable NumberOrderResult known, Duration each) {
        PollingPauses pauses = new PollingPauses(operation.watch(), FIRST_PAUSE, LONGEST_PAUSE);
        NumberOrderResult seen = known;
        TelnyxException failure;
        do {
            failure = null;
            try {
                seen = OrderCalls.retrieve(operation.client(each).named(AWAIT), id, RequestOptions.none());
                if (seen.isFinal()) {
                    return seen;
                }
            } catch (TelnyxException e) {
                // An order that was placed a moment ago may not be found yet.
                boolean tooEarly = seen != null && e.httpStatus().orElse(0) == NOT_FOUND;
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
        throw notEnded(operation, id, seen, failure);
    }

    private static boolean isTransient(TelnyxException e) {
        boolean mayPass = e.advice() == Advice.RETRY_AFTER_DELAY || e.advice() == Advice.RETRY_WITH_BACKOFF;
        return mayPass && !Thread.currentThread().isInterrupted();
    }

    private static TelnyxException interrupted(String id) {
        ErrorDetails details = details(id, "the calling thread was interrupted while waiting for the order to end")
                .build();
        return new TelnyxNetworkException(details, FailureStage.BACKOFF, NetworkFailure.INTERRUPTED, null);
    }

    private TelnyxException notEnded(
            Composite operation, String id, @Nullable NumberOrderResult seen, @Nullable TelnyxException lastFailure) {
        String why = operation.watch().isClosed()
                ? "and the client was closed"
                : "after " + operation.watch().total().toMillis() + " ms";
        String state = "pending ";
        if (seen != null && !seen.status().equals(NumberOrderStatus.PENDING)) {
            state = "in the state \"" + Mask.freeText(seen.status().getValue())
                    + "\", which this edition does not know and which counts as not ended, ";
        }
        String problem = "the order " + Mask.freeText(id) + " is still " + state + why;
        return client.errors().ofSteps(details(id, problem).build(), lastFailure);
    }

    /** Outcome unknown is the order's: whether its numbers can be had is not decided yet. */
    private static ErrorDetails.Builder details(String id, String problem) {
        return ErrorDetails.builder(AWAIT, Outcome.UNKNOWN, Advice.RETRY_WITH_BACKOFF)
                .lookup(true)
                .problem(problem)
                .remedy(STILL_THERE)
                .reference(id);
    }
}
