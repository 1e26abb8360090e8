package org.telnyx4j.telemetry;

import java.util.Optional;

/**
 * An HTTP request that has started, with nothing private in it. Implemented by the library alone. One object stands for one
 * request, and is compared by identity.
 */
public interface ObservedRequest {
    /**
     * Returns the operation that it belongs to.
     *
     * @return the operation
     */
    ObservedOperation operation();

    /**
     * Returns the HTTP method.
     *
     * @return such as {@code POST}
     */
    String method();

    /**
     * Returns the path with the names of its parameters in place of their values, fit for the tag of a metric.
     *
     * @return such as {@code /v2/messages/{id}}
     */
    String pathTemplate();

    /**
     * Returns the whole URL. What could be private in it reads {@code REDACTED}, as do all values of the query but the
     * page's.
     *
     * @return such as {@code https://api.telnyx.com/v2/messages/40385f64-5717-4562-b3fc-2c963f66afa6}
     */
    String url();

    /**
     * Returns the host that it goes to.
     *
     * @return a host name, or an IP address without brackets
     */
    String serverAddress();

    /**
     * Returns the port that it goes to.
     *
     * @return the port, whether the URL names it or not
     */
    int serverPort();

    /**
     * Returns how many requests of the same call were sent before it.
     *
     * @return 0 for the first request
     */
    int resends();

    /**
     * Keeps something for {@link OperationListener#requestEnded}.
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
