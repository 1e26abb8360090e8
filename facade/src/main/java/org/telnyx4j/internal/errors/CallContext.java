package org.telnyx4j.internal.errors;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds what an error must know about the call that failed. Immutable.
 *
 * @param operation name of the operation such as {@code messages.send}
 * @param repeatability what happens if its request arrives twice
 * @param privateTexts every text of the request that nobody but the recipient should read, such as text and subject;
 *     null when not known, and then no {@code detail} that Telnyx wrote goes into the message
 * @param traces what its effect can be recognised by
 */
public record CallContext(
        String operation,
        Repeatability repeatability,
        @Nullable List<String> privateTexts,
        Traces traces) {

    /** Copies the texts. */
    public CallContext {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(repeatability, "repeatability");
        privateTexts = privateTexts == null ? null : List.copyOf(privateTexts);
    }

    /**
     * Makes the context of a call whose effect leaves no traces that are known.
     *
     * @param operation name of the operation
     * @param repeatability what happens if its request arrives twice
     * @param privateTexts every text of the request that nobody but the recipient should read, or null when not known
     */
    public CallContext(String operation, Repeatability repeatability, @Nullable List<String> privateTexts) {
        this(operation, repeatability, privateTexts, Traces.NONE);
    }

    /**
     * Makes the context of a call whose private texts are not known, such as a raw one.
     *
     * @param operation name of the operation
     * @param repeatability what happens if its request arrives twice
     * @return the context
     */
    public static CallContext of(String operation, Repeatability repeatability) {
        return new CallContext(operation, repeatability, null);
    }

    /**
     * Tells which private texts this call carries, so that a message can show a {@code detail} that repeats none.
     *
     * @param texts all of them; empty when the call has none
     * @return a context with these texts
     */
    public CallContext withPrivateTexts(List<String> texts) {
        return new CallContext(operation, repeatability, texts, traces);
    }

    /** Leaves the private texts out. */
    @Override
    public String toString() {
        return "CallContext[operation=" + operation + ", repeatability=" + repeatability + "]";
    }

    /**
     * What the effect of a request can be recognised by, should its answer be lost. Immutable.
     *
     * @param commandId the command id in the request, or null where it has none
     * @param reference what the effect can be found by, such as a customer reference, or null
     * @param whenUnknown what to do if nobody knows whether it was carried out, as a phrase; or null to let the advice
     *     speak
     */
    public record Traces(
            @Nullable String commandId,
            @Nullable String reference,
            @Nullable String whenUnknown) {
        /** None at all. */
        public static final Traces NONE = new Traces(null, null, null);

        /** Leaves the values out. */
        @Override
        public String toString() {
            return "Traces";
        }
    }
}
