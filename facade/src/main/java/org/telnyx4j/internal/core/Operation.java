package org.telnyx4j.internal.core;

import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.errors.Repeatability;

/**
 * An operation of the facade.
 *
 * @param name what errors and telemetry call it, such as {@code messages.send}
 * @param repeatability what happens if it arrives twice
 * @param whenUnknown what to do if nobody knows whether it was carried out, as a phrase that goes into the error; or
 *     null to let the advice speak
 */
public record Operation(
        String name, Repeatability repeatability, @Nullable String whenUnknown) {
    /**
     * Makes an operation without advice of its own.
     *
     * @param name what errors and telemetry call it
     * @param repeatability what happens if it arrives twice
     */
    public Operation(String name, Repeatability repeatability) {
        this(name, repeatability, null);
    }
}
