package org.telnyx4j.benchmarks.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.telnyx4j.async.AsyncOptions;

/** The run of {@code scripts/bench-concurrency}, with fewer calls. */
class ManyCallsTest {
    private static final int CALLS = 1_000;

    /** The server responds to none until all are there. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void onVirtualThreadsAllAreSentAtOnce() throws Exception {
        try (PatientServer server = PatientServer.start(Duration.ZERO, CALLS)) {
            ManyCalls.Outcome outcome = ManyCalls.run(
                    server.baseUrl(), CALLS, CALLS, AsyncOptions.builder().build());

            assertThat(outcome).isEqualTo(new ManyCalls.Outcome(CALLS, 0, 0, ""));
            assertThat(server.stop()).isEqualTo(new PatientServer.Counts(CALLS, CALLS, CALLS));
        }
    }

    @Test
    void onAPoolNoneIsLost() throws Exception {
        AsyncOptions pool =
                AsyncOptions.builder().virtualThreads(false).maxThreads(20).build();
        try (PatientServer server = PatientServer.start(Duration.ofMillis(20), 20)) {
            ManyCalls.Outcome outcome = ManyCalls.run(server.baseUrl(), CALLS, 20, pool);

            assertThat(outcome).isEqualTo(new ManyCalls.Outcome(CALLS, 0, 0, ""));
            assertThat(server.stop()).isEqualTo(new PatientServer.Counts(CALLS, CALLS, 20));
        }
    }
}
