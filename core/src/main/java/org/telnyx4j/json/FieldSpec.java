package org.telnyx4j.json;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Describes one field. For generated code, while a table is built. Mutable, for one thread. */
public final class FieldSpec {
    final String name;
    JsonType type;
    boolean required;
    boolean nullable;
    boolean base64Text;
    boolean exploded;
    boolean uniqueItems;

    @Nullable
    String uniqueBy;

    @Nullable
    BigDecimal least;

    @Nullable
    BigDecimal most;

    int minLength;
    int maxLength = Integer.MAX_VALUE;
    int minItems;
    int maxItems = Integer.MAX_VALUE;

    @Nullable
    String pattern;

    @Nullable
    Format format;

    @Nullable
    Sensitivity sensitivity;

    FieldSpec(String name, JsonType type) {
        this.name = Objects.requireNonNull(name, "name");
        this.type = Objects.requireNonNull(type, "type");
    }

    /**
     * Sets the type of a list's items or of a map's values.
     *
     * @param item the type
     * @return this description
     */
    public FieldSpec of(JsonType item) {
        type = type.kind() == JsonType.Kind.MAP ? JsonTypes.map(item) : JsonTypes.list(item);
        return this;
    }

    /**
     * Requires the field in a request.
     *
     * @return this description
     */
    public FieldSpec required() {
        required = true;
        return this;
    }

    /**
     * Allows {@code null} as a value of the field.
     *
     * @return this description
     */
    public FieldSpec nullable() {
        nullable = true;
        return this;
    }

    /**
     * Sets both limits of a number.
     *
     * @param least the least, in the unit of the wire
     * @param most the greatest
     * @return this description
     */
    public FieldSpec range(long least, long most) {
        return atLeast(least).atMost(most);
    }

    /**
     * Sets both limits of a number with a fraction.
     *
     * @param least the least
     * @param most the greatest
     * @return this description
     */
    public FieldSpec range(double least, double most) {
        return atLeast(least).atMost(most);
    }

    /**
     * Sets the least value of a number.
     *
     * @param number the least, in the unit of the wire
     * @return this description
     */
    public FieldSpec atLeast(long number) {
        least = BigDecimal.valueOf(number);
        return this;
    }

    /**
     * Sets the least value of a number with a fraction.
     *
     * @param number the least
     * @return this description
     */
    public FieldSpec atLeast(double number) {
        least = BigDecimal.valueOf(number).stripTrailingZeros();
        return this;
    }

    /**
     * Sets the greatest value of a number.
     *
     * @param number the greatest, in the unit of the wire
     * @return this description
     */
    public FieldSpec atMost(long number) {
        most = BigDecimal.valueOf(number);
        return this;
    }

    /**
     * Sets the greatest value of a number with a fraction.
     *
     * @param number the greatest
     * @return this description
     */
    public FieldSpec atMost(double number) {
        most = BigDecimal.valueOf(number).stripTrailingZeros();
        return this;
    }

    /**
     * Sets both limits of a string's length.
     *
     * @param min the least number of characters (Unicode code points)
     * @param max the greatest
     * @return this description
     */
    public FieldSpec length(int min, int max) {
        return minLength(min).maxLength(max);
    }

    /**
     * Sets the least length of a string.
     *
     * @param characters the number of Unicode code points
     * @return this description
     */
    public FieldSpec minLength(int characters) {
        minLength = characters;
        return this;
    }

    /**
     * Sets the greatest length of a string.
     *
     * @param characters the number of Unicode code points
     * @return this description
     */
    public FieldSpec maxLength(int characters) {
        maxLength = characters;
        return this;
    }

    /**
     * Sets both limits of the number of items.
     *
     * @param min the least number
     * @param max the greatest
     * @return this description
     */
    public FieldSpec items(int min, int max) {
        return minItems(min).maxItems(max);
    }

    /**
     * Sets the least number of items.
     *
     * @param items the number
     * @return this description
     */
    public FieldSpec minItems(int items) {
        minItems = items;
        return this;
    }

    /**
     * Sets the greatest number of items.
     *
     * @param items the number
     * @return this description
     */
    public FieldSpec maxItems(int items) {
        maxItems = items;
        return this;
    }

    /**
     * Refuses a list with two equal items.
     *
     * @return this description
     */
    public FieldSpec uniqueItems() {
        uniqueItems = true;
        return this;
    }

    /**
     * Refuses a list with two items that have the same value in a field.
     *
     * @param field the name of the items' field on the wire
     * @return this description
     */
    public FieldSpec uniqueBy(String field) {
        uniqueBy = field;
        return this;
    }

    /**
     * Sets the regular expression that a string must match somewhere.
     *
     * @param regex the expression
     * @return this description
     */
    public FieldSpec pattern(String regex) {
        pattern = regex;
        return this;
    }

    /**
     * Sets the form of a string, or of each item of a list.
     *
     * @param named the form
     * @return this description
     */
    public FieldSpec format(Format named) {
        format = named;
        return this;
    }

    /**
     * Sets how private the values are. A string without this is private text.
     *
     * @param kind the sensitivity
     * @return this description
     */
    public FieldSpec sensitive(Sensitivity kind) {
        sensitivity = kind;
        return this;
    }

    /**
     * Declares that the string on the wire is the Base64 of a text in UTF-8.
     *
     * @return this description
     */
    public FieldSpec base64Text() {
        base64Text = true;
        if (format == null) {
            format = Format.BASE64;
        }
        return this;
    }

    /**
     * Writes a list of a query string once for each item, and not with commas.
     *
     * @return this description
     */
    public FieldSpec exploded() {
        exploded = true;
        return this;
    }
}
