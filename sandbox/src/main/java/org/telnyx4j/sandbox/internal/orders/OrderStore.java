package org.telnyx4j.sandbox.internal.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.NumberOrder;
import org.telnyx4j.generated.model.NumberOrderPhoneNumber.RequirementsStatus;
import org.telnyx4j.generated.model.NumberOrderStatus;
import org.telnyx4j.sandbox.SandboxOrder;
import org.telnyx4j.sandbox.SandboxOrders;
import org.telnyx4j.sandbox.internal.numbers.NumberStore;
import org.telnyx4j.sandbox.internal.time.Timeline;

/**
 * The number orders of a sandbox, which are settled when their time has come. Every change happens under one lock, which
 * is taken before that of the numbers.
 */
public final class OrderStore implements SandboxOrders {
    private static final Outcome ALL = new Outcome(true, Set.of());
    private static final Outcome NONE = new Outcome(false, Set.of());

    private final Timeline timeline;
    private final NumberStore numbers;
    private final Duration usualDelay;
    private final Map<String, StoredOrder> orders = new LinkedHashMap<>();
    private final List<Consumer<NumberOrder>> listeners = new ArrayList<>();
    private @Nullable Outcome outcome = ALL;
    private Duration delay;

    /** What becomes of orders: whether numbers are bought, and which of them are not. */
    private record Outcome(boolean success, Set<String> failing) {
        boolean buys(String phoneNumber) {
            return success && !failing.contains(phoneNumber);
        }
    }

    public OrderStore(Timeline timeline, NumberStore numbers, Duration delay) {
        this.timeline = timeline;
        this.numbers = numbers;
        this.usualDelay = delay;
        this.delay = delay;
    }

    /** Adds what is to know of each order that is settled. */
    public synchronized void onSettled(Consumer<NumberOrder> listener) {
        listeners.add(listener);
    }

    /** Keeps an order for numbers that are off sale already. */
    synchronized StoredOrder add(List<String> phoneNumbers, Map<String, @Nullable Object> settings) {
        List<OrderLine> lines = phoneNumbers.stream()
                .map(number -> OrderLine.of(number, numbers.needsRequirements(number)))
                .toList();
        Instant now = timeline.now();
        StoredOrder order = keep(new StoredOrder(
                UUID.randomUUID().toString(), settings, lines, NumberOrderStatus.PENDING, false, now, now));
        settleLater(order.id());
        return order;
    }

    private void settleLater(String id) {
        timeline.stepAfter(delay, () -> settleIfDue(id));
    }

    private synchronized void settleIfDue(String id) {
        StoredOrder order = orders.get(id);
        if (order != null && order.isPending() && order.meetsRequirements()) {
            if (outcome == null) {
                keep(order.withOverdue(true));
            } else {
                settle(order, outcome);
            }
        }
    }

    synchronized Optional<StoredOrder> get(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    /**
     * Changes an order.
     *
     * @param given what is sent for its requirement, or null for nothing
     */
    synchronized Optional<StoredOrder> change(
            String id, Map<String, @Nullable Object> changes, @Nullable String given) {
        return get(id).map(order -> {
            Instant now = timeline.now();
            StoredOrder changed = order.withSettings(changes, now);
            if (given != null) {
                changed = changed.withLines(
                        line -> line.under(RequirementsStatus.REQUIREMENT_INFO_UNDER_REVIEW, given), now);
            }
            return keep(changed);
        });
    }

    synchronized List<StoredOrder> snapshot() {
        return new ArrayList<>(orders.values());
    }

    public synchronized void clear() {
        orders.clear();
        outcome = ALL;
        delay = usualDelay;
    }

    @Override
    public synchronized List<SandboxOrder> all() {
        return List.copyOf(orders.values());
    }

    @Override
    public synchronized Optional<SandboxOrder> find(String id) {
        return get(id).map(order -> order);
    }

    @Override
    public void letSucceed() {
        settleBy(ALL);
    }

    @Override
    public void letFail() {
        settleBy(NONE);
    }

    @Override
    public void letFailFor(String... phoneNumbers) {
        settleBy(new Outcome(true, Set.of(phoneNumbers)));
    }

    /** Settles from now on, and what should have been settled meanwhile. */
    private synchronized void settleBy(Outcome next) {
        outcome = next;
        for (StoredOrder order : snapshot()) {
            if (order.overdue() && order.isPending()) {
                settle(order, next);
            }
        }
    }

    @Override
    public synchronized void keepPending() {
        outcome = null;
    }

    @Override
    public synchronized void settleAfter(Duration another) {
        if (another.isNegative()) {
            throw new IllegalArgumentException("delay must be 0 or more, was " + another);
        }
        delay = another;
    }

    @Override
    public synchronized SandboxOrder complete(String id) {
        return settle(existing(id), ALL);
    }

    @Override
    public synchronized SandboxOrder fail(String id) {
        return settle(existing(id), NONE);
    }

    @Override
    public synchronized SandboxOrder failFor(String id, String... phoneNumbers) {
        return settle(existing(id), new Outcome(true, Set.of(phoneNumbers)));
    }

    @Override
    public synchronized SandboxOrder approveRequirements(String id) {
        StoredOrder order = existing(id);
        if (order.meetsRequirements()) {
            return order;
        }
        StoredOrder approved =
                keep(order.withLines(line -> line.under(RequirementsStatus.APPROVED, null), timeline.now()));
        settleLater(id);
        return approved;
    }

    /** An order of which some numbers were bought is a success; its lines show which. */
    private StoredOrder settle(StoredOrder order, Outcome result) {
        if (!order.isPending()) {
            return order;
        }
        Instant now = timeline.now();
        boolean some = false;
        for (OrderLine line : order.lines()) {
            if (result.buys(line.phoneNumber())) {
                numbers.own(line.phoneNumber(), order.settings());
                some = true;
            }
        }
        StoredOrder settled = keep(order.withLines(
                        line -> line.settled(
                                result.buys(line.phoneNumber())
                                        ? NumberOrderStatus.SUCCESS
                                        : NumberOrderStatus.FAILURE),
                        now)
                .withState(some ? NumberOrderStatus.SUCCESS : NumberOrderStatus.FAILURE, now));
        listeners.forEach(listener -> listener.accept(settled.toModel()));
        return settled;
    }

    private StoredOrder existing(String id) {
        return get(id).orElseThrow(() -> new IllegalArgumentException("There is no number order with the id " + id));
    }

    private StoredOrder keep(StoredOrder order) {
        orders.put(order.id(), order);
        return order;
    }
}
