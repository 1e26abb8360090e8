package org.telnyx4j.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;

/** Opens streams of JSON: the one place that sets their limits. */
public final class JsonStreams {
    /** Responses and events are five deep. What is deeper than this costs more stack than it is worth. */
    public static final int DEEPEST = 100;

    private static final JsonGenerator.Feature FOUR_BYTES =
            JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8.mappedFeature();

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Field names from outside must not fill the JVM's table of interned strings.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // Emoji as four bytes of UTF-8, not as twelve of escapes.
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private JsonStreams() {}

    public static JsonParser parser(byte[] json, int offset) throws IOException {
        return FACTORY.createParser(json, offset, json.length - offset);
    }

    public static JsonGenerator generator(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out);
    }

    /** Writes a string. Half a surrogate pair, which has no bytes in UTF-8, is escaped as it came. */
    public static void writeString(JsonGenerator out, String text) throws IOException {
        if (isWellFormed(text)) {
            out.writeString(text);
        } else {
            out.disable(FOUR_BYTES).writeString(text);
            out.enable(FOUR_BYTES);
        }
    }

    /** Writes a field's name, as {@link #writeString} does. */
    public static void writeName(JsonGenerator out, String name) throws IOException {
        if (isWellFormed(name)) {
            out.writeFieldName(name);
        } else {
            out.disable(FOUR_BYTES).writeFieldName(name);
            out.enable(FOUR_BYTES);
        }
    }

    /** Returns whether every half of a surrogate pair has its other half. */
    public static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
