package org.telnyx4j.internal.numbers;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.numbers.NumberOrderResult;

/**
 * Looks for an order of which the one that was refused, or has failed, may be a copy: a gateway on the way can send a
 * request twice, and the caller gets the response to the second. For one thread.
 *
 * @param steps sends the requests
 * @param reference the customer reference of both
 */
record CopySearch(PurchaseSteps steps, String reference) {
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    /** How often it is looked for, and not found, before it counts as not placed. */
    private static final int CHECKS = 2;

    private static final Set<Integer> NOT_ALLOWED = Set.of(401, 403);
    private static final int CONFLICT = 409;

    /**
     * Searches.
     *
     * @param choice takes the order out of those of a list, or returns null
     * @param isFailed whether an order has failed, so that there may be another one
     * @return the order, the failed one where there is no other, or null where there is none
     * @throws TelnyxException if it could not be looked for
     */
    @Nullable
    NumberOrderResult run(
            Function<List<NumberOrderResult>, @Nullable NumberOrderResult> choice,
            Predicate<NumberOrderResult> isFailed) {
        PollingPauses pauses = new PollingPauses(steps.watch(), FIRST_WAIT, LONGEST_WAIT);
        NumberOrderResult found = null;
        int checks = 0;
        TelnyxException failure;
        do {
            failure = null;
            try {
                NumberOrderResult chosen = choice.apply(steps.ordersOf(reference).stream()
                        .filter(order -> order.customerReference()
                                .filter(reference::equals)
                                .isPresent())
                        .toList());
                found = chosen == null ? found : chosen;
                checks++;
            } catch (TelnyxException e) {
                failure = e;
            }
        } while ((found == null || isFailed.test(found))
                && checks < CHECKS
                && (failure == null || mayPass(failure))
                && pauses.pause(failure));
        if (checks == 0 && failure != null) {
            throw failure;
        }
        return found;
    }

    private static boolean mayPass(TelnyxException failure) {
        return failure.advice() != Advice.DO_NOT_RETRY;
    }

    /**
     * Returns whether an order and the search for it were refused for the same reason, which then has nothing to do with
     * its numbers: a key that may not order may not look either, and a base URL that leads elsewhere does so for all.
     */
    static boolean isSameReason(TelnyxException refusal, TelnyxException search) {
        int order = refusal.httpStatus().orElse(0);
        int list = search.httpStatus().orElse(0);
        boolean isSame = order == list && order != CONFLICT && codes(refusal).equals(codes(search));
        return isSame || (NOT_ALLOWED.contains(order) && NOT_ALLOWED.contains(list));
    }

    private static List<String> codes(TelnyxException e) {
        return e.errors().stream().map(error -> String.valueOf(error.code())).toList();
    }
}
