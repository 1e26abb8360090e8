package org.telnyx4j.internal.telemetry;

import static org.telnyx4j.internal.telemetry.Account.LEG;
import static org.telnyx4j.internal.telemetry.Account.NUMBER_ID;
import static org.telnyx4j.internal.telemetry.Account.ORDER_ID;
import static org.telnyx4j.internal.telemetry.Account.PROFILE_ID;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.TelnyxOperations;

/**
 * One operation of the facade, as telemetry is to show it.
 *
 * @param name the operation, such as {@code calls.answer}
 * @param tree what is below its span: {@code -} for a request and {@code +} for a step, which has its own requests
 *     after it
 * @param query what follows the path of its first request in {@code url.full}
 * @param overloads uses it in each way that there is
 * @param refused uses it in a way that is refused before anything is sent; null where every argument can be sent
 */
record FacadeOperation(
        String name,
        List<String> tree,
        String query,
        List<Use> overloads,
        @Nullable Use refused) {
    /** Calls a method of the facade. */
    interface Use {
        @Nullable
        Object on(TelnyxOperations telnyx);
    }

    static FacadeOperation operation(String name, String request) {
        return new FacadeOperation(name, List.of("- " + request), "", List.of(), null);
    }

    FacadeOperation tree(String... lines) {
        return new FacadeOperation(name, List.of(lines), query, overloads, refused);
    }

    FacadeOperation query(String shown) {
        return new FacadeOperation(name, tree, shown, overloads, refused);
    }

    FacadeOperation by(Use... uses) {
        return new FacadeOperation(name, tree, query, List.of(uses), refused);
    }

    FacadeOperation refuses(Use use) {
        return new FacadeOperation(name, tree, query, overloads, use);
    }

    /** Whether a single request is all there is to it. */
    boolean isSimple() {
        return tree.size() == 1;
    }

    /** The first request, such as {@code GET /messages/{id}}. */
    String request() {
        return tree.stream()
                .filter(line -> line.startsWith("- "))
                .findFirst()
                .orElseThrow()
                .substring(2);
    }

    /** What {@code url.full} is below the base URL. */
    String target() {
        String id = name.startsWith("messages.")
                ? LoopbackServer.MESSAGE_ID
                : name.startsWith("number_orders.")
                        ? ORDER_ID
                        : name.startsWith("messaging_profiles.") ? PROFILE_ID : NUMBER_ID;
        String path = request().substring(request().indexOf('/'));
        return path.replace("{id}", id)
                        .replace("{number_order_id}", id)
                        .replace("{phone_number_id}", id)
                        .replace("{call_control_id}", LEG.replace(":", "%3A"))
                + query;
    }

    @Override
    public String toString() {
        return name;
    }

    static Stream<FacadeOperation> all() {
        List<FacadeOperation> all = new ArrayList<>(MessagingUses.all());
        all.addAll(CallUses.all());
        all.addAll(NumberUses.all());
        return all.stream();
    }
}
