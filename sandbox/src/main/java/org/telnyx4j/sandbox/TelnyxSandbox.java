package org.telnyx4j.sandbox;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.internal.account.Account;
import org.telnyx4j.sandbox.internal.account.ConnectionStore;
import org.telnyx4j.sandbox.internal.api.Dispatcher;
import org.telnyx4j.sandbox.internal.api.ListDelay;
import org.telnyx4j.sandbox.internal.api.Routes;
import org.telnyx4j.sandbox.internal.calls.CallDomain;
import org.telnyx4j.sandbox.internal.calls.CallService;
import org.telnyx4j.sandbox.internal.calls.ConferenceDomain;
import org.telnyx4j.sandbox.internal.calls.ConferenceService;
import org.telnyx4j.sandbox.internal.calls.Recordings;
import org.telnyx4j.sandbox.internal.control.ControlHandler;
import org.telnyx4j.sandbox.internal.control.Seed;
import org.telnyx4j.sandbox.internal.faults.FaultQueue;
import org.telnyx4j.sandbox.internal.http.HttpHandler;
import org.telnyx4j.sandbox.internal.http.HttpServer;
import org.telnyx4j.sandbox.internal.limits.RateLimits;
import org.telnyx4j.sandbox.internal.messages.MessageDomain;
import org.telnyx4j.sandbox.internal.messages.MessageService;
import org.telnyx4j.sandbox.internal.numbers.AvailableNumberRoutes;
import org.telnyx4j.sandbox.internal.numbers.NumberStore;
import org.telnyx4j.sandbox.internal.numbers.PhoneNumberRoutes;
import org.telnyx4j.sandbox.internal.optouts.OptOutDomain;
import org.telnyx4j.sandbox.internal.optouts.OptOutStore;
import org.telnyx4j.sandbox.internal.orders.OrderRoutes;
import org.telnyx4j.sandbox.internal.orders.OrderStore;
import org.telnyx4j.sandbox.internal.profiles.ProfileRoutes;
import org.telnyx4j.sandbox.internal.profiles.ProfileStore;
import org.telnyx4j.sandbox.internal.records.RecordDomain;
import org.telnyx4j.sandbox.internal.reservations.ReservationRoutes;
import org.telnyx4j.sandbox.internal.reservations.ReservationStore;
import org.telnyx4j.sandbox.internal.server.FrontDoor;
import org.telnyx4j.sandbox.internal.server.RequestLog;
import org.telnyx4j.sandbox.internal.time.Timeline;
import org.telnyx4j.sandbox.internal.time.TimelineClock;
import org.telnyx4j.sandbox.internal.webhooks.EventDraft;
import org.telnyx4j.sandbox.internal.webhooks.WebhookSender;
import org.telnyx4j.webhooks.WebhookSigner;

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
    private final Timeline timeline;
    private final TimelineClock clock;
    private final boolean emptyAccount;
    private final Map<String, ? extends @Nullable Object> seed;
    private final @Nullable String webhookUrl;
    private final RateLimits limits;
    private final ListDelay listDelay;
    private final ConnectionStore connections = new ConnectionStore();
    private final MessageService messages;
    private final ProfileStore messagingProfiles;
    private final NumberStore numbers;
    private final OrderStore orders;
    private final ReservationStore reservations;
    private final CallService calls;
    private final ConferenceService conferences;
    private final FaultQueue faults = new FaultQueue();
    private final RequestLog requests = new RequestLog();
    private final WebhookSigner signer = WebhookSigner.generate();
    private final WebhookSender webhooks;
    private final OptOutStore optOuts;
    private final RecordDomain records;
    private final HttpServer server;

    private TelnyxSandbox(Builder builder) {
        this.apiKeys = builder.apiKeys.isEmpty() ? Set.of(newApiKey()) : new LinkedHashSet<>(builder.apiKeys);
        this.timeline = builder.manualClock == null ? Timeline.realTime() : Timeline.manual(builder.manualClock);
        this.clock = new TimelineClock(timeline);
        this.emptyAccount = builder.emptyAccount;
        this.seed = builder.seed;
        this.webhookUrl = builder.webhookUrl;
        this.limits = builder.limits;
        this.listDelay = new ListDelay(timeline::now);
        String organizationId = UUID.randomUUID().toString();
        this.webhooks = new WebhookSender(timeline, signer);
        this.messagingProfiles = new ProfileStore(timeline::now, organizationId);
        this.numbers = new NumberStore(timeline::now);
        this.orders = new OrderStore(timeline, numbers, builder.orderDelay);
        this.reservations = new ReservationStore(timeline, numbers, builder.orderDelay);
        Account account = new Account(
                messagingProfiles, connections, numbers, builder.acceptAnySender, builder.acceptAnyConnection);
        orders.onSettled(
                order -> webhooks.emit(new EventDraft("number_order.complete", order, webhooks.defaultTargets())));
        this.optOuts = new OptOutStore(timeline);
        this.messages = new MessageService(
                timeline,
                webhooks,
                account,
                optOuts,
                limits,
                new MessageService.LifeCycle(builder.automatic, builder.untilSent, builder.untilDelivered),
                organizationId);
        Recordings recordings = new Recordings(timeline, this::origin);
        this.calls = new CallService(timeline, webhooks, recordings, account, connections);
        this.conferences = new ConferenceService(calls, recordings);
        this.records = new RecordDomain(
                timeline,
                Map.of(
                        "messaging",
                        messages,
                        "call-control",
                        calls,
                        "conference",
                        conferences::records,
                        "conference-participant",
                        conferences::participantRecords));
        Routes routes = new Routes(List.of(
                new ProfileRoutes(messagingProfiles, numbers::unassignAll, listDelay),
                new AvailableNumberRoutes(numbers),
                new PhoneNumberRoutes(numbers, account, organizationId, listDelay),
                new ReservationRoutes(reservations, listDelay),
                new OrderRoutes(orders, numbers, account, listDelay),
                new MessageDomain(messages),
                new OptOutDomain(optOuts),
                new CallDomain(calls),
                new ConferenceDomain(calls, conferences),
                records));
        try {
            fillAccount();
        } catch (RuntimeException e) {
            webhooks.close();
            timeline.close();
            throw e;
        }
        Dispatcher api = new Dispatcher(apiKeys, routes, limits, timeline::now);
        ControlHandler pages = new ControlHandler(() -> this, faults::descriptions);
        HttpHandler control = request ->
                request.path().startsWith(Recordings.PATH) ? recordings.handle(request) : pages.handle(request);
        FrontDoor door = new FrontDoor(api, control, requests, faults, timeline::now);
        this.server = HttpServer.start(builder.port, door);
    }

    private void fillAccount() {
        if (webhookUrl != null) {
            webhooks.defaultUrl(webhookUrl);
        }
        if (!emptyAccount) {
            fillWithTheUsual();
        }
        new Seed(this).load(seed);
    }

    private void fillWithTheUsual() {
        messagingProfiles.addInitial(SandboxAccount.MESSAGING_PROFILE_ID, SandboxAccount.PROFILE_NAME);
        connections.add(SandboxConnection.of(SandboxAccount.CONNECTION_ID).named(SandboxAccount.PROFILE_NAME));
        for (String number : SandboxAccount.NUMBERS) {
            numbers.own(
                    number,
                    Map.of(
                            "messaging_profile_id", SandboxAccount.MESSAGING_PROFILE_ID,
                            "connection_id", SandboxAccount.CONNECTION_ID));
        }
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
        return URI.create(origin() + Dispatcher.BASE_PATH);
    }

    private String origin() {
        return "http://" + HttpServer.ADDRESS + ":" + server.port();
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

    /** Returns the time of the sandbox, and the means to move it on. */
    public SandboxClock clock() {
        return clock;
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

    /** Returns the connections, and the means to add one. */
    public SandboxConnections connections() {
        return connections;
    }

    /** Returns the number orders, and the means to settle them. */
    public SandboxOrders orders() {
        return orders;
    }

    /** Returns the calls and the commands that they were given, and the means to let one come in. */
    public SandboxCalls calls() {
        return calls;
    }

    /** Returns the webhooks that were sent, and the means to let them arrive otherwise than in order. */
    public SandboxWebhooks webhooks() {
        return webhooks;
    }

    /** Returns who doesn't want messages any more. */
    public SandboxOptOuts optOuts() {
        return optOuts;
    }

    /** Returns what messages and calls have cost. */
    public SandboxDetailRecords detailRecords() {
        return records;
    }

    /** Returns the key with which a receiver verifies the sandbox's webhooks, as Telnyx shows it: the Base64 of 32 bytes. */
    public String publicKey() {
        return signer.publicKey();
    }

    /**
     * Lets somebody send a text to a number of the account: {@code message.received} goes to the messaging profile of that
     * number, and STOP, START and HELP do what they do.
     *
     * @param from who sends
     * @param to the number of the account
     * @param text the text
     * @return the message as it was received
     * @throws IllegalArgumentException if a number is blank
     */
    public SandboxMessage receiveSms(String from, String to, String text) {
        return messages.receive(from, to, text, List.of());
    }

    /**
     * Lets somebody send media to a number of the account, as {@link #receiveSms} does a text.
     *
     * @param text the text; empty for none
     * @param mediaUrls where the media are, which the sandbox doesn't fetch
     */
    public SandboxMessage receiveMms(String from, String to, String text, List<String> mediaUrls) {
        return messages.receive(from, to, text, mediaUrls);
    }

    /**
     * Lets somebody call a number of the account, as {@link SandboxCalls#incoming} does.
     *
     * @param from who calls: a phone number in E.164 or a SIP URI
     * @param to the number of the account
     * @return the call, which waits to be answered
     */
    public SandboxCall incomingCall(String from, String to) {
        return calls.incoming(from, to);
    }

    /**
     * Waits until everything that has begun is done: messages have moved on to their end, and webhooks are delivered, their
     * retries included. On a manual clock, what is due by now is waited for, and not what becomes due when the clock is
     * moved. Scheduled messages, and what only a test or a caller can bring on, aren't waited for.
     *
     * @throws IllegalStateException if that takes longer than 60 seconds of real time
     */
    public void awaitIdle() {
        timeline.awaitIdle(Duration.ofSeconds(60));
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
     * Goes back to the state of a new sandbox: no requests, no faults still to come, no messages, orders, reservations or
     * calls, the account and the stock of numbers for sale that it has at first. The port, the keys and the time stay as
     * they are.
     */
    public void reset() {
        timeline.clear();
        faults.clear();
        requests.clear();
        limits.clear();
        listDelay.set(Duration.ZERO);
        connections.clear();
        reservations.clear();
        messages.clear();
        messagingProfiles.clear();
        orders.clear();
        numbers.clear();
        calls.clear();
        conferences.clear();
        optOuts.clear();
        records.clear();
        webhooks.clear();
        fillAccount();
    }

    /**
     * Adds what a seed contains: messaging profiles, connections, numbers of the account and for sale, opt-outs. It is what
     * {@link #export} returns, and what a seed file has in JSON or YAML. A profile or number that is there already stays as
     * it is.
     *
     * @param seed maps, lists and strings, named as in a seed file
     * @throws IllegalArgumentException naming what cannot be used; what came before it has been added
     */
    public void seed(Map<String, ? extends @Nullable Object> seed) {
        new Seed(this).load(seed);
    }

    /** Returns what the account has, as a seed from which another sandbox can have the same. Texts and calls aren't in it. */
    public Map<String, @Nullable Object> export() {
        return new Seed(this).export();
    }

    /**
     * Stops the server and frees its port; open connections, stalled ones too, are closed. What was received can
     * still be read afterwards. Closing again does nothing.
     */
    @Override
    public void close() {
        server.close();
        webhooks.close();
        timeline.close();
    }

    /**
     * Lets the next request with this method to this path have a response of the test's own; the request is not carried
     * out, nor is its key checked. Several for the same path are used up in the order in which they were added.
     *
     * @param method the HTTP method, in any case
     * @param path the path below the base URL, percent-encoded, such as {@code /messages/some-id}; also one that the API
     *     doesn't have
     * @throws IllegalArgumentException if the path doesn't begin with a slash
     */
    public void respond(String method, String path, ScriptedResponse response) {
        faults.add(Fault.scripted(method, path, response).plan());
    }

    /**
     * Shows in lists only what was created this long ago, on the sandbox's clock, as a service does whose lists lag
     * behind. What is asked for by its id is there at once.
     *
     * @param delay zero for at once, as in a new sandbox
     * @throws IllegalArgumentException if it is negative
     */
    public void showInListsAfter(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay must be 0 or more, was " + delay);
        }
        listDelay.set(delay);
    }

    /** Lets no further request go wrong, nor have a response of the test's own. */
    public void clearFaults() {
        faults.clear();
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
        private @Nullable Instant manualClock;
        private boolean automatic = true;
        private Duration untilSent = Duration.ofMillis(50);
        private Duration untilDelivered = Duration.ofMillis(100);
        private boolean emptyAccount;
        private Map<String, ? extends @Nullable Object> seed = Map.of();
        private @Nullable String webhookUrl;
        private boolean acceptAnySender;
        private boolean acceptAnyConnection;
        private RateLimits limits = RateLimits.none();
        private Duration orderDelay = Duration.ofMillis(100);

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
         * Gives the sandbox a clock that stands still until {@link SandboxClock#advance}; by default time passes by
         * itself.
         *
         * @param start the time at first
         */
        public Builder manualClock(Instant start) {
            this.manualClock = Objects.requireNonNull(start, "start");
            return this;
        }

        /** Lets the account have nothing at first: no number, no messaging profile, no connection. */
        public Builder emptyAccount() {
            this.emptyAccount = true;
            return this;
        }

        /**
         * Lets the account have what a seed contains, at first and after each {@link TelnyxSandbox#reset}, and nothing else.
         *
         * @param seed maps, lists and strings, as {@link TelnyxSandbox#export} returns them
         */
        public Builder seed(Map<String, ? extends @Nullable Object> seed) {
            this.seed = Objects.requireNonNull(seed, "seed");
            this.emptyAccount = true;
            return this;
        }

        /**
         * Sets where those events go that nothing else has a URL for; see {@link SandboxWebhooks#defaultUrl}, which changes
         * it until the next reset.
         *
         * @param url the URL
         */
        public Builder webhookUrl(String url) {
            this.webhookUrl = Objects.requireNonNull(url, "url");
            return this;
        }

        /**
         * Lets messages and calls come from any number, also from one that the account doesn't have. By default they are
         * refused, as Telnyx refuses them.
         */
        public Builder acceptAnySender() {
            this.acceptAnySender = true;
            return this;
        }

        /** Lets dials, orders and numbers refer to any connection. By default one that the account doesn't have is refused. */
        public Builder acceptAnyConnection() {
            this.acceptAnyConnection = true;
            return this;
        }

        /**
         * Limits how many requests the account can send, all keys together; those beyond get 429 with code 10011. All
         * responses then have the true {@code x-ratelimit-*} headers. By default there is no limit.
         *
         * @param requests how many in each window, 1 at least
         * @param window how long a window is on the sandbox's clock; it begins with its first request
         * @throws IllegalArgumentException if one of them isn't above zero
         */
        public Builder accountRateLimit(int requests, Duration window) {
            limits = limits.ofAccount(positive(requests, "requests"), positive(window));
            return this;
        }

        /**
         * Limits how many messages each sender can send. By default there is no limit.
         *
         * @param messages how many in each window, 1 at least
         * @param window how long a window is on the sandbox's clock; it begins with its first message
         * @throws IllegalArgumentException if one of them isn't above zero
         */
        public Builder senderRateLimit(int messages, Duration window) {
            limits = limits.ofSender(positive(messages, "messages"), positive(window));
            return this;
        }

        /**
         * Lets messages of the account leave one after the other, as Telnyx does: those that come faster are accepted, wait in
         * a queue ({@code wait_seconds}), and are refused with 429 and 40318 when it is full. By default there is no limit.
         *
         * @param messages how many leave in each window, 1 at least
         * @param window how long that is on the sandbox's clock
         * @param queue how many may wait, 1 at least
         * @throws IllegalArgumentException if one of them isn't above zero
         */
        public Builder accountThroughput(int messages, Duration window, int queue) {
            limits = limits.throughputOfAccount(
                    positive(messages, "messages"), positive(window), positive(queue, "queue"));
            return this;
        }

        /**
         * Lets messages of each sender leave one after the other, as {@link #accountThroughput} does with those of all. By
         * default there is no limit.
         *
         * @param messages how many leave in each window, 1 at least
         * @param window how long that is on the sandbox's clock
         * @param queue how many of a sender may wait, 1 at least
         * @throws IllegalArgumentException if one of them isn't above zero
         */
        public Builder senderThroughput(int messages, Duration window, int queue) {
            limits = limits.throughputOfSender(
                    positive(messages, "messages"), positive(window), positive(queue, "queue"));
            return this;
        }

        /**
         * Sets how long number orders and reservations are pending; 100 ms unless set.
         *
         * @param delay on the sandbox's clock
         * @throws IllegalArgumentException if it is negative
         */
        public Builder orderDelay(Duration delay) {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("delay must be 0 or more, was " + delay);
            }
            this.orderDelay = delay;
            return this;
        }

        private static int positive(int number, String name) {
            if (number < 1) {
                throw new IllegalArgumentException(name + " must be 1 or more, was " + number);
            }
            return number;
        }

        private static Duration positive(Duration window) {
            if (window.isNegative() || window.isZero()) {
                throw new IllegalArgumentException("window must be above 0, was " + window);
            }
            return window;
        }

        /**
         * Sets whether messages move on by themselves: they do by default. Without it they stay {@code queued} or {@code
         * scheduled} until a test moves them with {@link SandboxMessages#markSent} and its like.
         */
        public Builder automatic(boolean automatic) {
            this.automatic = automatic;
            return this;
        }

        /**
         * Sets how fast messages move on, by the sandbox's clock.
         *
         * @param untilSent how long a message is queued; 50 milliseconds by default
         * @param untilDelivered how long its delivery takes after that; 100 milliseconds by default
         * @throws IllegalArgumentException if one of them is negative
         */
        public Builder messageDelays(Duration untilSent, Duration untilDelivered) {
            if (untilSent.isNegative() || untilDelivered.isNegative()) {
                throw new IllegalArgumentException("the delays must not be negative");
            }
            this.untilSent = untilSent;
            this.untilDelivered = untilDelivered;
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
