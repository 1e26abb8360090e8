package org.telnyx4j.generated;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** One field of a generated model, with the methods that belong to it. */
record Property(Class<?> model, String wireName, String javaName, Type type, boolean isNullable) {
    static List<Property> of(Class<?> model) {
        return Arrays.stream(model.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(JsonProperty.class))
                .map(field -> of(model, field))
                .toList();
    }

    private static Property of(Class<?> model, Field field) {
        String wireName = field.getAnnotation(JsonProperty.class).value();
        boolean isNullable = field.getType() == JsonNullable.class;
        Type type = isNullable
                ? ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0]
                : field.getGenericType();
        return new Property(model, wireName, field.getName(), type, isNullable);
    }

    Class<?> rawType() {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    /** Sets the field by its fluent method. */
    void set(Object target, @Nullable Object value) {
        call(target, javaName, new Class<?>[] {rawType()}, value);
    }

    boolean isPresent(Object target) {
        return (boolean) call(target, "has" + capitalized(), new Class<?>[0]);
    }

    void unset(Object target) {
        call(target, "unset" + capitalized(), new Class<?>[0]);
    }

    private String capitalized() {
        return javaName.substring(0, 1).toUpperCase(Locale.ROOT) + javaName.substring(1);
    }

    private Object call(Object target, String name, Class<?>[] types, @Nullable Object... arguments) {
        try {
            Method method = model.getMethod(name, types);
            return method.invoke(target, arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return model.getSimpleName() + "." + wireName;
    }
}
