package org.telnyx4j.openapi.trim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telnyx4j.openapi.document.Extensions;
import org.telnyx4j.openapi.document.Pointers;
import org.telnyx4j.openapi.document.SpecException;

/**
 * What {@code trim.yaml} says: which operations and webhooks to keep and what to call them.
 *
 * @param title the title of our document
 * @param description what our document is
 * @param tags our tags with their descriptions, in order
 * @param operations the operations to keep, in order
 * @param webhooks upstream's webhook names to the Java-visible stem of each
 * @param schemaNames upstream's component names to ours; several may become one
 * @param inlineNames names for schemas that upstream writes in place, keyed {@code Owner.property}
 * @param enumNames names for enums, keyed {@code Owner.property} or {@code operationId.parameter}; several places may
 *     share one
 * @param inPlace upstream's components to write wherever they are used, so that they get no name
 * @param leftOut properties to leave out, keyed {@code UpstreamSchema.property}
 */
public record TrimPlan(
        String title,
        String description,
        Map<String, String> tags,
        List<Operation> operations,
        Map<String, String> webhooks,
        Map<String, String> schemaNames,
        Map<String, String> inlineNames,
        Map<String, String> enumNames,
        Set<String> inPlace,
        Set<String> leftOut) {

    private static final Set<String> SECTIONS =
            Set.of("info", "tags", "operations", "webhooks", "schemas", "inline", "enums", "inPlace", "leaveOut");
    private static final Set<String> OPERATION_KEYS = Set.of("id", "tag", "name", "request", "response");
    private static final Pattern KEY = Pattern.compile("(GET|POST|PUT|PATCH|DELETE) (/\\S*)");
    private static final Pattern JAVA_NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern OPERATION_ID = Pattern.compile("[a-z][A-Za-z0-9]*");

    /**
     * One operation to keep.
     *
     * @param method in lower case, as OpenAPI writes it
     * @param path with its placeholders
     * @param id our operation id
     * @param tag our tag
     * @param name what errors and spans call it
     * @param request the name of the request body's schema
     * @param response the name of the success response's schema
     */
    public record Operation(
            String method, String path, String id, String tag, String name, String request, String response) {
        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    /**
     * Reads the plan.
     *
     * @throws SpecException if a section, a key or a name isn't what it should be
     */
    public static TrimPlan of(ObjectNode document) {
        document.fieldNames().forEachRemaining(section -> {
            if (!SECTIONS.contains(section)) {
                throw new SpecException("trim.yaml#/" + section, "unknown section; known are " + sorted(SECTIONS));
            }
        });
        Map<String, String> tags = strings(document, "tags");
        return new TrimPlan(
                document.path("info").path("title").asText("Telnyx API"),
                document.path("info").path("description").asText(""),
                tags,
                operations(document.path("operations"), tags.keySet()),
                names(document, "webhooks"),
                names(document, "schemas"),
                inlineNames(document),
                placeNames(document, "enums"),
                texts(document, "inPlace"),
                leftOut(document.path("leaveOut")));
    }

    /** Returns the names of schemas that the plan gives, in whatever section. */
    public Set<String> givenNames() {
        Set<String> names = new HashSet<>(schemaNames.values());
        names.addAll(inlineNames.values());
        names.addAll(enumNames.values());
        operations.forEach(operation -> names.addAll(List.of(operation.request(), operation.response())));
        webhooks.values().forEach(stem -> names.add(stem + "Webhook"));
        return names;
    }

    /** Returns this plan without some operations and webhooks. */
    public TrimPlan without(List<Operation> lostOperations, List<String> lostWebhooks) {
        List<Operation> rest = new ArrayList<>(operations);
        rest.removeAll(lostOperations);
        Map<String, String> hooks = new LinkedHashMap<>(webhooks);
        hooks.keySet().removeAll(lostWebhooks);
        return new TrimPlan(
                title, description, tags, rest, hooks, schemaNames, inlineNames, enumNames, inPlace, leftOut);
    }

    /** Returns this plan with further names; what it says already stands. */
    public TrimPlan with(KeptNames pins) {
        Map<String, String> schemas = new LinkedHashMap<>(pins.schemas());
        schemas.putAll(schemaNames);
        Map<String, String> inline = new LinkedHashMap<>(pins.inline());
        inline.putAll(inlineNames);
        Map<String, String> enums = new LinkedHashMap<>(pins.enums());
        enums.putAll(enumNames);
        Set<String> written = new LinkedHashSet<>(inPlace);
        written.addAll(pins.inPlace());
        return new TrimPlan(title, description, tags, operations, webhooks, schemas, inline, enums, written, leftOut);
    }

    private static List<Operation> operations(JsonNode section, Set<String> tags) {
        List<Operation> operations = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        section.properties().forEach(entry -> {
            String place = Pointers.child("trim.yaml#/operations", entry.getKey());
            Matcher key = KEY.matcher(entry.getKey());
            if (!key.matches()) {
                throw new SpecException(place, "the key must read METHOD /path");
            }
            Operation operation = operation(key, entry.getValue(), place);
            if (!ids.add(operation.id())) {
                throw new SpecException(place, "the operation id " + operation.id() + " is given twice");
            }
            if (!tags.contains(operation.tag())) {
                throw new SpecException(place, "the tag " + operation.tag() + " isn't in the section tags");
            }
            operations.add(operation);
        });
        return List.copyOf(operations);
    }

    private static Operation operation(Matcher key, JsonNode value, String place) {
        String id = value.path("id").asText("");
        if (!OPERATION_ID.matcher(id).matches()) {
            throw new SpecException(place, "id must be a Java method name");
        }
        value.fieldNames().forEachRemaining(word -> {
            if (!OPERATION_KEYS.contains(word)) {
                throw new SpecException(place, "unknown key " + word + "; known are " + sorted(OPERATION_KEYS));
            }
        });
        String tag = value.path("tag").asText("");
        String name = value.path("name").asText(OperationNames.of(tag, id));
        if (!Extensions.isOperationName(name)) {
            throw new SpecException(place, "'" + name + "' isn't a name such as calls.hang_up");
        }
        String stem = Character.toUpperCase(id.charAt(0)) + id.substring(1);
        return new Operation(
                key.group(1).toLowerCase(Locale.ROOT),
                key.group(2),
                id,
                tag,
                name,
                javaName(value.path("request").asText(stem + "Request"), place),
                javaName(value.path("response").asText(stem + "Response"), place));
    }

    /** Returns the names that a webhook's inner objects get from its stem. */
    public static Map<String, String> webhookNames(String stem) {
        return Map.of(stem + "Webhook.data", stem + "Event", stem + "Event.payload", stem + "Payload");
    }

    /** Returns words as a Java class would be named: {@code call-control_Error} is {@code CallControlError}. */
    public static String pascal(String words) {
        StringBuilder name = new StringBuilder();
        for (String part : words.split("[^A-Za-z0-9]+", -1)) {
            if (!part.isEmpty()) {
                name.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
            }
        }
        return name.toString();
    }

    private static Map<String, String> inlineNames(ObjectNode document) {
        Map<String, String> names = new LinkedHashMap<>();
        names(document, "webhooks").values().forEach(stem -> names.putAll(webhookNames(stem)));
        names.putAll(placeNames(document, "inline"));
        return Collections.unmodifiableMap(names);
    }

    private static Map<String, String> placeNames(ObjectNode document, String section) {
        Map<String, String> names = names(document, section);
        names.keySet().forEach(place -> {
            if (place.indexOf('.') < 1) {
                throw new SpecException("trim.yaml#/" + section + "/" + place, "the key must read Schema.property");
            }
        });
        return names;
    }

    private static Map<String, String> names(ObjectNode document, String section) {
        Map<String, String> names = strings(document, section);
        names.forEach((key, name) -> javaName(name, Pointers.child("trim.yaml#/" + section, key)));
        return names;
    }

    private static String javaName(String name, String place) {
        if (!JAVA_NAME.matcher(name).matches()) {
            throw new SpecException(place, "'" + name + "' can't be the name of a Java class");
        }
        return name;
    }

    private static Map<String, String> strings(ObjectNode document, String section) {
        Map<String, String> strings = new LinkedHashMap<>();
        document.path(section).properties().forEach(entry -> {
            if (!entry.getValue().isTextual()) {
                throw new SpecException(
                        Pointers.child("trim.yaml#/" + section, entry.getKey()), "a string is expected here");
            }
            strings.put(entry.getKey(), entry.getValue().textValue());
        });
        return Collections.unmodifiableMap(strings);
    }

    private static Set<String> texts(ObjectNode document, String section) {
        Set<String> texts = new LinkedHashSet<>();
        document.path(section).forEach(entry -> texts.add(entry.asText("")));
        return Collections.unmodifiableSet(texts);
    }

    private static Set<String> leftOut(JsonNode section) {
        Set<String> leftOut = new LinkedHashSet<>();
        section.forEach(entry -> {
            if (!entry.asText("").matches("[^.]+\\..+")) {
                throw new SpecException("trim.yaml#/leaveOut", "an entry must read Schema.property");
            }
            leftOut.add(entry.textValue());
        });
        return Collections.unmodifiableSet(leftOut);
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
