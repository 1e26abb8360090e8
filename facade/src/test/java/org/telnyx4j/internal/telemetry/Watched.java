package org.telnyx4j.internal.telemetry;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.telnyx4j.RawApi;
import org.telnyx4j.TelnyxOperations;

/** Passes uses of the facade on, and keeps which methods were called with what. */
final class Watched {
    final Set<Method> called = new LinkedHashSet<>();
    final List<Object> arguments = new ArrayList<>();

    TelnyxOperations watch(TelnyxOperations telnyx) {
        return watch(TelnyxOperations.class, telnyx);
    }

    /** The interfaces that hold the operations: all that the client returns, except the generated API. */
    static List<Class<?>> domains() {
        return Arrays.stream(TelnyxOperations.class.getMethods())
                .<Class<?>>map(Method::getReturnType)
                .filter(type -> type != RawApi.class)
                .distinct()
                .toList();
    }

    /** What an operation is called, by its interface and method: {@code Calls.hangUp} is {@code calls.hang_up}. */
    static String name(Method method) {
        return snake(method.getDeclaringClass().getSimpleName()) + "." + snake(method.getName());
    }

    private static String snake(String name) {
        return (name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
                .replaceAll("([A-Z])", "_$1")
                .toLowerCase(Locale.ROOT);
    }

    private <T> T watch(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (domains().contains(type)) {
                        called.add(method);
                        arguments.addAll(given == null ? List.of() : List.of(given));
                    }
                    Object result;
                    try {
                        result = method.invoke(target, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                    Class<?> returned = method.getReturnType();
                    return domains().contains(returned) ? watched(returned, result) : result;
                }));
    }

    private <R> Object watched(Class<R> type, Object target) {
        return watch(type, type.cast(target));
    }
}
