package org.telnyx4j.internal.telemetry;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RawResponse;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.telemetry.ObservedOperation;
import org.telnyx4j.telemetry.ObservedRequest;

/** A request that listeners are called for. For the thread that sends it. */
final class RequestRun implements ActiveAttempt, ObservedRequest {
    private final OperationRun operation;
    private final Call call;
    private final int resends;
    private final HostAndPort target;
    private final long startNanos = System.nanoTime();
    private final Attachments attachments = new Attachments();

    private RequestRun(OperationRun operation, Call call, Attempt attempt) {
        this.operation = operation;
        this.call = call;
        this.resends = attempt.resends();
        this.target = HostAndPort.of(call.uri());
    }

    static RequestRun begin(OperationRun operation, Call call, Attempt attempt) {
        RequestRun request = new RequestRun(operation, call, attempt);
        if (attempt.resends() > 0 && operation.isUnderWay()) {
            operation.retried();
        }
        operation.listeners().requestStarted(request);
        return request;
    }

    @Override
    public ObservedOperation operation() {
        return operation;
    }

    @Override
    public String method() {
        return call.operation().method();
    }

    @Override
    public String pathTemplate() {
        return Redaction.template(call.uri().getRawPath(), call.operation().pathTemplate());
    }

    @Override
    public String url() {
        URI uri = call.uri();
        String query = uri.getRawQuery();
        return uri.getScheme() + "://" + target.host() + (target.port() < 0 ? "" : ":" + target.port())
                + Redaction.path(uri.getRawPath(), call.operation().pathTemplate())
                + (query == null ? "" : "?" + Redaction.query(query));
    }

    @Override
    public String serverAddress() {
        String host = target.host();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public int serverPort() {
        boolean secure = call.uri().getScheme().toLowerCase(Locale.ROOT).equals("https");
        return target.port() >= 0 ? target.port() : secure ? 443 : 80;
    }

    @Override
    public int resends() {
        return resends;
    }

    @Override
    public void attach(Object key, Object value) {
        attachments.put(key, value);
    }

    @Override
    public <T> Optional<T> attachment(Object key, Class<T> type) {
        return attachments.get(key, type);
    }

    @Override
    public void end(@Nullable RawResponse response, @Nullable Throwable failure) {
        if (operation.isUnderWay()) {
            operation.responded(response);
        }
        String requestId = response == null ? null : response.header("x-request-id");
        RequestOutcome result = new RequestOutcome(
                Duration.ofNanos(System.nanoTime() - startNanos),
                response == null ? OptionalInt.empty() : OptionalInt.of(response.status()),
                Optional.ofNullable(requestId).filter(id -> !id.isBlank()).map(Redaction::requestId),
                RequestOutcome.error(response, failure),
                response == null ? Optional.empty() : response.httpVersion());
        operation.listeners().requestEnded(this, result);
    }

    /** Shows the method and the template of the path alone. */
    @Override
    public String toString() {
        return "ObservedRequest[" + method() + " " + pathTemplate() + "]";
    }
}
