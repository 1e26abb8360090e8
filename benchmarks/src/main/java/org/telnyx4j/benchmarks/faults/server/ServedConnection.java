package org.telnyx4j.benchmarks.faults.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** One connection, on a thread of its own: reads requests, has them carried out, and answers as their fault wants it. */
final class ServedConnection {
    private static final int LONGEST_REST_MILLIS = 20;
    private static final byte[] PAGE = "<html><body>It works</body></html>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TIMEOUT =
            "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.ISO_8859_1);
    private static final int A_MOMENT_MILLIS = 5;
    private static final byte[] OTHER_BODY =
            "{\"data\":{\"record_type\":\"message\",\"id\":\"of another\"}}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = joined(Wire.head(200, "", OTHER_BODY.length), OTHER_BODY);
    private static final byte[] NO_CONTENT = "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] INTERIM = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final Books books;
    private final Attempts attempts;
    private final Activity activity;
    private final @Nullable Ticketing ticketing;
    private final BufferedInputStream in;
    private final Wire wire;

    ServedConnection(Books books, Attempts attempts, Activity activity, @Nullable Ticketing ticketing, Socket socket)
            throws IOException {
        this.books = books;
        this.attempts = attempts;
        this.activity = activity;
        this.ticketing = ticketing;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.wire = new Wire(socket, in);
    }

    /** Serves until one of the two sides has had enough. The connection is closed after it. */
    void serve() throws IOException, InterruptedException {
        WireRequest head = WireRequest.readHead(in);
        while (head != null && serve(head)) {
            head = WireRequest.readHead(in);
        }
    }

    private boolean serve(WireRequest head) throws IOException, InterruptedException {
        Ticket ticket = Ticket.parse(head.headers().get(Ticket.HEADER.toLowerCase(Locale.ROOT)));
        if (head.path().equals(Reply.ELSEWHERE)) {
            // A client that follows redirects may leave its headers behind.
            wire.send(Wire.head(404, "", 0));
            return true;
        }
        if (ticket == null) {
            if (ticketing != null) {
                return serveByText(head, ticketing);
            }
            books.mistake("A request has no ticket: " + head.method() + " " + head.path());
            return false;
        }
        Step step = attempts.next(ticket, head);
        if (step.reply().manner() == Reply.Manner.RESET_BEFORE_BODY) {
            wire.reset();
            return false;
        }
        WireRequest request;
        Answer done;
        activity.begin();
        try {
            request = head.readBody(in);
            done = carryOut(step, request, ticket);
        } finally {
            activity.decided();
        }
        return answer(step.reply(), done, request, ticket.patience());
    }

    /** As above, where only the body shows how it is to fare. */
    private boolean serveByText(WireRequest head, Ticketing given) throws IOException, InterruptedException {
        WireRequest request;
        Ticket ticket;
        Step step;
        Answer done;
        activity.begin();
        try {
            request = head.readBody(in);
            ticket = given.ticket(request.isRead(), request.json().path("text").asText());
            step = attempts.next(ticket, request);
            done = carryOut(step, request, ticket);
            if (done != null && !request.isRead()) {
                given.carriedOut(ticket);
            }
        } finally {
            activity.decided();
        }
        if (step.reply().manner() == Reply.Manner.RESET_BEFORE_BODY) {
            wire.reset();
            return false;
        }
        return answer(step.reply(), done, request, ticket.patience());
    }

    private @Nullable Answer carryOut(Step step, WireRequest request, Ticket ticket)
            throws IOException, InterruptedException {
        if (step.effect() == Step.Effect.DONE_LATE) {
            Thread.sleep(beyond(ticket.patience()).toMillis());
        }
        return step.effect() == Step.Effect.NOT_DONE ? null : books.carryOut(request, ticket);
    }

    /** Returns whether the connection stays open. */
    private boolean answer(Reply reply, @Nullable Answer done, WireRequest request, Duration patience)
            throws IOException, InterruptedException {
        Answer said = reply.status() != 0 || done == null ? Answer.error(status(reply)) : done;
        byte[] body = said.body().toString().getBytes(StandardCharsets.UTF_8);
        byte[] head = Wire.head(said.status(), reply.headers().replace("%s", "/v2" + request.path()), body.length);
        switch (reply.manner()) {
            case WHOLE -> wire.send(head, body);
            case SLOW_HEAD -> {
                wire.trickle(head, patience.dividedBy(4));
                wire.send(body);
            }
            case SLOW_BODY -> {
                wire.send(head);
                wire.trickle(body, patience.dividedBy(4));
            }
            case TARDY -> {
                Thread.sleep(patience.toMillis() * 6 / 10);
                wire.send(head, body);
            }
            case PAGE -> wire.send(Wire.head(200, "", PAGE.length), PAGE);
            case GLUED -> wire.send(head, body, unsolicited(429));
            case NO_CONTENT_GLUED -> wire.send(NO_CONTENT, body);
            case THEN_LIMITED -> thenUnsolicited(head, body, unsolicited(429));
            case THEN_REFUSED -> thenUnsolicited(head, body, unsolicited(400));
            case THEN_OTHER -> thenUnsolicited(head, body, OTHER);
            default -> {
                fail(reply.manner(), head, body, patience);
                return false;
            }
        }
        return true;
    }

    /** Answers in a way after which the connection is of no use. */
    private void fail(Reply.Manner manner, byte[] head, byte[] body, Duration patience)
            throws IOException, InterruptedException {
        switch (manner) {
            case RESET -> wire.reset();
            case HALF_CLOSE -> wire.halfClose(beyond(patience));
            case SILENCE -> Thread.sleep(beyond(patience).toMillis());
            case LATE -> {
                Thread.sleep(beyond(patience).toMillis());
                wire.send(head, body);
            }
            case HALF_HEAD -> wire.sendHalf(head);
            case HALF_BODY -> {
                wire.send(head);
                wire.sendHalf(body);
            }
            case CRAWLING_HEAD -> wire.trickle(head, beyond(patience));
            case CRAWLING_BODY -> {
                wire.send(head);
                wire.trickle(body, beyond(patience));
            }
            case INTERIM -> wire.send(INTERIM);
            case THEN_CLOSE -> {
                wire.send(head, body);
                rest();
            }
            case THEN_TIMEOUT -> {
                wire.send(head, body);
                rest();
                wire.send(TIMEOUT);
            }
            case THEN_RESET -> {
                wire.send(head, body);
                wire.resetAtNextByte();
            }
            default -> {
                // CLOSE: to return is to close.
            }
        }
    }

    /** If the next request is there already, nothing more is written: it would be taken for its response by anybody. */
    private void thenUnsolicited(byte[] head, byte[] body, byte[] more) throws IOException, InterruptedException {
        wire.send(head, body);
        Thread.sleep(A_MOMENT_MILLIS);
        if (in.available() == 0) {
            wire.send(more);
        }
    }

    private static byte[] unsolicited(int status) {
        byte[] body = Answer.error(status).body().toString().getBytes(StandardCharsets.UTF_8);
        return joined(Wire.head(status, "", body.length), body);
    }

    private static byte[] joined(byte[] head, byte[] body) {
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static int status(Reply reply) {
        return reply.status() == 0 ? 500 : reply.status();
    }

    /** A time after which a caller of this patience must have given up. */
    private static Duration beyond(Duration patience) {
        return patience.multipliedBy(13).dividedBy(10).plusMillis(50);
    }

    private static void rest() throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_REST_MILLIS));
    }
}
