package org.telnyx4j.internal.core;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.invoker.JsonEntity;

/**
 * Reads fields of requests that say what becomes of them, whichever operation it is. Whether a request has such a field
 * at all is the specification's to say: it is looked for among those of the generated model, never in the bytes.
 *
 * <p>Safe for use by any number of threads.
 */
final class RequestFields {
    private final JsonMapper mapper;
    private final Map<Class<?>, Fields> known = new ConcurrentHashMap<>();

    RequestFields(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns the id by which Telnyx recognises a command that comes twice, or null where the request has none. */
    @Nullable
    String commandId(@Nullable HttpEntity body) {
        return body instanceof JsonEntity json ? text(fields(json.model()).commandId(), json.model()) : null;
    }

    /** Returns the caller's own name for what the request makes, or null where the request has none. */
    @Nullable
    String customerReference(@Nullable HttpEntity body) {
        return body instanceof JsonEntity json ? text(fields(json.model()).customerReference(), json.model()) : null;
    }

    private Fields fields(Object model) {
        return known.computeIfAbsent(
                model.getClass(), type -> new Fields(field(type, "command_id"), field(type, "customer_reference")));
    }

    private Optional<AnnotatedMember> field(Class<?> type, String name) {
        JavaType model = mapper.constructType(type);
        return mapper.getSerializationConfig().introspect(model).findProperties().stream()
                .filter(property -> property.getName().equals(name))
                .map(BeanPropertyDefinition::getAccessor)
                .peek(member -> member.fixAccess(false))
                .findFirst();
    }

    private static @Nullable String text(Optional<AnnotatedMember> field, Object model) {
        Object value = field.map(member -> member.getValue(model)).orElse(null);
        return value instanceof String text && !text.isBlank() ? text : null;
    }

    private record Fields(Optional<AnnotatedMember> commandId, Optional<AnnotatedMember> customerReference) {}
}
