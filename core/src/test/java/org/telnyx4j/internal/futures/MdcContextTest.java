package org.telnyx4j.internal.futures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** A task on another thread sees the MDC of its caller, and leaves that thread as it was. */
class MdcContextTest {
    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void aTaskSeesTheMdcOfItsCaller() throws Exception {
        MDC.put("order", "4711");
        AtomicReference<@Nullable String> seen = new AtomicReference<>();
        Runnable carried = MdcContext.carried(() -> seen.set(MDC.get("order")));

        assertThat(orderAfterwards(carried)).isEqualTo("of the thread");
        assertThat(seen.get()).isEqualTo("4711");
        assertThat(MDC.get("order")).isEqualTo("4711");
    }

    @Test
    void whatAThreadHasIsNotSeenByATaskWhoseCallerHasNothing() throws Exception {
        AtomicReference<@Nullable String> seen = new AtomicReference<>("not asked");
        Runnable carried = MdcContext.carried(() -> seen.set(MDC.get("order")));

        assertThat(orderAfterwards(carried)).isEqualTo("of the thread");
        assertThat(seen.get()).isNull();
    }

    /** Runs a task on a thread that has an MDC of its own, and returns what that has afterwards. */
    private static @Nullable String orderAfterwards(Runnable task) throws InterruptedException {
        AtomicReference<@Nullable String> after = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    MDC.put("order", "of the thread");
                    task.run();
                    after.set(MDC.get("order"));
                },
                "another",
                0,
                false);
        thread.start();
        thread.join();
        return after.get();
    }
}
