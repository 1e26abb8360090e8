package org.telnyx4j.internal.call;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a call where, and under which name. Immutable; the same for many calls.
 *
 * @param baseUrl where requests go
 * @param tenant the name of the tenant, or null for the client itself
 * @param name what errors and telemetry call the operation, or null for the name that the specification gives it
 * @param remedies for the name of an operation, what to do if its outcome is unknown, as a phrase
 * @param needsData whether a success without data is a failure
 */
public record CallTarget(
        BaseUrl baseUrl,
        @Nullable String tenant,
        @Nullable String name,
        Map<String, String> remedies,
        boolean needsData) {
    /**
     * Returns the same target under another name.
     *
     * @param other what errors and telemetry call the operation
     * @return the target
     */
    public CallTarget named(@Nullable String other) {
        return new CallTarget(baseUrl, tenant, other, remedies, needsData);
    }

    /**
     * Returns the same target for operations that need data, or need none.
     *
     * @param needed whether a success without data is a failure
     * @return the target
     */
    public CallTarget needingData(boolean needed) {
        return new CallTarget(baseUrl, tenant, name, remedies, needed);
    }
}
