package org.telnyx4j.outbox;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Creates ids that sort by the time of their creation (UUID, version 7), so that new rows are next to each other in the
 * index.
 */
final class NewIds {
    private static final SecureRandom RANDOM = new SecureRandom();

    private NewIds() {}

    static JobId next() {
        long random = RANDOM.nextLong();
        long high = (System.currentTimeMillis() << 16) | 0x7000L | (RANDOM.nextInt() & 0x0fffL);
        long low = (random & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new JobId(new UUID(high, low));
    }
}
