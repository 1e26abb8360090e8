package org.telnyx4j.wire.telemetry;

import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.ids.PhoneNumberId;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.JsonType;
import org.telnyx4j.specification.Arguments;
import org.telnyx4j.specification.FacadeMethod;

/** Makes of arguments that can be sent such as cannot, and that are private all the same. */
final class WrongArguments {
    /** What the client fills in where it is not set. */
    private static final Set<String> WITH_DEFAULT = Set.of(
            "command_id", "connection_id", "from", "messaging_profile_id", "webhook_url", "webhook_failover_url");

    private WrongArguments() {}

    /** Returns the arguments with one that is refused; null where none of them can be wrong. */
    static @Nullable List<Object> of(FacadeMethod method, List<Object> arguments) {
        List<Object> wrong = new ArrayList<>(arguments);
        Parameter[] parameters = method.method().getParameters();
        for (int i = parameters.length - 1; i >= 0; i--) {
            Object replaced = wrong(parameters[i], arguments.get(i));
            if (replaced != null) {
                wrong.set(i, replaced);
                return wrong;
            }
        }
        return null;
    }

    private static @Nullable Object wrong(Parameter parameter, Object argument) {
        if (argument instanceof JsonModel model) {
            return withAWrongField(model);
        }
        if (argument instanceof String && !parameter.getName().equals("clientState")) {
            return " ";
        }
        if (argument instanceof PhoneNumberId) {
            return PhoneNumberId.of(PrivateValues.NUMBER);
        }
        return argument instanceof Duration ? Duration.ZERO : null;
    }

    /** A string that is none. */
    private static @Nullable JsonModel withAWrongField(JsonModel model) {
        for (Field field : model.type().fields().fields()) {
            if (field.type().kind() == JsonType.Kind.TEXT && !WITH_DEFAULT.contains(field.name())) {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>(model.toMap());
                fields.put(field.name(), Map.of("odd", PrivateValues.TEXT));
                return (JsonModel) Arguments.table(model.getClass()).fromMap(fields);
            }
        }
        return null;
    }
}
