package org.telnyx4j.openapi.trim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.telnyx4j.openapi.document.Pointers;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecException;
import org.telnyx4j.openapi.document.Webhooks;

/**
 * What the plan keeps and a document lacks.
 *
 * @param operations the operations, in the plan's order
 * @param webhooks upstream's names of the webhooks
 * @param lines one line for each, with the likeliest new places
 */
public record MissingEntries(List<TrimPlan.Operation> operations, List<String> webhooks, List<String> lines) {
    /** The share of what two operations are known by that makes one a candidate for the other. */
    private static final double ALIKE = 0.6;

    /**
     * Finds the losses.
     *
     * @param committed our specification, which knows what the lost ones looked like
     */
    public static MissingEntries of(TrimPlan plan, ObjectNode upstream, ObjectNode committed) {
        List<String> lines = new ArrayList<>();
        List<TrimPlan.Operation> operations = plan.operations().stream()
                .filter(kept -> !upstream.path("paths")
                        .path(kept.path())
                        .path(kept.method())
                        .isObject())
                .toList();
        operations.forEach(lost -> lines.add(lost + " (" + lost.id() + ") isn't in the document any more"
                + candidates(lost, plan, upstream, committed)));
        JsonNode hooks = Webhooks.of(upstream);
        List<String> webhooks = plan.webhooks().keySet().stream()
                .filter(name -> !hooks.path(name).isObject())
                .toList();
        webhooks.forEach(name ->
                lines.add("the webhook " + name + " isn't in the document any more" + candidates(name, plan, hooks)));
        return new MissingEntries(operations, webhooks, lines);
    }

    /**
     * Refuses a key that neither the document nor our specification has: it never was there, so it is mistyped.
     *
     * @throws SpecException with the nearest keys of the document
     */
    public static void refuseMistyped(TrimPlan plan, ObjectNode upstream, ObjectNode committed) {
        if (committed.path("paths").isEmpty()) {
            return;
        }
        Set<String> keys = keys(upstream);
        Set<String> before = keys(committed);
        for (TrimPlan.Operation kept : plan.operations()) {
            String key = kept.toString();
            if (!keys.contains(key) && !before.contains(key)) {
                throw mistyped("operations", key, keys);
            }
        }
        Set<String> hooks = new HashSet<>(Schemas.fieldNames(Webhooks.of(upstream)));
        for (String name : plan.webhooks().keySet()) {
            if (!hooks.contains(name) && !committed.path("webhooks").has(name)) {
                throw mistyped("webhooks", name, hooks);
            }
        }
    }

    private static SpecException mistyped(String section, String key, Set<String> candidates) {
        List<String> nearest = Nearest.to(key, candidates);
        return new SpecException(
                Pointers.child("trim.yaml#/" + section, key),
                "neither this document nor openapi/telnyx.yaml has it"
                        + (nearest.isEmpty() ? "" : "; mistyped? The nearest: " + String.join(", ", nearest)));
    }

    private static Set<String> keys(ObjectNode document) {
        Set<String> keys = new HashSet<>();
        document.path("paths")
                .properties()
                .forEach(item -> item.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> keys.add(method.toUpperCase(Locale.ROOT) + " " + item.getKey())));
        return keys;
    }

    /** Returns the plan without what is lost. */
    public TrimPlan rest(TrimPlan plan) {
        return plan.without(operations, webhooks);
    }

    private static String candidates(
            TrimPlan.Operation lost, TrimPlan plan, ObjectNode upstream, ObjectNode committed) {
        Set<String> kept = new HashSet<>();
        plan.operations().forEach(operation -> kept.add(operation.toString()));
        Set<String> wanted = features(committed, lost.path(), lost.method());
        record Candidate(String key, double likeness) {}
        List<Candidate> found = new ArrayList<>();
        for (String path : Schemas.fieldNames(upstream.path("paths"))) {
            String key = lost.method().toUpperCase(Locale.ROOT) + " " + path;
            if (upstream.path("paths").path(path).path(lost.method()).isObject() && !kept.contains(key)) {
                found.add(new Candidate(key, likeness(wanted, features(upstream, path, lost.method()))));
            }
        }
        List<String> best = found.stream()
                .filter(candidate -> candidate.likeness() >= ALIKE)
                .sorted(Comparator.comparingDouble(Candidate::likeness)
                        .reversed()
                        .thenComparing(Candidate::key))
                .limit(2)
                .map(Candidate::key)
                .toList();
        return moved(best);
    }

    private static String candidates(String lost, TrimPlan plan, JsonNode hooks) {
        List<String> best = Schemas.fieldNames(hooks).stream()
                .filter(name -> !plan.webhooks().containsKey(name))
                .filter(name ->
                        letters(name).contains(letters(lost)) || letters(lost).contains(letters(name)))
                .sorted()
                .limit(3)
                .toList();
        return moved(
                best.isEmpty()
                        ? Nearest.to(
                                lost,
                                Schemas.fieldNames(hooks).stream()
                                        .filter(name -> !plan.webhooks().containsKey(name))
                                        .toList())
                        : best);
    }

    // callHangup and call.hangup are one name in two styles.
    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String moved(List<String> best) {
        return best.isEmpty() ? "" : "; if it has moved, change its key in trim.yaml to " + String.join(" or ", best);
    }

    private static double likeness(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all.isEmpty() ? 0 : (double) common.size() / all.size();
    }

    /** What an operation is known by: the words of its path, its parameters and what its body holds. */
    private static Set<String> features(ObjectNode document, String path, String method) {
        Set<String> features = new HashSet<>();
        for (String word : PathShapes.shape(path).split("/", -1)) {
            features.add("path " + word);
        }
        JsonNode operation = document.path("paths").path(path).path(method);
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode found = followed(document, parameter);
            if (!found.path("in").asText().equals("path")) {
                features.add("parameter " + found.path("name").asText().replaceFirst("\\[.*", ""));
            }
        }
        followed(document, operation.path("requestBody")).path("content").forEach(media -> {
            JsonNode schema = followed(document, media.path("schema"));
            Schemas.fieldNames(schema.path("properties")).forEach(name -> features.add("field " + name));
        });
        return features;
    }

    private static JsonNode followed(ObjectNode document, JsonNode node) {
        String ref = node.path("$ref").asText("");
        return ref.startsWith("#/") ? document.at(ref.substring(1)) : node;
    }
}
