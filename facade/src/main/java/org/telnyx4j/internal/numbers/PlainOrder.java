package org.telnyx4j.internal.numbers;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorDetails;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.generated.model.NumberToOrder;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.exchange.TelnyxClient.Composite;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.internal.time.CallWindow;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.OrderedNumber;

/**
 * One order that a caller places. It is sent once. If it is refused or has failed, that can be the fate of a copy which a
 * gateway made, so the order itself is looked for before the refusal is believed. For one thread.
 */
final class PlainOrder {
    private final Composite operation;
    private final ErrorFactory errors;
    private final CreateNumberOrderRequest request;
    private final String reference;
    /** Whether no other order can have the reference. */
    private final boolean isUnique;

    private final CallWindow window;

    private PlainOrder(Composite operation, ErrorFactory errors, CreateNumberOrderRequest request) {
        this.operation = operation;
        this.errors = errors;
        String given = request.getCustomerReference();
        this.isUnique = given == null;
        this.reference = given == null ? UUID.randomUUID().toString() : given;
        this.request =
                isUnique ? request.toBuilder().customerReference(reference).build() : request;
        this.window = new CallWindow(errors.now());
    }

    /**
     * Places an order.
     *
     * @param client the client
     * @param name what errors and telemetry call the operation
     * @param request the order; one without a customer reference gets one, as it could not be found without
     * @param options the options; their timeout is for all of it
     * @return the order
     * @throws TelnyxException if it was not placed, or that is unknown
     */
    static NumberOrderResult place(
            TelnyxClient client, String name, CreateNumberOrderRequest request, RequestOptions options) {
        return client.operation(
                name, options, operation -> new PlainOrder(operation, client.errors(), request).place());
    }

    private NumberOrderResult place() {
        NumberOrderResult placed;
        try {
            TelnyxClient first = operation.firstClient().named(operation.name());
            placed = OrderCalls.create(first, request, RequestOptions.none());
        } catch (TelnyxException e) {
            if (e.outcome() != Outcome.NOT_CARRIED_OUT || !OrderRefusal.mayBeOfCopy(e)) {
                throw e;
            }
            return originalOf(e);
        }
        return placed.isFailure() ? originalOf(placed) : placed;
    }

    private NumberOrderResult originalOf(NumberOrderResult failed) {
        try {
            NumberOrderResult original = search(failed.id());
            return original == null || original.isFailure() || created(original) != CallWindow.Created.SINCE
                    ? failed
                    : original;
        } catch (TelnyxException e) {
            // There is an order in any case, and it is what the response has.
            return failed;
        }
    }

    private NumberOrderResult originalOf(TelnyxException refusal) {
        NumberOrderResult original;
        try {
            original = search("");
        } catch (TelnyxException e) {
            if (!CopySearch.isSameReason(refusal, e)) {
                throw unknown(refusal, "whether it was placed all the same could not be checked", e);
            }
            refusal.addSuppressed(e);
            throw refusal;
        }
        if (original == null || original.isFailure()) {
            throw refusal;
        }
        return switch (created(original)) {
            case SINCE -> original;
            case BEFORE -> throw refusal;
            case UNCLEAR ->
                throw unknown(
                        refusal,
                        "whether the order " + Mask.freeText(original.id())
                                + ", which has the same customer reference, is this one is not known",
                        null);
        };
    }

    private @Nullable NumberOrderResult search(String failedId) {
        return new CopySearch(new PurchaseSteps(operation), reference)
                .run(orders -> furthest(orders, failedId), NumberOrderResult::isFailure);
    }

    /** Returns an order of the same numbers, best one that has not failed. */
    private @Nullable NumberOrderResult furthest(List<NumberOrderResult> orders, String failedId) {
        Set<String> wanted = numbers(Stream.ofNullable(request.getPhoneNumbers())
                .flatMap(List::stream)
                .map(NumberToOrder::getPhoneNumber));
        NumberOrderResult found = null;
        for (NumberOrderResult order : orders) {
            Set<String> ordered = numbers(order.phoneNumbers().stream().map(OrderedNumber::phoneNumber));
            // A list can leave the numbers out.
            boolean isCandidate =
                    !order.id().equals(failedId) && (isUnique || ordered.isEmpty() || ordered.equals(wanted));
            if (isCandidate && (found == null || found.isFailure())) {
                found = order;
            }
        }
        return found;
    }

    private static Set<String> numbers(Stream<? extends @Nullable String> numbers) {
        return numbers.flatMap(Stream::ofNullable)
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private CallWindow.Created created(NumberOrderResult order) {
        if (isUnique) {
            return CallWindow.Created.SINCE;
        }
        CallWindow.Created created = window.of(order.createdAt().orElse(null));
        boolean hasNumbers = !order.phoneNumbers().isEmpty();
        return created == CallWindow.Created.SINCE && !hasNumbers ? CallWindow.Created.UNCLEAR : created;
    }

    private TelnyxException unknown(TelnyxException refusal, String problem, @Nullable TelnyxException search) {
        ErrorDetails.Builder details = ErrorDetails.builder(operation.name(), Outcome.UNKNOWN, Advice.FIND_OUT_FIRST)
                .problem("the order was refused, and " + problem)
                .remedy("look for an order with the customer reference that reference() returns before trying again")
                .errors(refusal.errors())
                .reference(reference)
                .requestId(refusal.requestId().orElse(null));
        refusal.httpStatus().ifPresent(details::httpStatus);
        TelnyxException unknown = errors.ofSteps(details.build(), refusal);
        Optional.ofNullable(search).ifPresent(unknown::addSuppressed);
        return unknown;
    }
}
