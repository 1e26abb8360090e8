package org.telnyx4j.internal.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.core5.net.InetAddressUtils;

/**
 * Looks host names up within the deadline of the call that asks. The JVM's own lookup can neither be timed nor
 * interrupted, so it runs on a thread that the caller can leave behind.
 */
final class DeadlineDnsResolver implements DnsResolver, AutoCloseable {
    private static final long IDLE_THREAD_SECONDS = 10;

    private final DnsResolver lookup;
    // Not static: no client shares anything with another, and the entry is removed when a connection is open.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<AttemptContext> attempt = new ThreadLocal<>();

    private final ExecutorService executor = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_THREAD_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "telnyx4j-dns");
                thread.setDaemon(true);
                return thread;
            });

    DeadlineDnsResolver(DnsResolver lookup) {
        this.lookup = lookup;
    }

    void begin(AttemptContext current) {
        attempt.set(current);
    }

    void end() {
        attempt.remove();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        AttemptContext current = attempt.get();
        if (current == null || isLiteral(host)) {
            return lookup.resolve(host);
        }
        Future<InetAddress[]> addresses;
        try {
            addresses = executor.submit(() -> lookup.resolve(host));
        } catch (RejectedExecutionException e) {
            throw failure(host, "is not looked up any more, the client is closed", e);
        }
        try {
            return addresses.get(Math.max(1, current.remainingNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw failure(host, "was not looked up within the deadline", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(host, "was being looked up when the thread was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw failure(host, "cannot be looked up", e);
        } finally {
            addresses.cancel(true);
        }
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        return Arrays.stream(resolve(host))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return lookup.resolveCanonicalHostname(host);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private static boolean isLiteral(String host) {
        return InetAddressUtils.isIPv4(host) || InetAddressUtils.isIPv6(host);
    }

    private static UnknownHostException failure(String host, String problem, Exception cause) {
        UnknownHostException failure = new UnknownHostException(host + " " + problem);
        failure.initCause(cause);
        return failure;
    }
}
