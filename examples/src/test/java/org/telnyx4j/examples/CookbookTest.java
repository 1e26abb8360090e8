package org.telnyx4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.async.TelnyxFuture;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.model.MessageStatus;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.messaging.profiles.MessagingProfileChange;
import org.telnyx4j.numbers.OwnedNumber;
import org.telnyx4j.sandbox.Fault;
import org.telnyx4j.sandbox.ReceivedRequest;
import org.telnyx4j.sandbox.SandboxCommand;
import org.telnyx4j.sandbox.TelnyxSandbox;

class CookbookTest {
    private final TelnyxSandbox sandbox = TelnyxSandbox.builder()
            .emptyAccount()
            .acceptAnySender()
            .acceptAnyConnection()
            .start();
    private final Telnyx telnyx =
            Cookbook.client(sandbox::apiKey, sandbox.baseUrl().toString());

    @AfterEach
    void stop() {
        telnyx.close();
        sandbox.close();
    }

    @Test
    void theFirstSampleSendsOneText() {
        assertThat(Cookbook.send(telnyx).status()).contains(MessageStatus.QUEUED);
        assertThat(sandbox.messages().all()).hasSize(1);
    }

    @Test
    void aTenantSendsWithItsOwnSender() {
        assertThat(Cookbook.tenants(telnyx, sandbox.apiKey()).from()).contains("+14165550177");
    }

    @Test
    void optionsOfACallReachTheServer() {
        Cookbook.options(telnyx, message());

        assertThat(sandbox.requests().get(0).header("X-Correlation-Id")).contains("order-4711");
    }

    @Test
    void anAsynchronousSendHasAFuture() throws Exception {
        assertThat(Cookbook.async(telnyx, message()).get(20, TimeUnit.SECONDS)).startsWith("accepted as ");
        sandbox.failNext(Fault.error(404, "10005"));
        assertThat(Cookbook.async(telnyx, message()).get(20, TimeUnit.SECONDS)).isEqualTo("failed, NOT_CARRIED_OUT");
        assertThat(Cookbook.asyncRaw(telnyx).get(20, TimeUnit.SECONDS)).isNotNull();
        assertThat(Cookbook.cancel(telnyx.async().messages().send(message())).get(20, TimeUnit.SECONDS))
                .isNotNull();
    }

    @Test
    void aListIsPublished() throws Exception {
        CompletableFuture<Boolean> complete = new CompletableFuture<>();
        Cookbook.publish(telnyx, new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(OwnedNumber number) {}

            @Override
            public void onError(Throwable failure) {
                complete.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                complete.complete(true);
            }
        });

        assertThat(complete.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void asynchronousCallsRunWhereTheApplicationSays() throws Exception {
        List<Runnable> tasks = new ArrayList<>();
        try (Telnyx own =
                Cookbook.asyncOptions(sandbox.apiKey(), sandbox.baseUrl().toString(), tasks::add)) {
            TelnyxFuture<?> future = own.async().messages().retrieve("unknown");
            assertThat(tasks).hasSize(1);
            tasks.get(0).run();

            assertThat(future).isCompletedExceptionally();
        }
    }

    @Test
    void aScheduledMessageIsCancelled() {
        assertThat(Cookbook.schedule(telnyx, OffsetDateTime.now(ZoneOffset.UTC).plusDays(1))
                        .status())
                .contains(MessageStatus.CANCELLED);
    }

    @Test
    void everyKindOfErrorGetsItsAdvice() {
        needsNoKey(MessagesApi.SEND_MESSAGE);
        assertThat(Cookbook.errors(telnyx, message())).isEqualTo("accepted");
        assertThat(Cookbook.errors(telnyx, message("911"))).isEqualTo("correct the request: to");

        sandbox.failNext(Fault.rateLimited(Duration.ofSeconds(7)));
        assertThat(Cookbook.errors(telnyx, message())).isEqualTo("wait for PT7S");

        sandbox.failNext(Fault.error(404, "10005"));
        assertThat(Cookbook.errors(telnyx, message())).isEqualTo("nothing was sent: DO_NOT_RETRY");

        sandbox.failNext(Fault.truncatedBody().afterCarryingOut());
        assertThat(Cookbook.errors(telnyx, message())).startsWith("it was sent");

        sandbox.failNext(Fault.status(500).afterCarryingOut());
        assertThat(Cookbook.errors(telnyx, message())).startsWith("unknown");
    }

    @Test
    void theSandboxShowsThatNothingGoesOutTwice() {
        needsNoKey(MessagesApi.SEND_MESSAGE);
        assertThat(Cookbook.sandbox()).startsWith("1 sent, unknown");
    }

    @Test
    void aCallIsAnsweredSpokenToAndTransferred() {
        String id = sandbox.calls().incoming("+14165550123", "+14165550199").id();

        String commandId =
                Cookbook.calls(telnyx, CallControlId.of(id)).commandId().orElseThrow();

        assertThat(sandbox.calls().commands(id))
                .extracting(SandboxCommand::action)
                .containsExactly("answer", "speak", "transfer");
        assertThat(sandbox.calls().commands(id).get(2).commandId()).contains(commandId);
    }

    @Test
    void aCallIsPlaced() {
        assertThat(Cookbook.dial(telnyx, "1234567890").callControlId().value()).isNotBlank();
    }

    @Test
    void aProfileIsMadeOnceAndThenLeftAlone() {
        assertThat(Cookbook.profiles(telnyx).kind()).isEqualTo(MessagingProfileChange.Kind.CREATED);
        assertThat(Cookbook.profiles(telnyx).kind()).isEqualTo(MessagingProfileChange.Kind.UNCHANGED);
    }

    @Test
    void exactlyOneNumberIsBoughtAndThenCounted() {
        assertThat(Cookbook.numbers(telnyx)).isPresent();

        assertThat(Cookbook.pages(telnyx)).isEqualTo(1);
    }

    @Test
    void aJobIsGivenUpWhereItWouldFailAgain() {
        TelnyxException refused = catchThrowableOfType(
                TelnyxException.class,
                () -> telnyx.messages()
                        .send(OutgoingMessage.builder().to("0123").text("Hi").build()));

        assertThat(Cookbook.job(refused)).startsWith("discard: messages.send failed: to must be");
    }

    @Test
    void partsOfATextAreCounted() {
        assertThat(Cookbook.segments("x".repeat(161))).isEqualTo(2);
    }

    @Test
    void aTemplateIsFilled() {
        assertThat(Cookbook.template("Jane", "123456")).isEqualTo("Hello Jane, your code is 123456.");
    }

    @Test
    void aClientIsMadeWithOpenTelemetry() {
        Telnyx watched = Cookbook.telemetry(OpenTelemetry.noop(), "KEY");
        watched.close();

        assertThat(watched.toString()).doesNotContain("KEY");
    }

    @Test
    void aClientIsMadeThatHedgesItsCommands() {
        Telnyx hedging = Cookbook.retries("KEY");
        hedging.close();

        assertThat(hedging.toString()).contains("maxRetries=3").doesNotContain("KEY");
    }

    @Test
    void aFieldIsCleared() {
        String id = Cookbook.profiles(telnyx).profile().id();

        assertThat(Cookbook.clear(telnyx, id).raw().getWebhookUrl()).isNull();

        ReceivedRequest request = sandbox.requests().get(sandbox.requests().size() - 1);
        assertThat(request.bodyAsString()).isEqualTo("{\"name\":\"orders, Canada\",\"webhook_url\":null}");
    }

    @Test
    void aJobHoldsARequestAndAResultIsWrittenAsItCame() throws Exception {
        String stored = Cookbook.jobs(telnyx, new ArrayDeque<>());
        MessageResult result = MessageResult.fromJson(stored);

        // What a controller that returns the result writes.
        JsonMapper jackson = new JsonMapper();
        assertThat(jackson.readTree(jackson.writeValueAsString(result))).isEqualTo(jackson.readTree(stored));
        assertThat(jackson.readTree(stored).path("id").asText()).isEqualTo(result.id());
    }

    private static OutgoingMessage message() {
        return message("+14165550123");
    }

    private static OutgoingMessage message(String to) {
        return OutgoingMessage.builder().to(to).text("Hello").build();
    }

    // With a key, such a request is sent again, and what is shown here doesn't happen.
    private static void needsNoKey(ApiOperation operation) {
        assumeThat(operation.idempotency())
                .as("the specification declares an idempotency key for " + operation.name())
                .isNotEqualTo(Idempotency.KEYED);
    }
}
