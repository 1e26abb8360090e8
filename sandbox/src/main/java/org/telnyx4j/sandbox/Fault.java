package org.telnyx4j.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.generated.api.Operations;
import org.telnyx4j.sandbox.internal.api.ErrorCode;
import org.telnyx4j.sandbox.internal.api.ErrorEntry;
import org.telnyx4j.sandbox.internal.faults.Effect;
import org.telnyx4j.sandbox.internal.faults.FaultPlan;
import org.telnyx4j.sandbox.internal.faults.FaultPlan.Target;
import org.telnyx4j.sandbox.internal.http.HttpResponse;

/**
 * Something that goes wrong with a request; handed to {@link TelnyxSandbox#failNext}. Immutable: the methods
 * that refine a fault return another.
 *
 * <p>A fault hits one request unless {@link #times} says otherwise, and any request unless {@link #on} does.
 * A request that is hit by a status or a broken connection is not carried out, as if something in front of the
 * API had failed, unless {@link #afterCarryingOut} says otherwise.
 */
public final class Fault {
    private static final Duration LONGEST = Duration.ofDays(1);

    private final FaultPlan plan;

    private Fault(FaultPlan plan) {
        this.plan = plan;
    }

    private static Fault of(Effect effect, boolean carriedOut) {
        return new Fault(FaultPlan.of(effect, carriedOut));
    }

    /**
     * Answers with a status and a Telnyx error body whose code suits the status, such as 10007 for 500.
     *
     * @param status an HTTP status from 400 to 599
     */
    public static Fault status(int status) {
        return of(errorAnswer(status, ErrorCode.forStatus(status).code(), Map.of()), false);
    }

    /**
     * Answers with a status and a Telnyx error body with the given code.
     *
     * @param status an HTTP status from 400 to 599
     * @param code the Telnyx error code, such as {@code 40318}
     */
    public static Fault error(int status, String code) {
        return of(errorAnswer(status, Objects.requireNonNull(code, "code"), Map.of()), false);
    }

    /**
     * Answers with 429, code 10011, {@code Retry-After} and {@code x-ratelimit-reset}.
     *
     * @param retryAfter what both headers say; rounded up to whole seconds
     */
    public static Fault rateLimited(Duration retryAfter) {
        String seconds =
                Long.toString(checked(retryAfter, "retryAfter").plusMillis(999).toSeconds());
        Map<String, String> headers =
                Map.of("retry-after", seconds, "x-ratelimit-remaining", "0", "x-ratelimit-reset", seconds);
        return of(errorAnswer(429, ErrorCode.TOO_MANY_REQUESTS.code(), headers), false);
    }

    /** Responds with 429 and code 10011, without {@code Retry-After}. */
    public static Fault rateLimited() {
        return of(errorAnswer(429, ErrorCode.TOO_MANY_REQUESTS.code(), Map.of("x-ratelimit-remaining", "0")), false);
    }

    /**
     * Answers with exactly this status, content type and body, like a gateway that knows nothing of Telnyx.
     *
     * @param status an HTTP status from 200 to 599
     * @param body sent as UTF-8
     */
    public static Fault answer(int status, String contentType, String body) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status must be from 200 to 599, was " + status);
        }
        Objects.requireNonNull(contentType, "contentType");
        return of(new Effect.Own(HttpResponse.text(status, contentType, body), false), false);
    }

    /** Carries the request out at once, and gives the real answer only after the delay (a day at most). */
    public static Fault delayed(Duration delay) {
        return of(new Effect.Real(), true).after(delay);
    }

    /** Reads the request and never answers. The connection stays open for a day or until the sandbox is closed. */
    public static Fault stalled() {
        return of(new Effect.NoResponse(false), false).after(LONGEST);
    }

    /** Reads the request, then closes the connection without a byte. */
    public static Fault connectionClosed() {
        return of(new Effect.NoResponse(false), false);
    }

    /** Reads the request, then resets the connection (TCP RST). */
    public static Fault connectionReset() {
        return of(new Effect.NoResponse(true), false);
    }

    /** Answers with bytes that aren't HTTP, then closes the connection. */
    public static Fault malformedResponse() {
        return of(new Effect.Garbage(), false);
    }

    /**
     * Carries the request out and closes the connection halfway through the body of the real answer, whose
     * {@code Content-Length} promises all of it.
     */
    public static Fault truncatedBody() {
        return of(new Effect.CutOff(Cut.IN_BODY), true);
    }

    /** Carries the request out and closes the connection without a byte of the response. */
    public static Fault responseLost() {
        return connectionClosed().afterCarryingOut();
    }

    /** Carries the request out and closes the connection at a place of the real response. */
    public static Fault cut(Cut place) {
        return of(new Effect.CutOff(Objects.requireNonNull(place, "place")), true);
    }

    /**
     * Carries the request out once and sends the real response twice on the same connection. A client that uses the
     * connection again takes the second one for the response to its next request.
     */
    public static Fault sentTwice() {
        return of(new Effect.Twice(), true);
    }

    /** Carries the request out and sends the body of the real response twice, as one body of the double length. */
    public static Fault gluedBody() {
        return of(new Effect.Glued(), true);
    }

    /** Carries the request out and compresses the body of the real response with gzip, whether or not that was asked for. */
    public static Fault gzipped() {
        return of(new Effect.Gzipped(), true);
    }

    /**
     * Carries the request out and sends the body of the real answer in pieces, evenly spread over a time. The
     * headers come at once, the last piece at the end of that time.
     *
     * @param total the time for the whole body; a day at most
     * @param pieces into how many pieces the body is cut; 1 at least, and at most one for each byte
     */
    public static Fault trickled(Duration total, int pieces) {
        if (pieces < 1) {
            throw new IllegalArgumentException("pieces must be 1 or more, was " + pieces);
        }
        return of(new Effect.Trickled(checked(total, "total"), pieces), true);
    }

    /** Lets the request be carried out first, so that only its answer is lost or replaced. */
    public Fault afterCarryingOut() {
        return new Fault(plan.afterCarryingOut());
    }

    /** Lets the fault happen only after a delay, a day at most. The request is carried out, if it is, before the delay. */
    public Fault after(Duration delay) {
        return new Fault(plan.after(checked(delay, "delay")));
    }

    /** Lets the fault hit the next {@code times} matching requests, 1 at least. */
    public Fault times(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times must be 1 or more, was " + times);
        }
        return new Fault(plan.times(times));
    }

    /**
     * Lets the fault hit only requests with this method to this path or one below it.
     *
     * @param method the HTTP method, in any case
     * @param pathPrefix whole segments below the base URL: {@code /messages} stands for {@code /messages} and
     *     {@code /messages/schedule}, but not for {@code /messages_and_more}
     */
    public Fault on(String method, String pathPrefix) {
        if (!pathPrefix.startsWith("/")) {
            throw new IllegalArgumentException("pathPrefix must begin with a slash, such as /messages");
        }
        return new Fault(plan.on(new Target(method.toUpperCase(Locale.ROOT), pathPrefix, false, null)));
    }

    /**
     * Lets the fault hit only requests for one operation.
     *
     * @param operation a constant of the generated API classes, such as {@code MessagesApi.SEND_MESSAGE}
     */
    public Fault on(ApiOperation operation) {
        return new Fault(plan.on(new Target(null, "/", false, operation.id())));
    }

    /**
     * Lets the fault hit only requests for one operation.
     *
     * @param operationId the id of the operation in the specification, such as {@code sendMessage}
     * @throws IllegalArgumentException if the specification has no such operation
     */
    public Fault onOperation(String operationId) {
        return on(Operations.all().stream()
                .filter(operation -> operation.id().equals(operationId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no operation " + operationId)));
    }

    /**
     * Lets the fault hit a share of the matching requests, as many as there are, until the faults are cleared or {@link
     * #times} as many have been hit. Which of them is the same in each run.
     *
     * @param share above 0 and up to 1: 0.1 for one in ten
     */
    public Fault share(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be above 0 and up to 1, was " + share);
        }
        return new Fault(plan.share(share));
    }

    /**
     * Adds a header to the answer, replacing one of the same name.
     *
     * @throws IllegalStateException if this fault gives no answer of its own
     */
    public Fault header(String name, String value) {
        if (!(plan.effect() instanceof Effect.Own own)) {
            throw new IllegalStateException("Only a fault with an answer of its own can have headers: " + this);
        }
        return new Fault(plan.withEffect(new Effect.Own(own.response().withHeader(name, value), own.fromTelnyx())));
    }

    static Fault scripted(String method, String path, ScriptedResponse response) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path must begin with a slash, such as /messages");
        }
        Fault fault = of(new Effect.Own(response.response(), false), false);
        return new Fault(fault.plan.on(new Target(method.toUpperCase(Locale.ROOT), path, true, null)));
    }

    FaultPlan plan() {
        return plan;
    }

    private static Effect errorAnswer(int status, String code, Map<String, String> headers) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must be from 400 to 599, was " + status);
        }
        ErrorEntry error = ErrorEntry.of(status, code, "The sandbox was told to fail this request.");
        byte[] body = ErrorEntry.body(List.of(error)).toJsonBytes();
        return new Effect.Own(HttpResponse.json(status, body).withMissingHeaders(headers), true);
    }

    private static Duration checked(Duration duration, String name) {
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must be from 0 to a day, was " + duration);
        }
        return duration;
    }

    /** Says what the fault does, to which requests, and how often. */
    @Override
    public String toString() {
        return "Fault[" + plan.describe() + "]";
    }
}
