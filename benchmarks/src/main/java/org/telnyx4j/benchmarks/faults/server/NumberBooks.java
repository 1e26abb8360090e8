package org.telnyx4j.benchmarks.faults.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sells numbers: an inventory that all buyers share, and orders, each of one number. What becomes of an order is settled
 * when it is placed, even where it is shown as pending for a while.
 */
public final class NumberBooks {
    private static final long A_MOMENT = Duration.ofMillis(150).toNanos();
    private static final int FOUND_AT_ONCE = 10;

    private final Set<String> free = new LinkedHashSet<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private final List<Order> orders = new ArrayList<>();
    private final Random random;

    NumberBooks(int inventory, long seed) {
        this.random = new Random(seed);
        for (int i = 0; i < inventory; i++) {
            free.add(String.format("+1416%07d", 2_000_000 + i));
        }
    }

    /**
     * An order.
     *
     * @param id its id
     * @param token the token of the purchase that it belongs to
     * @param reference its customer reference
     * @param number what is ordered
     * @param bought whether it ends in success
     * @param settlesAt when it ends, in nanoseconds
     * @param showsAt when it shows in lists, in nanoseconds
     */
    public record Order(
            String id, String token, String reference, String number, boolean bought, long settlesAt, long showsAt) {}

    /** Returns all orders of a purchase. */
    public synchronized List<Order> orders(String token) {
        return orders.stream().filter(order -> order.token().equals(token)).toList();
    }

    synchronized Answer search(WireRequest request) {
        if (!"416".equals(request.query().get("filter[national_destination_code]"))) {
            return Answer.error(400, "10015", "Bad request", "This server sells numbers of 416 only");
        }
        List<String> some = new ArrayList<>(free);
        Collections.shuffle(some, random);
        List<ObjectNode> found = some.stream()
                .limit(FOUND_AT_ONCE)
                .map(number -> Answer.object()
                        .put("record_type", "available_phone_number")
                        .put("phone_number", number))
                .toList();
        return Answer.page(found, 1, FOUND_AT_ONCE);
    }

    /** Returns the token of a purchase: its billing group, where the client is to choose the reference by itself. */
    static String token(JsonNode order) {
        String group = order.path("billing_group_id").asText();
        return group.isEmpty() ? order.path("customer_reference").asText().split("/", 2)[0] : group;
    }

    synchronized Answer order(Ticket ticket, JsonNode body) {
        String number = body.path("phone_numbers").path(0).path("phone_number").asText();
        int attempt = attempts.merge(ticket.token(), 1, Integer::sum);
        if ((ticket.twist() == Twist.TAKEN && attempt == 1) || !free.contains(number)) {
            free.remove(number);
            return taken(number);
        }
        boolean bought = ticket.twist() != Twist.FAILS_ONCE || attempt > 1;
        long now = System.nanoTime();
        boolean pends = ticket.twist() == Twist.PENDING || !bought;
        long showsAfter = switch (ticket.twist()) {
            case SHOWS_LATE, COPIED_SHOWS_LATE -> A_MOMENT;
            case HIDDEN -> 20 * ticket.patience().toNanos();
            default -> 0;
        };
        Order order = new Order(
                UUID.randomUUID().toString(),
                ticket.token(),
                body.path("customer_reference").asText(),
                number,
                bought,
                pends ? now + A_MOMENT : now,
                now + showsAfter);
        orders.add(order);
        free.remove(number);
        boolean copied = attempt == 1 && Twist.COPIES.contains(ticket.twist());
        return copied ? taken(number) : Answer.data(json(order));
    }

    private static Answer taken(String number) {
        return Answer.error(422, "10015", "Phone number unavailable", "The number " + number + " is taken");
    }

    synchronized Answer look(String id) {
        return orders.stream()
                .filter(order -> order.id().equals(id))
                .findFirst()
                .map(order -> Answer.data(json(order)))
                .orElseGet(() -> Answer.error(404, "10005", "Resource not found", "There is no such order"));
    }

    synchronized Answer list(WireRequest request) {
        String reference = request.query().get("filter[customer_reference]");
        List<ObjectNode> found = orders.stream()
                .filter(order -> isShown(order)
                        && (reference == null || order.reference().equals(reference)))
                .map(NumberBooks::json)
                .toList();
        return Answer.page(found, request.number("page[number]", 1), request.number("page[size]", 20));
    }

    private static boolean isShown(Order order) {
        return System.nanoTime() - order.showsAt() >= 0;
    }

    private static ObjectNode json(Order order) {
        String status = status(order);
        ObjectNode json = Answer.object()
                .put("record_type", "number_order")
                .put("id", order.id())
                .put("customer_reference", order.reference())
                .put("phone_numbers_count", 1)
                .put("status", status);
        json.putArray("phone_numbers")
                .addObject()
                .put("record_type", "number_order_phone_number")
                .put("id", order.id())
                .put("phone_number", order.number())
                .put("status", status);
        return json;
    }

    private static String status(Order order) {
        if (System.nanoTime() - order.settlesAt() < 0) {
            return "pending";
        }
        return order.bought() ? "success" : "failure";
    }

    /** Tells whether no number was sold to two purchases: a check of these books themselves. */
    @Nullable
    synchronized String contradiction() {
        long numbers = orders.stream().map(Order::number).distinct().count();
        return numbers == orders.size() ? null : "a number was sold twice by the server";
    }
}
