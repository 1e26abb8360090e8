package org.telnyx4j.internal.numbers;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorDetails;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.config.Checks;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.core.View;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.internal.time.Backoff;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.internal.time.Stopwatch;
import org.telnyx4j.numbers.AvailableNumber;
import org.telnyx4j.numbers.AvailableNumbersCriteria;
import org.telnyx4j.numbers.NewNumberOrder;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.NumberOrderStatus;
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
    private final NumberCalls calls;
    private final Stopwatch watch;
    private final SettingsLayer merged;
    private final RequestOptions options;

    FirstPurchase(View view, Sleeper sleeper, RequestOptions options) {
        this.view = view;
        this.calls = new NumberCalls(view);
        this.options = options;
        this.merged = calls.settings(options);
        this.watch = new Stopwatch(sleeper, Objects.requireNonNull(merged.timeout(), "the built-in timeout"));
    }

    Optional<PurchasedNumber> run(AvailableNumbersCriteria criteria, PurchaseOptions purchase) {
        List<AvailableNumber> found = calls.search(Operations.SEARCH, criteria, within(watch.left()), options);
        List<AvailableNumber> candidates = candidates(found, criteria.filters());
        int tried = 0;
        TelnyxException refusal = null;
        for (AvailableNumber candidate : candidates) {
            if (tried == purchase.mostCandidates()) {
                break;
            }
            if (watch.left().compareTo(watch.total().dividedBy(4)) < 0) {
                throw nothingBought(tried, "its time of " + watch.total().toMillis() + " ms was up", refusal);
            }
            tried++;
            String reference = reference(purchase);
            try {
                NumberOrderResult order = settle(order(candidate, purchase, reference), candidate.phoneNumber());
                if (!hasFailed(order, candidate.phoneNumber())) {
                    return Optional.of(new PurchasedNumber(bought(order, candidate), order, candidate, reference));
                }
            } catch (TelnyxException e) {
                if (!Refusal.isAboutNumber(e, candidate.phoneNumber())) {
                    throw e;
                }
                refusal = e;
            }
        }
        if (tried == 0) {
            return Optional.empty();
        }
        throw nothingBought(tried, "each order was refused or has failed", refusal);
    }

    /** Each number once, and none that was not asked for. */
    private static List<AvailableNumber> candidates(List<AvailableNumber> found, Map<String, Object> filters) {
        Map<String, AvailableNumber> candidates = new LinkedHashMap<>();
        for (AvailableNumber number : found) {
            if (Checks.isE164(number.phoneNumber()) && isOfArea(number.phoneNumber(), filters)) {
                candidates.putIfAbsent(number.phoneNumber(), number);
            }
        }
        return List.copyOf(candidates.values());
    }

    /**
     * Telnyx ignores a filter that it does not know, and answers with numbers from anywhere. Within +1, where all area
     * codes have three digits, that can be seen before money is spent.
     */
    private static boolean isOfArea(String phoneNumber, Map<String, Object> filters) {
        boolean nearMissesWelcome = Boolean.TRUE.equals(filters.get(BEST_EFFORT));
        return nearMissesWelcome
                || !(filters.get(AREA_CODE) instanceof String areaCode)
                || !phoneNumber.startsWith("+1")
                || phoneNumber.startsWith("+1" + areaCode);
    }

    private static String reference(PurchaseOptions purchase) {
        String unique = UUID.randomUUID().toString();
        return purchase.customerReference().map(own -> own + "/" + unique).orElse(unique);
    }

    /** Places the order, or finds out that it was placed. */
    private NumberOrderResult order(AvailableNumber candidate, PurchaseOptions purchase, String reference) {
        PurchaseOptions.Builder unique = PurchaseOptions.builder().customerReference(reference);
        purchase.messagingProfileId().ifPresent(unique::messagingProfileId);
        purchase.connectionId().ifPresent(unique::connectionId);
        purchase.billingGroupId().ifPresent(unique::billingGroupId);
        NewNumberOrder order = NewNumberOrder.builder()
                .number(candidate.phoneNumber())
                .options(unique.build())
                .build();
        try {
            // Half of the time is kept back for looking the order up, should its answer not come.
            return calls.create(Operations.BUY, order, within(watch.left().dividedBy(2)), options);
        } catch (TelnyxException e) {
            if (e.outcome() == Outcome.NOT_CARRIED_OUT) {
                throw e;
            }
            return lookUp(reference, e);
        }
    }

    /**
     * Looks for an order whose answer was lost. Not to find it means nothing, because an order can take a while to
     * appear, so the search goes on until the time is up.
     */
    private NumberOrderResult lookUp(String reference, TelnyxException lost) {
        Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(2));
        while (!watch.isUp() && !Thread.currentThread().isInterrupted()) {
            Duration wait = backoff.next();
            try {
                NumberOrderResult found = find(reference);
                if (found != null) {
                    return found;
                }
            } catch (TelnyxException e) {
                Duration asked = e.retryAfter().orElse(wait);
                wait = asked.compareTo(wait) > 0 ? asked : wait;
            }
            if (!pause(wait)) {
                break;
            }
        }
        throw unresolved(reference, lost);
    }

    private @Nullable NumberOrderResult find(String reference) {
        Map<String, Object> filters = Map.of("filter[customer_reference]", reference);
        // If something on the way has sent the order twice, the one that has come furthest tells what was bought.
        return calls
                .orders(Operations.LIST_ORDERS, filters, () -> within(atLeastOneMilli(watch.left())), options)
                .stream()
                .filter(order -> order.customerReference().equals(Optional.of(reference)))
                .min(Comparator.comparing((NumberOrderResult order) -> order.isFailure())
                        .thenComparing(order -> !order.isSuccess()))
                .orElse(null);
    }

    /** Watches an order until it has ended or the time is up. Whatever goes wrong, the order as last seen is returned. */
    private NumberOrderResult settle(NumberOrderResult placed, String phoneNumber) {
        NumberOrderResult order = placed;
        Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(2));
        while (isUnderWay(order, phoneNumber) && !order.id().isBlank() && !watch.isUp()) {
            if (!pause(backoff.next()) || watch.isUp()) {
                return order;
            }
            try {
                order = calls.retrieve(Operations.RETRIEVE_ORDER, order.id(), within(watch.left()), options);
            } catch (TelnyxException e) {
                // The order is placed whether or not it can be looked at just now.
                if (Thread.currentThread().isInterrupted()) {
                    return order;
                }
            }
        }
        return order;
    }

    /** Returns false if the thread was interrupted. */
    private boolean pause(Duration wait) {
        try {
            watch.pause(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isUnderWay(NumberOrderResult order, String phoneNumber) {
        return !order.status().isFinal() && !hasFailed(order, phoneNumber);
    }

    /** Failed is only what nothing in the answer says was bought. */
    private static boolean hasFailed(NumberOrderResult order, String phoneNumber) {
        Optional<NumberOrderStatus> line = order.phoneNumbers().stream()
                .filter(number -> number.phoneNumber().equals(phoneNumber))
                .findFirst()
                .flatMap(OrderedNumber::status);
        boolean lineFailed = line.filter(NumberOrderStatus.FAILURE::equals).isPresent();
        boolean lineBought = line.filter(NumberOrderStatus.SUCCESS::equals).isPresent();
        return (order.isFailure() && !lineBought) || (order.isSuccess() && lineFailed);
    }

    /** What the order says, if it says it. */
    private static String bought(NumberOrderResult order, AvailableNumber candidate) {
        List<OrderedNumber> numbers = order.phoneNumbers();
        String said = numbers.size() == 1 ? numbers.get(0).phoneNumber() : "";
        return said.isEmpty() ? candidate.phoneNumber() : said;
    }

    private SettingsLayer within(Duration left) {
        return NumberCalls.within(atLeastOneMilli(left), merged);
    }

    private static Duration atLeastOneMilli(Duration left) {
        Duration least = Duration.ofMillis(1);
        return left.compareTo(least) < 0 ? least : left;
    }

    private TelnyxException unresolved(String reference, TelnyxException lost) {
        ErrorDetails.Builder details = ErrorDetails.builder(
                        Operations.BUY_FIRST.name(), Outcome.UNKNOWN, Advice.FIND_OUT_FIRST)
                .problem("the answer to an order was lost, and no order with the customer reference "
                        + Mask.freeText(reference) + " has shown up")
                .remedy("look for an order with this customer reference before trying again")
                .requestId(lost.requestId().orElse(null))
                .reference(reference);
        lost.httpStatus().ifPresent(details::httpStatus);
        return view.errors().ofSteps(details.build(), lost);
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
