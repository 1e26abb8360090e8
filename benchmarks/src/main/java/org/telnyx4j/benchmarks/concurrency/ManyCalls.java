package org.telnyx4j.benchmarks.concurrency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.telnyx4j.Telnyx;
import org.telnyx4j.async.AsyncOptions;
import org.telnyx4j.async.TelnyxFuture;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.messaging.MessageResult;

/** Sends many messages at once, each with a text of its own, and waits for all of them. */
public final class ManyCalls {
    private ManyCalls() {}

    /**
     * What came of it.
     *
     * @param right how many futures have the result of their own message
     * @param wrong how many have another's
     * @param failed how many have failed
     * @param failure one of the failures, or an empty text
     */
    public record Outcome(int right, int wrong, int failed, String failure) {}

    /**
     * Sends.
     *
     * @param baseUrl where to
     * @param calls how many messages
     * @param connections how many connections there may be
     * @param async where the calls run
     * @return what came of it
     */
    public static Outcome run(String baseUrl, int calls, int connections, AsyncOptions async) {
        try (Telnyx telnyx = Telnyx.builder()
                .baseUrl(baseUrl)
                .apiKey("key")
                .from("+14165550199")
                .timeout(Duration.ofMinutes(3))
                .http(HttpOptions.builder().maxConnections(connections).build())
                .async(async)
                .build()) {
            List<TelnyxFuture<MessageResult>> futures = new ArrayList<>(calls);
            for (int i = 0; i < calls; i++) {
                futures.add(telnyx.async()
                        .messages()
                        .send(OutgoingMessage.builder()
                                .to("+14165550123")
                                .text("text-" + i)
                                .build()));
            }
            return await(futures);
        }
    }

    private static Outcome await(List<TelnyxFuture<MessageResult>> futures) {
        int right = 0;
        int wrong = 0;
        int failed = 0;
        String failure = "";
        for (int i = 0; i < futures.size(); i++) {
            try {
                boolean isRight = futures.get(i).join().id().equals("text-" + i);
                right += isRight ? 1 : 0;
                wrong += isRight ? 0 : 1;
            } catch (CompletionException e) {
                failed++;
                failure = String.valueOf(e.getCause());
            }
        }
        return new Outcome(right, wrong, failed, failure);
    }
}
