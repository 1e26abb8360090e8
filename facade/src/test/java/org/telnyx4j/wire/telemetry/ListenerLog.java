package org.telnyx4j.wire.telemetry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.telemetry.ObservedOperation;
import org.telnyx4j.telemetry.ObservedRequest;
import org.telnyx4j.telemetry.OperationListener;
import org.telnyx4j.telemetry.OperationResult;
import org.telnyx4j.telemetry.RequestResult;

/** Keeps all that a listener is told. */
final class ListenerLog implements OperationListener {
    /**
     * One call of a listener.
     *
     * @param kind start, request, response, success or failure
     * @param operation which operation
     * @param request which request, or null
     * @param result the result of the operation or the request, or null
     * @param failure what it threw, or null
     * @param thread which thread called
     */
    record Heard(
            String kind,
            ObservedOperation operation,
            @Nullable ObservedRequest request,
            @Nullable Object result,
            @Nullable Throwable failure,
            Thread thread) {
        OperationResult operationResult() {
            return (OperationResult) result;
        }

        RequestResult requestResult() {
            return (RequestResult) result;
        }

        @Override
        public String toString() {
            return kind + " " + operation.name();
        }
    }

    final List<Heard> heard = new CopyOnWriteArrayList<>();

    @Override
    public void started(ObservedOperation operation) {
        add("start", operation, null, null, null);
    }

    @Override
    public void requestStarted(ObservedRequest request) {
        add("request", request.operation(), request, null, null);
    }

    @Override
    public void requestEnded(ObservedRequest request, RequestResult result) {
        add("response", request.operation(), request, result, null);
    }

    @Override
    public void succeeded(ObservedOperation operation, OperationResult result) {
        add("success", operation, null, result, null);
    }

    @Override
    public void failed(ObservedOperation operation, OperationResult result, Throwable failure) {
        add("failure", operation, null, result, failure);
    }

    private void add(
            String kind,
            ObservedOperation operation,
            @Nullable ObservedRequest request,
            @Nullable Object result,
            @Nullable Throwable failure) {
        heard.add(new Heard(kind, operation, request, result, failure, Thread.currentThread()));
    }

    List<String> lines() {
        return heard.stream().map(Heard::toString).toList();
    }

    Heard last() {
        return heard.get(heard.size() - 1);
    }

    /** Returns everything as text, that of each object too. */
    List<String> everything() {
        return heard.stream()
                .flatMap(one -> Stream.of(
                        one.kind(),
                        one.operation().name(),
                        one.operation().tenant().orElse(""),
                        String.valueOf(one.operation()),
                        String.valueOf(one.request()),
                        one.request() == null
                                ? ""
                                : one.request().url()
                                        + one.request().pathTemplate()
                                        + one.request().serverAddress(),
                        String.valueOf(one.result())))
                .toList();
    }
}
