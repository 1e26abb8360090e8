package org.telnyx4j.outbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.Telnyx;
import org.telnyx4j.Tenant;

/** What {@link Outbox.Builder} has collected. Immutable. */
record OutboxSettings(
        @Nullable Telnyx telnyx,
        Function<String, @Nullable Tenant> tenants,
        int workers,
        Duration pollingInterval,
        Duration heartbeat,
        Duration sendTimeout,
        Duration statementTimeout,
        Duration settleFor,
        Duration settleInterval,
        @Nullable Duration keepFor,
        OutboxPolicy policy,
        @Nullable QuietHours quietHours,
        String name) {
    private static final int LONGEST_HOST = 40;

    /** Returns a name that no other process has. */
    static String defaultName() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "unknown-host";
        }
        String shortened = host.length() > LONGEST_HOST ? host.substring(0, LONGEST_HOST) : host;
        return shortened + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Override
    public String toString() {
        return "name=" + name + ", workers=" + workers + ", pollingInterval=" + pollingInterval + ", heartbeat="
                + heartbeat + ", sendTimeout=" + sendTimeout + ", statementTimeout=" + statementTimeout + ", settleFor="
                + settleFor + ", settleInterval="
                + settleInterval + ", keepFor=" + keepFor;
    }
}
