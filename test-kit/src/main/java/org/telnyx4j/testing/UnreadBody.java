package org.telnyx4j.testing;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/**
 * A server that lets a client send all it has and reads nothing of it, so that the client is held up as it writes. For one
 * request with a body of {@link #BYTES} or more.
 */
public final class UnreadBody implements Http2Server.Handler {
    /** More than there is place for on the way. */
    public static final int BYTES = 20_000_000;

    private static final int INITIAL_WINDOW_SIZE = 4;
    private static final int FIRST_WINDOW = 65_535;

    private final CountDownLatch begun = new CountDownLatch(1);

    /** Returns the settings that the server needs. */
    public int[] settings() {
        return new int[] {INITIAL_WINDOW_SIZE, Integer.MAX_VALUE};
    }

    /** Waits until the client is held up. */
    public void awaitHeldUp() throws InterruptedException {
        begun.await();
        Threads.awaitStuckWithin("telnyx4j-http2-writer", "sun.nio.ch.");
    }

    @Override
    public void handle(Http2Request request) {
        throw new AssertionError("All of it came");
    }

    @Override
    public void begun(Http2Request request) throws IOException, InterruptedException {
        request.connection().widen(0, Integer.MAX_VALUE - FIRST_WINDOW);
        begun.countDown();
        Thread.sleep(60_000);
    }
}
