package org.telnyx4j.openapi.trim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;

/**
 * Names that keep a Java class what it was called although upstream calls its schema something else
 * now, or writes it elsewhere. They are found by place: what stands where the committed specification
 * has {@code MessageCost}, and has a new name, is {@code MessageCost}.
 *
 * @param schemas as in the plan's section of that name
 * @param inline as in the plan's section of that name
 * @param enums as in the plan's section of that name
 * @param inPlace as in the plan's section of that name
 */
public record KeptNames(
        Map<String, String> schemas, Map<String, String> inline, Map<String, String> enums, Set<String> inPlace) {
    public static final KeptNames NONE = new KeptNames(Map.of(), Map.of(), Map.of(), Set.of());

    public boolean isEmpty() {
        return schemas.isEmpty() && inline.isEmpty() && enums.isEmpty() && inPlace.isEmpty();
    }

    /** Returns these pins and others. */
    public KeptNames and(KeptNames others) {
        Map<String, String> allSchemas = new TreeMap<>(schemas);
        allSchemas.putAll(others.schemas);
        Map<String, String> allInline = new TreeMap<>(inline);
        allInline.putAll(others.inline);
        Map<String, String> allEnums = new TreeMap<>(enums);
        allEnums.putAll(others.enums);
        Set<String> allInPlace = new TreeSet<>(inPlace);
        allInPlace.addAll(others.inPlace);
        return new KeptNames(allSchemas, allInline, allEnums, allInPlace);
    }

    /** Returns a line for each, to be copied into {@code trim.yaml}. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        schemas.forEach((theirs, ours) -> lines.add("upstream's schema " + theirs + " stands where ours is " + ours
                + ", and stays it. To settle it, add to" + " trim.yaml, schemas:  " + theirs + ": " + ours));
        inline.forEach((place, ours) -> lines.add("what upstream writes in place at " + place + " stands where ours is "
                + ours + ", and stays it. To settle it, add to trim.yaml, inline:  " + place + ": " + ours));
        enums.forEach((place, ours) -> lines.add("the enum that upstream writes in place at " + place + " stands where"
                + " ours is " + ours + ", and stays it. To settle it, add to trim.yaml, enums:  " + place + ": "
                + ours));
        inPlace.forEach(theirs -> lines.add("upstream's enum " + theirs + " stands where ours belongs to its class,"
                + " and stays there. To settle it, add to trim.yaml, inPlace:  - " + theirs));
        return lines;
    }

    /**
     * Where the schemas of a document come from.
     *
     * @param components our names with upstream's
     * @param places our names with the place of the object that got the name
     */
    public record Origins(Map<String, String> components, Map<String, String> places) {}

    /**
     * Finds names of {@code made} that have another name at the same place of {@code committed}.
     *
     * @param origins where the schemas of {@code made} come from
     * @param given names that the plan gives: what has one was named on purpose
     * @param vacant names that the plan gives to a schema which upstream no longer has; another may
     *     have them, even if some schema still does
     */
    public static KeptNames find(
            ObjectNode committed, SpecDocument made, Origins origins, Set<String> given, Set<String> vacant) {
        Walk walk = new Walk(new SpecDocument(committed.deepCopy()), made);
        Map<String, Set<String>> pairs = walk.pairs();
        Map<String, String> enums = new TreeMap<>(walk.enums);
        Set<String> inPlace = new TreeSet<>();
        walk.nested.forEach(name -> {
            if (!given.contains(name) && origins.components().containsKey(name) && !walk.shared(name)) {
                inPlace.add(origins.components().get(name));
            }
        });
        Map<String, String> schemas = new TreeMap<>();
        Map<String, String> inline = new TreeMap<>();
        JsonNode before = committed.path("components").path("schemas");
        pairs.forEach((name, oldNames) -> {
            String old = oldNames.iterator().next();
            if (given.contains(name)
                    || oldNames.size() > 1
                    || before.has(name)
                    || (made.schemas().has(old) && !vacant.contains(old))) {
                return;
            }
            if (origins.components().containsKey(name)) {
                schemas.put(origins.components().get(name), old);
            } else if (origins.places().containsKey(name)) {
                inline.put(origins.places().get(name), old);
            }
        });
        return new KeptNames(schemas, inline, enums, inPlace);
    }

    /** Walks two documents side by side, and notes where their names differ. */
    private static final class Walk {
        private final SpecDocument before;
        private final SpecDocument after;
        private final Map<String, Set<String>> pairs = new TreeMap<>();
        private final Set<String> seen = new HashSet<>();

        /** Enums that are components before and in place after: the place with the component. */
        private final Map<String, String> enums = new TreeMap<>();

        /** Components after that are enums in place before. */
        private final Set<String> nested = new TreeSet<>();

        Walk(SpecDocument before, SpecDocument after) {
            this.before = before;
            this.after = after;
        }

        Map<String, Set<String>> pairs() {
            Map<String, JsonNode> old = byId(before);
            byId(after).forEach((id, operation) -> {
                JsonNode was = old.getOrDefault(id, operation);
                both(was, operation, "");
                parameters(was, operation, id);
            });
            both(
                    before.root().path("components").path("responses"),
                    after.root().path("components").path("responses"),
                    "");
            return pairs;
        }

        private void parameters(JsonNode old, JsonNode now, String id) {
            for (JsonNode parameter : now.path("parameters")) {
                for (JsonNode was : old.path("parameters")) {
                    if (was.path("name").equals(parameter.path("name"))
                            && was.path("in").equals(parameter.path("in"))) {
                        both(
                                was.path("schema"),
                                parameter.path("schema"),
                                id + "." + parameter.path("name").asText());
                    }
                }
            }
        }

        boolean shared(String name) {
            return before.schemas().has(name);
        }

        private static Map<String, JsonNode> byId(SpecDocument document) {
            Map<String, JsonNode> byId = new TreeMap<>();
            document.operations()
                    .forEach(it -> byId.put(it.node().path("operationId").asText(), it.node()));
            document.webhooks().forEach(it -> byId.put("webhook " + it.path(), it.node()));
            return byId;
        }

        private void both(JsonNode old, JsonNode now, String place) {
            if (old.isMissingNode()) {
                return;
            }
            String oldName = SpecDocument.refName(old);
            String name = SpecDocument.refName(now);
            if (!oldName.isEmpty() && !name.isEmpty()) {
                if (!oldName.equals(name)) {
                    pairs.computeIfAbsent(name, key -> new HashSet<>()).add(oldName);
                }
                if (seen.add(oldName + " " + name)) {
                    both(before.schemas().path(oldName), after.schemas().path(name), name);
                }
                return;
            }
            if (Schemas.isNullableRef(old) || Schemas.isNullableRef(now)) {
                both(plain(old), plain(now), place);
                return;
            }
            if (name.isEmpty()
                    && now.has("enum")
                    && before.schemas().path(oldName).has("enum")) {
                enums.put(place, oldName);
            } else if (oldName.isEmpty()
                    && old.has("enum")
                    && after.schemas().path(name).has("enum")) {
                nested.add(name);
            }
            now.properties()
                    .forEach(entry -> both(old.path(entry.getKey()), entry.getValue(), place(place, entry.getKey())));
        }

        // Where something stands within its component or operation; its items stand where the list does.
        private static String place(String owner, String key) {
            boolean structure =
                    Set.of("properties", "items", "additionalProperties").contains(key);
            return structure || owner.isEmpty() || owner.indexOf('.') >= 0 ? owner : owner + "." + key;
        }

        private static JsonNode plain(JsonNode schema) {
            return Schemas.isNullableRef(schema) ? schema.path("anyOf").get(0) : schema;
        }
    }
}
