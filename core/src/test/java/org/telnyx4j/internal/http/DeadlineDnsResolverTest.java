package org.telnyx4j.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.testing.Threads;
import org.telnyx4j.testing.Threads.Running;

class DeadlineDnsResolverTest {
    private static final Duration PROMPT = Duration.ofSeconds(3);

    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);

    /** Looks nothing up until it is released, and takes no notice of an interrupt, as the operating system does. */
    private final DeadlineDnsResolver slow = new DeadlineDnsResolver(new Lookup(host -> {
        asked.countDown();
        boolean done = false;
        while (!done) {
            try {
                release.await();
                done = true;
            } catch (InterruptedException e) {
                // As if nothing had happened.
            }
        }
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }));

    @AfterEach
    void letTheLookupGo() {
        release.countDown();
        slow.close();
    }

    private static AttemptContext attempt(Duration timeout) {
        return new AttemptContext(System.nanoTime() + timeout.toNanos(), timeout.toNanos());
    }

    @Test
    void aSlowLookupEndsAtTheDeadline() {
        slow.begin(attempt(Duration.ofMillis(100)));
        long start = System.nanoTime();
        UnknownHostException error =
                catchThrowableOfType(UnknownHostException.class, () -> slow.resolve("api.example.com", 443));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(90), PROMPT);
        assertThat(error).hasMessage("api.example.com was not looked up within the deadline");
        assertThat(error).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void anInterruptedLookupEndsAtOnceAndKeepsTheFlag() throws Exception {
        Running call = Threads.start(() -> {
            slow.begin(attempt(Duration.ofHours(1)));
            return slow.resolve("api.example.com");
        });
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(call.interrupt().thrown(UnknownHostException.class))
                .hasMessageContaining("when the thread was interrupted");
        assertThat(call.interruptedAfterwards()).isTrue();
    }

    @Test
    void oneSlowLookupDoesNotHoldUpAnother() throws Exception {
        AtomicInteger lookups = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        try (DeadlineDnsResolver resolver = new DeadlineDnsResolver(new Lookup(host -> {
            if (lookups.incrementAndGet() == 1) {
                try {
                    first.await();
                } catch (InterruptedException e) {
                    throw new UnknownHostException(host);
                }
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }))) {
            Running slowCall = Threads.start(() -> {
                resolver.begin(attempt(Duration.ofHours(1)));
                return resolver.resolve("slow.example.com");
            });
            Threads.await("the first lookup runs", () -> lookups.get() == 1);
            resolver.begin(attempt(Duration.ofHours(1)));
            assertThat(resolver.resolve("fast.example.com", 443))
                    .containsExactly(new InetSocketAddress(InetAddress.getLoopbackAddress(), 443));
            first.countDown();
            assertThat(slowCall.join().succeeded()).isTrue();
        }
    }

    @Test
    void anUnknownHostStaysOne() {
        try (DeadlineDnsResolver resolver = new DeadlineDnsResolver(new Lookup(host -> {
            throw new UnknownHostException(host);
        }))) {
            resolver.begin(attempt(Duration.ofHours(1)));
            assertThatThrownBy(() -> resolver.resolve("none.example.com"))
                    .isInstanceOf(UnknownHostException.class)
                    .hasMessage("none.example.com")
                    .hasNoCause();
        }
    }

    @Test
    void aLookupThatBreaksIsAnUnknownHost() {
        try (DeadlineDnsResolver resolver = new DeadlineDnsResolver(new Lookup(host -> {
            throw new IllegalStateException("broken");
        }))) {
            resolver.begin(attempt(Duration.ofHours(1)));
            assertThatThrownBy(() -> resolver.resolve("none.example.com"))
                    .isInstanceOf(UnknownHostException.class)
                    .hasMessage("none.example.com cannot be looked up");
        }
    }

    @Test
    void addressesNeedNoLookupAndNoThread() throws Exception {
        slow.begin(attempt(Duration.ofHours(1)));
        DeadlineDnsResolver resolver = new DeadlineDnsResolver(SystemDefaultDnsResolver.INSTANCE);
        resolver.begin(attempt(Duration.ofHours(1)));
        for (String literal : new String[] {"127.0.0.1", "::1"}) {
            assertThat(resolver.resolve(literal)).containsExactly(InetAddress.getByName(literal));
        }
        resolver.close();
        assertThatThrownBy(() -> resolver.resolve("late.example.com"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("the client is closed");
    }

    /** Looks a host up, or not. */
    private interface Answer {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private record Lookup(Answer answer) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return answer.of(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
