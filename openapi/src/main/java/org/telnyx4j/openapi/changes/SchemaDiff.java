package org.telnyx4j.openapi.changes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.telnyx4j.openapi.document.Assumed;
import org.telnyx4j.openapi.document.Extensions;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;

/** Compares schemas. What a change means depends on whether its schema is sent, received or both. */
final class SchemaDiff {
    private static final List<String> MEANINGS = List.of(Extensions.UNIT, Extensions.ENCODING, Extensions.SENSITIVE);

    private final SpecDocument before;
    private final SpecDocument after;
    private final Directions old;
    private final Directions now;
    private final List<Change> changes;

    SchemaDiff(SpecDocument before, SpecDocument after, List<Change> changes) {
        this.before = before;
        this.after = after;
        this.old = new Directions(before);
        this.now = new Directions(after);
        this.changes = changes;
    }

    /**
     * Where something stands.
     *
     * @param subject what to call it
     * @param sent whether it goes to Telnyx
     * @param received whether it comes from Telnyx
     * @param operations the operations and webhooks that it can be seen in
     */
    record Place(String subject, boolean sent, boolean received, Set<String> operations) {
        Place field(String name) {
            return new Place(subject + "." + name, sent, received, operations);
        }
    }

    void compare() {
        Set<String> names = new TreeSet<>(before.schemaNames());
        names.addAll(after.schemaNames());
        for (String name : names) {
            Place place = place(name);
            if (!after.schemas().has(name)) {
                add(Impact.BREAKING, place, "class removed");
            } else if (!before.schemas().has(name)) {
                add(Impact.COMPATIBLE, place, "new class");
            } else {
                schema(place, before.schema(name), after.schema(name));
            }
        }
    }

    private Place place(String name) {
        Set<String> operations = new TreeSet<>(old.users(name));
        operations.addAll(now.users(name));
        return new Place(
                name, old.isSent(name) || now.isSent(name), old.isReceived(name) || now.isReceived(name), operations);
    }

    private void schema(Place place, JsonNode was, JsonNode is) {
        if (was.has("properties") != is.has("properties")) {
            add(Impact.BREAKING, place, "is " + kind(is) + " instead of " + kind(was));
            return;
        }
        if (!is.has("properties")) {
            value(place, was, is);
            return;
        }
        deprecated(place, was, is);
        bounds(place, was, is);
        Set<String> oldRequired = texts(was.path("required"));
        Set<String> required = texts(is.path("required"));
        Set<String> fields = new TreeSet<>(Schemas.fieldNames(was.path("properties")));
        fields.addAll(Schemas.fieldNames(is.path("properties")));
        for (String field : fields) {
            JsonNode oldField = was.path("properties").path(field);
            JsonNode newField = is.path("properties").path(field);
            if (newField.isMissingNode()) {
                add(Impact.BREAKING, place.field(field), "field removed" + perhapsRenamed(was, is, field));
            } else if (oldField.isMissingNode()) {
                boolean breaking = place.sent() && required.contains(field);
                add(
                        breaking ? Impact.BREAKING : Impact.COMPATIBLE,
                        place.field(field),
                        "new field (" + SchemaSummary.of(newField) + (required.contains(field) ? ", required" : "")
                                + ")");
            } else {
                value(place.field(field), oldField, newField);
                required(place.field(field), oldRequired.contains(field), required.contains(field));
            }
        }
    }

    private static String kind(JsonNode schema) {
        return schema.has("properties") ? "an object with fields" : SchemaSummary.of(schema);
    }

    private static String perhapsRenamed(JsonNode was, JsonNode is, String field) {
        String shape = SchemaSummary.of(was.path("properties").path(field));
        List<String> candidates = Schemas.fieldNames(is.path("properties")).stream()
                .filter(name -> !was.path("properties").has(name))
                .filter(name ->
                        SchemaSummary.of(is.path("properties").path(name)).equals(shape))
                .toList();
        return candidates.size() == 1 ? "; renamed to " + candidates.get(0) + "?" : "";
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    /** Compares a field's or a parameter's value. */
    void value(Place place, JsonNode was, JsonNode is) {
        deprecated(place, was, is);
        assumed(place, was, is);
        if (!SchemaSummary.of(was).equals(SchemaSummary.of(is))) {
            add(Impact.BREAKING, place, "is " + SchemaSummary.of(is) + " instead of " + SchemaSummary.of(was));
            return;
        }
        nullable(place, Schemas.isNullable(was), Schemas.isNullable(is));
        values(place, SchemaSummary.values(was), SchemaSummary.values(is));
        for (String keyword : MEANINGS) {
            meaning(place, keyword, was, is);
        }
        bounds(place, was, is);
    }

    // What says how a value is to be understood: the Java type is the same, what it stands for isn't.
    private void meaning(Place place, String keyword, JsonNode was, JsonNode is) {
        String old = text(was, keyword);
        String now = text(is, keyword);
        if (!old.equals(now)) {
            add(Impact.BEHAVIOUR, place, keyword.substring(2) + " is " + now + " instead of " + old);
        }
    }

    private static String text(JsonNode schema, String keyword) {
        JsonNode owner = schema.has(keyword) ? schema : schema.path("items");
        return owner.path(keyword).asText("none");
    }

    private void bounds(Place place, JsonNode was, JsonNode is) {
        List<String> oldBounds = SchemaSummary.bounds(was);
        List<String> bounds = SchemaSummary.bounds(is);
        if (!oldBounds.equals(bounds)) {
            add(
                    place.sent() ? Impact.BEHAVIOUR : Impact.COMPATIBLE,
                    place,
                    "limits are " + (bounds.isEmpty() ? "none" : bounds) + " instead of "
                            + (oldBounds.isEmpty() ? "none" : oldBounds));
        }
    }

    /** Compares what Telnyx assumes of a field or a parameter that is left out. */
    void assumed(Place place, JsonNode was, JsonNode is) {
        String old = Assumed.value(was);
        String now = Assumed.value(is);
        if (!old.equals(now)) {
            add(Impact.BEHAVIOUR, place, "when left out, Telnyx assumes " + now + " instead of " + old);
        }
    }

    /** Compares whether Telnyx asks not to use a field or a parameter any more. */
    void deprecated(Place place, JsonNode was, JsonNode is) {
        if (!was.path("deprecated").asBoolean() && is.path("deprecated").asBoolean()) {
            add(Impact.BEHAVIOUR, place, "is deprecated by Telnyx");
        }
    }

    // In Java, a field that can be null has two methods more, by which absent and null are distinguished.
    private void nullable(Place place, boolean was, boolean is) {
        if (was && !is) {
            add(Impact.BREAKING, place, "can't be null any more");
        } else if (!was && is) {
            add(place.received() ? Impact.BEHAVIOUR : Impact.COMPATIBLE, place, "can be null now");
        }
    }

    // Enums are open sets in Java: a new value is one constant more, a lost one is a constant less.
    private void values(Place place, Set<String> was, Set<String> is) {
        Set<String> added = new TreeSet<>(is);
        added.removeAll(was);
        Set<String> removed = new TreeSet<>(was);
        removed.removeAll(is);
        if (!added.isEmpty()) {
            add(Impact.COMPATIBLE, place, "has new values: " + String.join(", ", added));
        }
        if (!removed.isEmpty()) {
            add(Impact.BREAKING, place, "has lost values: " + String.join(", ", removed));
        }
    }

    /** Compares whether something must be there. */
    void required(Place place, boolean was, boolean is) {
        if (was == is) {
            return;
        }
        if (is) {
            add(place.sent() ? Impact.BREAKING : Impact.COMPATIBLE, place, "is required now");
        } else {
            add(place.received() ? Impact.BEHAVIOUR : Impact.COMPATIBLE, place, "isn't required any more");
        }
    }

    private void add(Impact impact, Place place, String what) {
        changes.add(new Change(impact, place.subject(), direction(place) + what, place.operations()));
    }

    private static String direction(Place place) {
        if (place.sent() && place.received()) {
            return "(sent and received) ";
        }
        return place.sent() ? "(sent) " : place.received() ? "(received) " : "";
    }
}
