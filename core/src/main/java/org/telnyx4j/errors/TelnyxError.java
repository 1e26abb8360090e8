package org.telnyx4j.errors;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.privacy.Mask;

/**
 * One entry of the {@code errors} list in a Telnyx error response, as it was received. Immutable.
 *
 * <p>{@code title}, {@code detail} and {@code meta} are unmasked and may quote phone numbers or message text: don't
 * log them as they are. {@link #toString()} is safe to log.
 *
 * @param code Telnyx's error code such as {@code 40300}, or null when the entry had none
 * @param title short description of this code, or null
 * @param detail description of this occurrence, or null
 * @param pointer JSON pointer to the field of the request at fault such as {@code /to}, or null
 * @param parameter name of the query parameter at fault, or null
 * @param meta further values: strings, booleans, {@code Long}, {@code BigInteger} or {@code Double} numbers, and
 *     unmodifiable lists and maps of these; never null, nulls within are left out
 */
public record TelnyxError(
        @Nullable String code,
        @Nullable String title,
        @Nullable String detail,
        @Nullable String pointer,
        @Nullable String parameter,
        Map<String, Object> meta)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_\\-./\\[\\]~]{1,100}");

    /** More digits than a code of Telnyx's has, such as a one-time code out of a message. */
    private static final Pattern ONE_TIME_CODE = Pattern.compile("[0-9]{6}");

    /** A map or list that contains itself must not run off the stack. */
    private static final int DEEPEST_META = 32;

    /** Copies {@code meta} in depth; a value of any other class is kept as its {@code toString}. */
    public TelnyxError {
        meta = copyOfMap(meta, 0);
    }

    /**
     * Creates an error with a code and a title only, as a test of error handling needs it.
     *
     * @param code Telnyx's error code such as {@code 40300}
     * @param title short description of this code
     * @return the error
     */
    public static TelnyxError of(String code, String title) {
        return new TelnyxError(code, title, null, null, null, Map.of());
    }

    /** Returns code and place, masked where they look private, and of all else the size alone. */
    @Override
    public String toString() {
        return "TelnyxError[code=" + token(code) + ", title=" + size(title) + ", pointer=" + token(pointer)
                + ", parameter=" + token(parameter) + ", detail=" + size(detail)
                + ", meta=<" + meta.size() + " entries>]";
    }

    private static @Nullable String token(@Nullable String value) {
        boolean isToken = value == null
                || (TOKEN.matcher(value).matches()
                        && !ONE_TIME_CODE.matcher(value).find());
        return isToken ? masked(value) : size(value);
    }

    private static @Nullable String masked(@Nullable String value) {
        return value == null ? null : Mask.freeText(value);
    }

    private static @Nullable String size(@Nullable String value) {
        return value == null ? null : Mask.content(value);
    }

    private static Map<String, Object> copyOfMap(Map<?, ?> map, int depth) {
        Map<String, Object> copy = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object value = copyOfValue(entry.getValue(), depth + 1);
            if (value != null) {
                copy.put(String.valueOf(entry.getKey()), value);
            }
        }
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object copyOfValue(@Nullable Object value, int depth) {
        if (value == null || depth > DEEPEST_META) {
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            return copyOfMap(map, depth);
        }
        if (value instanceof Collection<?> values) {
            List<Object> copy = new ArrayList<>(values.size());
            for (Object element : values) {
                Object copied = copyOfValue(element, depth + 1);
                if (copied != null) {
                    copy.add(copied);
                }
            }
            return Collections.unmodifiableList(copy);
        }
        return isScalar(value) ? value : value.toString();
    }

    private static boolean isScalar(Object value) {
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Long
                || value instanceof Integer
                || value instanceof Double
                || value instanceof BigInteger
                || value instanceof BigDecimal;
    }
}
