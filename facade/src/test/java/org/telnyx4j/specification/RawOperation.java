package org.telnyx4j.specification;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.generated.api.RawApi;

/**
 * An operation of the generated client, found by reflection: one that is adopted in {@code trim.yaml} is here without an
 * edit.
 *
 * @param operation what the specification says of it
 * @param group the method of {@link RawApi} that leads to it
 * @param plain the method that sends it
 * @param withOptions the method that sends it with options
 */
public record RawOperation(ApiOperation operation, Method group, Method plain, Method withOptions) {
    /** Returns all operations. */
    public static List<RawOperation> all() {
        List<RawOperation> all = new ArrayList<>();
        for (Method group : RawApi.class.getDeclaredMethods()) {
            for (var field : group.getReturnType().getFields()) {
                if (field.getType() == ApiOperation.class) {
                    all.add(of(group, constant(field)));
                }
            }
        }
        all.sort((one, other) -> one.toString().compareTo(other.toString()));
        return all;
    }

    private static ApiOperation constant(java.lang.reflect.Field field) {
        try {
            return (ApiOperation) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RawOperation of(Method group, ApiOperation operation) {
        List<Method> forms = Arrays.stream(group.getReturnType().getMethods())
                .filter(method -> method.getName().equals(operation.id()))
                .toList();
        Method withOptions = forms.stream()
                .filter(RawOperation::hasOptions)
                .findFirst()
                .orElseThrow(() -> new AssertionError(operation + " has no form with options"));
        Method plain = forms.stream()
                .filter(method -> !hasOptions(method))
                .max((one, other) -> one.getParameterCount() - other.getParameterCount())
                .orElseThrow(() -> new AssertionError(operation + " has no form without options"));
        return new RawOperation(operation, group, plain, withOptions);
    }

    private static boolean hasOptions(Method method) {
        int count = method.getParameterCount();
        return count > 0 && method.getParameterTypes()[count - 1] == RequestOptions.class;
    }

    /** Sends it. */
    public @Nullable Object send(RawApi raw, List<?> arguments) {
        return invoke(plain, raw, arguments);
    }

    /** Sends it with options. */
    public @Nullable Object send(RawApi raw, List<?> arguments, RequestOptions options) {
        List<Object> all = new ArrayList<>(arguments);
        all.add(options);
        return invoke(withOptions, raw, all);
    }

    private @Nullable Object invoke(Method method, RawApi raw, List<?> arguments) {
        try {
            return method.invoke(group.invoke(raw), arguments.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(method + " throws", e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return operation.name();
    }
}
