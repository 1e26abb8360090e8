package org.telnyx4j.sandbox.internal.http;

import java.util.List;
import java.util.function.BiConsumer;

/** The type of a field. */
public record FieldType(BiConsumer<Fields, String> check) {
    public static final FieldType STRING = new FieldType(Fields::string);
    public static final FieldType BOOLEAN = new FieldType(Fields::checkBoolean);
    public static final FieldType NUMBER = new FieldType(Fields::checkNumber);
    public static final FieldType OBJECT = new FieldType(Fields::checkObject);
    public static final FieldType STRINGS = new FieldType(Fields::strings);
    public static final FieldType ARRAY = new FieldType(Fields::checkArray);
    public static final FieldType STRING_OR_STRINGS = new FieldType(Fields::stringOrStrings);
    public static final FieldType BASE64 = new FieldType(Fields::checkBase64);

    /** An http or https URL; an empty string, which stands for none, too. */
    public static final FieldType URL = new FieldType((fields, name) -> {
        String value = fields.string(name);
        if (value != null && !value.isEmpty()) {
            fields.checkUrl(value, "/" + name);
        }
    });

    public static FieldType oneOf(String... values) {
        return new FieldType((fields, name) -> fields.oneOf(name, List.of(values)));
    }
}
