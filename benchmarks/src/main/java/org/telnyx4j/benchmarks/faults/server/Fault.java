package org.telnyx4j.benchmarks.faults.server;

import static org.telnyx4j.benchmarks.faults.server.Step.done;
import static org.telnyx4j.benchmarks.faults.server.Step.notDone;

import java.util.Arrays;
import java.util.List;
import org.telnyx4j.benchmarks.faults.server.Reply.Manner;

/**
 * The ways in which a send fares. A fault is a list of steps, one for each request of the same send; what comes after
 * them works, unless the fault lasts.
 */
public enum Fault {
    NONE("none (control group)", Door.SHARED),

    PORT_CLOSED("refuses the connection", Door.CLOSED),
    SLAMMED("accepts, closes before reading", Door.SLAMMED),
    TLS_CUT("TLS handshake cut off", Door.TLS_CUT),
    POOL_BUSY("all connections busy", Door.NARROW, lasting(done(Manner.TARDY))),

    READ_CLOSED("reads, closes", notDone(Manner.CLOSE)),
    READ_RESET("reads, resets", notDone(Manner.RESET)),
    RESET_MID_REQUEST("resets mid-request", notDone(Manner.RESET_BEFORE_BODY)),
    READ_HALF_CLOSED("reads, closes its half", notDone(Manner.HALF_CLOSE)),
    READ_HALF_HEAD("reads, answers half a head", notDone(Manner.HALF_HEAD)),
    INTERIM("reads, answers 100, closes", notDone(Manner.INTERIM)),
    READ_SILENT("reads, stays silent", notDone(Manner.SILENCE)),

    DONE_CLOSED("done, closes", done(Manner.CLOSE)),
    DONE_CLOSED_ALWAYS("done, closes, always", Door.SHARED, lasting(done(Manner.CLOSE))),
    DONE_RESET("done, resets", done(Manner.RESET)),
    DONE_HALF_CLOSED("done, closes its half", done(Manner.HALF_CLOSE)),
    DONE_HALF_HEAD("done, half a head", done(Manner.HALF_HEAD)),
    DONE_HALF_BODY("done, half a body", done(Manner.HALF_BODY)),
    DONE_SILENT("done, stays silent", done(Manner.SILENCE)),
    DONE_LATE_ANSWER("done, answers too late", done(Manner.LATE)),
    DONE_LATE("done after the deadline", new Step(Step.Effect.DONE_LATE, Reply.of(Manner.CLOSE))),
    DONE_CRAWLING_HEAD("done, head trickles too long", done(Manner.CRAWLING_HEAD)),
    DONE_CRAWLING_BODY("done, body trickles too long", done(Manner.CRAWLING_BODY)),
    DONE_SLOW_HEAD("done, head trickles in time", done(Manner.SLOW_HEAD)),
    DONE_SLOW_BODY("done, body trickles in time", done(Manner.SLOW_BODY)),
    DONE_TLS_CLOSED("done, TLS cut off", Door.TLS, once(done(Manner.CLOSE))),

    UNAVAILABLE_TWICE("503 twice", notDone(Reply.status(503)), notDone(Reply.status(503))),
    UNAVAILABLE_ALWAYS("503 always", Door.SHARED, lasting(notDone(Reply.status(503)))),
    DONE_ERROR("done, 500", done(Reply.status(500))),
    DONE_BAD_GATEWAY("done, 502", done(Reply.status(502))),
    DONE_BAD_GATEWAY_ALWAYS("done, 502 always", Door.SHARED, lasting(done(Reply.status(502)))),
    DONE_GATEWAY_TIMEOUT("done, 504", done(Reply.status(504))),
    DONE_PAGE("done, 200 with a page", done(Manner.PAGE)),
    DONE_SEE_OTHER("done, 303", done(new Reply(Manner.WHOLE, 303, "Location: /v2" + Reply.ELSEWHERE + "\r\n"))),
    NOT_DONE_REDIRECT("307 to itself", notDone(new Reply(Manner.WHOLE, 307, "Location: %s\r\n"))),

    LIMITED_FITS("429, 1 s, fits", notDone(Reply.rateLimited("Retry-After: 1"))),
    LIMITED_TOO_LONG("429, 30 s, does not fit", notDone(Reply.rateLimited("Retry-After: 30"))),
    LIMITED_RESET("429, x-ratelimit-reset 30", notDone(Reply.rateLimited("x-ratelimit-reset: 30"))),
    LIMITED_BARE("429 without a delay", notDone(Reply.rateLimited(""))),
    LIMITED_ALWAYS("429 always", Door.SHARED, lasting(notDone(Reply.rateLimited("")))),

    DONE_CLOSED_THEN_LIMITED(
            "done, closes; then 429, 30 s", done(Manner.CLOSE), notDone(Reply.rateLimited("Retry-After: 30"))),
    DONE_CLOSED_THEN_REFUSED("done, closes; then 403", done(Manner.CLOSE), notDone(Reply.status(403))),
    DONE_BAD_GATEWAY_THEN_CLOSED("done, 502; then closes", done(Reply.status(502)), notDone(Manner.CLOSE)),

    STALE_CLOSED("idle connection closed", Door.OWN, lasting(done(Manner.THEN_CLOSE))),
    STALE_RESET("used connection reset", Door.OWN, lasting(done(Manner.THEN_RESET))),
    STALE_TIMEOUT("408 on an idle connection", Door.OWN, lasting(done(Manner.THEN_TIMEOUT))),

    UNSOLICITED_LIMITED("429 on an idle connection", Door.IDLE, lasting(done(Manner.THEN_LIMITED))),
    UNSOLICITED_REFUSED("400 on an idle connection", Door.IDLE, lasting(done(Manner.THEN_REFUSED))),
    UNSOLICITED_OTHER("200 on an idle connection", Door.IDLE, lasting(done(Manner.THEN_OTHER))),
    GLUED("200 with a second response glued on", Door.IDLE, lasting(done(Manner.GLUED))),
    NO_CONTENT_GLUED("204 with a body glued on", Door.IDLE, lasting(done(Manner.NO_CONTENT_GLUED))),

    REFUSED_ONCE("HTTP/2: refuses the stream", Door.HTTP_2, once(notDone(Manner.STREAM_REFUSED))),
    REFUSED_ALWAYS("HTTP/2: refuses the stream, always", Door.HTTP_2, lasting(notDone(Manner.STREAM_REFUSED))),
    READ_STREAM_RESET("HTTP/2: reads, resets the stream", Door.HTTP_2, once(notDone(Manner.STREAM_RESET))),
    DONE_STREAM_RESET("HTTP/2: done, resets the stream", Door.HTTP_2, once(done(Manner.STREAM_RESET))),
    GONE_BEFORE("HTTP/2: goes away before it", Door.HTTP_2, once(notDone(Manner.GOAWAY_BEFORE))),
    DONE_GONE("HTTP/2: done, goes away", Door.HTTP_2, once(done(Manner.GOAWAY_WITHIN))),
    DONE_THEN_REFUSED_STREAM(
            "HTTP/2: done, closes; then refuses",
            Door.HTTP_2,
            once(done(Manner.CLOSE), notDone(Manner.STREAM_REFUSED)));

    /** The header that asks for a delay of one second needs a caller who has more than one. */
    private static final int PATIENT = 3;

    private final String words;
    private final Door door;
    // Records of enums and texts: they are immutable, but Error Prone takes only an annotation for an answer.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Script script;

    Fault(String words, Step... steps) {
        this(words, Door.SHARED, once(steps));
    }

    Fault(String words, Door door) {
        this(words, door, once());
    }

    Fault(String words, Door door, Script script) {
        this.words = words;
        this.door = door;
        this.script = script;
    }

    /**
     * Returns the fault of a send. Every second send is healthy, as a client's retries are paid for by what succeeds; the
     * others go through all faults again and again.
     */
    public static Fault ofNumber(int number) {
        return number % 2 == 0 ? NONE : General.FAULTS.get(number / 2 % General.FAULTS.size());
    }

    /** Returns the fault of a send over HTTP/2; as with {@link #ofNumber}, every second one is healthy. */
    public static Fault ofNumberOverHttp2(int number) {
        return number % 2 == 0 ? NONE : OverHttp2.FAULTS.get(number / 2 % OverHttp2.FAULTS.size());
    }

    /** Returns the faults that there are over HTTP/2: those of single exchanges, and its own. */
    public static List<Fault> overHttp2() {
        return OverHttp2.FAULTS;
    }

    private static final class OverHttp2 {
        private static final List<Fault> FAULTS = Arrays.stream(values())
                .filter(fault -> fault.door == Door.SHARED || fault.door == Door.OWN || fault.door == Door.HTTP_2)
                .toList();
    }

    /** Returns the faults that sends of every kind go through. */
    public static List<Fault> general() {
        return General.FAULTS;
    }

    /** Returns the faults that need a connection that is left alone for a moment. */
    public static List<Fault> ofIdleConnections() {
        return Arrays.stream(values()).filter(fault -> fault.door == Door.IDLE).toList();
    }

    /** Returns the faults that hit whoever sends to the ordinary port, whatever client it has. */
    public static List<Fault> ofOrdinaryPort() {
        return Arrays.stream(values())
                .filter(fault -> fault.door == Door.SHARED || fault.door == Door.OWN)
                .filter(fault -> fault != NONE)
                .toList();
    }

    private static final class General {
        private static final List<Fault> FAULTS = Arrays.stream(values())
                .filter(fault -> fault.door != Door.IDLE && fault.door != Door.HTTP_2)
                .toList();
    }

    /** Returns what the table calls it. */
    public String words() {
        return words;
    }

    /** Returns where its sends go. */
    public Door door() {
        return door;
    }

    /** Returns whether the first request costs all others on its connection theirs as well. */
    public boolean cutsConnection() {
        return switch (step(0).reply().manner()) {
            case CLOSE, RESET, RESET_BEFORE_BODY, HALF_HEAD, THEN_RESET -> true;
            default -> false;
        };
    }

    /** Returns by how much a caller's deadline is longer than usual. */
    public int patience() {
        return this == LIMITED_FITS ? PATIENT : 1;
    }

    /** Returns what happens to a request, counted from 0 among those of the same send. */
    public Step step(int attempt) {
        List<Step> steps = script.steps();
        if (attempt < steps.size()) {
            return steps.get(attempt);
        }
        return script.lasts() ? steps.get(steps.size() - 1) : Step.WORKS;
    }

    private static Script once(Step... steps) {
        return new Script(List.of(steps), false);
    }

    private static Script lasting(Step... steps) {
        return new Script(List.of(steps), true);
    }

    private record Script(List<Step> steps, boolean lasts) {}
}
