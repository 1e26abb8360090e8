package org.telnyx4j.openapi.trim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.openapi.document.Extensions;
import org.telnyx4j.openapi.document.Pointers;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;
import org.telnyx4j.openapi.document.SpecException;
import org.telnyx4j.openapi.document.Webhooks;

/**
 * Takes out of the upstream document what the plan keeps, under our names, as facts without prose.
 *
 * <p>References to parameters, bodies and responses are resolved on the way; schemas stay
 * components. Where the plan gives several upstream schemas one name, the result has that name for
 * all of them as alternatives, which a later step makes one.
 */
public final class Trimmer {
    /** The name of the schema of every error body. */
    public static final String ERROR = "ErrorResponse";

    /** The name of what an error body lists. */
    private static final String ERROR_ITEM = "ApiError";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SCHEMAS = "#/components/schemas/";

    private final ObjectNode upstream;
    private final TrimPlan plan;
    private final SpecDocument result;

    /** Upstream's component names to ours, as far as they are settled. */
    private final Map<String, String> names = new HashMap<>();

    /** Schemas by our name; a name with several schemas gets them as alternatives. */
    private final Map<String, List<ObjectNode>> components = new TreeMap<>();

    private final Deque<String> toCopy = new ArrayDeque<>();
    private final Map<String, String> copied = new LinkedHashMap<>();
    private final Map<String, String> keptIds = new HashMap<>();
    private final Deque<String> inlining = new ArrayDeque<>();

    /** The names of ours that no plan gives, with the component of upstream's that got each. */
    private final Map<String, String> madeUp = new HashMap<>();

    /** Error schemas that the plan doesn't name, and what lists of errors hold that it doesn't name. */
    private final Set<String> foreignErrors = new TreeSet<>();

    private final Set<String> errorItems = new TreeSet<>();

    private Trimmer(ObjectNode upstream, TrimPlan plan) {
        this.upstream = upstream;
        this.plan = plan;
        this.result = new SpecDocument(NODES.objectNode());
        names.putAll(plan.schemaNames());
    }

    /**
     * Trims.
     *
     * @throws SpecException if upstream lacks what the plan keeps, or isn't built as OpenAPI says
     */
    public static SpecDocument trim(ObjectNode upstream, TrimPlan plan) {
        return new Trimmer(upstream, plan).trim();
    }

    /**
     * Trims, and says which of upstream's components each of ours was made of.
     *
     * @param origins gets our names with upstream's
     * @param errors gets a line for each error schema that the plan doesn't name
     * @throws SpecException if upstream lacks what the plan keeps, or isn't built as OpenAPI says
     */
    public static SpecDocument trim(
            ObjectNode upstream, TrimPlan plan, Map<String, String> origins, List<String> errors) {
        Trimmer trimmer = new Trimmer(upstream, plan);
        SpecDocument document = trimmer.trim();
        trimmer.copied.keySet().forEach(theirs -> origins.putIfAbsent(trimmer.ourName(theirs), theirs));
        errors.addAll(trimmer.errorLines());
        return document;
    }

    private SpecDocument trim() {
        settleNames();
        plan.operations().forEach(this::keep);
        plan.webhooks().forEach(this::keepWebhook);
        for (String name = toCopy.poll(); name != null; name = toCopy.poll()) {
            ObjectNode schema = facts(
                    new Siblings(upstream.path("components").path("schemas"), this::ourName).expanded(name),
                    SCHEMAS.substring(1) + name,
                    name);
            refuseCollision(name, schema);
            addComponent(ourName(name), schema);
        }
        components.forEach((name, schemas) -> result.schemas().set(name, alternatives(schemas)));
        return result;
    }

    // Schemas may share a name if the plan says so, or if nothing tells them apart.
    private void refuseCollision(String theirs, ObjectNode schema) {
        String ours = ourName(theirs);
        List<ObjectNode> others = components.getOrDefault(ours, List.of());
        if (others.isEmpty() || others.contains(schema)) {
            return;
        }
        String other = madeUp.get(ours);
        if (other != null) {
            String second = theirs.equals(other) ? "another schema" : theirs;
            throw new SpecException(
                    Pointers.child("/components/schemas", other),
                    "this schema and " + second + " would both be called " + ours
                            + "; name one of them in trim.yaml, schemas:  " + other + ": Other" + ours);
        }
    }

    private static ObjectNode alternatives(List<ObjectNode> schemas) {
        if (schemas.size() == 1) {
            return schemas.get(0);
        }
        ObjectNode schema = NODES.objectNode();
        schema.putArray("oneOf").addAll(schemas);
        return schema;
    }

    // The name of a body's own schema must be known before anything refers to it.
    private void settleNames() {
        for (TrimPlan.Operation operation : plan.operations()) {
            JsonNode node = upstreamOperation(operation);
            String place = Pointers.child(Pointers.child("/paths", operation.path()), operation.method());
            settle(requestSchema(node, place), operation.request(), place);
            Response success = success(node, place);
            if (success != null) {
                settle(success.schema(), operation.response(), place);
            }
        }
        plan.webhooks().forEach((name, stem) -> {
            String place = Pointers.child("/webhooks", name);
            JsonNode root = webhookSchema(name, place);
            settle(root, stem + "Webhook", place);
            JsonNode data = resolve(root, place).path("properties").path("data");
            settle(data, stem + "Event", place);
        });
    }

    private void settle(@Nullable JsonNode schema, String name, String place) {
        String upstreamName = schema == null ? "" : SpecDocument.refName(schema);
        if (upstreamName.isEmpty()) {
            return;
        }
        String before = names.putIfAbsent(upstreamName, name);
        if (before != null && !before.equals(name) && !plan.schemaNames().containsKey(upstreamName)) {
            throw new SpecException(
                    place,
                    "the schema " + upstreamName + " would be named both " + before + " and " + name
                            + "; give it one name in the section schemas of trim.yaml");
        }
    }

    private String ourName(String upstreamName) {
        return names.computeIfAbsent(upstreamName, name -> {
            String ours = TrimPlan.pascal(name);
            madeUp.putIfAbsent(ours, name);
            return ours;
        });
    }

    private JsonNode upstreamOperation(TrimPlan.Operation kept) {
        String place = Pointers.child("/paths", kept.path());
        JsonNode item = resolve(upstream.path("paths").path(kept.path()), place);
        JsonNode operation = item.path(kept.method());
        if (!operation.isObject()) {
            throw new SpecException(
                    Pointers.child(place, kept.method()), "trim.yaml keeps " + kept + ", which upstream lacks");
        }
        return operation;
    }

    private void keep(TrimPlan.Operation kept) {
        String pathPlace = Pointers.child("/paths", kept.path());
        String place = Pointers.child(pathPlace, kept.method());
        JsonNode operation = upstreamOperation(kept);
        refuseDuplicateId(operation, place);
        ObjectNode node = NODES.objectNode().put("operationId", kept.id()).put(Extensions.NAME, kept.name());
        node.putArray("tags").add(kept.tag());
        if (operation.path("deprecated").asBoolean()) {
            node.put("deprecated", true);
        }
        ArrayNode parameters = parameters(kept, operation, pathPlace, place);
        if (!parameters.isEmpty()) {
            node.set("parameters", parameters);
        }
        JsonNode request = requestSchema(operation, place);
        if (request != null) {
            boolean required = resolve(operation.path("requestBody"), place)
                    .path("required")
                    .asBoolean();
            ObjectNode body = node.putObject("requestBody")
                    .put("required", required || !kept.method().equals("delete"));
            body.putObject("content").putObject(SpecDocument.JSON).set("schema", root(request, kept.request(), place));
        }
        node.set("responses", responses(kept, operation, place));
        ((ObjectNode) result.root().path("paths"))
                .withObject(Pointers.child("", kept.path()))
                .set(kept.method(), node);
    }

    // Only among what is kept: elsewhere upstream itself has had duplicates, and they touch nothing here.
    private void refuseDuplicateId(JsonNode operation, String place) {
        String id = operation.path("operationId").asText("");
        String before = id.isEmpty() ? null : keptIds.putIfAbsent(id, place);
        if (before != null) {
            throw new SpecException(
                    Pointers.child(place, "operationId"), "the operation id " + id + " is also that of " + before);
        }
    }

    private ArrayNode parameters(TrimPlan.Operation kept, JsonNode operation, String pathPlace, String place) {
        Map<String, ObjectNode> parameters = new LinkedHashMap<>();
        collectParameters(
                resolve(upstream.path("paths").path(kept.path()), pathPlace).path("parameters"), pathPlace, parameters);
        collectParameters(operation.path("parameters"), place, parameters);
        return NODES.arrayNode().addAll(parameters.values());
    }

    private void collectParameters(JsonNode list, String owner, Map<String, ObjectNode> into) {
        for (int i = 0; i < list.size(); i++) {
            String place = Pointers.child(owner + "/parameters", i);
            JsonNode parameter = resolve(list.get(i), place);
            String name = parameter.path("name").asText("");
            String in = parameter.path("in").asText("");
            if (name.isEmpty() || in.isEmpty()) {
                throw new SpecException(place, "a parameter needs a name and a place");
            }
            ObjectNode copy = NODES.objectNode().put("name", name).put("in", in);
            copy.put("required", parameter.path("required").asBoolean());
            for (String keyword : List.of("style", "explode", "deprecated")) {
                if (parameter.has(keyword)) {
                    copy.set(keyword, parameter.path(keyword));
                }
            }
            copy.set("schema", facts(parameter.path("schema"), place + "/schema", ""));
            into.put(in + " " + name, copy);
        }
    }

    private @Nullable JsonNode requestSchema(JsonNode operation, String place) {
        if (!operation.has("requestBody")) {
            return null;
        }
        JsonNode schema = jsonSchema(resolve(operation.path("requestBody"), place));
        if (schema == null) {
            throw new SpecException(Pointers.child(place, "requestBody"), "the body has no JSON schema");
        }
        return schema;
    }

    private static @Nullable JsonNode jsonSchema(JsonNode body) {
        for (String mediaType : Schemas.fieldNames(body.path("content"))) {
            if (mediaType.matches("application/([^;]*\\+)?json(;.*)?")) {
                JsonNode schema = body.path("content").path(mediaType).path("schema");
                return schema.isMissingNode() ? null : schema;
            }
        }
        return null;
    }

    private record Response(String status, @Nullable JsonNode schema) {}

    private @Nullable Response success(JsonNode operation, String place) {
        return successes(operation, place).stream().findFirst().orElse(null);
    }

    private List<Response> successes(JsonNode operation, String place) {
        return Schemas.fieldNames(operation.path("responses")).stream()
                .filter(code -> code.matches("2(\\d\\d|XX)"))
                .sorted()
                .map(status -> new Response(
                        status, jsonSchema(resolve(operation.path("responses").path(status), place))))
                .toList();
    }

    private ObjectNode responses(TrimPlan.Operation kept, JsonNode operation, String place) {
        List<Response> successes = successes(operation, place);
        if (successes.isEmpty()) {
            throw new SpecException(Pointers.child(place, "responses"), "there is no success response");
        }
        ObjectNode responses = NODES.objectNode();
        ObjectNode body = null;
        for (Response success : successes) {
            ObjectNode response = responses.putObject(success.status()).put("description", "Success");
            if (success.schema() != null) {
                body = body == null
                        ? root(success.schema(), kept.response(), place)
                        : joined(body, success.schema(), place);
                response.putObject("content").putObject(SpecDocument.JSON).set("schema", body.deepCopy());
            }
        }
        responses.putObject("default").put("$ref", "#/components/responses/Error");
        keepErrors(operation.path("responses"), place);
        return responses;
    }

    // Whichever success it is, a program gets one class.
    private ObjectNode joined(ObjectNode first, JsonNode other, String place) {
        String name = SpecDocument.refName(first);
        names.putIfAbsent(SpecDocument.refName(other), name);
        ObjectNode second = root(other, name, place);
        if (!second.equals(first)) {
            addComponent(name, second);
        }
        return first;
    }

    private void keepErrors(JsonNode responses, String place) {
        ObjectNode error = result.root().withObject("/components/responses/Error");
        error.put("description", "Failure");
        error.withObject("/content/application~1json").set("schema", Schemas.ref(ERROR));
        components.computeIfAbsent(
                ERROR, name -> new ArrayList<>(List.of(NODES.objectNode().put("type", "object"))));
        responses.properties().forEach(entry -> {
            if (!entry.getKey().startsWith("2")) {
                JsonNode schema = jsonSchema(resolve(entry.getValue(), place));
                if (schema != null && isOurs(schema)) {
                    names.putIfAbsent(SpecDocument.refName(schema), ERROR);
                    nameItem(schema, place);
                    root(schema, ERROR, Pointers.child(place + "/responses", entry.getKey()));
                }
            }
        });
    }

    // A newcomer's errors don't change the class that all others have: every error is read as ErrorResponse, and what
    // that lacks is kept as additional properties.
    private boolean isOurs(JsonNode schema) {
        String name = SpecDocument.refName(schema);
        if (plan.schemaNames().containsKey(name) || !someErrorIsNamed()) {
            return true;
        }
        if (!name.isEmpty()) {
            foreignErrors.add(name);
        }
        return false;
    }

    private boolean someErrorIsNamed() {
        JsonNode schemas = upstream.path("components").path("schemas");
        return plan.schemaNames().entrySet().stream()
                .anyMatch(entry -> entry.getValue().equals(ERROR) && schemas.has(entry.getKey()));
    }

    private String itemLine(String errors) {
        String item = itemOf(upstream.path("components").path("schemas").path(errors));
        return item.isEmpty() || plan.schemaNames().containsKey(item) ? "" : "  and  " + item + ": " + ERROR_ITEM;
    }

    private static String itemOf(JsonNode errors) {
        return SpecDocument.refName(errors.path("properties").path("errors").path("items"));
    }

    // Where upstream renames what the list of errors holds, it is still what the list of errors holds.
    private void nameItem(JsonNode schema, String place) {
        String item = itemOf(resolve(schema, place));
        if (item.isEmpty()
                || plan.schemaNames().containsKey(item)
                || !plan.schemaNames().containsValue(ERROR_ITEM)) {
            return;
        }
        names.putIfAbsent(item, ERROR_ITEM);
        errorItems.add(item);
    }

    private List<String> errorLines() {
        List<String> lines = new ArrayList<>();
        foreignErrors.removeAll(errorItems);
        foreignErrors.forEach(name -> lines.add(
                "the error schema " + name + " isn't joined with ours. To join it, add to trim.yaml, schemas:  " + name
                        + ": " + ERROR + itemLine(name)));
        errorItems.forEach(item -> lines.add("the schema " + item + " stands where ours is " + ERROR_ITEM
                + ", and is joined with it. To settle it, add to trim.yaml, schemas:  " + item + ": " + ERROR_ITEM));
        return lines;
    }

    private JsonNode webhookSchema(String name, String place) {
        JsonNode operation = resolve(Webhooks.of(upstream).path(name), place).path("post");
        JsonNode schema = requestSchema(operation, place);
        if (schema == null) {
            throw new SpecException(place, "trim.yaml keeps the webhook " + name + ", which upstream lacks");
        }
        return schema;
    }

    private void keepWebhook(String name, String stem) {
        String place = Pointers.child("/webhooks", name);
        ObjectNode post = NODES.objectNode().put("operationId", name);
        post.putArray("tags").add("Webhooks");
        ObjectNode body = post.putObject("requestBody").put("required", true);
        body.putObject("content")
                .putObject(SpecDocument.JSON)
                .set("schema", root(webhookSchema(name, place), stem + "Webhook", place));
        post.putObject("responses").putObject("200").put("description", "Any 2xx response ends the delivery");
        result.root().withObject("/webhooks").putObject(name).set("post", post);
    }

    /** Makes a body's schema a component, which upstream mostly did, and returns a reference to it. */
    private ObjectNode root(JsonNode schema, String name, String place) {
        ObjectNode facts = facts(schema, place, "");
        if (!SpecDocument.refName(facts).isEmpty()) {
            return facts;
        }
        addComponent(name, facts);
        return Schemas.ref(name);
    }

    private void addComponent(String name, ObjectNode schema) {
        List<ObjectNode> schemas = components.computeIfAbsent(name, key -> new ArrayList<>());
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
    }

    /** Copies a schema's facts, without what the plan leaves out, and with references under our names. */
    private ObjectNode facts(JsonNode schema, String place, String upstreamName) {
        ObjectNode facts = FactsOnly.of(schema, place);
        if (facts.path("properties") instanceof ObjectNode properties) {
            for (String property : Schemas.fieldNames(properties)) {
                if (plan.leftOut().contains(upstreamName + "." + property)) {
                    properties.remove(property);
                }
            }
        }
        return Schemas.rewrite(facts, part -> renamed(part, place));
    }

    private ObjectNode renamed(ObjectNode schema, String place) {
        if (!schema.has("$ref")) {
            return schema;
        }
        String ref = schema.path("$ref").textValue();
        String name = ref.startsWith(SCHEMAS) ? ref.substring(SCHEMAS.length()) : "/";
        if (name.indexOf('/') >= 0 || plan.inPlace().contains(name)) {
            return inlined(ref, place);
        }
        if (copied.putIfAbsent(name, name) == null) {
            Pointers.follow(upstream, ref, exactly(ref, place));
            toCopy.add(name);
        }
        schema.put("$ref", SpecDocument.ref(ourName(name)));
        return schema;
    }

    /** Returns the pointer to a reference that stands somewhere below a place. */
    private String exactly(String ref, String place) {
        JsonNode node = upstream.at(place);
        return Pointers.find(node, found -> found.path("$ref").asText("").equals(ref), place)
                .map(found -> Pointers.child(found, "$ref"))
                .orElse(place);
    }

    private ObjectNode inlined(String ref, String place) {
        if (inlining.contains(ref)) {
            throw new SpecException(place, "the reference " + ref + " leads back to itself");
        }
        inlining.push(ref);
        ObjectNode facts = facts(Pointers.follow(upstream, ref, exactly(ref, place)), ref.substring(1), "");
        inlining.pop();
        return facts;
    }

    /** Follows references until something else is found. */
    private JsonNode resolve(JsonNode node, String place) {
        List<String> seen = new ArrayList<>();
        JsonNode found = node;
        while (found.path("$ref").isTextual()) {
            String ref = found.path("$ref").textValue();
            if (seen.contains(ref)) {
                throw new SpecException(place, "the reference " + ref + " leads back to itself");
            }
            seen.add(ref);
            found = Pointers.follow(upstream, ref, exactly(ref, place));
        }
        return found;
    }
}
