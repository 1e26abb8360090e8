package org.telnyx4j.wire.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.fixtures.Fixtures.SENT;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TimedClients;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.fixtures.FakeSleeper;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.testing.FakeTime;
import org.telnyx4j.testing.RawServer;

/** A server that refuses each request twice is one that recovers, and the budget must see that it is not down. */
class RecoveringServerTest {
    @Test
    void nearlyAllCallsGetThroughThoughManyFailAtOnce() throws Exception {
        // No time passes in sleeps, so nothing comes back to the budget by itself.
        FakeTime time = FakeTime.passing().withRandom(0);
        Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();
        AtomicInteger succeeded = new AtomicInteger();
        try (RawServer server = RawServer.start(RawServer.answeringWith(request -> {
                    int before = seen.computeIfAbsent(request.requestLine(), line -> new AtomicInteger())
                            .getAndIncrement();
                    return before < 2 ? RawServer.json(503, "") : RawServer.json(200, SENT);
                }));
                Telnyx telnyx = TimedClients.build(Fixtures.client(server), FakeSleeper.source(time))) {
            ExecutorService threads = Executors.newFixedThreadPool(200);
            for (int i = 0; i < 2_000; i++) {
                String id = "id-" + i;
                threads.execute(() -> {
                    try {
                        telnyx.messages().retrieve(id);
                        succeeded.incrementAndGet();
                    } catch (TelnyxException e) {
                        // Counted by what is missing.
                    }
                });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(300, TimeUnit.SECONDS)).isTrue();
            assertThat(succeeded.get()).isGreaterThan(1_900);
        }
    }
}
