package org.telnyx4j.generator;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenProperty;

/**
 * The type of a field, an item of a list or a value of a map.
 *
 * @param kind what the table calls it
 * @param java the Java type, with its parameters
 * @param reference the class whose {@code TYPE} the table refers to, or null where the kind is all
 * @param item the type of the items of a list or the values of a map, or null
 */
record FieldType(
        Kind kind,
        String java,
        @Nullable String reference,
        @Nullable FieldType item) {
    /** The kinds of values that the tables of core distinguish. */
    enum Kind {
        TEXT("text"),
        BASE64_TEXT("text"),
        INT32("int32"),
        INT64("int64"),
        DECIMAL("decimal"),
        BOOL("bool"),
        DATE_TIME("dateTime"),
        DATE("date"),
        SECONDS("seconds"),
        MILLISECONDS("milliseconds"),
        MINUTES("minutes"),
        ANY("any"),
        ENUM("enumeration"),
        MODEL("model"),
        LIST("list"),
        MAP("map");

        private final String method;

        Kind(String method) {
            this.method = method;
        }

        /** The table's method that declares a field of this kind. */
        String method() {
            return method;
        }

        boolean isDuration() {
            return this == SECONDS || this == MILLISECONDS || this == MINUTES;
        }
    }

    private static final Map<String, Kind> SCALARS = Map.of(
            "String", Kind.TEXT,
            "Integer", Kind.INT32,
            "Long", Kind.INT64,
            "BigDecimal", Kind.DECIMAL,
            "Boolean", Kind.BOOL,
            "OffsetDateTime", Kind.DATE_TIME,
            "LocalDate", Kind.DATE,
            "Object", Kind.ANY);

    private static final Set<String> WHOLE_OR_DECIMAL = Set.of("Integer", "Long", "BigDecimal");

    /** Decides on the type of a property. The name of an enum that stands in its place is given. */
    static FieldType of(CodegenProperty property, String place, EnumNames enums) {
        if (property.isArray) {
            FieldType item = of(property.items, place + "[]", enums);
            return new FieldType(Kind.LIST, "List<" + item.java + ">", null, item);
        }
        if (property.isMap) {
            CodegenProperty values = property.items == null ? property.additionalProperties : property.items;
            FieldType item =
                    values == null ? new FieldType(Kind.ANY, "Object", null, null) : of(values, place + "{}", enums);
            String argument = item.kind == Kind.ANY ? "@Nullable Object" : item.java;
            return new FieldType(Kind.MAP, "Map<String, " + argument + ">", null, item);
        }
        String unit = Extensions.text(property.vendorExtensions, Extensions.UNIT);
        if (unit != null) {
            return duration(property, unit, place);
        }
        String encoding = Extensions.text(property.vendorExtensions, Extensions.ENCODING);
        if (encoding != null) {
            if (!encoding.equals("base64-text")) {
                throw new SpecificationException(place, Extensions.ENCODING + " " + encoding + " is not known");
            }
            return new FieldType(Kind.BASE64_TEXT, "String", null, null);
        }
        if (property.isEnumRef || property.isEnum) {
            String name = property.isEnumRef ? property.dataType : enums.nameOf(property);
            return new FieldType(Kind.ENUM, name, name, null);
        }
        Kind scalar = SCALARS.get(property.dataType);
        if (scalar != null) {
            return new FieldType(scalar, property.dataType, null, null);
        }
        if (property.isModel || property.complexType != null) {
            return new FieldType(Kind.MODEL, property.dataType, property.dataType, null);
        }
        throw new SpecificationException(place, "has the type " + property.dataType + ", for which no code is known");
    }

    private static FieldType duration(CodegenProperty property, String unit, String place) {
        if (!WHOLE_OR_DECIMAL.contains(property.dataType)) {
            throw new SpecificationException(place, Extensions.UNIT + " is for numbers, this is " + property.dataType);
        }
        Kind kind = switch (unit) {
            case "seconds" -> Kind.SECONDS;
            case "milliseconds" -> Kind.MILLISECONDS;
            case "minutes" -> Kind.MINUTES;
            default -> throw new SpecificationException(place, Extensions.UNIT + " " + unit + " is not known");
        };
        return new FieldType(kind, "Duration", null, null);
    }

    /** Names the enums that stand within the properties of a class. */
    @FunctionalInterface
    interface EnumNames {
        String nameOf(CodegenProperty property);
    }
}
