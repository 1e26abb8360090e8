package org.telnyx4j.sandbox.internal.webhooks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.threads.LibraryThreads;
import org.telnyx4j.sandbox.SandboxDelivery;
import org.telnyx4j.sandbox.SandboxDelivery.Result;
import org.telnyx4j.sandbox.SandboxEvent;
import org.telnyx4j.sandbox.SandboxWebhooks;
import org.telnyx4j.sandbox.WebhookDisorder;
import org.telnyx4j.sandbox.internal.time.Timeline;
import org.telnyx4j.webhooks.WebhookSigner;

/** Delivers events, and keeps what became of each try. Nobody who emits an event waits for its receiver. */
public final class WebhookSender implements SandboxWebhooks, AutoCloseable {
    static final Duration TRY_TIMEOUT = Duration.ofSeconds(2);
    static final List<Duration> RETRY_DELAYS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2));

    private static final int MOST_AT_ONCE = 32;
    private static final int MOST_KEPT = 100_000;

    private final Timeline timeline;
    private final WebhookSigner signer;
    private final Duration tryTimeout;
    private final ThreadPoolExecutor pool;
    private final ScheduledThreadPoolExecutor timer;
    private final Set<HttpTry> underWay = ConcurrentHashMap.newKeySet();

    private final Object lock = new Object();
    private final Map<String, StoredEvent> events = new LinkedHashMap<>();
    private final Map<String, Attempt> attempts = new LinkedHashMap<>();
    private final Map<String, Lane> lanes = new HashMap<>();
    private Targets defaultTargets = Targets.NONE;
    private WebhookDisorder disorder = WebhookDisorder.NONE;
    private Random random = new Random(0);
    private long era;

    public WebhookSender(Timeline timeline, WebhookSigner signer) {
        this(timeline, signer, TRY_TIMEOUT);
    }

    WebhookSender(Timeline timeline, WebhookSigner signer, Duration tryTimeout) {
        this.timeline = timeline;
        this.signer = signer;
        this.tryTimeout = tryTimeout;
        this.pool = new ThreadPoolExecutor(
                MOST_AT_ONCE,
                MOST_AT_ONCE,
                5,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                LibraryThreads.factory("telnyx4j-sandbox-webhook"));
        pool.allowCoreThreadTimeOut(true);
        this.timer = new ScheduledThreadPoolExecutor(1, LibraryThreads.factory("telnyx4j-sandbox-webhook-timer"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(5, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        // After close() a job is dropped, and nobody is told: there is nobody left.
        pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Records that something has happened, and sends it wherever it is to go. */
    public SandboxEvent emit(EventDraft draft) {
        synchronized (lock) {
            StoredEvent event = new StoredEvent(UUID.randomUUID().toString(), draft, timeline.now());
            events.put(event.id(), event);
            dropOldest(events);
            deliver(event);
            return event;
        }
    }

    private void deliver(StoredEvent event) {
        List<String> urls = event.draft().targets().urls();
        if (urls.isEmpty()) {
            return;
        }
        for (int copy = 0; copy < disorder.copies(); copy++) {
            Series series = new Series(event, urls, era, disorder.isConcurrent());
            long most = disorder.mostLate().toMillis();
            if (most == 0) {
                start(series);
            } else {
                timeline.stepAfter(Duration.ofMillis((long) (random.nextDouble() * most)), () -> start(series));
            }
        }
    }

    private void start(Series series) {
        Timeline.Hold hold = timeline.hold();
        synchronized (lock) {
            if (series.era != era) {
                hold.close();
                return;
            }
            Runnable job = () -> {
                try (hold) {
                    attempt(series);
                }
            };
            if (series.ordered()) {
                lanes.computeIfAbsent(series.receiver(), receiver -> new Lane(pool, timer))
                        .add(job);
            } else {
                pool.execute(job);
            }
        }
    }

    private void attempt(Series series) {
        Instant startedAt = timeline.now();
        String body = series.event.envelope(series.attempt, series.url());
        Attempt attempt = new Attempt(
                UUID.randomUUID().toString(),
                series.event,
                series.url(),
                series.attempt,
                body,
                startedAt,
                Attempt.State.PENDING);
        if (!record(attempt, series.era)) {
            return;
        }
        long start = System.nanoTime();
        HttpTry.Response response = send(attempt);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Result result = resultOf(response);
        Duration pause = result == Result.DELIVERED ? null : series.moveOn();
        Instant next = pause == null ? null : timeline.now().plus(pause);
        if (record(attempt.with(new Attempt.State(result, response.status(), took, next)), series.era)
                && pause != null) {
            timeline.stepAfter(pause, () -> start(series));
        }
    }

    private HttpTry.Response send(Attempt attempt) {
        URI url;
        try {
            url = URI.create(attempt.url());
        } catch (IllegalArgumentException e) {
            return new HttpTry.Response(null, false);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("user-agent", "telnyx-webhooks");
        byte[] body = attempt.body().getBytes(StandardCharsets.UTF_8);
        headers.putAll(signer.headers(body, attempt.startedAt()));
        HttpTry httpTry = new HttpTry(url, tryTimeout);
        underWay.add(httpTry);
        try {
            return httpTry.send(headers, body, timer);
        } finally {
            underWay.remove(httpTry);
        }
    }

    private static Result resultOf(HttpTry.Response response) {
        Integer status = response.status();
        if (status == null) {
            return response.timedOut() ? Result.TIMED_OUT : Result.UNREACHABLE;
        }
        return status >= 200 && status < 300 ? Result.DELIVERED : Result.REFUSED;
    }

    /** Keeps how a try stands, unless all was forgotten since it began. */
    private boolean record(Attempt attempt, long ofEra) {
        synchronized (lock) {
            if (ofEra != era) {
                return false;
            }
            attempts.put(attempt.id(), attempt);
            dropOldest(attempts);
            return true;
        }
    }

    private static void dropOldest(Map<String, ?> kept) {
        if (kept.size() > MOST_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    @Override
    public List<SandboxEvent> events() {
        synchronized (lock) {
            return List.copyOf(events.values());
        }
    }

    @Override
    public List<SandboxDelivery> deliveries() {
        synchronized (lock) {
            return List.copyOf(attempts.values());
        }
    }

    /** Returns where events go that nothing else has a URL for. */
    public Targets defaultTargets() {
        synchronized (lock) {
            return defaultTargets;
        }
    }

    @Override
    public void defaultUrl(String url) {
        synchronized (lock) {
            defaultTargets = Targets.of(url);
        }
    }

    @Override
    public void redeliver(String eventId) {
        synchronized (lock) {
            StoredEvent event = events.get(eventId);
            if (event == null) {
                throw new IllegalArgumentException("There is no event with the id " + eventId);
            }
            List<String> urls = event.draft().targets().urls();
            if (urls.isEmpty()) {
                throw new IllegalArgumentException("There was no URL for the event with the id " + eventId);
            }
            start(new Series(event, urls, era, disorder.isConcurrent()));
        }
    }

    @Override
    public void disorder(WebhookDisorder next) {
        synchronized (lock) {
            disorder = next;
            random = new Random(next.seed());
        }
    }

    /** Forgets all events; what is under way is ended. */
    public void clear() {
        synchronized (lock) {
            era++;
            events.clear();
            attempts.clear();
            disorder = WebhookDisorder.NONE;
            defaultTargets = Targets.NONE;
        }
        underWay.forEach(HttpTry::abort);
    }

    /** Ends all deliveries at once; what became of those before can still be read. */
    @Override
    public void close() {
        pool.shutdownNow();
        timer.shutdownNow();
        underWay.forEach(HttpTry::abort);
    }

    /** The tries for one event, and where they stand. Used by one thread at a time. */
    private static final class Series {
        private final StoredEvent event;
        private final List<String> urls;
        private final long era;
        private final boolean concurrent;
        private final List<Duration> delays;
        private int position;
        private int attempt = 1;

        Series(StoredEvent event, List<String> urls, long era, boolean concurrent) {
            this.event = event;
            this.urls = new ArrayList<>(urls);
            this.era = era;
            this.concurrent = concurrent;
            List<Duration> own = event.draft().targets().retryDelays();
            this.delays = own == null ? RETRY_DELAYS : own;
        }

        String url() {
            return urls.get(position);
        }

        /** Returns the part of the URL that names the receiver: paths and queries can be different for each event. */
        String receiver() {
            int path = url().indexOf('/', url().indexOf("://") + 3);
            return path < 0 ? url() : url().substring(0, path);
        }

        /** Only the first try keeps its place: a repeated one comes whenever it comes. */
        boolean ordered() {
            return !concurrent && position == 0 && attempt == 1;
        }

        /** Goes on to the next try, and returns after which pause that is due; null where there is none left. */
        @Nullable
        Duration moveOn() {
            if (attempt <= delays.size()) {
                return delays.get(attempt++ - 1);
            }
            if (position + 1 < urls.size()) {
                position++;
                attempt = 1;
                return Duration.ZERO;
            }
            return null;
        }
    }
}
