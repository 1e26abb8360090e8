package org.telnyx4j.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out whether anything refers to a schema. */
@SuppressWarnings("rawtypes") // swagger-models has its schemas so
final class References {
    private References() {}

    static boolean in(OpenAPI document, String name) {
        return bodies(document).anyMatch(schema -> refers(schema, name))
                || document.getComponents().getSchemas().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(name))
                        .anyMatch(entry -> refers((Schema<?>) entry.getValue(), name));
    }

    private static Stream<Schema<?>> bodies(OpenAPI document) {
        Stream.Builder<Schema<?>> schemas = Stream.builder();
        if (document.getPaths() != null) {
            document.getPaths()
                    .values()
                    .forEach(path -> path.readOperations().forEach(operation -> {
                        if (operation.getRequestBody() != null
                                && operation.getRequestBody().getContent() != null) {
                            operation
                                    .getRequestBody()
                                    .getContent()
                                    .values()
                                    .forEach(body -> schemas.add(body.getSchema()));
                        }
                        if (operation.getResponses() != null) {
                            operation.getResponses().values().stream()
                                    .filter(response -> response.getContent() != null)
                                    .flatMap(response -> response.getContent().values().stream())
                                    .forEach(body -> schemas.add(body.getSchema()));
                        }
                    }));
        }
        if (document.getComponents().getResponses() != null) {
            document.getComponents().getResponses().values().stream()
                    .filter(response -> response.getContent() != null)
                    .flatMap(response -> response.getContent().values().stream())
                    .forEach(body -> schemas.add(body.getSchema()));
        }
        return schemas.build().filter(Objects::nonNull);
    }

    /** Returns the name of the schema that a schema refers to. */
    static String name(Schema<?> reference) {
        return reference.get$ref().substring(reference.get$ref().lastIndexOf('/') + 1);
    }

    private static boolean refers(@Nullable Schema<?> schema, String name) {
        if (schema == null) {
            return false;
        }
        if (schema.get$ref() != null && name(schema).equals(name)) {
            return true;
        }
        Stream.Builder<@Nullable Object> parts = Stream.builder();
        parts.add(schema.getItems());
        parts.add(schema.getAdditionalProperties());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(parts::add);
        }
        for (List<?> group :
                Arrays.<@Nullable List<?>>asList(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())) {
            if (group != null) {
                group.forEach(parts::add);
            }
        }
        return parts.build().anyMatch(part -> part instanceof Schema<?> inner && refers(inner, name));
    }
}
