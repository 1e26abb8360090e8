package org.telnyx4j.internal.numbers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorDetails;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.generated.model.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.exchange.TelnyxClient.Composite;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.internal.time.Stopwatch;
import org.telnyx4j.internal.validation.TextRules;
import org.telnyx4j.internal.validation.Validator;
import org.telnyx4j.internal.validation.Violation;
import org.telnyx4j.numbers.AvailableNumber;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.OrderedNumber;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.numbers.PurchasedNumber;

/**
 * Buys one of the numbers that a search finds. One object for each purchase, for one thread.
 *
 * <p>The rule that all of it keeps: a second order is sent only when it is known that the first one bought nothing.
 */
final class SearchAndBuy {
    private static final String NAME = OperationNames.SEARCH_AND_BUY_FIRST;

    private final ErrorFactory errors;
    private final PurchaseSteps steps;
    private final Stopwatch watch;

    SearchAndBuy(Composite operation, ErrorFactory errors) {
        this.errors = errors;
        this.steps = new PurchaseSteps(operation);
        this.watch = operation.watch();
    }

    Optional<PurchasedNumber> run(ListAvailablePhoneNumbersQuery query, PurchaseOptions purchase) {
        check(query, purchase);
        int tried = 0;
        TelnyxException refusal = null;
        for (AvailableNumber candidate : candidates(query)) {
            if (tried == purchase.mostCandidates()) {
                break;
            }
            if (watch.left().compareTo(watch.total().dividedBy(4)) < 0) {
                throw nothingBought(tried, "its time of " + watch.total().toMillis() + " ms was up", refusal);
            }
            tried++;
            String reference = reference(purchase);
            PlacedOrder order = new PlacedOrder(steps, candidate.phoneNumber(), reference);
            try {
                order.place(request(candidate, purchase, reference));
            } catch (TelnyxException e) {
                if (!OrderRefusal.isAboutNumber(e, candidate.phoneNumber())) {
                    throw nothingBought(e);
                }
                refusal = e;
                continue;
            }
            Optional<PurchasedNumber> bought = bought(order, candidate);
            if (bought.isPresent()) {
                return bought;
            }
        }
        if (tried == 0) {
            return Optional.empty();
        }
        throw nothingBought(tried, "each order was refused or has failed", refusal);
    }

    /** Returns empty only where the order has certainly bought nothing. */
    private Optional<PurchasedNumber> bought(PlacedOrder order, AvailableNumber candidate) {
        NumberOrderResult seen = order.seen();
        if (seen == null) {
            throw unresolved(order);
        }
        return switch (order.verdict()) {
            case BOUGHT, UNDER_WAY ->
                Optional.of(new PurchasedNumber(phoneNumber(seen, candidate), seen, candidate, order.reference()));
            case FAILED -> Optional.empty();
            case FAILING, CONTRADICTORY -> throw contradictory(order, seen);
        };
    }

    /** Each number once, and none that was not asked for. */
    private List<AvailableNumber> candidates(ListAvailablePhoneNumbersQuery query) {
        QueryMatcher matcher = new QueryMatcher(query);
        Map<String, AvailableNumber> candidates = new LinkedHashMap<>();
        boolean isMasked = false;
        try {
            for (AvailableNumber number : steps.search(query)) {
                isMasked |= TextRules.isMaskedByTelnyx(number.phoneNumber());
                if (matcher.matches(number)) {
                    candidates.putIfAbsent(number.phoneNumber(), number);
                }
            }
        } catch (TelnyxException e) {
            throw nothingBought(e);
        }
        if (candidates.isEmpty() && isMasked) {
            throw errors.refused(
                    NAME,
                    "phone_number",
                    "the numbers that the search found are masked by Telnyx",
                    TextRules.MASKED_REMEDY + "; nothing was bought");
        }
        return List.copyOf(candidates.values());
    }

    /** Checks all that will be sent but the number, which only the search finds. */
    private void check(ListAvailablePhoneNumbersQuery query, PurchaseOptions purchase) {
        refuse(Validator.check(query));
        for (Violation violation :
                Validator.checkAll(OrderCalls.request(purchase).build())) {
            if (!violation.field().equals("phone_numbers")) {
                refuse(violation);
            }
        }
    }

    private void refuse(@Nullable Violation violation) {
        if (violation != null) {
            throw errors.localCheck(NAME, violation.field(), violation.problem());
        }
    }

    private static String reference(PurchaseOptions purchase) {
        String unique = UUID.randomUUID().toString();
        return purchase.customerReference().map(own -> own + "/" + unique).orElse(unique);
    }

    private static String uniquePart(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static CreateNumberOrderRequest request(
            AvailableNumber candidate, PurchaseOptions purchase, String reference) {
        return OrderCalls.request(purchase)
                .customerReference(reference)
                .addPhoneNumber(OrderCalls.number(candidate.phoneNumber()))
                .build();
    }

    /** The number that stands in the order, if there is one. */
    private static String phoneNumber(NumberOrderResult order, AvailableNumber candidate) {
        return OrderVerdict.line(order, candidate.phoneNumber())
                .map(OrderedNumber::phoneNumber)
                .filter(number -> !number.isEmpty())
                .orElse(candidate.phoneNumber());
    }

    private TelnyxException unresolved(PlacedOrder order) {
        TelnyxException refusal = order.refusal();
        TelnyxException cause = refusal == null ? order.lost() : refusal;
        // What the caller put before the unique part is private.
        String reference = "whose customer reference ends in " + uniquePart(order.reference());
        ErrorDetails.Builder details = unknown(order)
                .problem(
                        refusal == null
                                ? "the response to an order was lost, and no order " + reference + " has shown up"
                                : "an order " + reference + " was refused, and whether it was placed all the same could"
                                        + " not be checked");
        if (cause != null) {
            details.requestId(cause.requestId().orElse(null));
            cause.httpStatus().ifPresent(details::httpStatus);
        }
        return errors.ofSteps(details.build(), cause);
    }

    private TelnyxException contradictory(PlacedOrder order, NumberOrderResult seen) {
        ErrorDetails details = unknown(order)
                .problem("the order " + Mask.freeText(seen.id()) + " whose customer reference ends in "
                        + uniquePart(order.reference()) + " is in state "
                        + Mask.freeText(seen.status().getValue())
                        + ", and its number in another one that contradicts it")
                .build();
        return errors.ofSteps(details, order.lost());
    }

    private static ErrorDetails.Builder unknown(PlacedOrder order) {
        return ErrorDetails.builder(NAME, Outcome.UNKNOWN, Advice.FIND_OUT_FIRST)
                .remedy("look for an order with the customer reference that reference() returns before trying again")
                .reference(order.reference());
    }

    /** For a step that failed before, or instead of, a purchase. */
    private TelnyxException nothingBought(TelnyxException step) {
        return errors.ofStep(NAME, step, Outcome.NOT_CARRIED_OUT);
    }

    private TelnyxException nothingBought(int tried, String why, @Nullable TelnyxException refusal) {
        ErrorDetails details = ErrorDetails.builder(NAME, Outcome.NOT_CARRIED_OUT, Advice.RETRY_WITH_BACKOFF)
                .problem("no number was bought, " + tried + (tried == 1 ? " candidate was" : " candidates were")
                        + " tried: " + why)
                .remedy("try again with a new search")
                .errors(refusal == null ? List.of() : refusal.errors())
                .build();
        return errors.ofSteps(details, refusal);
    }
}
