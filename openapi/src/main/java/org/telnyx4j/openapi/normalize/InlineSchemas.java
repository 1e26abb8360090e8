package org.telnyx4j.openapi.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;
import org.telnyx4j.openapi.document.SpecException;

/**
 * Makes a component of every object that stands inside another schema, so that its Java class has a
 * name that stays: what the plan says for {@code Owner.property}, else the owner's name and the
 * property's, in the singular for what a list or a map holds.
 *
 * <p>Places with the same name share a component if they have the same structure. If they haven't,
 * a name that the plan gives makes them one (see {@link SchemaUnion}); a name that we made up ends
 * in an error, since a class must not change its meaning with the order of things.
 */
final class InlineSchemas implements Step {
    private final Map<String, String> names;

    /** The components made here, with the place that gave each its name. */
    private final Map<String, String> made = new HashMap<>();

    InlineSchemas(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    @Override
    public void apply(SpecDocument document) {
        made.clear();
        new Run(document).all();
    }

    /** Returns the components that were made, with the place that gave each its name. */
    Map<String, String> made() {
        return Map.copyOf(made);
    }

    private final class Run {
        private final SpecDocument document;
        private final SchemaUnion union;

        Run(SpecDocument document) {
            this.document = document;
            this.union = new SchemaUnion(document::schema);
        }

        void all() {
            document.schemaNames().forEach(name -> extractFrom(document.schema(name), name));
        }

        private void extractFrom(ObjectNode schema, String owner) {
            if (schema.path("properties") instanceof ObjectNode properties) {
                for (String property : Schemas.fieldNames(properties)) {
                    ObjectNode child = (ObjectNode) properties.path(property);
                    properties.set(property, extracted(child, owner, property, property));
                }
            }
        }

        private ObjectNode extracted(ObjectNode schema, String owner, String property, String word) {
            for (String keyword : List.of("items", "additionalProperties")) {
                if (schema.path(keyword) instanceof ObjectNode child) {
                    schema.set(keyword, extracted(child, owner, property, singular(word)));
                }
            }
            if (schema.path("properties").isEmpty()) {
                return schema;
            }
            boolean nullable = Schemas.isNullable(schema);
            ObjectNode component = Schemas.notNullable(schema);
            ObjectNode ref = Schemas.ref(component(component, owner, property, word));
            return nullable ? Schemas.nullableRef(ref) : ref;
        }

        private String component(ObjectNode schema, String owner, String property, String word) {
            String place = owner + "." + property;
            String name = names.getOrDefault(place, owner + pascal(word));
            // Inner structures first, so that equal ones look equal.
            extractFrom(schema, name);
            JsonNode before = document.schemas().path(name);
            ObjectNode component = schema;
            if (before instanceof ObjectNode known && !known.equals(schema)) {
                if (!names.containsKey(place) || !names.containsKey(made.getOrDefault(name, ""))) {
                    throw new SpecException(
                            "/components/schemas/" + name,
                            "two structures would have this name, the second at " + place
                                    + "; name it in trim.yaml, inline:  " + place + ": Other" + name);
                }
                component = union.of(List.of(known, schema));
                extractFrom(component, name);
            }
            made.putIfAbsent(name, place);
            document.schemas().set(name, component);
            return name;
        }
    }

    static String pascal(String property) {
        StringBuilder name = new StringBuilder();
        for (String part : property.split("[^A-Za-z0-9]+", -1)) {
            if (!part.isEmpty()) {
                name.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
            }
        }
        return name.toString();
    }

    static String singular(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }
}
