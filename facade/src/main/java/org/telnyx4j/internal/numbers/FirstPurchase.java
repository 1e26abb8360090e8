package org.telnyx4j.internal.numbers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorDetails;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.config.Checks;
import org.telnyx4j.internal.core.View;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.internal.time.Stopwatch;
import org.telnyx4j.numbers.AvailableNumber;
import org.telnyx4j.numbers.AvailableNumbersCriteria;
import org.telnyx4j.numbers.NewNumberOrder;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.OrderedNumber;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.numbers.PurchasedNumber;

/**
 * Buys one number of those that a search finds. One object for each purchase, for one thread.
 *
 * <p>The law that all of it keeps: a second order is sent only when it is known that the first one bought nothing.
 */
final class FirstPurchase {
    private static final String AREA_CODE = "filter[national_destination_code]";
    private static final String BEST_EFFORT = "filter[best_effort]";

    private final View view;
    private final TimedCalls calls;
    private final Stopwatch watch;

    FirstPurchase(View view, Sleeper sleeper, RequestOptions options) {
        this.view = view;
        this.calls = new TimedCalls(view, sleeper, options);
        this.watch = calls.watch();
    }

    Optional<PurchasedNumber> run(AvailableNumbersCriteria criteria, PurchaseOptions purchase) {
        int tried = 0;
        TelnyxException refusal = null;
        for (AvailableNumber candidate : candidates(criteria)) {
            if (tried == purchase.mostCandidates()) {
                break;
            }
            if (watch.left().compareTo(watch.total().dividedBy(4)) < 0) {
                throw nothingBought(tried, "its time of " + watch.total().toMillis() + " ms was up", refusal);
            }
            tried++;
            String reference = reference(purchase);
            PlacedOrder order = new PlacedOrder(calls, candidate.phoneNumber(), reference);
            try {
                order.place(request(candidate, purchase, reference));
            } catch (TelnyxException e) {
                if (!Refusal.isAboutNumber(e, candidate.phoneNumber())) {
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

    private List<AvailableNumber> candidates(AvailableNumbersCriteria criteria) {
        try {
            return candidates(calls.search(criteria), criteria.filters());
        } catch (TelnyxException e) {
            throw nothingBought(e);
        }
    }

    /** Each number once, and none that was not asked for. */
    private static List<AvailableNumber> candidates(List<AvailableNumber> found, Map<String, Object> filters) {
        Map<String, AvailableNumber> candidates = new LinkedHashMap<>();
        for (AvailableNumber number : found) {
            if (Checks.isE164(number.phoneNumber()) && isAskedFor(number, filters)) {
                candidates.putIfAbsent(number.phoneNumber(), number);
            }
        }
        return List.copyOf(candidates.values());
    }

    /**
     * Telnyx ignores a filter that it does not know, and answers with numbers from anywhere. That can be seen before
     * money is spent: the area code follows the country code, which has one digit in +1 and one to three elsewhere.
     */
    private static boolean isAskedFor(AvailableNumber number, Map<String, Object> filters) {
        if (Boolean.TRUE.equals(filters.get(BEST_EFFORT))) {
            return true;
        }
        if (number.isBestEffort()) {
            return false;
        }
        String phoneNumber = number.phoneNumber();
        if (!(filters.get(AREA_CODE) instanceof String areaCode)) {
            return true;
        }
        return phoneNumber.startsWith(areaCode, 2)
                || (!phoneNumber.startsWith("+1")
                        && (phoneNumber.startsWith(areaCode, 3) || phoneNumber.startsWith(areaCode, 4)));
    }

    private static String reference(PurchaseOptions purchase) {
        String unique = UUID.randomUUID().toString();
        return purchase.customerReference().map(own -> own + "/" + unique).orElse(unique);
    }

    private static String uniquePart(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static NewNumberOrder request(AvailableNumber candidate, PurchaseOptions purchase, String reference) {
        PurchaseOptions.Builder unique = PurchaseOptions.builder().customerReference(reference);
        purchase.messagingProfileId().ifPresent(unique::messagingProfileId);
        purchase.connectionId().ifPresent(unique::connectionId);
        purchase.billingGroupId().ifPresent(unique::billingGroupId);
        return NewNumberOrder.builder()
                .number(candidate.phoneNumber())
                .options(unique.build())
                .build();
    }

    /** What the order says, if it says it. */
    private static String phoneNumber(NumberOrderResult order, AvailableNumber candidate) {
        return OrderVerdict.line(order, candidate.phoneNumber())
                .map(OrderedNumber::phoneNumber)
                .filter(number -> !number.isEmpty())
                .orElse(candidate.phoneNumber());
    }

    private TelnyxException unresolved(PlacedOrder order) {
        TelnyxException lost = order.lost();
        ErrorDetails.Builder details = unknown(order)
                // What the caller put before the unique part is the caller's own.
                .problem("the answer to an order was lost, and no order whose customer reference ends in "
                        + uniquePart(order.reference()) + " has shown up");
        if (lost != null) {
            details.requestId(lost.requestId().orElse(null));
            lost.httpStatus().ifPresent(details::httpStatus);
        }
        return view.errors().ofSteps(details.build(), lost);
    }

    private TelnyxException contradictory(PlacedOrder order, NumberOrderResult seen) {
        ErrorDetails details = unknown(order)
                .problem("the order " + Mask.freeText(seen.id()) + " whose customer reference ends in "
                        + uniquePart(order.reference()) + " is in state "
                        + Mask.freeText(seen.status().value())
                        + ", and its number in another one that contradicts it")
                .build();
        return view.errors().ofSteps(details, order.lost());
    }

    private static ErrorDetails.Builder unknown(PlacedOrder order) {
        return ErrorDetails.builder(Operations.BUY_FIRST.name(), Outcome.UNKNOWN, Advice.FIND_OUT_FIRST)
                .remedy("look for an order with the customer reference that reference() has before trying again")
                .reference(order.reference());
    }

    /** For a step that failed before, or instead of, a purchase. */
    private TelnyxException nothingBought(TelnyxException step) {
        return view.errors().ofStep(Operations.BUY_FIRST.name(), step, Outcome.NOT_CARRIED_OUT);
    }

    private TelnyxException nothingBought(int tried, String why, @Nullable TelnyxException refusal) {
        ErrorDetails details = ErrorDetails.builder(
                        Operations.BUY_FIRST.name(), Outcome.NOT_CARRIED_OUT, Advice.RETRY_WITH_BACKOFF)
                .problem("no number was bought, " + tried + (tried == 1 ? " candidate was" : " candidates were")
                        + " tried: " + why)
                .remedy("try again with a new search")
                .errors(refusal == null ? List.of() : refusal.errors())
                .build();
        return view.errors().ofSteps(details, refusal);
    }
}
