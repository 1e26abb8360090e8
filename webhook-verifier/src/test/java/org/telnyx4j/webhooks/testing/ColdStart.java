package org.telnyx4j.webhooks.testing;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.telnyx4j.webhooks.WebhookVerifier;

/**
 * Verifies one webhook in a fresh JVM, given its public key, signature and timestamp, and prints the milliseconds of
 * processor time that its thread spent on making the verifier and on verifying. Processor time, as the machine may be
 * busy with something else.
 */
public final class ColdStart {
    private ColdStart() {}

    public static void main(String... arguments) {
        Instant now = Instant.ofEpochSecond(Long.parseLong(arguments[2]));
        long start = processorMillis();
        WebhookVerifier verifier = WebhookVerifier.builder()
                .publicKey(arguments[0])
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build();
        long made = processorMillis();
        verifier.verify(new byte[1024], arguments[1], arguments[2]);
        long verified = processorMillis();
        System.out.println((made - start) + " " + (verified - made));
    }

    private static long processorMillis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }
}
