package org.telnyx4j.sandbox.internal.orders;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.telnyx4j.sandbox.SandboxOrder;
import org.telnyx4j.sandbox.internal.http.Json;
import org.telnyx4j.sandbox.internal.http.Timestamps;

/**
 * An order at one point of its life.
 *
 * @param settings references and ids as they were given; never written to
 * @param entries the numbers with the id that each has in the order
 */
record StoredOrder(
        String id, ObjectNode settings, List<Entry> entries, String status, Instant createdAt, Instant updatedAt)
        implements SandboxOrder {
    static final String PENDING = "pending";

    record Entry(String id, String phoneNumber, String country, String type) {}

    StoredOrder withStatus(String next, Instant now) {
        return new StoredOrder(id, settings, entries, next, createdAt, now);
    }

    StoredOrder withSettings(ObjectNode changes, Instant now) {
        ObjectNode all = settings.deepCopy();
        all.setAll(changes);
        return new StoredOrder(id, all, entries, status, createdAt, now);
    }

    boolean isPending() {
        return status.equals(PENDING);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.put("record_type", "number_order");
        json.put("id", id);
        json.put("status", status);
        json.put("phone_numbers_count", entries.size());
        json.put("requirements_met", true);
        json.putArray("sub_number_orders_ids");
        json.setAll(settings.deepCopy());
        ArrayNode numbers = json.putArray("phone_numbers");
        for (Entry entry : entries) {
            ObjectNode number = numbers.addObject();
            number.put("record_type", "number_order_phone_number");
            number.put("id", entry.id());
            number.put("phone_number", entry.phoneNumber());
            number.put("phone_number_type", entry.type());
            number.put("country_code", entry.country());
            number.put("country_iso_alpha2", entry.country());
            number.put("requirements_met", true);
            number.put("requirements_status", "approved");
            number.putArray("regulatory_requirements");
            number.put("status", status);
        }
        json.put("created_at", Timestamps.format(createdAt));
        json.put("updated_at", Timestamps.format(updatedAt));
        return json;
    }

    @Override
    public List<String> phoneNumbers() {
        return entries.stream().map(Entry::phoneNumber).toList();
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
        return Optional.ofNullable(settings.path(name).textValue());
    }

    @Override
    public String toString() {
        return "SandboxOrder[" + id + ", " + status + ", " + entries.size() + " numbers]";
    }
}
