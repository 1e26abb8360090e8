package org.telnyx4j.wire.telemetry;

import static org.telnyx4j.wire.telemetry.PrivateValues.DOCUMENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.paging.PagedList;
import org.telnyx4j.specification.FacadeMethod;

/**
 * One operation of the facade, as telemetry is to show it. Found by reflection, with the private values of
 * {@link PrivateValues} for arguments.
 *
 * @param name the operation, such as {@code calls.answer}
 * @param tree what is below its span: {@code -} for a request and {@code +} for a step, which has its own requests
 *     after it
 * @param overloads uses it in each way that there is
 * @param refused uses it in a way that is refused before anything is sent; null where every argument can be sent
 */
record FacadeOperation(
        String name,
        List<String> tree,
        List<Use> overloads,
        @Nullable Use refused) {
    private static final Map<String, List<String>> COMPOSITE = Map.of(
            "messaging_profiles.create_or_update",
            List.of("+ messaging_profiles.find_by_name", "- GET /messaging_profiles"),
            "phone_numbers.search_and_buy_first",
            List.of(
                    "+ phone_numbers.search_available",
                    "- GET /available_phone_numbers",
                    "+ phone_numbers.buy",
                    "- POST /number_orders"));

    /**
     * Calls a method of the facade.
     *
     * @param method the method
     * @param arguments what it is called with
     * @param whole whether all of a list is read, and not the first page alone
     */
    record Use(FacadeMethod method, List<Object> arguments, boolean whole) {
        @Nullable
        Object on(TelnyxOperations telnyx) {
            Object result = method.call(telnyx, arguments);
            if (result instanceof PagedList<?> list) {
                return whole ? list.stream().toList() : list.firstPage();
            }
            return result;
        }
    }

    static Stream<FacadeOperation> all() {
        Map<String, List<FacadeMethod>> byName = new TreeMap<>();
        FacadeMethod.all()
                .forEach(method -> byName.computeIfAbsent(method.name(), name -> new ArrayList<>())
                        .add(method));
        return byName.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue()));
    }

    private static FacadeOperation of(String name, List<FacadeMethod> methods) {
        List<Use> uses = new ArrayList<>();
        Use refused = null;
        for (FacadeMethod method : methods) {
            List<Object> arguments = PrivateValues.arguments(method);
            uses.add(new Use(method, arguments, method.hasOptions()));
            List<Object> wrong = refused == null ? WrongArguments.of(method, arguments) : null;
            refused = wrong == null ? refused : new Use(method, wrong, false);
        }
        List<String> tree = COMPOSITE.get(name);
        if (tree == null) {
            var operation = methods.get(0).operation();
            tree = List.of("- " + operation.method() + " " + operation.pathTemplate());
        }
        return new FacadeOperation(name, tree, uses, refused);
    }

    /** Whether a single request is all there is to it. */
    boolean isSimple() {
        return tree.size() == 1;
    }

    /** Whether it returns one message. */
    boolean isAboutAMessage() {
        return name.startsWith("messages.send") || name.equals("messages.retrieve") || name.equals("messages.cancel");
    }

    /** The first request, such as {@code GET /messages/{id}}. */
    String request() {
        return tree.stream()
                .filter(line -> line.startsWith("- "))
                .findFirst()
                .orElseThrow()
                .substring(2);
    }

    /** The path of the first request below the base URL, with the ids that {@link PrivateValues} has. */
    String path() {
        String template = request().substring(request().indexOf('/'));
        String id = name.startsWith("phone_numbers.") ? Account.NUMBER_ID : Account.MESSAGE_ID;
        return template.replace("{call_control_id}", Account.LEG.replace(":", "%3A"))
                .replaceAll("\\{[a-z_]+}", id);
    }

    /** Whether the response to the first request is a list of pages. */
    boolean isPaged() {
        String request = request();
        return DOCUMENT.endpoint(request.substring(0, request.indexOf(' ')), path()).parameters().stream()
                .anyMatch(parameter -> parameter.path("name").asText().equals("page[number]"));
    }

    @Override
    public String toString() {
        return name;
    }
}
