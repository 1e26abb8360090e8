package org.telnyx4j.sandbox;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.telnyx4j.sandbox.internal.calls.CallRoutes;
import org.telnyx4j.sandbox.internal.calls.CallStore;
import org.telnyx4j.sandbox.internal.http.SandboxApi;
import org.telnyx4j.sandbox.internal.messages.MessageRoutes;
import org.telnyx4j.sandbox.internal.messages.MessageStore;
import org.telnyx4j.sandbox.internal.numbers.AvailableNumberRoutes;
import org.telnyx4j.sandbox.internal.numbers.NumberStore;
import org.telnyx4j.sandbox.internal.numbers.PhoneNumberRoutes;
import org.telnyx4j.sandbox.internal.orders.OrderRoutes;
import org.telnyx4j.sandbox.internal.orders.OrderStore;
import org.telnyx4j.sandbox.internal.profiles.ProfileRoutes;
import org.telnyx4j.sandbox.internal.profiles.ProfileStore;
import org.telnyx4j.sandbox.internal.server.FaultQueue;
import org.telnyx4j.sandbox.internal.server.RequestLog;
import org.telnyx4j.sandbox.internal.server.SandboxServer;

/**
 * A Telnyx inside the JVM: a real HTTP server on a loopback port that checks requests and answers them as the
 * Telnyx API does, and remembers what it was sent.
 *
 * <p>Safe for concurrent use; serves up to 500 requests at the same time. Several sandboxes can run side by
 * side, each with its own port, key and state. Its threads are daemons, so a sandbox that nobody closed doesn't
 * keep the JVM alive.
 */
public final class TelnyxSandbox implements AutoCloseable {
    private final Set<String> apiKeys;
    private final MessageStore messages;
    private final ProfileStore messagingProfiles;
    private final NumberStore numbers;
    private final OrderStore orders;
    private final CallStore calls;
    private final FaultQueue faults = new FaultQueue();
    private final RequestLog requests = new RequestLog();
    private final SandboxServer server;

    private TelnyxSandbox(Builder builder) {
        this.apiKeys = builder.apiKeys.isEmpty() ? Set.of(newApiKey()) : new LinkedHashSet<>(builder.apiKeys);
        String organizationId = UUID.randomUUID().toString();
        this.messages = new MessageStore(builder.clock, organizationId);
        this.messagingProfiles = new ProfileStore(builder.clock, organizationId);
        this.numbers = new NumberStore(builder.clock);
        this.orders = new OrderStore(builder.clock, numbers);
        this.calls = new CallStore(builder.clock);
        SandboxApi api = new SandboxApi(
                apiKeys,
                List.of(
                        new MessageRoutes(messages),
                        new ProfileRoutes(messagingProfiles, numbers::unassignAll),
                        new AvailableNumberRoutes(numbers),
                        new PhoneNumberRoutes(numbers, messagingProfiles::nameOf, organizationId),
                        new OrderRoutes(orders, numbers),
                        new CallRoutes(calls)));
        this.server = SandboxServer.start(builder.port, api, requests, faults);
    }

    /**
     * Starts a sandbox on a free port with a new API key.
     *
     * @throws IllegalStateException if the server can't be started
     */
    public static TelnyxSandbox start() {
        return builder().start();
    }

    /** Returns a builder for a sandbox with a key, port or clock of your own. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the URL to give to a client in place of {@code https://api.telnyx.com/v2}; it ends in {@code /v2}. */
    public URI baseUrl() {
        return URI.create("http://" + SandboxServer.ADDRESS + ":" + server.port() + SandboxApi.BASE_PATH);
    }

    /** Returns a key that the sandbox accepts: the first that the builder was given, else one made up at start. */
    public String apiKey() {
        return apiKeys.iterator().next();
    }

    /**
     * Returns every request that was received since the start or the last {@link #reset}, in the order of their
     * arrival, refused and failed ones included; a copy that doesn't change any more. A request is listed before
     * it is answered. Beyond 100,000 requests the oldest are dropped.
     */
    public List<ReceivedRequest> requests() {
        return requests.all();
    }

    /** Returns the messages that were accepted, and the means to move them on. */
    public SandboxMessages messages() {
        return messages;
    }

    /** Returns the messaging profiles. */
    public SandboxMessagingProfiles messagingProfiles() {
        return messagingProfiles;
    }

    /** Returns the numbers that can be bought and those that the account owns, and the means to set both. */
    public SandboxNumbers numbers() {
        return numbers;
    }

    /** Returns the number orders, and the means to settle them. */
    public SandboxOrders orders() {
        return orders;
    }

    /** Returns the calls and the commands that they were given, and the means to let one come in. */
    public SandboxCalls calls() {
        return calls;
    }

    /**
     * Lets the next request that the fault applies to go wrong. Faults are used up in the order in which they
     * were added; each request meets one at most.
     */
    public void failNext(Fault fault) {
        faults.add(fault.plan());
    }

    /** Returns how many failures are still to come, so that a test can check that all of them happened. */
    public int pendingFaults() {
        return faults.pending();
    }

    /**
     * Goes back to the state of a new sandbox: no requests, no faults still to come, no messages, profiles,
     * orders, calls or numbers of the account, the first stock of numbers for sale. The port and the keys stay as they are.
     */
    public void reset() {
        faults.clear();
        requests.clear();
        messages.clear();
        messagingProfiles.clear();
        orders.clear();
        numbers.clear();
        calls.clear();
    }

    /**
     * Stops the server and frees its port; open connections, stalled ones too, are closed. What was received can
     * still be read afterwards. Closing again does nothing.
     */
    @Override
    public void close() {
        server.close();
    }

    /** Says where the sandbox runs and how much it has received; no keys. */
    @Override
    public String toString() {
        return "TelnyxSandbox[" + baseUrl() + ", " + requests.size() + " requests, " + messages.size() + " messages]";
    }

    private static String newApiKey() {
        String random = UUID.randomUUID().toString().replace("-", "");
        return "KEY" + random.toUpperCase(Locale.ROOT) + "_sandbox";
    }

    /** Collects the settings of a sandbox. Not safe for concurrent use. */
    public static final class Builder {
        private final Set<String> apiKeys = new LinkedHashSet<>();
        private int port;
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /**
         * Adds a key that the sandbox accepts; all keys belong to the same account. Without any, one is made up.
         *
         * @throws IllegalArgumentException if the key is blank
         */
        public Builder apiKey(String apiKey) {
            if (apiKey.isBlank()) {
                throw new IllegalArgumentException("apiKey must not be blank");
            }
            apiKeys.add(apiKey);
            return this;
        }

        /**
         * Sets the port; 0, the default, takes a free one.
         *
         * @throws IllegalArgumentException if the port isn't from 0 to 65535
         */
        public Builder port(int port) {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port must be from 0 to 65535, was " + port);
            }
            this.port = port;
            return this;
        }

        /**
         * Sets the clock for timestamps, for the limits of scheduled messages and for how long a command id counts;
         * the system's by default. A clock that moves on changes no message's status by itself.
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Starts the sandbox.
         *
         * @throws IllegalStateException if the server can't be started, such as when the port is taken
         */
        public TelnyxSandbox start() {
            return new TelnyxSandbox(this);
        }
    }
}
