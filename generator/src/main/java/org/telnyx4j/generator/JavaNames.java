package org.telnyx4j.generator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Java names for the specification's names, whatever these are made of. */
final class JavaNames {
    private static final Set<String> RESERVED = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while",
            "_");

    /** Methods of builders and of {@code Object}: a property of this name would override or overload one. */
    private static final Set<String> METHODS = Set.of(
            "additionalProperties",
            "build",
            "clone",
            "equals",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait");

    /** Classes that generated code uses by their simple names. */
    private static final Set<String> CLASSES = Set.of(
            "ApiClient",
            "ApiOperation",
            "ApiRequest",
            "ApiResponse",
            "ArrayList",
            "BigDecimal",
            "Boolean",
            "Builder",
            "CallControlId",
            "CallCorrelation",
            "Class",
            "Collection",
            "Collections",
            "Deprecated",
            "Double",
            "Duration",
            "Enum",
            "EnumType",
            "EventBody",
            "Exception",
            "FieldTable",
            "FieldValues",
            "Float",
            "Format",
            "Idempotency",
            "Integer",
            "Iterable",
            "JsonCreator",
            "JsonModel",
            "JsonTypes",
            "List",
            "LocalDate",
            "Long",
            "Map",
            "ModelBuilder",
            "ModelType",
            "NullMarked",
            "Nullable",
            "Object",
            "Objects",
            "OffsetDateTime",
            "OpenEnum",
            "Override",
            "Record",
            "RequestOptions",
            "RuntimeException",
            "SafeVarargs",
            "Sensitivity",
            "Short",
            "String",
            "SuppressWarnings",
            "Table",
            "TexmlCallback",
            "Throwable",
            "TypedCallEvent",
            "TypedEvent",
            "UnknownEvent",
            "UnreadableEvent",
            "Void",
            "WebhookEvent");

    private static final Pattern FILTER = Pattern.compile("filter\\[(.+)]");

    private JavaNames() {}

    /** The words of a name: what stands between characters that no word of a Java name has. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    static String pascalCase(String name) {
        StringBuilder pascal = new StringBuilder();
        for (String word : words(name)) {
            pascal.append(capitalized(word));
        }
        if (pascal.isEmpty()) {
            return "Field";
        }
        return Character.isDigit(pascal.charAt(0)) ? "Number" + pascal : pascal.toString();
    }

    static String camelCase(String name) {
        List<String> words = words(name);
        String first = words.isEmpty() ? pascalCase(name) : pascalCase(words.get(0));
        // An abbreviation in front, such as URL, goes down as a whole.
        int capitals = 0;
        while (capitals < first.length() && Character.isUpperCase(first.charAt(capitals))) {
            capitals++;
        }
        int down = capitals == first.length() || capitals <= 1 ? capitals : capitals - 1;
        StringBuilder camel = new StringBuilder(first.substring(0, down).toLowerCase(Locale.ROOT));
        camel.append(first, down, first.length());
        for (int i = 1; i < words.size(); i++) {
            camel.append(capitalized(words.get(i)));
        }
        return camel.toString();
    }

    /** The name of a property's methods. */
    static String property(String name) {
        return legal(camelCase(name));
    }

    /** A name that neither the language nor a class that is inherited from has taken. */
    static String legal(String name) {
        return RESERVED.contains(name) || METHODS.contains(name) ? name + "Value" : name;
    }

    /** The name of a query parameter's methods before it is known whether another one has it as well. */
    static String parameter(String wireName) {
        Matcher filter = FILTER.matcher(wireName);
        return property(filter.matches() ? filter.group(1) : wireName);
    }

    /** The name of a class in a package of generated classes. */
    static String type(String name) {
        return CLASSES.contains(name) || name.endsWith("Api") ? name + "Model" : name;
    }

    static boolean isTakenByClass(String name) {
        return CLASSES.contains(name);
    }

    /** Returns a set of names of classes: two that differ in case alone are one file on some systems. */
    static Set<String> classNames(Collection<String> names) {
        Set<String> classes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        classes.addAll(names);
        return classes;
    }

    /** Returns a name that is not taken: with a number behind it, if need be. */
    static String unique(String name, Set<String> taken) {
        String unique = name;
        for (int i = 2; !taken.add(unique); i++) {
            unique = name + i;
        }
        return unique;
    }

    static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toLowerCase(Locale.ROOT);
    }

    static String constant(String name) {
        return snakeCase(name).toUpperCase(Locale.ROOT);
    }

    /** The name of an enum's constant. */
    static String enumConstant(String value, boolean number) {
        if (value.isEmpty()) {
            return "EMPTY";
        }
        if (number) {
            return "NUMBER_"
                    + value.replace("-", "MINUS_").replace("+", "PLUS_").replace('.', '_');
        }
        String name = value.replaceAll("\\W+", "_")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toUpperCase(Locale.ROOT);
        // A name of signs alone, such as a star, would be the underscore, which is none.
        if (name.equals("_")) {
            name = "SIGN" + value.chars().mapToObj(sign -> "_" + sign).collect(Collectors.joining());
        }
        return Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }

    /** A Java string literal. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (c < ' ' || c > '~') {
                        literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        literal.append(c);
                    }
                }
            }
        }
        return literal.append('"').toString();
    }

    static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
