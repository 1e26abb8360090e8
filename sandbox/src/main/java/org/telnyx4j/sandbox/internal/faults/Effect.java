package org.telnyx4j.sandbox.internal.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.telnyx4j.sandbox.Cut;
import org.telnyx4j.sandbox.internal.http.HttpResponse;
import org.telnyx4j.sandbox.internal.http.Wire.Step;

/** A way to go wrong. */
public sealed interface Effect {

    String describe();

    /**
     * Returns what is sent.
     *
     * @param real the response of the API, or an empty one where the request was not carried out
     */
    HttpResponse spoil(HttpResponse real);

    /** Returns whether what is spoiled is the response of the API, so that there must be one. */
    default boolean needsRealResponse() {
        return true;
    }

    /** A response of the fault's own; with the API's common headers if it is as from Telnyx. */
    record Own(HttpResponse response, boolean fromTelnyx) implements Effect {
        @Override
        public String describe() {
            return "answer " + response.status();
        }

        @Override
        public HttpResponse spoil(HttpResponse real) {
            return response;
        }

        @Override
        public boolean needsRealResponse() {
            return false;
        }
    }

    /** What the API responds, untouched. */
    record Real() implements Effect {
        @Override
        public String describe() {
            return "real answer";
        }

        @Override
        public HttpResponse spoil(HttpResponse real) {
            return real;
        }
    }

    /** The connection is closed at a place of the response. */
    record CutOff(Cut place) implements Effect {
        @Override
        public String describe() {
            return "answer cut " + place.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        @Override
        public HttpResponse spoil(HttpResponse real) {
            return real.on((head, body) -> {
                byte[] all = joined(head, body);
                return List.of(new Step.Send(Arrays.copyOf(all, length(head.length, body.length))), new Step.Close());
            });
        }

        private int length(int head, int body) {
            return switch (place) {
                case BEFORE_STATUS -> 0;
                case IN_STATUS -> "HTTP/1.1 2".length();
                case IN_HEADERS -> head / 2;
                case BEFORE_BODY -> head;
                case IN_BODY -> head + body / 2;
                case BEFORE_LAST_BYTE -> head + Math.max(0, body - 1);
            };
        }
    }

    /** The head comes at once, and the body in pieces, evenly spread over a time. */
    record Trickled(Duration total, int pieces) implements Effect {
        @Override
        public String describe() {
            return "answer trickled over " + total + " in " + pieces + " pieces";
        }

        @Override
        public HttpResponse spoil(HttpResponse real) {
            return real.on((head, body) -> {
                int count = Math.max(1, Math.min(pieces, body.length));
                Duration pause = total.dividedBy(count);
                List<Step> steps = new ArrayList<>();
                steps.add(new Step.Send(head));
                for (int i = 0; i < count; i++) {
                    int from = (int) ((long) body.length * i / count);
                    int to = (int) ((long) body.length * (i + 1) / count);
                    steps.add(new Step.Pause(pause));
                    steps.add(new Step.Send(Arrays.copyOfRange(body, from, to)));
                }
                return steps;
            });
        }
    }

    /** The connection is closed or reset without a byte. */
    record NoResponse(boolean reset) implements Effect {
        @Override
        public String describe() {
            return reset ? "reset connection" : "close connection";
        }

        @Override
        public HttpResponse spoil(HttpResponse real) {
            return real.on((head, body) -> List.of(reset ? new Step.Reset() : new Step.Close()));
        }

        @Override
        public boolean needsRealResponse() {
            return false;
        }
    }

    /** Bytes that are no HTTP. */
    record Garbage() implements Effect {
        @Override
        public String describe() {
            return "malformed response";
        }

        @Override
        public HttpResponse spoil(HttpResponse real) {
            byte[] noise = "\u0000\u0001lskdu018973t09sylgasjkfg1][]'./.sdlv\r\n".getBytes(StandardCharsets.US_ASCII);
            return real.on((head, body) -> List.of(new Step.Send(noise), new Step.Close()));
        }

        @Override
        public boolean needsRealResponse() {
            return false;
        }
    }

    /** The whole response twice; the second is what the next request on the connection finds. */
    record Twice() implements Effect {
        @Override
        public String describe() {
            return "answer sent twice";
        }

        @Override
        public HttpResponse spoil(HttpResponse real) {
            return real.on(
                    (head, body) -> List.of(new Step.Send(joined(head, body)), new Step.Send(joined(head, body))));
        }
    }

    /** The body twice, one right after the other, as one. */
    record Glued() implements Effect {
        @Override
        public String describe() {
            return "body glued to itself";
        }

        @Override
        public HttpResponse spoil(HttpResponse real) {
            return real.withBody(joined(real.body(), real.body()));
        }
    }

    /** Compressed, though nobody asked for it. */
    record Gzipped() implements Effect {
        @Override
        public String describe() {
            return "answer in gzip";
        }

        @Override
        public HttpResponse spoil(HttpResponse real) {
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
                gzip.write(real.body());
            } catch (IOException e) {
                throw new UncheckedIOException("An array in memory can't be written to", e);
            }
            return real.withBody(compressed.toByteArray()).withHeader("content-encoding", "gzip");
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
