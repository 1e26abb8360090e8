package org.telnyx4j.internal.core;

import org.jspecify.annotations.Nullable;

/**
 * An operation of the facade. What happens if its request arrives twice is not said here: that depends on the request
 * itself, and {@link CallTransport} reads it there.
 *
 * @param name what errors and telemetry call it, such as {@code messages.send}
 * @param whenUnknown what to do if nobody knows whether it was carried out, as a phrase that goes into the error; or
 *     null to let the advice speak
 */
public record Operation(String name, @Nullable String whenUnknown) {
    /**
     * Makes an operation without advice of its own.
     *
     * @param name what errors and telemetry call it
     */
    public Operation(String name) {
        this(name, null);
    }
}
