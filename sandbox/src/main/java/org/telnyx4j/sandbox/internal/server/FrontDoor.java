package org.telnyx4j.sandbox.internal.server;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.telnyx4j.sandbox.internal.api.Dispatcher;
import org.telnyx4j.sandbox.internal.api.Exchange;
import org.telnyx4j.sandbox.internal.faults.Effect;
import org.telnyx4j.sandbox.internal.faults.FaultPlan;
import org.telnyx4j.sandbox.internal.faults.FaultQueue;
import org.telnyx4j.sandbox.internal.http.HttpHandler;
import org.telnyx4j.sandbox.internal.http.HttpRequest;
import org.telnyx4j.sandbox.internal.http.HttpResponse;

/** Records each request, lets it meet its fault, and hands it to the API. The sandbox's own pages are in front of that. */
public final class FrontDoor implements HttpHandler {
    /** Below it is what the sandbox has and Telnyx doesn't. */
    public static final String CONTROL_PATH = "/_sandbox";

    private final Dispatcher api;
    private final HttpHandler control;
    private final RequestLog requests;
    private final FaultQueue faults;
    private final Supplier<Instant> now;

    public FrontDoor(
            Dispatcher api, HttpHandler control, RequestLog requests, FaultQueue faults, Supplier<Instant> now) {
        this.api = api;
        this.control = control;
        this.requests = requests;
        this.faults = faults;
        this.now = now;
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        if (request.path().equals(CONTROL_PATH) || request.path().startsWith(CONTROL_PATH + "/")) {
            return control.handle(request);
        }
        Exchange exchange = new Exchange(request, now.get());
        requests.add(exchange);
        Optional<FaultPlan> fault = faults.takeFor(exchange, api.operationId(exchange));
        HttpResponse response = fault.isPresent() ? fail(fault.get(), exchange) : api.handle(exchange);
        exchange.responded(response.status());
        return response;
    }

    private HttpResponse fail(FaultPlan fault, Exchange exchange) {
        exchange.met(fault.describe());
        boolean carriedOut = fault.carriedOut() || fault.effect().needsRealResponse();
        HttpResponse real = carriedOut ? api.handle(exchange) : HttpResponse.of(200);
        HttpResponse spoiled = fault.effect().spoil(real);
        if (fault.effect() instanceof Effect.Own own && own.fromTelnyx()) {
            spoiled = spoiled.withMissingHeaders(Dispatcher.commonHeaders(exchange));
        }
        return spoiled.after(fault.delay());
    }
}
