package org.telnyx4j.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.json.JsonStreams;
import org.telnyx4j.internal.json.Times;

/** Writes models: what is set, in the table's order, then what the table does not know, in the order it came. */
final class ModelWriter {
    private static final int USUAL_SIZE = 512;

    private ModelWriter() {}

    static byte[] write(ModelState model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator out = JsonStreams.generator(bytes)) {
            writeModel(out, model);
        } catch (IOException e) {
            throw new UncheckedIOException("An array in memory can't be written to", e);
        }
        return bytes.toByteArray();
    }

    static byte[] writePlain(@Nullable Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator out = JsonStreams.generator(bytes)) {
            PlainJson.write(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException("An array in memory can't be written to", e);
        }
        return bytes.toByteArray();
    }

    private static void writeModel(JsonGenerator out, ModelState model) throws IOException {
        FieldTable table = model.schema().fields();
        @Nullable Object[] values = model.values();
        out.writeStartObject();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                Field field = table.field(i);
                out.writeFieldName(field.encodedName());
                if (value == FieldValues.NULL) {
                    out.writeNull();
                } else {
                    write(out, field.type(), value);
                }
            }
        }
        for (Map.Entry<String, @Nullable Object> other : model.additional().entrySet()) {
            JsonStreams.writeName(out, other.getKey());
            PlainJson.write(out, other.getValue());
        }
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, JsonType type, Object value) throws IOException {
        switch (type.kind()) {
            case TEXT -> JsonStreams.writeString(out, (String) value);
            case BOOL -> out.writeBoolean((Boolean) value);
            case INT32 -> out.writeNumber((Integer) value);
            case INT64 -> out.writeNumber((Long) value);
            case DECIMAL -> out.writeNumber((BigDecimal) value);
            case DATE_TIME -> out.writeString(Times.write((OffsetDateTime) value));
            case DATE -> out.writeString(value.toString());
            case SECONDS, MILLISECONDS, MINUTES -> out.writeNumber(Values.units(type, (Duration) value));
            case ANY -> PlainJson.write(out, value);
            case ENUM -> PlainJson.write(out, ((OpenEnum<?>) value).getValue());
            case MODEL -> writeModel(out, (ModelState) value);
            case LIST -> writeList(out, Values.item(type), (List<?>) value);
            case MAP -> writeMap(out, Values.item(type), (Map<?, ?>) value);
        }
    }

    private static void writeList(JsonGenerator out, JsonType item, List<?> items) throws IOException {
        out.writeStartArray();
        for (int i = 0; i < items.size(); i++) {
            writeItem(out, item, items.get(i));
        }
        out.writeEndArray();
    }

    private static void writeMap(JsonGenerator out, JsonType item, Map<?, ?> entries) throws IOException {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            JsonStreams.writeName(out, (String) entry.getKey());
            writeItem(out, item, entry.getValue());
        }
        out.writeEndObject();
    }

    private static void writeItem(JsonGenerator out, JsonType item, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeNull();
        } else {
            write(out, item, value);
        }
    }
}
