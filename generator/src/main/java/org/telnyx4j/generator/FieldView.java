package org.telnyx4j.generator;

import org.jspecify.annotations.Nullable;

/**
 * A field, as the template of its model prints it.
 *
 * @param index its place in the table
 * @param wireName its name in JSON
 * @param name its name in Java, which its builder's methods have
 * @param capitalized the same with a capital, for its getter
 * @param type its type
 * @param nullable whether the specification admits null
 * @param deprecated whether the specification has marked it so
 * @param description what it is
 * @param itemName the name of the method that adds an item to a list, or empty
 * @param pair the two parameters from which an item can be made, or null
 * @param tableLine the statement that describes it in the table
 */
public record FieldView(
        int index,
        String wireName,
        String name,
        String capitalized,
        FieldType type,
        boolean nullable,
        boolean deprecated,
        String description,
        String itemName,
        @Nullable Pair pair,
        String tableLine) {
    /**
     * Two values from which an item can be made.
     *
     * @param first the first parameter
     * @param second the second parameter
     */
    public record Pair(Part first, Part second) {}

    /**
     * One value from which an item is made.
     *
     * @param type its type
     * @param name the parameter and its builder's method
     */
    public record Part(String type, String name) {}

    public String javaType() {
        return type.java();
    }

    /** The type of the builder's parameter. */
    public String parameterType() {
        if (isTextOrTexts()) {
            return "String";
        }
        return isList() ? "Collection<" + itemType() + ">" : type.java();
    }

    /** The method of the base class that the builder's method calls. */
    public String setter() {
        return isBase64() ? "setBase64Text" : "set";
    }

    public boolean isList() {
        return type.kind() == FieldType.Kind.LIST;
    }

    /** Whether it is the id of a leg, for which there is a type. */
    public boolean isCallControlId() {
        return type.kind() == FieldType.Kind.TEXT && tableLine.contains(".format(Format.CALL_CONTROL_ID)");
    }

    /** Whether it is any JSON whose strings have a format: one string, or a list of strings. */
    public boolean isTextOrTexts() {
        return type.kind() == FieldType.Kind.ANY
                && tableLine.contains(".format(Format.")
                && !tableLine.contains(".format(Format.LOOP)");
    }

    public boolean isBase64() {
        return type.kind() == FieldType.Kind.BASE64_TEXT;
    }

    public String itemType() {
        FieldType item = type.item();
        return item == null ? "" : item.java();
    }

    public String getterDoc() {
        return Javadoc.comment(
                "    ",
                Docs.of(
                        description,
                        deprecated,
                        "@return the value, or null where there is none"
                                + (isBase64() ? ", or it is not Base64 of UTF-8 text" : "")));
    }

    public String base64GetterDoc() {
        return Javadoc.comment(
                "    ",
                Docs.of(
                        "The Base64 form of " + link() + ", as it is on the wire.",
                        deprecated,
                        "@return the value, or null where there is none"));
    }

    public String setterDoc() {
        return Javadoc.comment(
                "        ",
                Docs.of(
                        description,
                        deprecated,
                        "@param " + name + " the value; null leaves the field out",
                        "@return this builder"));
    }

    public String base64SetterDoc() {
        return Javadoc.comment(
                "        ",
                Docs.of(
                        "Sets the Base64 form of {@code " + name + "}, for bytes that are no text.",
                        deprecated,
                        "@param " + name + "Base64 sent as it is; null leaves the field out",
                        "@return this builder"));
    }

    public String clearDoc() {
        return Javadoc.comment(
                "        ",
                Docs.of(
                        "Sends {@code " + Javadoc.escape(wireName) + "} as JSON null.",
                        deprecated,
                        "@return this builder"));
    }

    public String addDoc() {
        return Javadoc.comment(
                "        ",
                Docs.of(
                        "Adds one item to {@code " + name + "}.",
                        deprecated,
                        "@param item the item",
                        "@return this builder"));
    }

    public String pairDoc() {
        return pair == null
                ? ""
                : Javadoc.comment(
                        "        ",
                        Docs.of(
                                "Adds one item to {@code " + name + "}.",
                                deprecated,
                                "@param " + pair.first().name() + " the item's {@code "
                                        + pair.first().name() + "}",
                                "@param " + pair.second().name() + " the item's {@code "
                                        + pair.second().name() + "}",
                                "@return this builder"));
    }

    private String link() {
        return "{@link #get" + capitalized + "()}";
    }

    /** The expression that gives the value. */
    public String getter() {
        return isBase64() ? "base64Text(" + index + ")" : "value(" + index + ")";
    }
}
