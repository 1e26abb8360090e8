package org.telnyx4j.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes and follows JSON pointers. */
public final class Pointers {
    private Pointers() {}

    /** Returns the pointer to a member of what {@code parent} points to. */
    public static String child(String parent, String key) {
        return parent + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** Returns the pointer to an element of the array that {@code parent} points to. */
    public static String child(String parent, int index) {
        return parent + "/" + index;
    }

    /**
     * Follows a local reference such as {@code #/components/schemas/Name}.
     *
     * @param place where the reference stands
     * @throws SpecException if it leads out of the document or nowhere
     */
    public static JsonNode follow(JsonNode root, String ref, String place) {
        if (!ref.startsWith("#/")) {
            throw new SpecException(place, "the reference " + ref + " leads out of the document");
        }
        JsonNode node = root;
        for (String key : keys(ref)) {
            node = node.isArray() && key.matches("\\d{1,9}") ? node.path(Integer.parseInt(key)) : node.path(key);
        }
        if (node.isMissingNode()) {
            throw new SpecException(place, "the reference " + ref + " leads nowhere");
        }
        return node;
    }

    /** Returns the keys that a local reference leads through. */
    public static List<String> keys(String ref) {
        List<String> keys = new ArrayList<>();
        for (String part : ref.substring(2).split("/", -1)) {
            keys.add(percentDecoded(part).replace("~1", "/").replace("~0", "~"));
        }
        return keys;
    }

    /** Returns the pointer to the first node at or below {@code place} that is looked for. */
    public static Optional<String> find(JsonNode node, Predicate<JsonNode> wanted, String place) {
        if (wanted.test(node)) {
            return Optional.of(place);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                Optional<String> found = find(node.get(i), wanted, child(place, i));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return node.properties().stream()
                .flatMap(entry -> find(entry.getValue(), wanted, child(place, entry.getKey())).stream())
                .findFirst();
    }

    private static String percentDecoded(String part) {
        if (part.indexOf('%') < 0) {
            return part;
        }
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }
}
