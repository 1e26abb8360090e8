package org.telnyx4j.openapi.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;
import org.telnyx4j.openapi.document.SpecException;

/**
 * Makes one schema of {@code oneOf}, {@code anyOf} and {@code allOf}.
 *
 * <p>A strict choice between alternatives throws on the alternative that Telnyx adds next. So
 * alternatives become the one schema that admits them all ({@link SchemaUnion}), and only "this
 * component or null" stays a choice.
 */
final class Alternatives implements Step {
    @Override
    public void apply(SpecDocument document) {
        new Run(document).all();
    }

    private static final class Run {
        private final SpecDocument document;
        private final SchemaUnion union;
        private final Set<String> done = new HashSet<>();
        private final List<String> inProgress = new ArrayList<>();

        Run(SpecDocument document) {
            this.document = document;
            this.union = new SchemaUnion(this::component);
        }

        void all() {
            document.schemaNames().forEach(this::component);
            document.rewriteSchemas(this::simplified);
        }

        /** Returns a component without alternatives, whatever it looked like before. */
        private ObjectNode component(String name) {
            if (done.contains(name)) {
                return document.schema(name);
            }
            if (inProgress.contains(name)) {
                throw new SpecException(
                        "/components/schemas/" + name, "the schema is an alternative or a part of itself");
            }
            inProgress.add(name);
            ObjectNode simple = Schemas.rewrite(document.schema(name), this::simplified);
            document.schemas().set(name, simple);
            inProgress.remove(name);
            done.add(name);
            return simple;
        }

        private ObjectNode simplified(ObjectNode schema) {
            if (Schemas.isNullableRef(schema)) {
                return schema;
            }
            ObjectNode result = schema;
            if (schema.path("allOf") instanceof ArrayNode parts) {
                result.remove("allOf");
                result = allOf(result, parts);
            }
            for (String keyword : List.of("oneOf", "anyOf")) {
                if (result.path(keyword) instanceof ArrayNode alternatives && !Schemas.isNullableRef(result)) {
                    result.remove(keyword);
                    result = either(result, alternatives);
                }
            }
            return result;
        }

        private ObjectNode allOf(ObjectNode base, ArrayNode parts) {
            if (parts.size() == 1 && parts.get(0).has("$ref")) {
                return withAnnotations(base, (ObjectNode) parts.get(0));
            }
            ObjectNode result = base;
            for (JsonNode part : parts) {
                ObjectNode facts = (ObjectNode) part;
                String name = SpecDocument.refName(facts);
                result = both(result, name.isEmpty() ? facts : component(name).deepCopy());
            }
            return result;
        }

        /** Joins two schemas that both hold. */
        private static ObjectNode both(ObjectNode first, ObjectNode second) {
            ObjectNode joined = first.deepCopy();
            second.properties().forEach(entry -> {
                switch (entry.getKey()) {
                    case "properties" -> joined.withObject("/properties").setAll((ObjectNode) entry.getValue());
                    case "required" -> {
                        ArrayNode required = joined.withArray("/required");
                        entry.getValue().forEach(name -> {
                            if (!Schemas.contains(required, name)) {
                                required.add(name);
                            }
                        });
                    }
                    default -> joined.set(entry.getKey(), entry.getValue());
                }
            });
            return joined;
        }

        private ObjectNode either(ObjectNode base, ArrayNode alternatives) {
            List<ObjectNode> list = new ArrayList<>();
            alternatives.forEach(alternative -> list.add((ObjectNode) alternative));
            if (Schemas.isObject(base)) {
                // Alternatives beside properties mostly say which of these are required together.
                list.replaceAll(alternative -> {
                    String name = SpecDocument.refName(alternative);
                    return both(base, name.isEmpty() ? alternative : component(name));
                });
            }
            return withAnnotations(base, union.of(list));
        }

        private static ObjectNode withAnnotations(ObjectNode base, ObjectNode schema) {
            ObjectNode result = schema.deepCopy();
            for (String keyword : List.of("default", "readOnly", "writeOnly", "deprecated")) {
                if (base.has(keyword)) {
                    result.set(keyword, base.path(keyword));
                }
            }
            boolean nullable = Schemas.isNullable(base);
            return nullable ? Schemas.nullable(result) : result;
        }
    }
}
