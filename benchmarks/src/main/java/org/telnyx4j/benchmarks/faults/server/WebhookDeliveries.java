package org.telnyx4j.benchmarks.faults.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.telnyx4j.benchmarks.faults.server.RecordBooks.Sent;
import org.telnyx4j.benchmarks.faults.server.RecordBooks.Webhook;

/**
 * Posts the webhooks of those messages that have some to the URLs that they were sent with: each twice, at random moments,
 * the first perhaps before the response to the send, and again where it is not confirmed, three times in all.
 */
public final class WebhookDeliveries implements AutoCloseable {
    private static final int TRIES = 3;
    private static final int LONGEST_DELAY_MILLIS = 2_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final RecordBooks records;
    private final Random random;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4, WebhookDeliveries::daemon);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger posted = new AtomicInteger();
    private final AtomicInteger givenUp = new AtomicInteger();
    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();

    private WebhookDeliveries(RecordBooks records, long seed) {
        this.records = records;
        this.random = new Random(seed);
    }

    /** Posts the webhooks of all messages from now on. */
    public static WebhookDeliveries start(RecordBooks records, long seed) {
        WebhookDeliveries deliveries = new WebhookDeliveries(records, seed);
        records.onSent(deliveries::sent);
        return deliveries;
    }

    /** Returns whether the webhook of a message was confirmed. */
    public boolean isConfirmed(String messageId) {
        return confirmed.contains(messageId);
    }

    /** Returns how many requests were made. */
    public int posted() {
        return posted.get();
    }

    /** Returns how many webhooks were given up. */
    public int givenUp() {
        return givenUp.get();
    }

    /** Waits until none is left to be posted. */
    public void drain(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (waiting.get() > 0 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    private void sent(Sent message) {
        if (message.quirk().hasWebhook()) {
            Webhook webhook = records.webhook(message);
            later(message, webhook, 1);
            later(message, webhook, 1);
        }
    }

    private void later(Sent message, Webhook webhook, int attempt) {
        int delay;
        synchronized (random) {
            delay = random.nextInt(LONGEST_DELAY_MILLIS);
        }
        waiting.incrementAndGet();
        Future<?> unused = threads.schedule(() -> post(message, webhook, attempt), delay, TimeUnit.MILLISECONDS);
    }

    private void post(Sent message, Webhook webhook, int attempt) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(message.url()))
                    .timeout(TIMEOUT)
                    .POST(HttpRequest.BodyPublishers.ofString(webhook.body()));
            for (Map.Entry<String, String> header : webhook.headers().entrySet()) {
                request.header(header.getKey(), header.getValue());
            }
            posted.incrementAndGet();
            int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status == 200) {
                confirmed.add(message.id());
                return;
            }
            again(message, webhook, attempt);
        } catch (IOException e) {
            again(message, webhook, attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private void again(Sent message, Webhook webhook, int attempt) {
        if (attempt < TRIES) {
            later(message, webhook, attempt + 1);
        } else {
            givenUp.incrementAndGet();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "webhooks");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
