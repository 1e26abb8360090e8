package org.telnyx4j.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.json.JsonStreams;
import org.telnyx4j.json.JsonFormatException.Fault;
import org.telnyx4j.json.JsonType.Kind;

/**
 * Reads models off a stream of tokens, without a tree. A field that came in another type than its own is set aside as
 * it came, and the rest is read.
 */
final class ModelReader {
    /** From here on, a list of models is long enough for its strings to repeat. */
    private static final int ITEMS_BEFORE_REUSE = 3;

    /** Most lists are recipients, tags and the like. */
    private static final int USUAL_ITEMS = 4;

    /** Refuses changes as every other list does, {@code clear()} included. */
    private static final List<Object> NO_ITEMS = Collections.unmodifiableList(new ArrayList<>(0));

    private final byte[] json;
    private final JsonParser in;
    private @Nullable RecentTexts recent;

    private ModelReader(byte[] json, JsonParser in) {
        this.json = json;
        this.in = in;
    }

    static <T> T read(byte[] json, ModelSchema<T> type) {
        try (JsonParser in = open(json)) {
            try {
                JsonToken first = in.nextToken();
                if (first != JsonToken.START_OBJECT) {
                    throw new JsonFormatException(first == null ? Fault.EMPTY : Fault.NOT_AN_OBJECT, "$", -1);
                }
                T model = new ModelReader(json, in).model(type, null);
                end(in);
                return model;
            } catch (IOException | NumberFormatException e) {
                throw Faults.of(e, in, type);
            }
        } catch (IOException e) {
            throw new JsonFormatException(Fault.NOT_JSON, "$", -1);
        }
    }

    static @Nullable Object readPlain(byte[] json) {
        try (JsonParser in = open(json)) {
            try {
                if (in.nextToken() == null) {
                    throw new JsonFormatException(Fault.EMPTY, "$", -1);
                }
                Object value = PlainJson.read(in);
                end(in);
                return value;
            } catch (IOException | NumberFormatException e) {
                throw Faults.of(e, in, null);
            }
        } catch (IOException e) {
            throw new JsonFormatException(Fault.NOT_JSON, "$", -1);
        }
    }

    /** Returns the bytes of a string. */
    static byte[] utf8(String json) {
        if (!JsonStreams.isWellFormed(json)) {
            throw new JsonFormatException(Fault.NOT_JSON, "$", -1);
        }
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** JSON is UTF-8 (RFC 8259): what the parser would take for UTF-16 or UTF-32 is refused. */
    private static JsonParser open(byte[] json) throws IOException {
        for (int i = 0; i < Math.min(4, json.length); i++) {
            if (json[i] == 0) {
                throw new JsonFormatException(Fault.NOT_JSON, "$", i);
            }
        }
        if (json.length >= 2 && ((json[0] & 0xFF) == 0xFE || (json[0] & 0xFF) == 0xFF)) {
            throw new JsonFormatException(Fault.NOT_JSON, "$", 0);
        }
        return JsonStreams.parser(json, 0);
    }

    private static void end(JsonParser in) throws IOException {
        if (in.nextToken() != null) {
            throw new JsonFormatException(
                    Fault.MORE_THAN_ONE_VALUE, "$", in.currentTokenLocation().getByteOffset());
        }
    }

    /**
     * Reads an object whose first token is the current one.
     *
     * @param last what the models before it in a list had, or null
     */
    private <T> T model(ModelSchema<T> type, @Nullable LastValues last) throws IOException {
        FieldTable table = type.fields();
        @Nullable Object[] values = new Object[table.size()];
        Map<String, @Nullable Object> additional = null;
        Field before = null;
        while (true) {
            Field field = table.usuallyAfter(before);
            if (field == null || !in.nextFieldName(field.encodedName())) {
                String name = field == null ? in.nextFieldName() : in.currentName();
                if (name == null || in.currentToken() != JsonToken.FIELD_NAME) {
                    return type.create(new FieldValues(values, additional));
                }
                field = table.find(name);
                if (field == null) {
                    in.nextToken();
                    additional = additional == null ? new LinkedHashMap<>() : additional;
                    additional.put(name, PlainJson.read(in));
                    continue;
                }
                table.came(field, before);
            }
            before = field;
            Object value = field(field, in.nextToken(), last);
            if (value == Values.MISMATCH) {
                values[field.index()] = null;
                additional = additional == null ? new LinkedHashMap<>() : additional;
                additional.put(field.name(), setAside);
                setAside = null;
            } else {
                values[field.index()] = value;
                if (additional != null) {
                    // Of two fields with one name the last counts.
                    additional.remove(field.name());
                }
            }
        }
    }

    /** What came for the field that was read last, where that was a mismatch. */
    private @Nullable Object setAside;

    private @Nullable Object field(Field field, JsonToken token, @Nullable LastValues last) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return FieldValues.NULL;
        }
        JsonType type = field.type();
        if (token == JsonToken.VALUE_STRING) {
            Object value = last == null ? value(type, null) : string(field, last);
            if (value == Values.MISMATCH) {
                setAside = in.getText();
            }
            // A blank time.
            return value == null && field.isNullable() ? FieldValues.NULL : value;
        }
        boolean container = isContainer(type);
        long start = container ? in.currentTokenLocation().getByteOffset() : -1;
        Object value = value(type, last == null || !token.isStructStart() ? null : last.nested(field));
        if (value == Values.MISMATCH) {
            setAside = container ? reread(start) : PlainJson.read(in);
        }
        return value;
    }

    /** Reads a string. Where it is that of the item before, so is its value. */
    private @Nullable Object string(Field field, LastValues last) throws IOException {
        char[] chars = in.getTextCharacters();
        int from = in.getTextOffset();
        int length = in.getTextLength();
        Object same = last.get(field, chars, from, length);
        if (same != null) {
            return same;
        }
        Object value = value(field.type(), null);
        if (value != null && value != Values.MISMATCH) {
            last.put(field, chars, from, length, value);
        }
        return value;
    }

    /** Returns whether the current token begins a list or a map of the type: a mismatch can come in the midst of it. */
    private boolean isContainer(JsonType type) {
        return (type.kind() == Kind.LIST && in.currentToken() == JsonToken.START_ARRAY)
                || (type.kind() == Kind.MAP && in.currentToken() == JsonToken.START_OBJECT);
    }

    private @Nullable Object reread(long start) throws IOException {
        try (JsonParser again = JsonStreams.parser(json, (int) start)) {
            again.nextToken();
            return PlainJson.read(again);
        }
    }

    /**
     * Reads the value that begins with the current token. Returns {@link Values#MISMATCH} where it is of another type:
     * a list or a map has then been read to its end, and of anything else nothing has been read.
     *
     * @param last what the models before it had, where it is a model or a list of models; or null
     */
    private @Nullable Object value(JsonType type, @Nullable LastValues last) throws IOException {
        JsonToken token = in.currentToken();
        switch (type.kind()) {
            case TEXT -> {
                return token == JsonToken.VALUE_STRING ? text() : Values.MISMATCH;
            }
            case BOOL -> {
                boolean bool = token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE;
                return bool ? (Object) in.getBooleanValue() : Values.MISMATCH;
            }
            case INT32, INT64, SECONDS, MILLISECONDS, MINUTES -> {
                return token == JsonToken.VALUE_NUMBER_INT ? whole(type) : Values.MISMATCH;
            }
            case DECIMAL -> {
                return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT
                        ? in.getDecimalValue()
                        : Values.MISMATCH;
            }
            case DATE_TIME, DATE -> {
                return token == JsonToken.VALUE_STRING ? time(type, text()) : Values.MISMATCH;
            }
            case ANY -> {
                return PlainJson.read(in);
            }
            case ENUM -> {
                Object wire = value(Values.item(type), null);
                return wire == null || wire == Values.MISMATCH ? Values.MISMATCH : ((EnumType<?>) type).create(wire);
            }
            case MODEL -> {
                return token == JsonToken.START_OBJECT ? model((ModelSchema<?>) type, last) : Values.MISMATCH;
            }
            case LIST -> {
                return token == JsonToken.START_ARRAY ? list(Values.item(type), last) : Values.MISMATCH;
            }
            case MAP -> {
                return token == JsonToken.START_OBJECT ? map(Values.item(type)) : Values.MISMATCH;
            }
        }
        throw new AssertionError(type.kind());
    }

    private String text() throws IOException {
        RecentTexts texts = recent;
        return texts == null ? in.getText() : texts.get(in.getTextCharacters(), in.getTextOffset(), in.getTextLength());
    }

    private @Nullable Object time(JsonType type, String text) {
        RecentTexts texts = recent;
        return texts == null ? Values.time(type, text) : texts.time(type, text);
    }

    private Object whole(JsonType type) throws IOException {
        JsonParser.NumberType size = in.getNumberType();
        if (size == JsonParser.NumberType.BIG_INTEGER) {
            return Values.MISMATCH;
        }
        return switch (type.kind()) {
            case INT32 -> size == JsonParser.NumberType.INT ? (Object) in.getIntValue() : Values.MISMATCH;
            case INT64 -> in.getLongValue();
            default -> Values.duration(type, in.getLongValue());
        };
    }

    private Object list(JsonType item, @Nullable LastValues lastOfOwner) throws IOException {
        if (in.nextToken() == JsonToken.END_ARRAY) {
            return NO_ITEMS;
        }
        List<@Nullable Object> items = new ArrayList<>(USUAL_ITEMS);
        LastValues last = lastOfOwner;
        boolean mismatch = false;
        do {
            Object value = mismatch ? Values.MISMATCH : value(item, last);
            if (isItem(item, value)) {
                items.add(value);
                if (last == null && item instanceof ModelSchema<?> model && items.size() == ITEMS_BEFORE_REUSE) {
                    last = new LastValues(model.fields());
                    recent = recent == null ? new RecentTexts() : recent;
                }
            } else {
                mismatch = true;
                in.skipChildren();
            }
        } while (in.nextToken() != JsonToken.END_ARRAY);
        return mismatch ? Values.MISMATCH : Values.unmodifiable(items);
    }

    private Object map(JsonType item) throws IOException {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        boolean mismatch = false;
        for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
            in.nextToken();
            Object value = mismatch ? Values.MISMATCH : value(item, null);
            if (isItem(item, value)) {
                entries.put(key, value);
            } else {
                mismatch = true;
                in.skipChildren();
            }
        }
        return mismatch ? Values.MISMATCH : Values.unmodifiable(entries);
    }

    /** A null is an item only where anything is. */
    static boolean isItem(JsonType item, @Nullable Object value) {
        return value == null ? item.kind() == Kind.ANY : value != Values.MISMATCH;
    }
}
