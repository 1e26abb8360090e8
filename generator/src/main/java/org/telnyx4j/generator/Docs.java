package org.telnyx4j.generator;

import java.util.ArrayList;
import java.util.List;

/** The parts of a method's comment. */
final class Docs {
    private Docs() {}

    static List<String> of(String description, boolean deprecated, String... tags) {
        List<String> parts = new ArrayList<>();
        parts.add(description);
        parts.addAll(List.of(tags));
        if (deprecated) {
            parts.add("@deprecated Telnyx has marked this as deprecated.");
        }
        return parts;
    }
}
