package org.telnyx4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;
import org.telnyx4j.testing.Threads;

/** The timeout is for a failure: a call that never arrives would be waited for. */
@Timeout(60)
class ShutdownTest {
    private static final String ID = "6f1c1f6a-7f5c-4d57-9c5f-7f3f1b6f0a01";
    private static final Response FOUND = Response.json(200, "{\"data\":{\"id\":\"" + ID + "\"}}");

    @Test
    void aCallUnderWayEndsBeforeTheClientIsClosed() throws Exception {
        CountDownLatch received = new CountDownLatch(1);
        CountDownLatch mayRespond = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.start().otherwise(request -> {
            received.countDown();
            await(mayRespond);
            return FOUND;
        })) {
            Threads.Running[] call = new Threads.Running[1];
            Threads.Running[] release = new Threads.Running[1];
            context(server).run(context -> {
                Telnyx telnyx = context.getBean(Telnyx.class);
                call[0] = Threads.start(() -> telnyx.messages().retrieve(ID));
                received.await();
                // The server responds only when the client refuses new calls: when it is being closed.
                release[0] = Threads.start(() -> {
                    Threads.await("the client is being closed", () -> refuses(telnyx));
                    mayRespond.countDown();
                    return null;
                });
            });
            assertThat(call[0].join().succeeded()).isTrue();
            assertThat(release[0].join().succeeded()).isTrue();
        }
    }

    @Test
    void theWaitIsBoundedByTheTimeoutOfAPhase() throws Exception {
        CountDownLatch received = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.start().otherwise(request -> {
            received.countDown();
            await(end);
            return FOUND;
        })) {
            Threads.Running[] call = new Threads.Running[1];
            context(server)
                    .withPropertyValues("spring.lifecycle.timeout-per-shutdown-phase=50ms", "telnyx.timeout=10m")
                    .run(context -> {
                        Telnyx telnyx = context.getBean(Telnyx.class);
                        call[0] = Threads.start(() -> telnyx.messages().retrieve(ID));
                        received.await();
                    });
            assertThat(call[0].join().thrown(TelnyxException.class)).isNotNull();
            end.countDown();
        }
    }

    @Test
    void aBeanThatUsesTheClientCanSendWhileItIsDestroyed() {
        try (ScriptedServer server = ScriptedServer.start().otherwise(FOUND)) {
            context(server)
                    .withBean(SaysGoodbye.class)
                    .run(context ->
                            assertThat(context.getBean(SaysGoodbye.class)).isNotNull());

            assertThat(server.requests()).hasSize(1);
        }
    }

    private static ApplicationContextRunner context(ScriptedServer server) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TelnyxAutoConfiguration.class))
                .withPropertyValues("telnyx.api-key=KEY", "telnyx.base-url=" + server.baseUrl());
    }

    private static boolean refuses(Telnyx telnyx) {
        try {
            telnyx.withTenant(org.telnyx4j.Tenant.builder("probe").apiKey("KEY").build())
                    .messages()
                    .retrieve(".");
            return false;
        } catch (TelnyxException e) {
            return String.valueOf(e.getMessage()).contains("closed");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static final class SaysGoodbye implements DisposableBean {
        private final TelnyxOperations telnyx;

        SaysGoodbye(TelnyxOperations telnyx) {
            this.telnyx = telnyx;
        }

        @Override
        public void destroy() {
            telnyx.messages().retrieve(ID);
        }
    }
}
