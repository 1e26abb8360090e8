package org.telnyx4j.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private static final Duration PROMPT = Duration.ofSeconds(20);

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
        return new AttemptContext(System::nanoTime, System.nanoTime() + timeout.toNanos(), 0);
    }

    @Test
    void aSlowLookupEndsAtTheDeadline() {
        long start = System.nanoTime();
        UnknownHostException error = catchThrowableOfType(
                UnknownHostException.class,
                () -> slow.resolve("api.example.com", 443, attempt(Duration.ofMillis(100))));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(80), PROMPT);
        assertThat(error).hasMessage("api.example.com was not looked up within the deadline");
        assertThat(error).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void anInterruptedLookupEndsAtOnceAndKeepsTheFlag() throws Exception {
        Running call = Threads.start(() -> {
            return slow.resolve("api.example.com", 443, attempt(Duration.ofHours(1)));
        });
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
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
                return resolver.resolve("slow.example.com", 443, attempt(Duration.ofHours(1)));
            });
            Threads.await("the first lookup runs", () -> lookups.get() == 1);
            assertThat(resolver.resolve("fast.example.com", 443, attempt(Duration.ofHours(1))))
                    .containsExactly(new InetSocketAddress(InetAddress.getLoopbackAddress(), 443));
            first.countDown();
            assertThat(slowCall.join().succeeded()).isTrue();
        }
    }

    @Test
    void oneThreadHangsForAHostHoweverManyAsk() throws Exception {
        List<Running> calls = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            calls.add(Threads.start(() -> slow.resolve("api.example.com", 443, attempt(Duration.ofMillis(200)))));
        }
        for (Running call : calls) {
            call.join().thrown(UnknownHostException.class);
        }
        // The thread of another test may take a moment to end.
        Threads.await(
                "one thread hangs",
                () -> Threads.ofTheLibrary().stream()
                                .filter("telnyx4j-dns"::equals)
                                .count()
                        == 1);
        release.countDown();
        assertThat(slow.resolve("api.example.com", 443, attempt(Duration.ofSeconds(30))))
                .hasSize(1);
    }

    @Test
    void closingEndsTheWait() throws Exception {
        Running call = Threads.start(() -> slow.resolve("api.example.com", 443, attempt(Duration.ofHours(1))));
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
        slow.close();
        assertThat(call.join().thrown(UnknownHostException.class)).hasMessageContaining("the client is closed");
    }

    @Test
    void theFamiliesOfAddressesTakeTurns() throws Exception {
        InetAddress[] all = {
            InetAddress.getByName("2001:db8::1"),
            InetAddress.getByName("2001:db8::2"),
            InetAddress.getByName("192.0.2.1")
        };
        try (DeadlineDnsResolver resolver = new DeadlineDnsResolver(new Lookup(host -> all))) {
            assertThat(resolver.resolve("api.example.com", 443, attempt(Duration.ofHours(1))))
                    .extracting(InetSocketAddress::getAddress)
                    .containsExactly(all[0], all[2], all[1]);
        }
    }

    @Test
    void anUnknownHostStaysOne() {
        try (DeadlineDnsResolver resolver = new DeadlineDnsResolver(new Lookup(host -> {
            throw new UnknownHostException(host);
        }))) {
            assertThatThrownBy(() -> resolver.resolve("none.example.com", 443, attempt(Duration.ofHours(1))))
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
            assertThatThrownBy(() -> resolver.resolve("none.example.com", 443, attempt(Duration.ofHours(1))))
                    .isInstanceOf(UnknownHostException.class)
                    .hasMessage("none.example.com cannot be looked up");
        }
    }

    @Test
    void addressesNeedNoLookupAndNoThread() throws Exception {
        DeadlineDnsResolver resolver = new DeadlineDnsResolver(SystemDefaultDnsResolver.INSTANCE);
        for (String literal : new String[] {"127.0.0.1", "::1"}) {
            assertThat(resolver.resolve(literal, 443, attempt(Duration.ofHours(1))))
                    .containsExactly(new InetSocketAddress(InetAddress.getByName(literal), 443));
        }
        resolver.close();
        assertThatThrownBy(() -> resolver.resolve("late.example.com", 443, attempt(Duration.ofHours(1))))
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
