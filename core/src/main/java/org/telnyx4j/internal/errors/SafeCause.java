package org.telnyx4j.internal.errors;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.privacy.Mask;

/**
 * Stands in for a cause whose message could quote a body or a URL: it shows the original's class and stack trace and
 * withholds its words. JSON readers quote the value they stumble over, HTTP readers the line; a logged stack trace
 * would carry both along.
 *
 * <p>Causes whose words come from the operating system, the JDK's sockets or TLS are kept as they are, so that
 * {@code getCause() instanceof SocketTimeoutException} and the like go on working.
 */
final class SafeCause extends Exception {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_CHAIN = 20;

    private static final List<Class<? extends Throwable>> HARMLESS = List.of(
            SocketException.class,
            SocketTimeoutException.class,
            UnknownHostException.class,
            InterruptedIOException.class,
            InterruptedException.class,
            ClosedChannelException.class,
            TimeoutException.class,
            SSLException.class,
            GeneralSecurityException.class);

    /** By name, so that nothing of HttpClient is loaded for it. Their words name host and port at most. */
    private static final Set<String> HARMLESS_NAMES = Set.of(
            "org.apache.hc.core5.http.NoHttpResponseException",
            "org.apache.hc.core5.http.ConnectionClosedException",
            "org.apache.hc.core5.http.TruncatedChunkException",
            "org.apache.hc.client5.http.UnsupportedSchemeException");

    private SafeCause(Throwable original, @Nullable Throwable cause) {
        super("in place of " + original.getClass().getName() + place(original), cause);
        setStackTrace(original.getStackTrace());
    }

    /** Returns the throwable itself if all that it would print is harmless, else a chain of stand-ins. */
    static @Nullable Throwable of(@Nullable Throwable cause) {
        return of(cause, 0);
    }

    /** What a message may contain of a cause: its class, and its words where they are harmless. */
    static String describe(Throwable cause) {
        String name = cause.getClass().getSimpleName();
        String words = cause.getMessage();
        return words == null || words.isBlank() || !isHarmless(cause) ? name : name + ": " + Mask.freeText(words);
    }

    private static @Nullable Throwable of(@Nullable Throwable cause, int depth) {
        if (cause == null || depth >= LONGEST_CHAIN) {
            return null;
        }
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return printsHarmlessly(cause, seen) ? cause : new SafeCause(cause, of(cause.getCause(), depth + 1));
    }

    private static boolean printsHarmlessly(@Nullable Throwable throwable, Set<Throwable> seen) {
        if (throwable == null || !seen.add(throwable)) {
            return true;
        }
        if (seen.size() > LONGEST_CHAIN || !isHarmless(throwable)) {
            return false;
        }
        for (Throwable suppressed : throwable.getSuppressed()) {
            if (!printsHarmlessly(suppressed, seen)) {
                return false;
            }
        }
        return printsHarmlessly(throwable.getCause(), seen);
    }

    private static boolean isHarmless(Throwable throwable) {
        return throwable instanceof SafeCause
                || HARMLESS_NAMES.contains(throwable.getClass().getName())
                || HARMLESS.stream().anyMatch(type -> type.isInstance(throwable));
    }

    private static String place(Throwable original) {
        String withheld = ", whose message is withheld as it may quote private values";
        if (original instanceof JsonProcessingException json) {
            JsonLocation location = json.getLocation();
            if (location != null) {
                return withheld + " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
            }
        }
        return withheld;
    }
}
