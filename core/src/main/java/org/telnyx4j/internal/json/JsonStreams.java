package org.telnyx4j.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens streams of JSON: the one place that sets their limits. */
public final class JsonStreams {
    /** Responses and events are five deep. What is deeper than this costs more stack than it is worth. */
    public static final int DEEPEST = 100;

    /** Emoji as four bytes of UTF-8, not as twelve of escapes. Before 2.18 Jackson escapes all of them. */
    private static final Optional<JsonWriteFeature> FOUR_BYTES = Stream.of(JsonWriteFeature.values())
            .filter(feature -> feature.name().equals("COMBINE_UNICODE_SURROGATES_IN_UTF8"))
            .findAny();

    private static final JsonFactory FACTORY = factory();

    private JsonStreams() {}

    private static JsonFactory factory() {
        JsonFactoryBuilder builder = new JsonFactoryBuilder()
                // Field names from outside must not fill the JVM's table of interned strings.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
        FOUR_BYTES.ifPresent(builder::enable);
        return builder.build();
    }

    public static JsonParser parser(byte[] json, int offset) throws IOException {
        return parser(json, offset, json.length - offset);
    }

    public static JsonParser parser(byte[] json, int offset, int length) throws IOException {
        return FACTORY.createParser(json, offset, length);
    }

    public static JsonGenerator generator(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out);
    }

    /** Writes a string. Half a surrogate pair, which has no bytes in UTF-8, is escaped as it came. */
    public static void writeString(JsonGenerator out, String text) throws IOException {
        if (isWellFormed(text)) {
            out.writeString(text);
        } else {
            escape(out, true);
            out.writeString(text);
            escape(out, false);
        }
    }

    /** Writes a field's name, as {@link #writeString} does. */
    public static void writeName(JsonGenerator out, String name) throws IOException {
        if (isWellFormed(name)) {
            out.writeFieldName(name);
        } else {
            escape(out, true);
            out.writeFieldName(name);
            escape(out, false);
        }
    }

    private static void escape(JsonGenerator out, boolean surrogates) {
        FOUR_BYTES.ifPresent(feature -> out.configure(feature.mappedFeature(), !surrogates));
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
