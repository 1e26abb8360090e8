package org.telnyx4j.openapi.trim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.telnyx4j.openapi.document.Pointers;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecException;

/**
 * Writes upstream's references in one way: without percent encoding, to components whose names need none, and no
 * path item by reference.
 */
public final class References {
    private static final String SCHEMAS = "#/components/schemas/";

    private References() {}

    /** Rewrites the document in place. */
    public static void unify(ObjectNode upstream) {
        Map<String, String> renamed =
                renameComponents(upstream.path("components").path("schemas"));
        rewrite(upstream, renamed);
        for (String section : List.of("paths", "webhooks", "x-webhooks")) {
            if (upstream.path(section) instanceof ObjectNode items) {
                Schemas.fieldNames(items).forEach(name -> inlineItem(upstream, items, name));
            }
        }
    }

    private static Map<String, String> renameComponents(JsonNode schemas) {
        Map<String, String> renamed = new HashMap<>();
        for (String name : Schemas.fieldNames(schemas)) {
            String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
            if (!plain.equals(name) && !schemas.has(plain) && schemas instanceof ObjectNode map) {
                map.set(plain, map.remove(name));
                renamed.put(name, plain);
            }
        }
        return renamed;
    }

    private static void rewrite(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
            String ref = object.path("$ref").textValue();
            if (ref.startsWith("#/") && (ref.indexOf('%') >= 0 || ref.indexOf('~') >= 0 || !renamed.isEmpty())) {
                object.put("$ref", plain(ref, renamed));
            }
        }
        node.forEach(child -> rewrite(child, renamed));
    }

    private static String plain(String ref, Map<String, String> renamed) {
        List<String> keys = Pointers.keys(ref);
        if (keys.size() >= 3 && ref.startsWith(SCHEMAS)) {
            keys.set(2, renamed.getOrDefault(keys.get(2), keys.get(2)));
        }
        String pointer = "#";
        for (String key : keys) {
            pointer = Pointers.child(pointer, key);
        }
        return pointer;
    }

    // Several items may refer to one, and each gets a copy: what a later step changes in one is its own.
    private static void inlineItem(ObjectNode upstream, ObjectNode items, String name) {
        List<String> seen = new ArrayList<>();
        while (items.path(name) instanceof ObjectNode item && item.path("$ref").isTextual()) {
            String ref = item.path("$ref").textValue();
            if (seen.contains(ref)) {
                throw new SpecException(
                        Pointers.child("/paths", name), "the reference " + ref + " leads back to itself");
            }
            seen.add(ref);
            JsonNode target;
            try {
                target = Pointers.follow(upstream, ref, "");
            } catch (SpecException e) {
                // Told with its place where the item is needed.
                return;
            }
            if (!(target.deepCopy() instanceof ObjectNode copy)) {
                return;
            }
            item.remove("$ref");
            copy.setAll(item);
            items.set(name, copy);
        }
    }
}
