package org.telnyx4j.generator;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenProperty;

/** The statement that describes a field in its model's table. */
final class TableLine {
    private final StringBuilder line = new StringBuilder("t");

    private TableLine() {}

    static String of(CodegenProperty property, FieldType type, boolean required) {
        TableLine table = new TableLine();
        table.start(property.baseName, type);
        table.facts(property, type, required);
        return table.line.append(';').toString();
    }

    private void start(String wireName, FieldType type) {
        call(type.kind().method(), JavaNames.literal(wireName) + reference(type));
        if (type.item() != null) {
            call("of", typeOf(type.item()));
        }
    }

    private static String reference(FieldType type) {
        return type.reference() == null ? "" : ", " + type.reference() + ".TYPE";
    }

    /** The expression for the type of an item. */
    private static String typeOf(FieldType item) {
        if (item.reference() != null) {
            return item.reference() + ".TYPE";
        }
        if (item.item() != null) {
            return "JsonTypes." + item.kind().method() + "(" + typeOf(item.item()) + ")";
        }
        return "JsonTypes." + item.kind().name();
    }

    private void facts(CodegenProperty property, FieldType type, boolean required) {
        if (required) {
            call("required", "");
        }
        // Where any JSON will do, null is no choice of its own.
        if (property.isNullable && type.kind() != FieldType.Kind.ANY) {
            call("nullable", "");
        }
        if (type.kind() == FieldType.Kind.BASE64_TEXT) {
            call("base64Text", "");
        }
        limits("items", Facts.number(property.minItems), Facts.number(property.maxItems));
        if (property.getUniqueItems()) {
            call("uniqueItems", "");
        }
        String uniqueBy = Extensions.text(property.vendorExtensions, Extensions.UNIQUE_BY);
        if (uniqueBy != null) {
            call("uniqueBy", JavaNames.literal(uniqueBy));
        }
        if (Extensions.text(property.vendorExtensions, Extensions.EXPLODED) != null) {
            call("exploded", "");
        }
        // What is asked of the items of a list is asked of the field: no list holds lists.
        CodegenProperty value = property.isArray && property.items != null ? property.items : property;
        limits("range", value.minimum, value.maximum);
        limits("length", Facts.number(value.minLength), Facts.number(value.maxLength));
        if (value.pattern != null) {
            call("pattern", JavaNames.literal(value.pattern.replaceFirst("^/(.*)/[a-z]*$", "$1")));
        }
        word("format", "Format", property, Extensions.FORMAT);
        word("sensitive", "Sensitivity", property, Extensions.SENSITIVE);
    }

    private void word(String method, String constants, CodegenProperty property, String extension) {
        String word = Extensions.text(property.vendorExtensions, extension);
        if (word == null && property.isArray && property.items != null) {
            word = Extensions.text(property.items.vendorExtensions, extension);
        }
        if (word != null) {
            call(method, constants + "." + word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    private void limits(String method, @Nullable String least, @Nullable String most) {
        boolean range = method.equals("range");
        if (least != null && most != null) {
            boolean whole = isWhole(least) && isWhole(most);
            call(method, whole ? number(least) + ", " + number(most) : decimal(least) + ", " + decimal(most));
        } else if (least != null) {
            call(range ? "atLeast" : "min" + JavaNames.capitalized(method), number(least));
        } else if (most != null) {
            call(range ? "atMost" : "max" + JavaNames.capitalized(method), number(most));
        }
    }

    private static boolean isWhole(String number) {
        return new BigDecimal(number).stripTrailingZeros().scale() <= 0;
    }

    private static String number(String number) {
        if (!isWhole(number)) {
            return decimal(number);
        }
        long whole = new BigDecimal(number).longValueExact();
        return whole == (int) whole ? Long.toString(whole) : whole + "L";
    }

    private static String decimal(String number) {
        return Double.toString(Double.parseDouble(number));
    }

    private void call(String method, String arguments) {
        line.append('.').append(method).append('(').append(arguments).append(')');
    }
}
