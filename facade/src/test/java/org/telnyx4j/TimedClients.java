package org.telnyx4j;

import org.telnyx4j.internal.time.TimeSource;

/** Lets tests of any package make a client whose time and chance are their own. */
public final class TimedClients {
    private TimedClients() {}

    public static Telnyx build(Telnyx.Builder builder, TimeSource time) {
        return builder.time(time).build();
    }
}
