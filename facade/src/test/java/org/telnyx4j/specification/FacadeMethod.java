package org.telnyx4j.specification;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.AsyncTelnyxOperations;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.generated.api.RawApi;
import org.telnyx4j.paging.PagedList;

/**
 * A method of the facade, found by reflection: one that is added is here without an edit.
 *
 * @param domain the method of {@link TelnyxOperations} that leads to it
 * @param method the method
 */
public record FacadeMethod(Method domain, Method method) {
    /** What those stand for that are not called as an operation of the specification. */
    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry("messages.settle", "detail_records.list"),
            Map.entry("messaging_profiles.find_by_name", "messaging_profiles.list"),
            Map.entry("phone_numbers.search_by_area_code", "phone_numbers.search_available"),
            Map.entry("phone_numbers.find_by_number", "phone_numbers.list"),
            Map.entry("phone_numbers.buy", "number_orders.create"),
            Map.entry("phone_numbers.assign_to_messaging_profile", "phone_numbers.update_messaging_settings"),
            Map.entry("phone_numbers.set_call_forwarding", "phone_numbers.update_voice_settings"),
            Map.entry("phone_numbers.look_up", "number_lookup.look_up"),
            Map.entry("number_orders.find_by_customer_reference", "number_orders.list"),
            Map.entry("number_orders.await_completion", "number_orders.retrieve"));

    /** Those that errors and telemetry call by the specification's name. */
    private static final Map<String, String> SHOWN_AS = Map.of(
            "messages.opt_outs", "messaging_opt_outs.list",
            "messages.send_from_number_pool", "messages.send_number_pool");

    /** Those that send several requests. */
    private static final Set<String> COMPOSITE =
            Set.of("messaging_profiles.create_or_update", "phone_numbers.search_and_buy_first");

    /** Returns all methods. */
    public static List<FacadeMethod> all() {
        List<FacadeMethod> all = new ArrayList<>();
        for (Method domain : TelnyxOperations.class.getMethods()) {
            if (domain.getReturnType() != RawApi.class && domain.getReturnType() != AsyncTelnyxOperations.class) {
                Arrays.stream(domain.getReturnType().getMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .forEach(method -> all.add(new FacadeMethod(domain, method)));
            }
        }
        all.sort(Comparator.comparing(FacadeMethod::toString));
        return all;
    }

    /** Returns what errors and telemetry call it, which domain and method suggest: {@code calls.hang_up}. */
    public String name() {
        String name = snake(domain.getName()) + "." + snake(method.getName());
        return SHOWN_AS.getOrDefault(name, name);
    }

    /** Returns whether it sends several requests. */
    public boolean isComposite() {
        return COMPOSITE.contains(name());
    }

    /** Returns the operation that it sends. */
    public ApiOperation operation() {
        String name = OPERATIONS.getOrDefault(name(), name());
        return RawOperation.all().stream()
                .map(RawOperation::operation)
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no operation " + name + " for " + this));
    }

    /** Returns whether its last argument is the options of the call. */
    public boolean hasOptions() {
        int count = method.getParameterCount();
        return count > 0 && method.getParameterTypes()[count - 1] == RequestOptions.class;
    }

    /** Calls it; of a list it returns the list, of which nothing is fetched. */
    public @Nullable Object call(TelnyxOperations telnyx, List<?> arguments) {
        return Arguments.invoke(method, Arguments.invoke(domain, telnyx, List.of()), arguments);
    }

    /** Calls it and, where it is a list, fetches the first page. */
    public Object send(TelnyxOperations telnyx, List<?> arguments) {
        Object result = call(telnyx, arguments);
        if (result instanceof PagedList<?> list) {
            return list.firstPage();
        }
        return result == null ? "nothing" : result;
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return domain.getName() + "." + method.getName() + "("
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", "))
                + ")";
    }
}
