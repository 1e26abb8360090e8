package org.telnyx4j.benchmarks.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.telnyx4j.async.AsyncOptions;
import org.telnyx4j.benchmarks.concurrency.ManyCalls.Load;
import org.telnyx4j.benchmarks.concurrency.ManyCalls.Results;

/** The runs of {@code scripts/bench-concurrency}, with fewer calls. */
class ManyCallsTest {
    private static final int CALLS = 1_000;

    private static AsyncOptions pool(int threads) {
        return AsyncOptions.builder().virtualThreads(false).maxThreads(threads).build();
    }

    /** The server responds to none until all are there. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void onVirtualThreadsAllAreSentAtOnce() throws Exception {
        try (PatientServer server = PatientServer.start(Duration.ZERO, CALLS)) {
            Results results = ManyCalls.run(
                    Load.of(server.baseUrl(), CALLS),
                    ConcurrencyRun.http("-", CALLS),
                    AsyncOptions.builder().build());

            assertThat(results.areRight(CALLS)).as("%s", results).isTrue();
            assertThat(server.stop()).isEqualTo(new PatientServer.Counts(CALLS, CALLS, CALLS, CALLS));
        }
    }

    @Test
    void onAPoolNoneIsLost() throws Exception {
        try (PatientServer server = PatientServer.start(Duration.ofMillis(20), 20)) {
            Results results = ManyCalls.run(Load.of(server.baseUrl(), CALLS), ConcurrencyRun.http("-", 20), pool(20));

            assertThat(results.areRight(CALLS)).as("%s", results).isTrue();
            assertThat(server.stop()).isEqualTo(new PatientServer.Counts(CALLS, CALLS, 20, 20));
        }
    }

    /** More threads than streams, so that calls wait for one. */
    @Test
    void overHttp2AllShareTheStreamsOfOneConnection() throws Exception {
        try (StreamServer server = StreamServer.start(20)) {
            Results results = ManyCalls.run(
                    Load.of(server.baseUrl(), CALLS),
                    ConcurrencyRun.http(server.pem(), 20),
                    pool(StreamServer.STREAMS + 50));

            assertThat(results.areRight(CALLS)).as("%s", results).isTrue();
            StreamServer.Counts counts = server.counts();
            assertThat(counts.requests()).isEqualTo(CALLS);
            assertThat(counts.texts()).isEqualTo(CALLS);
            assertThat(counts.connections()).isEqualTo(1);
            assertThat(counts.most()).isLessThanOrEqualTo(StreamServer.STREAMS);
        }
    }

    @Test
    void whatIsCancelledWhileItWaitsForAStreamIsNotSent() throws Exception {
        try (StreamServer server = StreamServer.start(300)) {
            Results results = ManyCalls.run(
                    new Load(server.baseUrl(), CALLS, ManyCalls.LONG, true),
                    ConcurrencyRun.http(server.pem(), 20),
                    pool(CALLS / 2));

            assertThat(results.right() + results.notSent() + results.unknown()).isEqualTo(CALLS);
            assertThat(results.wrong()).isZero();
            assertThat(results.notSent()).isPositive();
            StreamServer.Counts counts = server.counts();
            assertThat(counts.texts()).isEqualTo(counts.requests());
            assertThat(counts.requests()).isBetween(results.right(), results.right() + results.unknown());
        }
    }
}
