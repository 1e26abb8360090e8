package org.telnyx4j.sandbox.internal.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How the bytes of a response are sent. */
@FunctionalInterface
public interface Wire {
    /** All at once; the connection stays open. */
    Wire WHOLE = (head, body) -> List.of(new Step.Send(head), new Step.Send(body));

    /**
     * Returns what to do, step by step. A connection that no step has closed is used for the next request.
     *
     * @param head the status line and the headers with the empty line after them
     * @param body the body; empty where there is none, and for HEAD
     */
    List<Step> steps(byte[] head, byte[] body);

    /** Returns this way, after a pause. */
    default Wire after(Duration pause) {
        if (pause.isZero()) {
            return this;
        }
        return (head, body) -> {
            List<Step> steps = new ArrayList<>();
            steps.add(new Step.Pause(pause));
            steps.addAll(steps(head, body));
            return steps;
        };
    }

    /** One thing that is done with a connection. */
    sealed interface Step {
        /** Sends bytes at once. */
        final class Send implements Step {
            private final byte[] bytes;

            public Send(byte[] bytes) {
                this.bytes = bytes;
            }

            byte[] bytes() {
                return bytes;
            }
        }

        /** Sends nothing for a time. It ends early when the server is closed. */
        record Pause(Duration duration) implements Step {}

        /** Closes the connection. */
        record Close() implements Step {}

        /** Resets the connection (TCP RST). */
        record Reset() implements Step {}
    }
}
