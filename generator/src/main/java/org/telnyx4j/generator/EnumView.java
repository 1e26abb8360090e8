package org.telnyx4j.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;

/**
 * An open enum, as its template prints it.
 *
 * @param className its name
 * @param fullName the name for the place where {@code toString} of a type shows it, with the enclosing class
 * @param doc its comment
 * @param valueType the class of its values, {@code String} or {@code Integer}
 * @param values its known values
 */
public record EnumView(String className, String fullName, String doc, String valueType, List<Value> values) {
    /** What a class with an enum in it imports. */
    static final List<String> IMPORTS = List.of(
            "com.fasterxml.jackson.annotation.JsonCreator",
            "java.util.ArrayList",
            "java.util.Collections",
            "java.util.List",
            "org.telnyx4j.json.EnumType",
            "org.telnyx4j.json.JsonTypes",
            "org.telnyx4j.json.OpenEnum");

    private static final String OPEN_SET =
            "An open set: a value that the specification does not have is read, kept and sent unchanged.";

    /**
     * One known value.
     *
     * @param name the constant's name
     * @param literal the value in Java
     */
    public record Value(String name, String literal) {}

    static EnumView topLevel(CodegenModel model) {
        String doc = Javadoc.comment(
                "",
                List.of(
                        Javadoc.describe(
                                model.unescapedDescription, "The values of " + model.classname + ".", List.of()),
                        OPEN_SET));
        return new EnumView(
                model.classname,
                model.classname,
                doc,
                valueType(model.name, model.dataType),
                values(model.allowableValues));
    }

    static EnumView nested(String className, String enclosing, CodegenProperty property, CodegenProperty inline) {
        String fallback = "The values of {@code " + Javadoc.escape(property.baseName) + "}.";
        String doc = Javadoc.comment("    ", List.of(fallback, OPEN_SET));
        String place = enclosing + "." + property.baseName;
        return new EnumView(
                className,
                enclosing + "." + className,
                doc,
                valueType(place, inline.dataType),
                values(inline.allowableValues));
    }

    /** The type of its values in core's terms. */
    public String jsonType() {
        return valueType.equals("String") ? "TEXT" : "INT32";
    }

    private static String valueType(String place, String dataType) {
        return switch (dataType) {
            case "String", "Integer" -> dataType;
            default -> throw new SpecificationException(place, "an enum of " + dataType + " is not known");
        };
    }

    private static List<Value> values(@Nullable Map<String, Object> allowed) {
        List<Value> values = new ArrayList<>();
        if (allowed != null && allowed.get("enumVars") instanceof List<?> variables) {
            Set<String> names = new HashSet<>(Set.of("TYPE", "KNOWN"));
            for (Object variable : variables) {
                if (variable instanceof Map<?, ?> map) {
                    String name = JavaNames.unique(String.valueOf(map.get("name")), names);
                    values.add(new Value(name, String.valueOf(map.get("value"))));
                }
            }
        }
        return List.copyOf(values);
    }
}
