package org.telnyx4j.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.telnyx4j.sandbox.internal.http.ApiError;
import org.telnyx4j.sandbox.internal.http.ApiResponse;
import org.telnyx4j.sandbox.internal.http.ErrorCode;
import org.telnyx4j.sandbox.internal.server.FaultPlan;
import org.telnyx4j.sandbox.internal.server.FaultPlan.Effect;

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
        ApiResponse response =
                new ApiResponse(status, Map.of("content-type", contentType), body.getBytes(StandardCharsets.UTF_8));
        return of(new Effect.Answer(response, false), false);
    }

    /** Carries the request out at once, and gives the real answer only after the delay (a day at most). */
    public static Fault delayed(Duration delay) {
        return of(new Effect.RealAnswer(), true).after(delay);
    }

    /** Reads the request and never answers. The connection stays open for a day or until the sandbox is closed. */
    public static Fault stalled() {
        return of(new Effect.CloseConnection(), false).after(LONGEST);
    }

    /** Reads the request, then closes the connection without a byte. */
    public static Fault connectionClosed() {
        return of(new Effect.CloseConnection(), false);
    }

    /** Reads the request, then resets the connection (TCP RST). */
    public static Fault connectionReset() {
        return of(new Effect.ResetConnection(), false);
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
        return of(new Effect.TruncatedAnswer(), true);
    }

    /**
     * Carries the request out and sends the body of the real answer in pieces, evenly spread over a time. The
     * headers come with the first piece.
     *
     * @param total the time for the whole body; a day at most
     * @param pieces into how many pieces the body is cut; 1 at least, and at most one for each byte
     */
    public static Fault trickled(Duration total, int pieces) {
        if (pieces < 1) {
            throw new IllegalArgumentException("pieces must be 1 or more, was " + pieces);
        }
        return of(new Effect.TrickledAnswer(checked(total, "total"), pieces), true);
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
        return new Fault(plan.on(method.toUpperCase(Locale.ROOT), pathPrefix));
    }

    /**
     * Adds a header to the answer, replacing one of the same name.
     *
     * @throws IllegalStateException if this fault gives no answer of its own
     */
    public Fault header(String name, String value) {
        if (!(plan.effect() instanceof Effect.Answer answer)) {
            throw new IllegalStateException("Only a fault with an answer of its own can have headers: " + this);
        }
        ApiResponse response = answer.response().withHeader(name.toLowerCase(Locale.ROOT), value);
        return new Fault(plan.withEffect(new Effect.Answer(response, answer.fromTelnyx())));
    }

    FaultPlan plan() {
        return plan;
    }

    private static Effect errorAnswer(int status, String code, Map<String, String> headers) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must be from 400 to 599, was " + status);
        }
        ApiError error = ApiError.of(status, code, "The sandbox was told to fail this request.");
        ApiResponse response = ApiResponse.json(status, error.toBody()).withMissingHeaders(headers);
        return new Effect.Answer(response, true);
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
