package org.telnyx4j.telemetry;

/**
 * Is called when an operation of a client starts and ends, for metrics, alerts and traces. OpenTelemetry's spans and
 * metrics are made by one such listener; {@code Telnyx.builder().listener(…)} adds others.
 *
 * <p>An operation is what the application called, such as {@code messages.send}: local checks, all HTTP requests with the
 * waits between them, and reading the response. One of several steps, such as {@code phone_numbers.search_and_buy_first},
 * is one operation, and each of its steps another, whose {@linkplain ObservedOperation#parent() parent} it is. A list is
 * an operation for each page. What is refused before it is sent is a failed operation without requests.
 *
 * <p>{@link #started} is followed by exactly one of {@link #succeeded} and {@link #failed}, all three on the thread that
 * calls the operation. Requests begin and end in between, on the same thread, except for the second request of a hedged
 * call command, which has a thread of its own and can end later. With several listeners, the first to be called at the
 * start is the last to be called at the end.
 *
 * <p><b>Nothing private</b> is given to a listener: no API key, no text, no phone number. Ids that contain what could be a
 * phone number read {@code REDACTED}.
 *
 * <p><b>A listener changes no call.</b> What it throws is dropped; the first time, the client logs the class of the
 * exception. But it runs on the thread of the caller, and time that it takes is added to the call, outside of its
 * deadline: a listener must not block. Methods are called by many threads at once. A listener that calls the same client
 * starts operations of its own, and is called for these too.
 */
public interface OperationListener {
    /**
     * An operation starts.
     *
     * @param operation the operation; the same object until it ends
     */
    default void started(ObservedOperation operation) {}

    /**
     * An HTTP request is about to be sent. Retries are requests of their own.
     *
     * @param request the request; the same object until it ends
     */
    default void requestStarted(ObservedRequest request) {}

    /**
     * An HTTP request has ended, with a response or without.
     *
     * @param request the request
     * @param result how it ended
     */
    default void requestEnded(ObservedRequest request, RequestResult result) {}

    /**
     * An operation has succeeded.
     *
     * @param operation the operation
     * @param result what is known of it
     */
    default void succeeded(ObservedOperation operation, OperationResult result) {}

    /**
     * An operation has failed.
     *
     * @param operation the operation
     * @param result what is known of it
     * @param failure what the caller gets: a {@link org.telnyx4j.errors.TelnyxException}, whose message has nothing private
     *     in it, or in rare cases an error such as {@link OutOfMemoryError} or what code of the application threw
     */
    default void failed(ObservedOperation operation, OperationResult result, Throwable failure) {}
}
