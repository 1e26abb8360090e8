package org.telnyx4j.telemetry;

import java.util.Optional;

/**
 * An operation that has started. Implemented by the library alone. One object stands for one operation, and is compared by
 * identity.
 */
public interface ObservedOperation {
    /**
     * Returns the name of the operation.
     *
     * @return such as {@code messages.send} or {@code phone_numbers.search_and_buy_first}; one of a fixed set, fit for the
     *     tag of a metric
     */
    String name();

    /**
     * Returns the name of the tenant.
     *
     * @return the name that the application gave it, or empty for calls of the client itself
     */
    Optional<String> tenant();

    /**
     * Returns the operation that this one is a step of.
     *
     * @return the operation, or empty where the application called this one itself
     */
    Optional<ObservedOperation> parent();

    /**
     * Keeps something for later calls of the same listener, such as a timer that has started. To be called on the thread
     * that called the listener.
     *
     * @param key whose it is: the listener itself, or another object of its own; compared by identity
     * @param value what to keep
     */
    void attach(Object key, Object value);

    /**
     * Returns what a listener has kept.
     *
     * @param key the key that it was kept under
     * @param type the class of what was kept
     * @return what was kept, or empty where nothing of that class was
     */
    <T> Optional<T> attachment(Object key, Class<T> type);
}
