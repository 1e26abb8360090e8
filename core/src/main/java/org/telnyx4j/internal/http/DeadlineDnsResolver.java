package org.telnyx4j.internal.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.core5.net.InetAddressUtils;
import org.telnyx4j.internal.threads.LibraryThreads;

/**
 * Looks host names up within the deadline of the call that asks. The JVM's own lookup can neither be timed nor
 * interrupted, so it runs on a thread that the caller can leave behind. There is one lookup of a host at a time, and all
 * who ask for it meanwhile wait for that one: where the resolver hangs, threads do not pile up.
 */
final class DeadlineDnsResolver implements AutoCloseable {
    private final DnsResolver lookup;
    private final Map<String, CompletableFuture<InetAddress[]>> running = new ConcurrentHashMap<>();
    private volatile boolean closed;

    DeadlineDnsResolver(DnsResolver lookup) {
        this.lookup = lookup;
    }

    /**
     * Looks a host up.
     *
     * @param host a name or a literal address
     * @param port the port of the result
     * @param attempt has the deadline
     * @return its addresses, at least one, the two families in turns
     * @throws UnknownHostException if there are none in time
     */
    List<InetSocketAddress> resolve(String host, int port, AttemptContext attempt) throws UnknownHostException {
        InetAddress[] addresses = isLiteral(host) ? lookup.resolve(host) : lookUp(host, attempt);
        if (addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        return inTurns(addresses, port);
    }

    private InetAddress[] lookUp(String host, AttemptContext attempt) throws UnknownHostException {
        try {
            return shared(host).get(Math.max(1, attempt.remainingNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw failure(host, "was not looked up within the deadline", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(host, "was being looked up when the thread was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                // A new one: others may throw the same at the same time, each with its own stack trace.
                UnknownHostException own = new UnknownHostException(unknown.getMessage());
                own.setStackTrace(unknown.getStackTrace());
                throw own;
            }
            throw failure(host, "cannot be looked up", e);
        }
    }

    private CompletableFuture<InetAddress[]> shared(String host) throws UnknownHostException {
        CompletableFuture<InetAddress[]> mine = new CompletableFuture<>();
        CompletableFuture<InetAddress[]> theirs = running.putIfAbsent(host, mine);
        if (closed) {
            running.remove(host, mine);
            throw closed(host);
        }
        if (theirs != null) {
            return theirs;
        }
        try {
            LibraryThreads.create("telnyx4j-dns", () -> run(host, mine)).start();
        } catch (Throwable e) {
            // No thread could be started, and the next call must not wait for this one.
            running.remove(host, mine);
            mine.completeExceptionally(e);
        }
        return mine;
    }

    private void run(String host, CompletableFuture<InetAddress[]> result) {
        try {
            InetAddress[] addresses = lookup.resolve(host);
            running.remove(host, result);
            result.complete(addresses);
        } catch (Throwable e) {
            running.remove(host, result);
            result.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        running.forEach((host, result) -> result.completeExceptionally(closed(host)));
        running.clear();
    }

    /** As RFC 8305 asks for, so that a family that does not work costs one attempt and not all of them. */
    private static List<InetSocketAddress> inTurns(InetAddress[] addresses, int port) {
        Deque<InetAddress> first = new ArrayDeque<>();
        Deque<InetAddress> others = new ArrayDeque<>();
        for (InetAddress address : addresses) {
            (address.getClass() == addresses[0].getClass() ? first : others).add(address);
        }
        List<InetSocketAddress> all = new ArrayList<>(addresses.length);
        while (!first.isEmpty() || !others.isEmpty()) {
            if (!first.isEmpty()) {
                all.add(new InetSocketAddress(first.remove(), port));
            }
            if (!others.isEmpty()) {
                all.add(new InetSocketAddress(others.remove(), port));
            }
        }
        return all;
    }

    private static boolean isLiteral(String host) {
        return InetAddressUtils.isIPv4(host) || InetAddressUtils.isIPv6(host);
    }

    private static UnknownHostException closed(String host) {
        return new UnknownHostException(host + " is not looked up any more, the client is closed");
    }

    private static UnknownHostException failure(String host, String problem, Throwable cause) {
        UnknownHostException failure = new UnknownHostException(host + " " + problem);
        failure.initCause(cause);
        return failure;
    }
}
