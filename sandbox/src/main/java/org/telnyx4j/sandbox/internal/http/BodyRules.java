package org.telnyx4j.sandbox.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of what a body may hold: each field's type, whether it must be there, and whether null is a value for
 * it. Immutable; the methods return another.
 */
public final class BodyRules {
    /** A table without fields. */
    public static final BodyRules NONE = new BodyRules(List.of());

    private final List<Rule> rules;

    private BodyRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Adds fields that must be there, and neither null, blank nor empty. */
    public BodyRules required(FieldType type, String... names) {
        return with(type, Presence.REQUIRED, names);
    }

    /** Adds fields that may be left out, but can't be null. */
    public BodyRules optional(FieldType type, String... names) {
        return with(type, Presence.OPTIONAL, names);
    }

    /** Adds fields that may be left out, and for which null is a value. */
    public BodyRules nullable(FieldType type, String... names) {
        return with(type, Presence.NULLABLE, names);
    }

    /**
     * Checks a body and returns the fields in it that the table has, null ones included; any other field has no
     * effect, as with the API.
     *
     * @throws ApiException with everything that is wrong
     */
    public ObjectNode read(ObjectNode body) {
        Fields fields = new Fields(body);
        ObjectNode known = Json.object();
        for (Rule rule : rules) {
            rule.check(body, fields);
            if (body.has(rule.name)) {
                known.set(rule.name, body.get(rule.name).deepCopy());
            }
        }
        fields.throwIfRefused();
        return known;
    }

    private BodyRules with(FieldType type, Presence presence, String... names) {
        List<Rule> all = new ArrayList<>(rules);
        for (String name : names) {
            all.add(new Rule(name, type, presence));
        }
        return new BodyRules(all);
    }

    private enum Presence {
        REQUIRED,
        OPTIONAL,
        NULLABLE
    }

    private record Rule(String name, FieldType type, Presence presence) {
        void check(ObjectNode body, Fields fields) {
            if (presence == Presence.REQUIRED && isMissing(body)) {
                fields.refuseMissing(name);
            } else if (presence == Presence.OPTIONAL && body.has(name) && fields.isAbsent(name)) {
                fields.refuse(ErrorCode.INVALID_TYPE, "/" + name, "The '" + name + "' parameter can't be null.");
            } else {
                type.check().accept(fields, name);
            }
        }

        private boolean isMissing(ObjectNode body) {
            return !body.hasNonNull(name)
                    || (body.get(name).isTextual() && body.get(name).textValue().isBlank())
                    || (body.get(name).isContainerNode() && body.get(name).isEmpty());
        }
    }
}
