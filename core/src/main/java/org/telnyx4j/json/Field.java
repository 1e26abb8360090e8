package org.telnyx4j.json;

import com.fasterxml.jackson.core.io.SerializedString;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is known of one field of a model. The limits bind requests only; responses are read as they come. Immutable. */
public final class Field {
    private final int index;
    private final String name;
    private final SerializedString encodedName;
    private final JsonType type;
    private final boolean required;
    private final boolean nullable;
    private final boolean base64Text;
    private final boolean exploded;
    private final boolean uniqueItems;
    private final @Nullable String uniqueBy;
    private final @Nullable BigDecimal least;
    private final @Nullable BigDecimal most;
    private final int minLength;
    private final int maxLength;
    private final int minItems;
    private final int maxItems;
    private final @Nullable String pattern;
    private final @Nullable Format format;
    private final Sensitivity sensitivity;

    Field(int index, FieldSpec spec) {
        this.index = index;
        this.name = spec.name;
        this.encodedName = new SerializedString(spec.name);
        this.type = spec.type;
        this.required = spec.required;
        this.nullable = spec.nullable;
        this.base64Text = spec.base64Text;
        this.exploded = spec.exploded;
        this.uniqueItems = spec.uniqueItems;
        this.uniqueBy = spec.uniqueBy;
        this.least = spec.least;
        this.most = spec.most;
        this.minLength = spec.minLength;
        this.maxLength = spec.maxLength;
        this.minItems = spec.minItems;
        this.maxItems = spec.maxItems;
        this.pattern = spec.pattern;
        this.format = spec.format;
        this.sensitivity = spec.sensitivity == null ? bySafeDefault(spec.type) : spec.sensitivity;
    }

    /** Strings are private unless the specification marks them otherwise: too much is hidden rather than too little. */
    private static Sensitivity bySafeDefault(JsonType type) {
        JsonType innermost = type;
        for (JsonType item = type.item();
                item != null && innermost.kind() != JsonType.Kind.ENUM;
                item = innermost.item()) {
            innermost = item;
        }
        return switch (innermost.kind()) {
            case TEXT, ANY -> Sensitivity.TEXT;
            default -> Sensitivity.NONE;
        };
    }

    SerializedString encodedName() {
        return encodedName;
    }

    /**
     * Returns the place of the field in its table.
     *
     * @return the index, from 0
     */
    public int index() {
        return index;
    }

    /**
     * Returns the name on the wire.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the type of the values.
     *
     * @return the type
     */
    public JsonType type() {
        return type;
    }

    /**
     * Returns whether a request must have the field.
     *
     * @return true if it must
     */
    public boolean isRequired() {
        return required;
    }

    /**
     * Returns whether {@code null} is a value of the field.
     *
     * @return true if it is
     */
    public boolean isNullable() {
        return nullable;
    }

    /**
     * Returns whether the string on the wire is the Base64 of a text in UTF-8.
     *
     * @return true if it is
     */
    public boolean isBase64Text() {
        return base64Text;
    }

    /**
     * Returns whether a list of a query string is written once for each item, and not with commas.
     *
     * @return true if it is
     */
    public boolean isExploded() {
        return exploded;
    }

    /**
     * Returns whether no two items may be equal.
     *
     * @return true if none may
     */
    public boolean hasUniqueItems() {
        return uniqueItems;
    }

    /**
     * Returns the field of the items in which no two of them may be equal.
     *
     * @return the name on the wire, or null where there is no such rule
     */
    public @Nullable String uniqueBy() {
        return uniqueBy;
    }

    /**
     * Returns the least number, in the unit of the wire.
     *
     * @return the number, or null where there is no limit
     */
    public @Nullable BigDecimal least() {
        return least;
    }

    /**
     * Returns the greatest number, in the unit of the wire.
     *
     * @return the number, or null where there is no limit
     */
    public @Nullable BigDecimal most() {
        return most;
    }

    /**
     * Returns how many characters a string must have.
     *
     * @return the number, 0 where there is no limit
     */
    public int minLength() {
        return minLength;
    }

    /**
     * Returns how many characters a string can have.
     *
     * @return the number, {@link Integer#MAX_VALUE} where there is no limit
     */
    public int maxLength() {
        return maxLength;
    }

    /**
     * Returns how many items a list must have.
     *
     * @return the number, 0 where there is no limit
     */
    public int minItems() {
        return minItems;
    }

    /**
     * Returns how many items a list can have.
     *
     * @return the number, {@link Integer#MAX_VALUE} where there is no limit
     */
    public int maxItems() {
        return maxItems;
    }

    /**
     * Returns the regular expression that a string must match.
     *
     * @return the expression, or null where there is none
     */
    public @Nullable String pattern() {
        return pattern;
    }

    /**
     * Returns the form that a string, or each item of a list, must have.
     *
     * @return the form, or null where any will do
     */
    public @Nullable Format format() {
        return format;
    }

    /**
     * Returns how private the values are.
     *
     * @return the sensitivity
     */
    public Sensitivity sensitivity() {
        return sensitivity;
    }

    @Override
    public String toString() {
        return name;
    }
}
