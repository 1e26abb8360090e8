package org.telnyx4j.openapi.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads a YAML or JSON document into a tree.
 *
 * <p>A syntax error, a key that stands twice in one map and a top level that isn't a map end in a
 * {@link SpecException} with file, line and column. YAML anchors are resolved.
 */
public final class DocumentReader {
    /** Telnyx's document has 4 MB; more than this is something else, and would fill the memory. */
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    /** Keeps a document whose aliases multiply ("billion laughs") from filling the memory. */
    private static final int MAX_ALIASED_NODES = 1_000_000;

    private static final Pattern JSON = Pattern.compile("\\s*\\{\\s*[\"}]");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String name;
    private final Map<String, JsonNode> anchors = new HashMap<>();
    private int aliasedNodes;

    private DocumentReader(String name) {
        this.name = name;
    }

    /**
     * Reads a file.
     *
     * @throws SpecException if it can't be read or isn't a map in well-formed YAML or JSON
     */
    public static ObjectNode read(Path file) {
        return read(String.valueOf(file.getFileName()), bytes(file));
    }

    /**
     * Reads a file's bytes.
     *
     * @throws SpecException if it can't be read, or is too large to be what we expect
     */
    public static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new SpecException(
                        file.toString(), "has " + Files.size(file) / 1024 / 1024 + " MB; more than 64 MB are not read");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new SpecException(
                    file.toString(), "can't be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /**
     * Reads a document that is already in memory.
     *
     * @param name what to call the document in an error message
     * @param bytes the document, in UTF-8
     * @throws SpecException if it isn't a map in well-formed YAML or JSON
     */
    public static ObjectNode read(String name, byte[] bytes) {
        String text = text(bytes);
        try (JsonParser parser = factory(text).createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new SpecException(name, "the top level must be a map");
            }
            DocumentReader reader = new DocumentReader(name);
            JsonNode root = reader.value(parser);
            if (parser.nextToken() != null) {
                throw new SpecException(reader.place(parser.currentTokenLocation()), "more than one document");
            }
            return (ObjectNode) root;
        } catch (JsonProcessingException e) {
            throw new SpecException(new DocumentReader(name).place(e.getLocation()), firstLine(e));
        } catch (IOException e) {
            throw new SpecException(name, firstLine(e));
        }
    }

    /**
     * Finds the line on which something stands, for a message.
     *
     * @param bytes a document that has been read already
     * @param pointer a JSON pointer
     * @return the number of the line, or 0 if nothing stands there
     */
    public static int line(byte[] bytes, String pointer) {
        String text = text(bytes);
        try (JsonParser parser = factory(text).createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() != JsonToken.END_OBJECT
                        && parser.currentToken() != JsonToken.END_ARRAY
                        && parser.getParsingContext().pathAsPointer().toString().equals(pointer)) {
                    return parser.currentTokenLocation().getLineNr();
                }
            }
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }

    // A byte-order mark says nothing in UTF-8, and JSON admits none.
    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static JsonFactory factory(String text) {
        // A map in YAML's own flow style starts with a brace too, but rarely with a quoted key.
        if (JSON.matcher(text).lookingAt()) {
            return JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();
        }
        LoaderOptions options = new LoaderOptions();
        // The parser's own limit is 3 MB.
        options.setCodePointLimit(MAX_BYTES);
        return YAMLFactory.builder()
                .loaderOptions(options)
                // YAML 1.1's booleans: Norway is a value of some enums.
                .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    private JsonNode value(JsonParser parser) throws IOException {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            return aliased(parser);
        }
        String anchor = anchor(parser);
        JsonNode node = switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            default -> scalar(parser);
        };
        if (anchor != null) {
            anchors.put(anchor, node);
        }
        return node;
    }

    private static @Nullable String anchor(JsonParser parser) throws IOException {
        return parser.canReadObjectId() && parser.getObjectId() instanceof String id ? id : null;
    }

    private JsonNode aliased(JsonParser parser) throws IOException {
        String alias = parser.getText();
        JsonNode target = anchors.get(alias);
        if (target == null) {
            throw new SpecException(place(parser.currentTokenLocation()), "the alias *" + alias + " has no anchor");
        }
        aliasedNodes += size(target);
        if (aliasedNodes > MAX_ALIASED_NODES) {
            throw new SpecException(place(parser.currentTokenLocation()), "aliases multiply without end");
        }
        return target.deepCopy();
    }

    private static int size(JsonNode node) {
        int size = 1;
        for (JsonNode child : node) {
            size += size(child);
        }
        return size;
    }

    private ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            if (field.equals("<<") && parser instanceof YAMLParser) {
                throw new SpecException(place(parser.currentTokenLocation()), "merge keys (<<) aren't supported");
            }
            parser.nextToken();
            object.set(field, value(parser));
        }
        return object;
    }

    private ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private JsonNode scalar(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_STRING -> NODES.textNode(parser.getText());
            default -> throw new SpecException(place(parser.currentTokenLocation()), "a value is missing");
        };
    }

    private String place(@Nullable JsonLocation location) {
        return location == null ? name : name + ":" + location.getLineNr() + ":" + location.getColumnNr();
    }

    private static String firstLine(Exception e) {
        String message = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
