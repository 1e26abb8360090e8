package org.telnyx4j.generator;

import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds a schema for the query string of each operation that has one, so that a class is generated as for a body. */
final class Queries {
    /** Marks such a schema, with the id of its operation. */
    static final String EXTENSION = "x-query-of";

    private Queries() {}

    static String className(String operationId) {
        return JavaNames.capitalized(operationId) + "Query";
    }

    static void addTo(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths()
                .values()
                .forEach(path -> path.readOperations().forEach(operation -> {
                    ObjectSchema schema = schema(document, operation, path.getParameters());
                    if (schema != null) {
                        String name = className(operation.getOperationId());
                        if (document.getComponents().getSchemas().putIfAbsent(name, schema) != null) {
                            throw new SpecificationException(
                                    operation.getOperationId(),
                                    "its query needs the name " + name + ", which a schema has");
                        }
                    }
                }));
    }

    private static @Nullable ObjectSchema schema(
            OpenAPI document, Operation operation, @Nullable List<Parameter> ofPath) {
        ObjectSchema schema = new ObjectSchema();
        schema.setDescription("What goes into the query string of `" + operation.getOperationId() + "`.");
        schema.addExtension(EXTENSION, operation.getOperationId());
        List<Parameter> parameters = new ArrayList<>();
        if (ofPath != null) {
            parameters.addAll(ofPath);
        }
        if (operation.getParameters() != null) {
            parameters.addAll(operation.getParameters());
        }
        List<String> required = new ArrayList<>();
        for (Parameter declared : parameters) {
            Parameter parameter = resolve(document, declared);
            if ("query".equals(parameter.getIn())) {
                if (parameter.getSchema() == null) {
                    throw new SpecificationException(
                            operation.getOperationId() + "." + parameter.getName(), "has no schema");
                }
                // A copy: the parser has one object for all equal schemas, and each parameter is described by itself.
                Schema<?> value = AnnotationsUtils.clone(parameter.getSchema(), true);
                if (value.getDescription() == null) {
                    value.setDescription(parameter.getDescription());
                }
                if (parameter.getExtensions() != null) {
                    parameter.getExtensions().forEach(value::addExtension);
                }
                if (Boolean.TRUE.equals(parameter.getDeprecated())) {
                    value.setDeprecated(true);
                }
                if (Boolean.TRUE.equals(parameter.getRequired())) {
                    required.add(parameter.getName());
                }
                if (value.getItems() != null && !Boolean.FALSE.equals(parameter.getExplode())) {
                    value.addExtension(Extensions.EXPLODED, true);
                }
                schema.addProperty(parameter.getName(), value);
            }
        }
        if (schema.getProperties() == null) {
            return null;
        }
        if (!required.isEmpty()) {
            schema.setRequired(required);
        }
        if (operation.getExtensions() != null) {
            for (String group :
                    List.of(Extensions.EXACTLY_ONE_OF, Extensions.AT_MOST_ONE_OF, Extensions.AT_LEAST_ONE_OF)) {
                Object groups = operation.getExtensions().get(group);
                if (groups != null) {
                    schema.addExtension(group, groups);
                }
            }
        }
        return schema;
    }

    private static Parameter resolve(OpenAPI document, Parameter parameter) {
        if (parameter.get$ref() == null) {
            return parameter;
        }
        String name = parameter.get$ref().substring(parameter.get$ref().lastIndexOf('/') + 1);
        Map<String, Parameter> known = document.getComponents().getParameters();
        Parameter resolved = known == null ? null : known.get(name);
        if (resolved == null) {
            throw new SpecificationException(parameter.get$ref(), "leads nowhere");
        }
        return resolved;
    }
}
