package org.telnyx4j.openapi.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What happens if a request is sent a second time. */
public enum Idempotency {
    /** The same as after the first: the method says so. */
    IDEMPOTENT,
    /** Nothing, if both carry the same {@code Idempotency-Key} header. */
    KEYED,
    /** Nothing, if both carry the same {@code command_id}, within a minute. */
    DEDUPLICATED,
    /** It is done a second time. */
    NOT_IDEMPOTENT;

    private static final Set<String> IDEMPOTENT_METHODS = Set.of("get", "put", "patch", "delete");

    /** Derives it from what an operation looks like. */
    public static Idempotency of(SpecDocument.Operation operation, SpecDocument document) {
        if (IDEMPOTENT_METHODS.contains(operation.method())) {
            return IDEMPOTENT;
        }
        boolean keyed = operation.parameters().stream()
                .anyMatch(parameter -> parameter.path("in").asText().equals("header")
                        && parameter.path("name").asText().equalsIgnoreCase("Idempotency-Key"));
        if (keyed) {
            return KEYED;
        }
        String body = SpecDocument.refName(operation.requestSchema());
        return document.schemas().path(body).path("properties").has("command_id") ? DEDUPLICATED : NOT_IDEMPOTENT;
    }

    /** Returns it as the specification writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Idempotency::word).toList();
    }

    public static boolean isWord(String text) {
        return words().contains(text);
    }
}
