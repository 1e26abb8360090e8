package org.telnyx4j.internal.errors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.TelnyxError;
import org.telnyx4j.internal.json.JsonStreams;

/**
 * Reads the errors out of the body of an error response, whatever it holds: HTML, nothing, half a document, values of
 * the wrong type, nesting without end. What was read before the first fault is kept; nothing is ever thrown. Token by
 * token, so that nesting costs no stack and a fault at the end costs nothing of the start.
 */
final class ErrorBody {
    /** An error response has a few hundred bytes. What is behind these is not looked at. */
    private static final int LONGEST_BODY = 1 << 20;

    private static final int MOST_ERRORS = 100;
    private static final int LONGEST_TEXT = 10_000;
    private static final int DEEPEST_META = 16;
    private static final int MOST_META_VALUES = 1_000;

    private final JsonParser parser;
    private final List<TelnyxError> errors = new ArrayList<>();
    private int metaValues;

    private ErrorBody(JsonParser parser) {
        this.parser = parser;
    }

    static List<TelnyxError> parse(byte[] body) {
        List<TelnyxError> found = List.of();
        try (JsonParser parser = JsonStreams.parser(body, 0, Math.min(body.length, LONGEST_BODY))) {
            ErrorBody reader = new ErrorBody(parser);
            found = reader.errors;
            reader.readDocument();
        } catch (IOException | RuntimeException e) {
            // What was found up to here is all that can be known.
            return List.copyOf(found);
        }
        return List.copyOf(found);
    }

    private void readDocument() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        OpenError bare = new OpenError();
        try {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (!name.equals("errors")) {
                    readField(bare, name, token);
                } else if (token == JsonToken.START_ARRAY) {
                    readErrors();
                } else {
                    readError(token);
                }
            }
        } finally {
            // Some operations, cancelling a message among them, respond with one error without the list around it.
            if (errors.isEmpty() && bare.code != null) {
                bare.addTo(errors);
            }
        }
    }

    private void readErrors() throws IOException {
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            if (errors.size() >= MOST_ERRORS) {
                parser.skipChildren();
            } else {
                readError(token);
            }
        }
    }

    private void readError(JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            OpenError error = new OpenError();
            try {
                readFields(error);
            } finally {
                // Also when the body breaks off here: a code without its detail is worth having.
                error.addTo(errors);
            }
        } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            errors.add(new TelnyxError(null, null, text(), null, null, Map.of()));
        } else {
            parser.skipChildren();
        }
    }

    private void readFields(OpenError error) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            readField(error, name, parser.nextToken());
        }
    }

    private void readField(OpenError error, String name, JsonToken token) throws IOException {
        switch (name) {
            case "code" -> error.code = scalar(token);
            case "title" -> error.title = scalar(token);
            case "detail" -> error.detail = scalar(token);
            case "source" -> readSource(error, token);
            case "meta" -> {
                if (token == JsonToken.START_OBJECT) {
                    readMeta(error.meta, 0);
                } else {
                    parser.skipChildren();
                }
            }
            default -> parser.skipChildren();
        }
    }

    private void readSource(OpenError error, JsonToken start) throws IOException {
        if (start != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (name) {
                case "pointer" -> error.pointer = scalar(token);
                case "parameter" -> error.parameter = scalar(token);
                default -> parser.skipChildren();
            }
        }
    }

    private void readMeta(Map<String, Object> into, int depth) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            Object value = metaValue(parser.nextToken(), depth + 1);
            if (value != null) {
                into.put(name, value);
            }
        }
    }

    private @Nullable Object metaValue(JsonToken token, int depth) throws IOException {
        if (depth > DEEPEST_META || ++metaValues > MOST_META_VALUES) {
            parser.skipChildren();
            return null;
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                readMeta(map, depth);
                yield map;
            }
            case START_ARRAY -> readMetaList(depth);
            case VALUE_STRING -> text();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? parser.getBigIntegerValue()
                        : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            default -> null;
        };
    }

    private List<Object> readMetaList(int depth) throws IOException {
        List<Object> values = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            Object value = metaValue(token, depth + 1);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** A number or a boolean where text is due is taken as it is written; null, a list or an object is nothing. */
    private @Nullable String scalar(JsonToken token) throws IOException {
        if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            return text();
        }
        parser.skipChildren();
        return null;
    }

    private String text() throws IOException {
        String text = parser.getText();
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    /** An error that is still being read. */
    private static final class OpenError {
        private @Nullable String code;
        private @Nullable String title;
        private @Nullable String detail;
        private @Nullable String pointer;
        private @Nullable String parameter;
        private final Map<String, Object> meta = new LinkedHashMap<>();

        void addTo(List<TelnyxError> errors) {
            boolean saysNothing = code == null
                    && title == null
                    && detail == null
                    && pointer == null
                    && parameter == null
                    && meta.isEmpty();
            if (!saysNothing) {
                errors.add(new TelnyxError(code, title, detail, pointer, parameter, meta));
            }
        }
    }
}
