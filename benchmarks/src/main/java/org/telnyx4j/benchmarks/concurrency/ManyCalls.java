package org.telnyx4j.benchmarks.concurrency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAccumulator;
import org.telnyx4j.Telnyx;
import org.telnyx4j.async.AsyncOptions;
import org.telnyx4j.async.TelnyxFuture;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.messaging.MessageResult;

/** Sends many messages at once, each with a text of its own, and waits for all of them. */
public final class ManyCalls {
    /** More than any run takes. */
    static final Duration LONG = Duration.ofMinutes(5);

    private ManyCalls() {}

    /**
     * What is sent.
     *
     * @param baseUrl where to
     * @param calls how many messages
     * @param timeout of each call
     * @param isCancelled whether all are cancelled as soon as the first has its result
     */
    public record Load(String baseUrl, int calls, Duration timeout, boolean isCancelled) {
        /** All of which have the time that they need. */
        public static Load of(String baseUrl, int calls) {
            return new Load(baseUrl, calls, LONG, false);
        }
    }

    /**
     * What came of it.
     *
     * @param right how many calls have the result of their own message
     * @param wrong how many have another's
     * @param notSent how many ended without having been carried out, by what their error reports
     * @param unknown how many failed in any other way
     * @param longestMillis how long the longest call took
     * @param failure one of the failures, or an empty text
     */
    public record Results(int right, int wrong, int notSent, int unknown, long longestMillis, String failure) {
        /** Returns whether each of so many calls has its own result. */
        public boolean areRight(int calls) {
            return right == calls && wrong == 0 && notSent == 0 && unknown == 0;
        }
    }

    /**
     * Sends.
     *
     * @param load what
     * @param http how to connect
     * @param async where the calls run
     * @return what came of it
     */
    public static Results run(Load load, HttpOptions http, AsyncOptions async) {
        try (Telnyx telnyx = Telnyx.builder()
                .baseUrl(load.baseUrl())
                .apiKey("key")
                .from("+14165550199")
                .timeout(load.timeout())
                .http(http)
                .async(async)
                .build()) {
            List<TelnyxFuture<MessageResult>> futures = new ArrayList<>(load.calls());
            LongAccumulator longest = new LongAccumulator(Math::max, 0);
            for (int i = 0; i < load.calls(); i++) {
                long begin = System.nanoTime();
                TelnyxFuture<MessageResult> future = telnyx.async()
                        .messages()
                        .send(OutgoingMessage.builder()
                                .to("+14165550123")
                                .text("text-" + i)
                                .build());
                var unused = future.ended().whenComplete((result, e) -> longest.accumulate(System.nanoTime() - begin));
                futures.add(future);
            }
            if (load.isCancelled()) {
                CompletableFuture.anyOf(futures.toArray(new CompletableFuture<?>[0]))
                        .join();
                futures.forEach(future -> future.cancel(true));
            }
            return await(futures, longest);
        }
    }

    private static Results await(List<TelnyxFuture<MessageResult>> futures, LongAccumulator longest) {
        int right = 0;
        int wrong = 0;
        int notSent = 0;
        int unknown = 0;
        String failure = "";
        for (int i = 0; i < futures.size(); i++) {
            try {
                boolean isRight = futures.get(i).ended().join().id().equals("text-" + i);
                right += isRight ? 1 : 0;
                wrong += isRight ? 0 : 1;
            } catch (CompletionException e) {
                boolean isNotSent =
                        e.getCause() instanceof TelnyxException error && error.outcome() == Outcome.NOT_CARRIED_OUT;
                notSent += isNotSent ? 1 : 0;
                unknown += isNotSent ? 0 : 1;
                failure = Objects.toString(e.getCause());
            }
        }
        return new Results(right, wrong, notSent, unknown, longest.get() / 1_000_000, failure);
    }
}
