package org.telnyx4j.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The events of the specification's webhooks, in families. */
final class Events {
    /** The type of the events that concern one leg of a call. */
    private static final String CALL = "Call";

    private final OpenAPI document;
    private final Map<String, List<EventView>> families = new TreeMap<>();

    /** The schemas of bodies and envelopes: events are read without them. */
    private final Set<String> envelopes = new LinkedHashSet<>();

    private Events(OpenAPI document) {
        this.document = document;
    }

    /**
     * Takes the webhooks out of a document.
     *
     * @return the families by the name of their interface
     */
    static Map<String, List<EventView>> takeOutOf(OpenAPI document) {
        Events events = new Events(document);
        Map<String, PathItem> webhooks = document.getWebhooks();
        if (webhooks != null) {
            webhooks.forEach(events::add);
            document.setWebhooks(null);
            events.removeEnvelopes();
        }
        events.refuseTwoOfOneType();
        events.families.replaceAll((family, members) -> withNamesOfTheirOwn(members));
        return events.families;
    }

    private void refuseTwoOfOneType() {
        Set<String> types = new HashSet<>();
        families.values()
                .forEach(family -> family.forEach(event -> {
                    if (!types.add(event.type())) {
                        throw new SpecificationException(event.type(), "two webhooks have this type");
                    }
                }));
    }

    // call.on_hold and call.on.hold would be one class.
    private static List<EventView> withNamesOfTheirOwn(List<EventView> family) {
        Set<String> names = JavaNames.classNames(Set.of());
        List<EventView> named = new ArrayList<>();
        family.stream().sorted(Comparator.comparing(EventView::type)).forEach(event -> {
            String name = JavaNames.unique(event.className(), names);
            named.add(event.named(name));
        });
        named.sort(Comparator.comparing(EventView::className));
        return named;
    }

    private void add(String webhook, PathItem path) {
        Operation operation = path.getPost();
        String place = "webhook " + webhook;
        MediaType body = operation == null || operation.getRequestBody() == null
                ? null
                : operation.getRequestBody().getContent().get("application/json");
        if (operation == null || body == null || body.getSchema() == null) {
            throw new SpecificationException(place, "has no JSON body");
        }
        Schema<?> root = resolve(body.getSchema());
        String stem = stem(body.getSchema(), webhook);
        remember(body.getSchema());
        Schema<?> reference = property(root, "data");
        Schema<?> envelope = reference == null ? root : resolve(reference);
        Schema<?> payload = property(envelope, "payload");
        Schema<?> content = payload == null ? (reference == null ? body.getSchema() : reference) : payload;
        if (payload != null && reference != null) {
            remember(reference);
        }
        if (content.get$ref() == null) {
            throw new SpecificationException(place, "its payload has no name");
        }
        String payloadClass = JavaNames.type(JavaNames.pascalCase(References.name(content)));
        boolean call = property(resolve(content), "call_control_id") != null || stem.startsWith(CALL);
        for (String type : types(place, envelope)) {
            String prefix = prefix(type, stem, payloadClass);
            String family = JavaNames.type(JavaNames.pascalCase(prefix) + "Event");
            EventView event = EventView.of(type, family, className(type, prefix), payloadClass, call, operation);
            families.computeIfAbsent(family, unused -> new ArrayList<>()).add(event);
        }
    }

    /** What the types of a family start with, where the specification's own types do. */
    private static String prefix(String type, String stem, String payloadClass) {
        if (payloadClass.equals(EventView.MESSAGE_PAYLOAD)) {
            return "message";
        }
        if (stem.matches(CALL + "[A-Z].*")) {
            return "call";
        }
        int dot = type.indexOf('.');
        return dot > 0 ? type.substring(0, dot) : JavaNames.words(type).get(0);
    }

    private static String className(String type, String prefix) {
        String rest =
                type.startsWith(prefix) && type.length() > prefix.length() ? type.substring(prefix.length()) : type;
        return JavaNames.type(JavaNames.pascalCase(rest));
    }

    private static List<String> types(String place, Schema<?> envelope) {
        for (String field : List.of("event_type", "record_type")) {
            Schema<?> property = property(envelope, field);
            if (property != null
                    && property.getEnum() != null
                    && !property.getEnum().isEmpty()) {
                List<String> types =
                        property.getEnum().stream().map(String::valueOf).toList();
                if (!types.equals(List.of("event"))) {
                    return types;
                }
            }
        }
        throw new SpecificationException(
                place, "neither event_type nor record_type has an enum with its type: put one into the overlay");
    }

    private static String stem(Schema<?> body, String webhook) {
        return body.get$ref() == null
                ? JavaNames.pascalCase(webhook)
                : References.name(body).replaceFirst("Webhook$", "");
    }

    private void remember(Schema<?> schema) {
        if (schema.get$ref() != null) {
            envelopes.add(References.name(schema));
        }
    }

    /** Envelopes that nothing else refers to need no class. */
    private void removeEnvelopes() {
        Map<String, ?> schemas = document.getComponents().getSchemas();
        boolean removed = true;
        Set<String> candidates = new LinkedHashSet<>(envelopes);
        candidates.add("WebhookMeta");
        while (removed) {
            removed = false;
            for (String name : List.copyOf(candidates)) {
                if (schemas.containsKey(name) && !References.in(document, name)) {
                    schemas.remove(name);
                    candidates.remove(name);
                    removed = true;
                }
            }
        }
    }

    private Schema<?> resolve(Schema<?> schema) {
        if (schema.get$ref() == null) {
            return schema;
        }
        Schema<?> resolved = document.getComponents().getSchemas().get(References.name(schema));
        if (resolved == null) {
            throw new SpecificationException(schema.get$ref(), "leads nowhere");
        }
        return resolve(resolved);
    }

    private static @Nullable Schema<?> property(Schema<?> schema, String name) {
        return schema.getProperties() == null
                ? null
                : unwrapped((Schema<?>) schema.getProperties().get(name));
    }

    /** A reference with a description of its own comes as the only part of an {@code allOf}. */
    private static @Nullable Schema<?> unwrapped(@Nullable Schema<?> schema) {
        return schema != null && schema.getAllOf() != null && schema.getAllOf().size() == 1
                ? (Schema<?>) schema.getAllOf().get(0)
                : schema;
    }
}
