package org.telnyx4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.generated.model.OutgoingCall;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.testing.Threads;

/** How many methods of ours a call passes on its way, which are those that somebody reads who debugs it. */
class WayOfACallTest {
    private static final int MOST = 12;

    /** Notes where it was called from, and fails. */
    private static final class Landing extends CloseableHttpClient {
        /** An application's own client runs on another thread, for which the caller waits here. */
        private static final String WAITING = "org.telnyx4j.internal.http.DetachedExchange";

        private final Thread caller = Thread.currentThread();
        private volatile List<StackTraceElement> frames = List.of();

        @Override
        protected CloseableHttpResponse doExecute(
                @Nullable HttpHost target, ClassicHttpRequest request, @Nullable HttpContext context) {
            try {
                Threads.awaitWithin(caller, WAITING);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            frames = Arrays.stream(caller.getStackTrace())
                    .dropWhile(frame -> !isOfTheLibrary(frame))
                    .dropWhile(frame -> frame.getClassName().equals(WAITING)
                            || frame.getMethodName().equals("await"))
                    .takeWhile(frame -> !frame.getClassName().startsWith(WayOfACallTest.class.getName()))
                    .filter(WayOfACallTest.Landing::isOfTheLibrary)
                    .toList();
            throw new IllegalStateException("far enough");
        }

        private static boolean isOfTheLibrary(StackTraceElement frame) {
            return frame.getClassName().startsWith("org.telnyx4j.")
                    && !frame.getClassName().startsWith(WayOfACallTest.class.getName());
        }

        @Override
        public void close() {}

        @Override
        public void close(CloseMode closeMode) {}
    }

    @Test
    void aTextPassesAtMostTwelveMethodsOnItsWayToTheHttpClient() {
        assertShortWay("send", telnyx -> telnyx.messages().send(Fixtures.message()));
    }

    @Test
    void soDoACallAndACommandToIt() {
        CallControlId id = CallControlId.of("v3:leg");

        assertShortWay(
                "dial",
                telnyx -> telnyx.calls()
                        .dial(OutgoingCall.builder()
                                .to("+14165550123")
                                .connectionId("app")
                                .build()));
        assertShortWay("hangUp", telnyx -> telnyx.calls().hangUp(id));
        assertShortWay("transfer", telnyx -> telnyx.calls().transfer(id, "sip:desk@example.com"));
        assertShortWay("updateClientState", telnyx -> telnyx.calls().updateClientState(id, "state"));
        assertShortWay("retrieve", telnyx -> telnyx.calls().retrieve(id));
    }

    private static void assertShortWay(String method, Consumer<Telnyx> use) {
        Landing landing = new Landing();
        try (Telnyx telnyx = Telnyx.builder()
                .apiKey(Fixtures.KEY)
                .from(Fixtures.FROM)
                .httpClient(landing)
                .build()) {
            assertThatThrownBy(() -> use.accept(telnyx)).isInstanceOf(TelnyxException.class);
        }
        assertThat(landing.frames).as("the way, last method first").hasSizeBetween(3, MOST);
        assertThat(landing.frames.get(landing.frames.size() - 1).getMethodName())
                .isEqualTo(method);
    }
}
