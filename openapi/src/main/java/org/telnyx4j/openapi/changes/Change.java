package org.telnyx4j.openapi.changes;

import java.util.Set;

/**
 * One change.
 *
 * @param impact what it means for users
 * @param subject what has changed: an operation, or a schema with its field
 * @param what how, in words that follow the subject
 * @param operations the ids of the operations, and names of the webhooks, that it can be seen in
 */
public record Change(Impact impact, String subject, String what, Set<String> operations) {
    /** Copies the operations. */
    public Change {
        operations = Set.copyOf(operations);
    }
}
