package org.telnyx4j.sandbox.internal.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.telnyx4j.sandbox.SandboxOrder;
import org.telnyx4j.sandbox.SandboxOrders;
import org.telnyx4j.sandbox.internal.numbers.NumberStore;
import org.telnyx4j.sandbox.internal.orders.StoredOrder.Entry;

/** The number orders of a sandbox. Every change happens under one lock, which is taken before that of the numbers. */
public final class OrderStore implements SandboxOrders {
    private static final String SUCCESS = "success";
    private static final String FAILURE = "failure";

    private final Clock clock;
    private final NumberStore numbers;
    private final Map<String, StoredOrder> orders = new LinkedHashMap<>();
    private String outcome = SUCCESS;

    public OrderStore(Clock clock, NumberStore numbers) {
        this.clock = clock;
        this.numbers = numbers;
    }

    /** Keeps an order for numbers that are off sale already. */
    synchronized StoredOrder add(List<String> phoneNumbers, ObjectNode settings) {
        List<Entry> entries = phoneNumbers.stream()
                .map(number -> new Entry(
                        UUID.randomUUID().toString(),
                        number,
                        NumberStore.countryOf(number),
                        NumberStore.typeOf(number)))
                .toList();
        Instant now = clock.instant();
        return keep(new StoredOrder(
                UUID.randomUUID().toString(), settings.deepCopy(), entries, StoredOrder.PENDING, now, now));
    }

    /** Returns an order as whoever retrieves it finds it: settled by now, unless orders are kept pending. */
    synchronized Optional<StoredOrder> retrieve(String id) {
        return get(id).map(order -> outcome.equals(StoredOrder.PENDING) ? order : settle(order, outcome));
    }

    synchronized Optional<StoredOrder> change(String id, ObjectNode changes) {
        return get(id).map(order -> keep(order.withSettings(changes, clock.instant())));
    }

    synchronized List<StoredOrder> snapshot() {
        return new ArrayList<>(orders.values());
    }

    public synchronized void clear() {
        orders.clear();
        outcome = SUCCESS;
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
    public synchronized void letSucceed() {
        outcome = SUCCESS;
    }

    @Override
    public synchronized void letFail() {
        outcome = FAILURE;
    }

    @Override
    public synchronized void keepPending() {
        outcome = StoredOrder.PENDING;
    }

    @Override
    public synchronized SandboxOrder complete(String id) {
        return settle(existing(id), SUCCESS);
    }

    @Override
    public synchronized SandboxOrder fail(String id) {
        return settle(existing(id), FAILURE);
    }

    private StoredOrder settle(StoredOrder order, String status) {
        if (!order.isPending()) {
            return order;
        }
        if (status.equals(SUCCESS)) {
            order.phoneNumbers().forEach(number -> numbers.own(number, order.settings()));
        }
        return keep(order.withStatus(status, clock.instant()));
    }

    private Optional<StoredOrder> get(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    private StoredOrder existing(String id) {
        return get(id).orElseThrow(() -> new IllegalArgumentException("There is no number order with the id " + id));
    }

    private StoredOrder keep(StoredOrder order) {
        orders.put(order.id(), order);
        return order;
    }
}
