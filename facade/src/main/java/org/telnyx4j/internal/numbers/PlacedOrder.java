package org.telnyx4j.internal.numbers;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.numbers.NumberOrderResult;

/**
 * One order for one number: placed once, found again if its response was lost, and checked until it has ended. For one
 * thread.
 */
final class PlacedOrder {
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int NOT_FOUND = 404;

    private final PurchaseSteps steps;
    private final String phoneNumber;
    private final String reference;
    private @Nullable TelnyxException lost;
    private @Nullable TelnyxException refusal;
    private @Nullable NumberOrderResult seen;
    private OrderVerdict verdict = OrderVerdict.UNDER_WAY;

    /**
     * Prepares an order.
     *
     * @param steps sends the requests
     * @param phoneNumber the number
     * @param reference the customer reference, which no other order has
     */
    PlacedOrder(PurchaseSteps steps, String phoneNumber, String reference) {
        this.steps = steps;
        this.phoneNumber = phoneNumber;
        this.reference = reference;
    }

    /** Returns the reference that the order can be found by. */
    String reference() {
        return reference;
    }

    /** Returns the order as of its last check, or null where it is unknown whether there is one. */
    @Nullable
    NumberOrderResult seen() {
        return seen;
    }

    /** Returns what became of the number, as of the last check. */
    OrderVerdict verdict() {
        return verdict;
    }

    /** Returns why the response to the order was lost, or null if it was not. */
    @Nullable
    TelnyxException lost() {
        return lost;
    }

    /** Returns why the order was refused, or null if it was not. */
    @Nullable
    TelnyxException refusal() {
        return refusal;
    }

    /**
     * Places the order, finds out whether it was placed if the response is lost, and checks it until it has ended or the
     * time is up. If it was refused or has failed, that can be the fate of a copy: a gateway may have sent the request
     * twice, and the order itself is looked for.
     *
     * @param order what to order
     * @throws TelnyxException if it was certainly not placed
     */
    void place(CreateNumberOrderRequest order) {
        send(order);
        settle();
        TelnyxException refused = refusal;
        if (refused != null ? refused.httpStatus().isPresent() : verdict == OrderVerdict.FAILED) {
            boolean isCertain = lookForOriginal(refused);
            settle();
            if (!isCertain && seen == null) {
                return;
            }
        }
        if (refused != null && seen == null) {
            throw refused;
        }
    }

    private void send(CreateNumberOrderRequest order) {
        try {
            see(steps.create(order));
        } catch (TelnyxException e) {
            if (e.outcome() == Outcome.NOT_CARRIED_OUT) {
                refusal = e;
            } else {
                lost = e;
                lookUp(e);
            }
        }
    }

    /**
     * Looks for the order of which the one that was refused, or has failed, may be a copy.
     *
     * @return whether it is certain that there is none, or it was found
     */
    private boolean lookForOriginal(@Nullable TelnyxException refused) {
        try {
            see(new CopySearch(steps, reference)
                    .run(this::furthestOther, order -> OrderVerdict.of(order, phoneNumber) == OrderVerdict.FAILED));
            return true;
        } catch (TelnyxException e) {
            if (refused == null) {
                return true;
            }
            refused.addSuppressed(e);
            return CopySearch.isSameReason(refused, e);
        }
    }

    /**
     * Searches for an order whose response was lost. That it is not found proves nothing, because an order can take a while
     * to appear, so the search goes on until the time is up.
     */
    private void lookUp(TelnyxException lostResponse) {
        PollingPauses pauses = new PollingPauses(steps.watch(), FIRST_WAIT, LONGEST_WAIT);
        TelnyxException failure = null;
        do {
            if (Thread.currentThread().isInterrupted() || steps.watch().isClosed()) {
                break;
            }
            failure = null;
            try {
                see(find());
            } catch (TelnyxException e) {
                failure = e;
            }
        } while (seen == null && pauses.pause(failure));
        if (seen == null && failure != null) {
            lostResponse.addSuppressed(failure);
        }
    }

    /** Whatever goes wrong here, the order is placed, whether or not it can be checked just now. */
    private void settle() {
        NumberOrderResult placed = seen;
        if (placed == null) {
            return;
        }
        String id = placed.id();
        PollingPauses pauses = new PollingPauses(steps.watch(), FIRST_WAIT, LONGEST_WAIT);
        TelnyxException failure = null;
        while (!verdict.isFinal() && pauses.pause(failure)) {
            failure = null;
            OrderVerdict before = verdict;
            try {
                see(check(id));
            } catch (TelnyxException e) {
                failure = e;
                continue;
            }
            if (before == OrderVerdict.FAILING && verdict == OrderVerdict.FAILING) {
                // The order as a whole can lag behind its only line.
                verdict = OrderVerdict.FAILED;
            }
        }
    }

    private @Nullable NumberOrderResult check(String id) {
        if (id.isBlank()) {
            return find();
        }
        try {
            return steps.retrieve(id);
        } catch (TelnyxException e) {
            // An order that was placed a moment ago can show in the list before it can be had by its id.
            if (e.httpStatus().orElse(0) == NOT_FOUND) {
                return find();
            }
            throw e;
        }
    }

    private @Nullable NumberOrderResult find() {
        return furthest(steps.ordersOf(reference).stream()
                .filter(order -> order.customerReference().equals(Optional.of(reference)))
                .toList());
    }

    /** Returns an order that is not the one that has failed, whose state in the list can be an old one. */
    private @Nullable NumberOrderResult furthestOther(List<NumberOrderResult> orders) {
        String failed = seen == null ? "" : seen.id();
        return furthest(
                orders.stream().filter(order -> !order.id().equals(failed)).toList());
    }

    /** If something on the way has sent the order twice, the one that has come furthest counts. */
    private @Nullable NumberOrderResult furthest(List<NumberOrderResult> orders) {
        return orders.stream()
                .min(Comparator.comparing(order -> OrderVerdict.of(order, phoneNumber)))
                .orElse(null);
    }

    private void see(@Nullable NumberOrderResult order) {
        if (order != null) {
            seen = order;
            verdict = OrderVerdict.of(order, phoneNumber);
        }
    }
}
