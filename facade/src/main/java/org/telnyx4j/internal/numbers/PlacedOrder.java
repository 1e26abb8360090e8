package org.telnyx4j.internal.numbers;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.numbers.NewNumberOrder;
import org.telnyx4j.numbers.NumberOrderResult;

/**
 * One order for one number: placed once, found again if its answer was lost, and watched until it has ended. For one
 * thread.
 */
final class PlacedOrder {
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int NOT_FOUND = 404;

    private final TimedCalls calls;
    private final String phoneNumber;
    private final String reference;
    private @Nullable TelnyxException lost;
    private @Nullable NumberOrderResult seen;
    private OrderVerdict verdict = OrderVerdict.UNDER_WAY;

    /**
     * Prepares an order.
     *
     * @param calls sends
     * @param phoneNumber the number
     * @param reference the customer reference, which no other order has
     */
    PlacedOrder(TimedCalls calls, String phoneNumber, String reference) {
        this.calls = calls;
        this.phoneNumber = phoneNumber;
        this.reference = reference;
    }

    /** Returns the reference that the order can be found by. */
    String reference() {
        return reference;
    }

    /** Returns the order as it was last seen, or null if nobody knows whether there is one. */
    @Nullable
    NumberOrderResult seen() {
        return seen;
    }

    /** Returns what the order says, as it was last seen. */
    OrderVerdict verdict() {
        return verdict;
    }

    /** Returns why the answer to the order did not come, or null if it did. */
    @Nullable
    TelnyxException lost() {
        return lost;
    }

    /**
     * Places the order, finds out whether it was placed if the answer does not say it, and watches it until it has
     * ended or the time is up.
     *
     * @param order what to order
     * @throws TelnyxException if it was certainly not placed
     */
    void place(NewNumberOrder order) {
        try {
            see(calls.create(order));
        } catch (TelnyxException e) {
            if (e.outcome() == Outcome.NOT_CARRIED_OUT) {
                throw e;
            }
            lost = e;
            lookUp(e);
        }
        NumberOrderResult placed = seen;
        if (placed != null) {
            settle(placed);
        }
    }

    /**
     * Looks for an order whose answer was lost. Not to find it means nothing, because an order can take a while to
     * appear, so the search goes on until the time is up.
     */
    private void lookUp(TelnyxException lostAnswer) {
        Pauses pauses = new Pauses(calls.watch(), FIRST_WAIT, LONGEST_WAIT);
        TelnyxException failure = null;
        do {
            if (Thread.currentThread().isInterrupted() || calls.watch().isClosed()) {
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
            lostAnswer.addSuppressed(failure);
        }
    }

    /** Whatever goes wrong here, the order is placed, whether or not it can be looked at just now. */
    private void settle(NumberOrderResult placed) {
        String id = placed.id();
        Pauses pauses = new Pauses(calls.watch(), FIRST_WAIT, LONGEST_WAIT);
        TelnyxException failure = null;
        while (!verdict.isFinal() && pauses.pause(failure)) {
            failure = null;
            OrderVerdict before = verdict;
            try {
                see(look(id));
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

    private @Nullable NumberOrderResult look(String id) {
        if (id.isBlank()) {
            return find();
        }
        try {
            return calls.retrieve(id);
        } catch (TelnyxException e) {
            // An order that was placed a moment ago can show in the list before it can be had by its id.
            if (e.httpStatus().orElse(0) == NOT_FOUND) {
                return find();
            }
            throw e;
        }
    }

    private @Nullable NumberOrderResult find() {
        // If something on the way has sent the order twice, the one that has come furthest tells what was bought.
        return calls.ordersOf(reference).stream()
                .filter(order -> order.customerReference().equals(Optional.of(reference)))
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
