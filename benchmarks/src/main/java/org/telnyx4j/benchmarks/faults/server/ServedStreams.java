package org.telnyx4j.benchmarks.faults.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.testing.Http2Request;
import org.telnyx4j.testing.Http2Server;
import org.telnyx4j.testing.Http2ServerConnection;

/**
 * The streams of all HTTP/2 connections: has requests carried out, and answers as their fault wants it. All senders share a
 * connection but those of the faults that cut it, so what most faults do to it hits whoever is on it.
 */
final class ServedStreams implements Http2Server.Handler {
    private static final int PIECES = 12;
    private static final int INTERNAL_ERROR = 2;
    private static final int REFUSED_STREAM = 7;
    private static final int CANCEL = 8;
    private static final int HEADERS = 1;
    private static final int PING = 6;
    private static final int LONGEST_REST_MILLIS = 20;
    private static final String PAGE = "<html><body>It works</body></html>";

    private final Books books;
    private final Attempts attempts;
    private final Activity activity;
    private final Map<Http2ServerConnection, Taken> taken = new ConcurrentHashMap<>();

    ServedStreams(Books books, Attempts attempts, Activity activity) {
        this.books = books;
        this.attempts = attempts;
        this.activity = activity;
    }

    /** Which streams of a connection were taken. After its GOAWAY none is, as the client may have been told so. */
    private static final class Taken {
        private int last;
        private boolean isGone;

        private synchronized boolean take(int stream) {
            if (isGone) {
                return false;
            }
            last = Math.max(last, stream);
            return true;
        }

        /** Takes no further stream, and tells the client which was the last. */
        private synchronized void goAway(Http2ServerConnection connection) throws IOException {
            if (!isGone) {
                isGone = true;
                connection.goAway(last, 0);
            }
        }

        /** What the client has not been told already. */
        private synchronized void refuse(Http2Request request) throws IOException {
            if (request.stream() < last) {
                request.reset(REFUSED_STREAM);
            }
        }
    }

    @Override
    public void handle(Http2Request request) throws IOException, InterruptedException {
        Http2ServerConnection connection = request.connection();
        Taken ofConnection = taken.computeIfAbsent(connection, key -> new Taken());
        WireRequest wire = read(request);
        Ticket ticket = Ticket.parse(request.header("x-ticket"));
        if (ticket == null) {
            books.mistake("A request has no ticket: " + request.method() + " " + request.path());
            return;
        }
        Step step;
        Answer done;
        activity.begin();
        try {
            step = attempts.next(ticket, wire);
            if (step.reply().manner() == Reply.Manner.GOAWAY_BEFORE) {
                ofConnection.goAway(connection);
            }
            if (!ofConnection.take(request.stream())) {
                ofConnection.refuse(request);
                return;
            }
            if (step.effect() == Step.Effect.DONE_LATE) {
                Thread.sleep(beyond(ticket.patience()).toMillis());
            }
            done = step.effect() == Step.Effect.NOT_DONE ? null : books.carryOut(wire, ticket);
        } finally {
            activity.decided();
        }
        answer(step.reply(), done, request, ofConnection, ticket.patience());
    }

    private static WireRequest read(Http2Request request) {
        Map<String, String> headers = new HashMap<>();
        request.headerNames().forEach(name -> headers.put(name, String.valueOf(request.header(name))));
        return WireRequest.of(String.valueOf(request.method()), request.path(), headers, request.body());
    }

    private void answer(Reply reply, @Nullable Answer done, Http2Request request, Taken ofConnection, Duration patience)
            throws IOException, InterruptedException {
        Answer said =
                reply.status() != 0 || done == null ? Answer.error(reply.status() == 0 ? 500 : reply.status()) : done;
        String body = said.body().toString();
        String[] more = headers(reply, request);
        switch (reply.manner()) {
            case WHOLE, GLUED, NO_CONTENT_GLUED, THEN_LIMITED, THEN_REFUSED, THEN_OTHER ->
                request.respond(said.status(), body, more);
            case PAGE -> request.respond(200, PAGE);
            case TARDY -> {
                Thread.sleep(patience.toMillis() * 6 / 10);
                request.respond(said.status(), body, more);
            }
            case SLOW_HEAD -> {
                Thread.sleep(patience.dividedBy(4).toMillis());
                request.respond(said.status(), body, more);
            }
            case SLOW_BODY -> trickle(request, said.status(), body, patience.dividedBy(4));
            case THEN_CLOSE -> {
                request.respond(said.status(), body, more);
                Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_REST_MILLIS));
                ofConnection.goAway(request.connection());
            }
            case THEN_RESET -> {
                request.respond(said.status(), body, more);
                Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_REST_MILLIS));
                request.connection().cut();
            }
            case THEN_TIMEOUT -> {
                request.respond(said.status(), body, more);
                request.connection().frame(PING, 0, 0, new byte[Long.BYTES]);
                // Of a type that nobody knows, so it counts for nothing.
                request.connection().frame(0xbe, 0xff, request.stream(), new byte[3]);
            }
            default -> fail(reply.manner(), said.status(), body, request, ofConnection, patience);
        }
    }

    private void fail(
            Reply.Manner manner, int status, String body, Http2Request request, Taken ofConnection, Duration patience)
            throws IOException, InterruptedException {
        switch (manner) {
            case STREAM_REFUSED -> request.reset(REFUSED_STREAM);
            case STREAM_RESET -> request.reset(INTERNAL_ERROR);
            case GOAWAY_WITHIN -> {
                ofConnection.goAway(request.connection());
                request.reset(INTERNAL_ERROR);
            }
            case CLOSE -> request.connection().socket().close();
            case RESET, RESET_BEFORE_BODY -> request.connection().cut();
            case HALF_CLOSE -> request.reset(CANCEL);
            case SILENCE -> Thread.sleep(beyond(patience).toMillis());
            case LATE, CRAWLING_HEAD -> {
                Thread.sleep(beyond(patience).toMillis());
                request.respond(status, body);
            }
            case HALF_HEAD -> {
                request.connection().frame(HEADERS, 0, request.stream(), new byte[0]);
                request.connection().cut();
            }
            case HALF_BODY -> {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                head(request, status, bytes.length);
                request.connection().body(request.stream(), Arrays.copyOf(bytes, bytes.length / 2), false);
                request.reset(INTERNAL_ERROR);
            }
            case CRAWLING_BODY -> trickle(request, status, body, beyond(patience));
            case INTERIM -> {
                request.headers(false, ":status", "100");
                request.reset(INTERNAL_ERROR);
            }
            default -> books.mistake("HTTP/2 has nothing for " + manner);
        }
    }

    private static String[] headers(Reply reply, Http2Request request) {
        List<String> headers = new ArrayList<>();
        headers.add("x-request-id");
        headers.add("5a3f0c1e-0000-4000-8000-000000000000");
        for (String line : reply.headers().replace("%s", request.path()).split("\r\n", 0)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(line.substring(0, colon).toLowerCase(Locale.ROOT));
                headers.add(line.substring(colon + 1).strip());
            }
        }
        return headers.toArray(new String[0]);
    }

    private static void head(Http2Request request, int status, int length) throws IOException {
        request.headers(
                false,
                ":status",
                Integer.toString(status),
                "content-type",
                "application/json",
                "content-length",
                Integer.toString(length));
    }

    private static void trickle(Http2Request request, int status, String body, Duration time)
            throws IOException, InterruptedException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        head(request, status, bytes.length);
        int piece = Math.max(1, bytes.length / PIECES);
        for (int from = 0; from < bytes.length; from += piece) {
            int to = Math.min(bytes.length, from + piece);
            request.connection().body(request.stream(), Arrays.copyOfRange(bytes, from, to), to == bytes.length);
            Thread.sleep(time.dividedBy(PIECES + 1).toMillis());
        }
    }

    /** A time after which a caller of this patience must have given up. */
    private static Duration beyond(Duration patience) {
        return patience.multipliedBy(13).dividedBy(10).plusMillis(50);
    }
}
