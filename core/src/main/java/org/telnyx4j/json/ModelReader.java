package org.telnyx4j.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
                T model = new ModelReader(json, in).model(type);
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

    /** Reads an object whose first token is the current one. */
    private <T> T model(ModelSchema<T> type) throws IOException {
        FieldTable table = type.fields();
        @Nullable Object[] values = new Object[table.size()];
        Map<String, @Nullable Object> additional = null;
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            Field field = table.find(name);
            if (field != null) {
                Object value = field(field);
                boolean mismatch = value == Values.MISMATCH;
                values[field.index()] = mismatch ? null : value;
                if (!mismatch) {
                    if (additional != null) {
                        // Of two fields with one name the last counts.
                        additional.remove(name);
                    }
                    continue;
                }
            }
            if (additional == null) {
                additional = new LinkedHashMap<>();
            }
            additional.put(name, field == null ? PlainJson.read(in) : setAside);
            setAside = null;
        }
        return type.create(new FieldValues(values, additional));
    }

    /** What came for the field that was read last, where that was a mismatch. */
    private @Nullable Object setAside;

    private @Nullable Object field(Field field) throws IOException {
        JsonType type = field.type();
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return FieldValues.NULL;
        }
        boolean container = isContainer(type);
        long start = container ? in.currentTokenLocation().getByteOffset() : -1;
        Object value = value(type);
        if (value == Values.MISMATCH) {
            setAside = container ? reread(start) : PlainJson.read(in);
        }
        if (value == null && field.isNullable()) {
            // A blank time.
            return FieldValues.NULL;
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
     */
    private @Nullable Object value(JsonType type) throws IOException {
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
                Object wire = value(Values.item(type));
                return wire == null || wire == Values.MISMATCH ? Values.MISMATCH : ((EnumType<?>) type).create(wire);
            }
            case MODEL -> {
                return token == JsonToken.START_OBJECT ? model((ModelSchema<?>) type) : Values.MISMATCH;
            }
            case LIST -> {
                return token == JsonToken.START_ARRAY ? list(Values.item(type)) : Values.MISMATCH;
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

    private Object list(JsonType item) throws IOException {
        List<@Nullable Object> items = new ArrayList<>(USUAL_ITEMS);
        boolean mismatch = false;
        while (in.nextToken() != JsonToken.END_ARRAY) {
            Object value = mismatch ? Values.MISMATCH : value(item);
            if (isItem(item, value)) {
                items.add(value);
                if (recent == null && item.kind() == Kind.MODEL && items.size() == ITEMS_BEFORE_REUSE) {
                    recent = new RecentTexts();
                }
            } else {
                mismatch = true;
                in.skipChildren();
            }
        }
        return mismatch ? Values.MISMATCH : Values.unmodifiable(items);
    }

    private Object map(JsonType item) throws IOException {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        boolean mismatch = false;
        for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
            in.nextToken();
            Object value = mismatch ? Values.MISMATCH : value(item);
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
