package org.telnyx4j.internal.core;

import org.telnyx4j.internal.errors.Repeatability;

/**
 * An operation of the facade.
 *
 * @param name what errors and telemetry call it, such as {@code messages.send}
 * @param repeatability what happens if it arrives twice
 */
public record Operation(String name, Repeatability repeatability) {}
