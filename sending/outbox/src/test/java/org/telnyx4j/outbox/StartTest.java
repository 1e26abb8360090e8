package org.telnyx4j.outbox;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.databases.TestDatabase;

/** What happens while workers start. */
class StartTest {
    private static boolean isPoll(String sql) {
        return sql.toLowerCase(Locale.ROOT).contains("execution_time <=");
    }

    /** After their first poll, and before the outbox knows them: nobody would poll for an hour. */
    @ParameterizedTest
    @EnumSource
    void whatIsEnqueuedWhileTheWorkersStartIsTakenAtOnce(TestDatabase.Kind kind) {
        try (Fixture fixture = Fixture.on(kind)) {
            CountDownLatch polled = new CountDownLatch(1);
            fixture.faulty.after(1, StartTest::isPoll, polled::countDown);
            AtomicReference<Outbox> outbox = new AtomicReference<>();
            AtomicReference<JobId> id = new AtomicReference<>();
            Seams seams = point -> {
                if (point == Seams.Point.WORKERS_STARTED) {
                    await(polled);
                    Outbox starting = Objects.requireNonNull(outbox.get());
                    id.set(starting.enqueue(Fixture.hello().build()).id());
                }
            };
            try (Outbox starting = fixture.outbox()
                    .pollingInterval(Duration.ofHours(1))
                    .seams(seams)
                    .build()) {
                outbox.set(starting);
                starting.start();

                fixture.assertSentOnce(fixture.awaitSent(Objects.requireNonNull(id.get())));
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("no poll");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
