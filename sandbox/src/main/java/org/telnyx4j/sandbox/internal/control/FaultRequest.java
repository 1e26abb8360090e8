package org.telnyx4j.sandbox.internal.control;

import java.time.Duration;
import java.util.Optional;
import org.telnyx4j.sandbox.Fault;

/** Reads a fault from a request. */
final class FaultRequest {
    private static final long LONGEST = Duration.ofDays(1).toMillis();

    private FaultRequest() {}

    static Fault read(ControlBody body) {
        Fault fault = ofKind(body);
        Optional<Long> times = body.number("times", 1, 1_000_000);
        Optional<Double> share = body.share("share");
        Optional<String> method = body.optionalText("method");
        Optional<String> path = body.optionalText("path");
        Optional<String> operation = body.optionalText("operation");
        boolean carriedOut = body.bool("carried_out").orElse(false);
        body.refuseOthers();
        if (times.isPresent() && share.isPresent()) {
            throw new IllegalArgumentException("times and share exclude each other.");
        }
        if (carriedOut) {
            fault = fault.afterCarryingOut();
        }
        if (times.isPresent()) {
            fault = fault.times(Math.toIntExact(times.get()));
        }
        if (share.isPresent()) {
            fault = fault.share(share.get());
        }
        if (operation.isPresent()) {
            fault = fault.onOperation(operation.get());
        } else if (method.isPresent() != path.isPresent()) {
            throw new IllegalArgumentException("method and path belong together.");
        } else if (method.isPresent() && path.isPresent()) {
            fault = fault.on(method.get(), path.get());
        }
        return fault;
    }

    private static Fault ofKind(ControlBody body) {
        String kind = body.text("kind");
        Optional<Duration> delay = body.number("delay_ms", 0, LONGEST).map(Duration::ofMillis);
        return switch (kind) {
            // The delay is a part of these two.
            case "delayed" -> Fault.delayed(delay.orElse(Duration.ofSeconds(1)));
            case "trickled" -> Fault.trickled(delay.orElse(Duration.ofSeconds(2)), 10);
            default -> {
                Fault fault = immediate(kind, body);
                yield delay.isPresent() ? fault.after(delay.get()) : fault;
            }
        };
    }

    private static Fault immediate(String kind, ControlBody body) {
        return switch (kind) {
            case "rate_limited" ->
                Fault.rateLimited(
                        Duration.ofSeconds(body.number("retry_after", 0, 86_400).orElse(1L)));
            case "status" ->
                Fault.status(Math.toIntExact(body.number("status", 400, 599).orElse(503L)));
            case "error" ->
                Fault.error(Math.toIntExact(body.number("status", 400, 599).orElse(422L)), body.text("code"));
            case "lost_response" -> Fault.responseLost();
            case "connection_closed" -> Fault.connectionClosed();
            case "connection_reset" -> Fault.connectionReset();
            case "truncated" -> Fault.truncatedBody();
            case "stalled" -> Fault.stalled();
            case "sent_twice" -> Fault.sentTwice();
            case "malformed" -> Fault.malformedResponse();
            default ->
                throw new IllegalArgumentException("There is no fault of kind " + kind
                        + "; the kinds are rate_limited, status, error, lost_response, connection_closed, connection_reset,"
                        + " truncated, trickled, delayed, stalled, sent_twice and malformed.");
        };
    }
}
