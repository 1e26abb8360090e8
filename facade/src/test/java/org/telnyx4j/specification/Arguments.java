package org.telnyx4j.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.ids.PhoneNumberId;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;
import org.telnyx4j.json.OpenEnum;

/** Makes arguments of any operation from the specification: from the type of a parameter and, for strings, its name. */
public final class Arguments {
    /** An id of most things. */
    public static final String ID = "40385f64-5717-4562-b3fc-2c963f66afa6";

    private static final String LEG = "v3:MdI91X4lWFEs7IgbBEOT9M4AigoY08M0WWZFISt1Yw2axZ_IiE4pqg";

    private final ApiDocument document;
    private final Samples.Kind kind;
    private final int turn;
    private final Samples.Words words;

    /**
     * Makes them.
     *
     * @param document the specification
     * @param kind what requests are like
     * @param turn which of several values
     */
    public Arguments(ApiDocument document, Samples.Kind kind, int turn) {
        this(document, kind, turn, (schema, name) -> null);
    }

    /** Makes them with strings of the caller's own. */
    public Arguments(ApiDocument document, Samples.Kind kind, int turn, Samples.Words words) {
        this.document = document;
        this.kind = kind;
        this.turn = turn;
        this.words = words;
    }

    /** Returns arguments for a method of the generated client, but for the options. */
    public List<Object> of(RawOperation operation) {
        List<Object> arguments = new ArrayList<>();
        for (Parameter parameter : operation.plain().getParameters()) {
            arguments.add(raw(parameter));
        }
        return arguments;
    }

    private Object raw(Parameter parameter) {
        Class<?> type = parameter.getType();
        if (type == String.class) {
            return parameter.getName().equals("phoneNumber") ? "+14165550123" : ID;
        }
        if (JsonModel.class.isAssignableFrom(type)) {
            return model(type);
        }
        throw new AssertionError("No value known for " + parameter);
    }

    /** Returns arguments for a method of the facade, or null where it takes something that only its domain knows. */
    public @Nullable List<Object> of(Method method, Map<Class<?>, ?> more, Map<String, String> strings) {
        List<Object> arguments = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            Class<?> type = parameter.getType();
            Object value = more.get(type);
            if (value == null) {
                value = facade(parameter, strings);
            }
            if (value == null) {
                return null;
            }
            arguments.add(value);
        }
        return arguments;
    }

    private @Nullable Object facade(Parameter parameter, Map<String, String> strings) {
        Class<?> type = parameter.getType();
        if (type == String.class) {
            return strings.getOrDefault(parameter.getName(), ID);
        }
        if (type == CallControlId.class) {
            // A second leg is another one.
            return CallControlId.of(parameter.getName().toLowerCase(Locale.ROOT).contains("other") ? "v3:other" : LEG);
        }
        if (type == PhoneNumberId.class) {
            return PhoneNumberId.of("1293384261075731499");
        }
        if (type == CorrelationToken.class) {
            return CorrelationToken.of("order-4711");
        }
        if (type == RequestOptions.class) {
            return RequestOptions.builder().header("X-Trace", "1").build();
        }
        if (OpenEnum.class.isAssignableFrom(type)) {
            return known(type);
        }
        return JsonModel.class.isAssignableFrom(type) ? unpaged(model(type)) : null;
    }

    private Object known(Class<?> type) {
        try {
            List<?> values = (List<?>) type.getMethod("knownValues").invoke(null);
            return values.get(turn % values.size());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " is no open enum", e);
        }
    }

    /** Which page it is, a list says itself. */
    private static JsonModel unpaged(JsonModel model) {
        if (!model.has("page[number]")) {
            return model;
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(model.toMap());
        fields.remove("page[number]");
        return (JsonModel) table(model.getClass()).fromMap(fields);
    }

    /** Returns a request or a query. */
    public JsonModel model(Class<?> type) {
        ModelType<?> table = table(type);
        return (JsonModel) table.fromJson(json(table).toString());
    }

    /** Returns the JSON of a request, or of a query with the names of its parameters. */
    public JsonNode json(Class<?> type) {
        return json(table(type));
    }

    private JsonNode json(ModelType<?> table) {
        Samples samples = new Samples(document, kind, turn, words);
        if (document.hasComponent(table.name())) {
            return samples.of(document.component(table.name()));
        }
        return query(table, samples);
    }

    private JsonNode query(ModelType<?> table, Samples samples) {
        String name = table.name().replaceFirst("Query$", "");
        Endpoint endpoint = document.endpoint(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        for (Field field : table.fields().fields()) {
            JsonNode parameter = endpoint.queryParameter(field.name());
            if (kind != Samples.Kind.REQUIRED || parameter.path("required").asBoolean()) {
                String plain = field.name().replaceAll("[^a-z0-9]*$", "");
                query.set(field.name(), samples.of(parameter.get("schema"), plain));
            }
        }
        return query;
    }

    /** Returns the table of a model's fields. */
    public static ModelType<?> table(Class<?> type) {
        try {
            return (ModelType<?>) type.getField("TYPE").get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " is no generated model", e);
        }
    }

    /** Calls a method; what it throws comes out as it is. */
    public static @Nullable Object invoke(Method method, @Nullable Object target, List<?> arguments) {
        try {
            return method.invoke(target, arguments.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(method + " throws", e);
        } catch (IllegalAccessException | IllegalArgumentException e) {
            throw new IllegalStateException(method + " with " + Arrays.asList(arguments.toArray()), e);
        }
    }
}
