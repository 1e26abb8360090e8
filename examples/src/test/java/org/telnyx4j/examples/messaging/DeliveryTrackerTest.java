package org.telnyx4j.examples.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.examples.WebhookEndpoint;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.messaging.MessageDelivery;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.sandbox.WebhookDisorder;
import org.telnyx4j.sandbox.junit.TelnyxSandboxTest;

@TelnyxSandboxTest
class DeliveryTrackerTest {
    private final TelnyxSandbox sandbox;
    private final Telnyx telnyx;
    private final List<MessageDelivery> reports = new CopyOnWriteArrayList<>();
    private final WebhookEndpoint endpoint;

    DeliveryTrackerTest(TelnyxSandbox sandbox, Telnyx telnyx) {
        this.sandbox = sandbox;
        this.telnyx = telnyx;
        this.endpoint = new WebhookEndpoint(sandbox, new DeliveryTracker(reports::add).router());
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void aDeliveryAndAFailureAreReportedOnceEach() {
        sandbox.messages().failTo("+14165550124", "40008");
        String delivered = send("+14165550123");
        String failed = send("+14165550124");
        sandbox.awaitIdle();

        assertThat(reports).extracting(MessageDelivery::messageId).containsExactlyInAnyOrder(delivered, failed);
        assertThat(reports)
                .filteredOn(MessageDelivery::isDelivered)
                .extracting(MessageDelivery::messageId)
                .containsExactly(delivered);
        assertThat(reports).filteredOn(MessageDelivery::isFailed).hasSize(1);
    }

    @Test
    void duplicatesInAnyOrderMakeNoDifference() {
        sandbox.webhooks().disorder(WebhookDisorder.NONE.copies(3).lateBy(Duration.ofMillis(200), 7));
        List<String> sent = java.util.stream.IntStream.range(0, 20)
                .mapToObj(each -> send("+14165550123"))
                .toList();
        sandbox.awaitIdle();

        assertThat(reports)
                .allMatch(MessageDelivery::isDelivered)
                .extracting(MessageDelivery::messageId)
                .containsExactlyInAnyOrderElementsOf(sent);
    }

    private String send(String to) {
        return telnyx.messages()
                .send(OutgoingMessage.builder().to(to).text("Hello").build())
                .id();
    }
}
