package org.telnyx4j.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.Calls;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.testing.FullBacklog;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.Threads;
import org.telnyx4j.testing.Threads.Running;

/** A name that has addresses of which some, or all, are dead: whoever connects to one hears nothing. */
class DeadAddressesTest {
    /** Far less than the calls would take that are ended, and far more than a busy machine needs. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final int TRIES = 5;

    private RawServer live;
    private final List<FullBacklog> dead = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        live = RawServer.answering(RawServer.json(200, "{}"));
        for (int i = 2; i <= 6; i++) {
            dead.add(FullBacklog.start(address(i), live.port()));
        }
    }

    @AfterEach
    void stop() throws Exception {
        live.close();
        for (FullBacklog each : dead) {
            each.close();
        }
    }

    private static InetAddress address(int last) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    /** Addresses by their last byte: 1 is live, 2 to 6 are dead, others refuse. */
    private static HttpStep step(int... lastBytes) {
        DnsResolver lookup = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                InetAddress[] all = new InetAddress[lastBytes.length];
                for (int i = 0; i < all.length; i++) {
                    all[i] = address(lastBytes[i]);
                }
                return all;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        return new HttpStep(
                HttpOptions.builder().build(), new ErrorFactory(Clock.systemUTC()), System::nanoTime, lookup);
    }

    /** What is too slow is so each time; what comes late once, on a busy machine, is in time when it is tried again. */
    private static void assertInTimeInOneOfAFewTries(Duration inTime, Runnable test) {
        for (int i = 1; ; i++) {
            long start = System.nanoTime();
            try {
                test.run();
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                if (took.compareTo(inTime) < 0) {
                    return;
                }
                assertThat(i).as("late each time, at last after %s", took).isLessThan(TRIES);
            } catch (TelnyxNetworkException e) {
                if (i == TRIES || e.failure() != NetworkFailure.DEADLINE) {
                    throw e;
                }
            }
        }
    }

    private ApiResponse<?> send(HttpStep step, Duration timeout) {
        Call call = Calls.lookup("http://api.example.com:" + live.port(), timeout);
        return step.send(call, Attempt.first(call, System.nanoTime()));
    }

    @Test
    void aLiveFourthAddressIsFoundWithinTheDefaultDeadline() {
        assertInTimeInOneOfAFewTries(Duration.ofSeconds(4), () -> {
            try (HttpStep step = step(2, 3, 4, 1)) {
                assertThat(send(step, Duration.ofSeconds(10)).status()).isEqualTo(200);
            }
        });
    }

    @Test
    void aLiveFifthAddressIsFoundWithinADeadlineOfASecond() {
        assertInTimeInOneOfAFewTries(Duration.ofSeconds(1), () -> {
            try (HttpStep step = step(2, 3, 4, 5, 1)) {
                assertThat(send(step, Duration.ofSeconds(1)).status()).isEqualTo(200);
            }
        });
    }

    @Test
    void anAddressThatRefusesCostsNoTime() {
        assertInTimeInOneOfAFewTries(Duration.ofSeconds(1), () -> {
            try (HttpStep step = step(11, 12, 13, 14, 15, 16, 17, 18, 19, 1)) {
                assertThat(send(step, Duration.ofSeconds(1)).status()).isEqualTo(200);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void theDeadlineHoldsHoweverManyAddressesAreDead(int addresses) {
        int[] all = new int[addresses];
        for (int i = 0; i < addresses; i++) {
            all[i] = i + 2;
        }
        assertInTimeInOneOfAFewTries(Duration.ofMillis(1250), () -> {
            long start = System.nanoTime();
            try (HttpStep step = step(all)) {
                TelnyxNetworkException error =
                        catchThrowableOfType(TelnyxNetworkException.class, () -> send(step, Duration.ofSeconds(1)));
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
                assertThat(error.failure()).isEqualTo(NetworkFailure.DEADLINE);
                assertThat(error.stage()).isEqualTo(FailureStage.CONNECT);
                assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            }
        });
    }

    @Test
    void anInterruptEndsConnectingAtOnce() throws Exception {
        try (HttpStep step = step(2, 3, 4)) {
            Running call = Threads.start(() -> send(step, Duration.ofMinutes(1)));
            Threads.awaitWithin(call.thread(), AddressRace.class.getName());
            long start = System.nanoTime();
            assertThat(call.interrupt().thrown(TelnyxNetworkException.class).failure())
                    .isEqualTo(NetworkFailure.INTERRUPTED);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        }
    }

    @Test
    void closingEndsConnectingAtOnce() throws Exception {
        HttpStep step = step(2, 3, 4);
        Running call = Threads.start(() -> send(step, Duration.ofMinutes(1)));
        Threads.awaitWithin(call.thread(), AddressRace.class.getName());
        long start = System.nanoTime();
        step.close();
        assertThat(call.join().thrown(TelnyxNetworkException.class).failure()).isEqualTo(NetworkFailure.CLIENT_CLOSED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }
}
