package org.telnyx4j.sandbox.internal.orders;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.NumberOrder;
import org.telnyx4j.generated.model.NumberOrderPhoneNumber;
import org.telnyx4j.generated.model.NumberOrderStatus;
import org.telnyx4j.sandbox.SandboxOrder;
import org.telnyx4j.sandbox.internal.api.Models;

/**
 * An order at one point of its life.
 *
 * @param settings references and ids as they were given, in their plain form
 * @param overdue whether the time has passed at which it was to be settled
 */
record StoredOrder(
        String id,
        Map<String, @Nullable Object> settings,
        List<OrderLine> lines,
        NumberOrderStatus state,
        boolean overdue,
        Instant createdAt,
        Instant updatedAt)
        implements SandboxOrder {

    StoredOrder withLines(UnaryOperator<OrderLine> change, Instant now) {
        List<OrderLine> changed = lines.stream().map(change).toList();
        return new StoredOrder(id, settings, changed, state, overdue, createdAt, now);
    }

    StoredOrder withState(NumberOrderStatus next, Instant now) {
        return new StoredOrder(id, settings, lines, next, overdue, createdAt, now);
    }

    StoredOrder withSettings(Map<String, @Nullable Object> changes, Instant now) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(settings);
        all.putAll(changes);
        return new StoredOrder(id, all, lines, state, overdue, createdAt, now);
    }

    StoredOrder withOverdue(boolean isOverdue) {
        return new StoredOrder(id, settings, lines, state, isOverdue, createdAt, updatedAt);
    }

    boolean isPending() {
        return state.equals(NumberOrderStatus.PENDING);
    }

    boolean meetsRequirements() {
        return lines.stream().allMatch(OrderLine::meetsRequirements);
    }

    NumberOrder toModel() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(settings);
        fields.putAll(NumberOrder.builder()
                .recordType("number_order")
                .id(id)
                .status(state)
                .phoneNumbers(lines.stream().map(OrderLine::toModel).toList())
                .phoneNumbersCount(lines.size())
                .requirementsMet(meetsRequirements())
                .subNumberOrdersIds(List.of())
                .createdAt(Models.time(createdAt))
                .updatedAt(Models.time(updatedAt))
                .build()
                .toMap());
        return NumberOrder.fromMap(fields);
    }

    /** Returns the order as lists have it: of its numbers they show no more than what they are. */
    NumberOrder toListed() {
        return toModel().toBuilder()
                .phoneNumbers(lines.stream()
                        .map(line -> NumberOrderPhoneNumber.builder()
                                .id(line.id())
                                .phoneNumber(line.phoneNumber())
                                .build())
                        .toList())
                .build();
    }

    @Override
    public String status() {
        return state.getValue();
    }

    @Override
    public List<String> phoneNumbers() {
        return lines.stream().map(OrderLine::phoneNumber).toList();
    }

    @Override
    public List<String> failedPhoneNumbers() {
        return lines.stream()
                .filter(line -> line.state().equals(NumberOrderStatus.FAILURE))
                .map(OrderLine::phoneNumber)
                .toList();
    }

    @Override
    public Optional<String> customerReference() {
        return setting("customer_reference");
    }

    @Override
    public Optional<String> messagingProfileId() {
        return setting("messaging_profile_id");
    }

    @Override
    public Optional<String> connectionId() {
        return setting("connection_id");
    }

    private Optional<String> setting(String name) {
        return settings.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    @Override
    public String toString() {
        return "SandboxOrder[" + id + ", " + status() + ", " + lines.size() + " numbers]";
    }
}
