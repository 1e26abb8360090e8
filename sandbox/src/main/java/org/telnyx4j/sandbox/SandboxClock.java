package org.telnyx4j.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time of a sandbox. By default it is the system's, and passes by itself. With {@code
 * TelnyxSandbox.builder().manualClock(start)} it stands still until {@link #advance}, so that a test sees the hours of a
 * scheduled message or of retried webhooks pass in no time. Safe for concurrent use.
 */
public interface SandboxClock {

    /** Returns the time in the sandbox. */
    Instant now();

    /** Returns whether the clock is moved by {@link #advance} only. */
    boolean isManual();

    /**
     * Moves a manual clock. All that becomes due on the way is done in the order of its times, webhook deliveries and
     * their retries included, before this returns. What a webhook's receiver takes is waited for in real time, as a
     * receiver doesn't share the sandbox's clock.
     *
     * @param by how far; zero does what is due now
     * @throws IllegalArgumentException if it is negative
     * @throws IllegalStateException if the sandbox runs on real time, or if something doesn't come to rest within 60
     *     seconds of real time, which happens if this is called by a webhook's receiver before it has responded
     */
    void advance(Duration by);

    /** Returns this time for what takes a {@link Clock}, such as a webhook verifier, or the code under test. In UTC. */
    Clock asClock();
}
