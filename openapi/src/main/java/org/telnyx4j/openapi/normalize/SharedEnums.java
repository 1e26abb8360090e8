package org.telnyx4j.openapi.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;
import org.telnyx4j.openapi.document.SpecException;

/**
 * Makes one component of the enums that the plan gives one name, wherever they stand, so that a value that came from
 * one operation can be handed to another. The component has the values of all of them.
 *
 * <p>What the values don't decide stays where it was: whether null is admitted, what is assumed when the field is left
 * out, a deprecation.
 */
final class SharedEnums implements Step {
    private final Map<String, String> names;

    /** Takes names of enums, keyed {@code Schema.property} or {@code operationId.parameter}. */
    SharedEnums(Map<String, String> names) {
        this.names = new LinkedHashMap<>(names);
    }

    /** Something that has a schema, under a key. */
    private record Place(ObjectNode owner, String key) {
        ObjectNode schema() {
            return (ObjectNode) owner.path(key);
        }
    }

    @Override
    public void apply(SpecDocument document) {
        Map<String, List<Place>> places = new LinkedHashMap<>();
        names.forEach((entry, name) -> {
            Place place = place(document, entry);
            if (place != null) {
                places.computeIfAbsent(name, key -> new ArrayList<>()).add(place);
            }
        });
        places.forEach((name, shared) -> share(document, name, shared));
    }

    private static @Nullable Place place(SpecDocument document, String entry) {
        int dot = entry.indexOf('.');
        String owner = entry.substring(0, dot);
        String member = entry.substring(dot + 1);
        if (document.schemas().path(owner).path("properties") instanceof ObjectNode properties
                && properties.has(member)) {
            return values(new Place(properties, member));
        }
        return document.operations().stream()
                .filter(operation ->
                        operation.node().path("operationId").asText().equals(owner))
                .flatMap(operation -> operation.parameters().stream())
                .filter(parameter -> parameter.path("name").asText().equals(member))
                .findFirst()
                .map(parameter -> values(new Place(parameter, "schema")))
                .orElse(null);
    }

    // A list's values are those of its items.
    private static Place values(Place place) {
        return place.schema().path("items").isObject() ? new Place(place.schema(), "items") : place;
    }

    private static void share(SpecDocument document, String name, List<Place> places) {
        SchemaUnion union = new SchemaUnion(document::schema);
        List<ObjectNode> enums = new ArrayList<>();
        for (Place place : places) {
            ObjectNode schema = Schemas.notNullable(place.schema().deepCopy());
            String component = SpecDocument.refName(schema);
            ObjectNode values = component.isEmpty() ? schema : document.schema(component);
            if (!values.has("enum")) {
                throw new SpecException(
                        "/components/schemas/" + name, "trim.yaml makes an enum of what has no list of values");
            }
            enums.add(valuesOnly(values));
        }
        if (document.schemas().has(name)) {
            enums.add(valuesOnly(document.schema(name)));
        }
        ObjectNode shared = union.of(enums);
        if (!(shared.path("enum") instanceof ArrayNode)) {
            throw new SpecException("/components/schemas/" + name, "the enums of this name have different types");
        }
        document.schemas().set(name, shared);
        places.forEach(place -> refer(place, name));
    }

    private static ObjectNode valuesOnly(ObjectNode schema) {
        ObjectNode values = schema.objectNode();
        values.set("type", Schemas.notNullable(schema.deepCopy()).path("type"));
        values.set("enum", Schemas.notNullable(schema.deepCopy()).path("enum"));
        return values;
    }

    private static void refer(Place place, String name) {
        ObjectNode schema = place.schema();
        ObjectNode ref = Schemas.ref(name);
        for (String keyword : List.of("default", "readOnly", "writeOnly", "deprecated")) {
            JsonNode value = schema.path(keyword);
            if (!value.isMissingNode()) {
                ref.set(keyword, value);
            }
        }
        place.owner().set(place.key(), Schemas.isNullable(schema) ? Schemas.nullableRef(ref) : ref);
    }
}
