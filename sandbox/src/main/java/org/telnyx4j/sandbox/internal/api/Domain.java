package org.telnyx4j.sandbox.internal.api;

/** A part of the API that keeps its own state, such as messages. A further one is added in {@code TelnyxSandbox}. */
@FunctionalInterface
public interface Domain {
    void addTo(Routes routes);
}
