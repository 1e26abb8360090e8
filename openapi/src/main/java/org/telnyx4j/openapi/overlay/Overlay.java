package org.telnyx4j.openapi.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.telnyx4j.openapi.document.Extensions;
import org.telnyx4j.openapi.document.Pointers;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecException;

/**
 * Applies an OpenAPI Overlay 1.0 document: a list of actions, each with a JSONPath target and an
 * update or a removal.
 *
 * <p>An update merges into objects and appends to arrays. An action whose target matches nothing
 * changes nothing, and is listed: an edition that lacks what we describe must not hold up an update.
 *
 * <p>An action with {@code x-ahead: true} states facts that are newer than the edition. It adds only what the document
 * lacks; once there is no fact left for it to add, it is listed as one to delete. Its words still apply until then.
 */
public final class Overlay {
    private static final Configuration VALUES = Configuration.builder()
            .jsonProvider(new JacksonJsonNodeJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .build();
    private static final Configuration PATHS = VALUES.addOptions(Option.AS_PATH_LIST);

    private static final Pattern SEVERAL_AT_THE_END = Pattern.compile("'\\s*,\\s*'[^\\]]*]\\s*$");

    /** Marks an action as newer than the edition. */
    private static final String AHEAD = "x-ahead";

    private final String name;
    private final ObjectNode overlay;

    /**
     * Wraps an overlay.
     *
     * @param name the file's name, for error messages
     * @throws SpecException if it isn't an Overlay 1.0 document
     */
    public Overlay(String name, ObjectNode overlay) {
        this.name = name;
        this.overlay = overlay;
        if (!overlay.path("overlay").asText().matches("1\\.0\\.\\d+")) {
            throw new SpecException(name + "#/overlay", "Overlay 1.0 is expected");
        }
        if (!overlay.path("actions").isArray()) {
            throw new SpecException(name + "#/actions", "a list is expected here");
        }
    }

    /**
     * What came of an overlay.
     *
     * @param unused a line for each action whose target matches nothing, or that the edition has made needless: what it
     *     was written for is gone, was never there, or is there now
     * @param ahead a line for each action that is ahead of the edition, with what it adds
     */
    public record Applied(List<String> unused, List<String> ahead) {}

    /**
     * Applies all actions in their order.
     *
     * @throws SpecException if a target can't be updated that way
     */
    public Applied applyTo(ObjectNode document) {
        List<String> unused = new ArrayList<>();
        List<String> aheads = new ArrayList<>();
        JsonNode actions = overlay.path("actions");
        for (int i = 0; i < actions.size(); i++) {
            JsonNode action = actions.get(i);
            String place = name + Pointers.child("#/actions", i);
            String target = action.path("target").asText().strip();
            if (action.path(AHEAD).asBoolean()) {
                List<String> matches = matches(target, document, place);
                Set<String> added = ahead(action, matches, document, place);
                if (!added.isEmpty()) {
                    aheads.add("overlay/" + name + ": " + target + ": " + String.join(", ", added));
                } else if (matches.isEmpty()) {
                    unused.add("overlay/" + name + ": nothing matches " + target);
                } else {
                    unused.add("overlay/" + name + ": the edition has it by now; move its words to another overlay, and"
                            + " delete the action for " + target);
                }
            } else if (!apply(action, document, place)) {
                unused.add("overlay/" + name + ": nothing matches " + target);
            }
        }
        return new Applied(unused, aheads);
    }

    private static Set<String> ahead(JsonNode action, List<String> matches, ObjectNode document, String place) {
        Set<String> added = new LinkedHashSet<>();
        for (String match : matches) {
            JsonNode node = JsonPath.using(VALUES).parse(document).read(match);
            if (!(node instanceof ObjectNode object && action.path("update") instanceof ObjectNode changes)) {
                throw new SpecException(place, "what is ahead of the edition is an object that updates an object");
            }
            addMissing(object, changes, added);
        }
        return added;
    }

    private static void addMissing(ObjectNode object, ObjectNode changes, Set<String> added) {
        for (Map.Entry<String, JsonNode> entry : changes.properties()) {
            JsonNode before = object.path(entry.getKey());
            if (before.isMissingNode()) {
                object.set(entry.getKey(), entry.getValue().deepCopy());
                added.add(entry.getKey());
            } else if (before instanceof ArrayNode array && entry.getValue().isArray()) {
                for (JsonNode value : entry.getValue()) {
                    if (!Schemas.contains(array, value)) {
                        array.add(value.deepCopy());
                        added.add(value.asText());
                    }
                }
            } else if (before instanceof ObjectNode inner && entry.getValue() instanceof ObjectNode more) {
                if (entry.getKey().equals("properties")) {
                    addMissing(inner, more, added);
                } else {
                    addWords(inner, more);
                }
            }
        }
    }

    // The facts are the edition's then, and the words are still ours, as is what we know beyond the facts.
    private static void addWords(ObjectNode schema, ObjectNode words) {
        boolean sameType = schema.path("type").equals(words.path("type"));
        for (Map.Entry<String, JsonNode> entry : words.properties()) {
            String key = entry.getKey();
            boolean ours = key.equals("description") || (Extensions.isExtension(key) && sameType);
            if (ours && !schema.has(key)) {
                schema.set(key, entry.getValue().deepCopy());
            } else if (key.equals("properties") && schema.path(key) instanceof ObjectNode properties) {
                entry.getValue().properties().forEach(property -> {
                    if (properties.path(property.getKey()) instanceof ObjectNode known
                            && property.getValue() instanceof ObjectNode more) {
                        addWords(known, more);
                    }
                });
            }
        }
    }

    private static boolean apply(JsonNode action, ObjectNode document, String place) {
        String target = action.path("target").asText();
        List<String> matches = matches(target, document, place);
        if (action.path("remove").asBoolean()) {
            // Backwards, so that an array's later elements go first and the earlier ones keep their place.
            for (int i = matches.size() - 1; i >= 0; i--) {
                JsonPath.using(VALUES).parse(document).delete(matches.get(i));
            }
            return !matches.isEmpty();
        }
        if (!action.has("update")) {
            throw new SpecException(place, "an action needs update, or remove: true");
        }
        for (String match : matches) {
            JsonNode node = JsonPath.using(VALUES).parse(document).read(match);
            update(node, action.path("update"), place);
        }
        return !matches.isEmpty();
    }

    private static List<String> matches(String target, ObjectNode document, String place) {
        // What such a path reads is a copy, in which a change is lost.
        if (SEVERAL_AT_THE_END.matcher(target).find()) {
            throw new SpecException(
                    place, "the target " + target + " ends in several names; end it in one, such as .properties");
        }
        try {
            JsonNode paths = JsonPath.using(PATHS).parse(document).read(target);
            List<String> matches = new ArrayList<>();
            paths.forEach(path -> matches.add(path.asText()));
            return matches;
        } catch (PathNotFoundException e) {
            return List.of();
        } catch (InvalidPathException | IllegalArgumentException e) {
            throw new SpecException(place, "the target " + target + " isn't a JSONPath");
        }
    }

    private static void update(JsonNode node, JsonNode update, String place) {
        if (node instanceof ObjectNode object && update instanceof ObjectNode changes) {
            merge(object, changes);
        } else if (node instanceof ArrayNode array) {
            array.add(update.deepCopy());
        } else {
            throw new SpecException(place, "an object can only be updated by an object, and a plain value not at all");
        }
    }

    private static void merge(ObjectNode object, ObjectNode changes) {
        changes.properties().forEach(entry -> {
            JsonNode before = object.path(entry.getKey());
            JsonNode change = entry.getValue();
            if (before instanceof ObjectNode inner && change instanceof ObjectNode innerChanges) {
                merge(inner, innerChanges);
            } else if (before instanceof ArrayNode array && change.isArray()) {
                change.forEach(element -> array.add(element.deepCopy()));
            } else {
                object.set(entry.getKey(), change.deepCopy());
            }
        });
    }
}
