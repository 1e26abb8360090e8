package org.telnyx4j.generated;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelBuilder;
import org.telnyx4j.json.ModelType;

/** One field of a generated model, with the methods that belong to it. */
record Property(ModelType<?> model, Field field) {
    static List<Property> of(ModelType<?> model) {
        return model.fields().fields().stream()
                .map(field -> new Property(model, field))
                .toList();
    }

    String wireName() {
        return field.name();
    }

    /** The model with this field alone, its value a sample. */
    JsonModel alone() {
        return Generated.read(model, "{" + Samples.quoted(wireName()) + ":" + Samples.value(field) + "}");
    }

    JsonModel withNull() {
        return Generated.read(model, "{" + Samples.quoted(wireName()) + ":null}");
    }

    /** The names of the builder's methods that give the model which has this field alone. */
    List<String> setters() {
        JsonModel expected = alone();
        Object value = Objects.requireNonNull(expected.get(wireName()), "value");
        List<String> names = new ArrayList<>();
        for (Method method : builder().getClass().getDeclaredMethods()) {
            boolean takesIt = method.getParameterCount() == 1
                    && !method.isSynthetic()
                    && method.getParameterTypes()[0].isInstance(value);
            if (takesIt && builds(call(builder(), method, value), expected)) {
                names.add(method.getName());
            }
        }
        return names;
    }

    /** The names of the getters that return something of the model which has this field alone. */
    List<String> getters() {
        JsonModel only = alone();
        return Arrays.stream(only.getClass().getDeclaredMethods())
                .filter(method -> method.getName().startsWith("get") && method.getParameterCount() == 0)
                .filter(method -> call(only, method) != null)
                .map(Method::getName)
                .sorted()
                .toList();
    }

    /** The model after the builder's method for null, whose name is found from the setter's. */
    JsonModel cleared() {
        List<JsonModel> cleared = new ArrayList<>();
        for (Method method : builder().getClass().getDeclaredMethods()) {
            if (method.getName().startsWith("clear") && method.getParameterCount() == 0) {
                if (call(builder(), method) instanceof ModelBuilder<?, ?> after
                        && after.build().has(wireName())) {
                    JsonModel built = after.build();
                    cleared.add(built);
                }
            }
        }
        return cleared.size() == 1 ? cleared.get(0) : Generated.empty(model);
    }

    private static boolean builds(@Nullable Object builder, JsonModel expected) {
        return builder instanceof ModelBuilder<?, ?> set && set.build().equals(expected);
    }

    private Object builder() {
        try {
            return Generated.modelClass(model).getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static @Nullable Object call(Object target, Method method, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            // A method that refuses the sample belongs to another field, which takes values of any class.
            return null;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return model.name() + "." + wireName();
    }
}
