package org.telnyx4j.examples;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.Tenant;
import org.telnyx4j.async.AsyncOptions;
import org.telnyx4j.async.TelnyxFuture;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.generated.model.LookUpNumberQuery;
import org.telnyx4j.generated.model.NumberLookupResponse;
import org.telnyx4j.generated.model.OutgoingCall;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.generated.model.SpeakRequest;
import org.telnyx4j.generated.model.TransferCallRequest;
import org.telnyx4j.generated.model.UpdateMessagingProfileRequest;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.messaging.MessageTemplate;
import org.telnyx4j.messaging.SmsSegments;
import org.telnyx4j.messaging.profiles.MessagingProfileChange;
import org.telnyx4j.messaging.profiles.MessagingProfileResult;
import org.telnyx4j.numbers.OwnedNumber;
import org.telnyx4j.numbers.PurchasedNumber;
import org.telnyx4j.sandbox.Fault;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.telemetry.ObservedOperation;
import org.telnyx4j.telemetry.OperationListener;
import org.telnyx4j.telemetry.OperationResult;
import org.telnyx4j.voice.CallCommandOutcome;
import org.telnyx4j.voice.PlacedCall;

/** The README's samples. What stands between two marks is in the README word for word; a test holds that. */
final class Cookbook {
    private Cookbook() {}

    static MessageResult send(Telnyx telnyx) {
        // [send]
        MessageResult result = telnyx.messages()
                .send(OutgoingMessage.builder()
                        .to("+14165550123")
                        .from("+14165550199")
                        .text("Your order has left the warehouse.")
                        .build());

        result.id(); // the id that the webhooks about this message contain
        result.status(); // queued: accepted, not yet delivered
        result.parts(); // how many parts are charged
        // [/send]
        return result;
    }

    static Telnyx client(Supplier<String> currentKey, String baseUrl) {
        // [client]
        Telnyx telnyx = Telnyx.builder()
                .apiKey(currentKey) // a string, or a Supplier that is called for each request
                .baseUrl(baseUrl) // the real API unless set
                .from("+14165550199") // used where a message has no sender of its own
                .webhookUrl("https://example.com/telnyx")
                .timeout(Duration.ofSeconds(5)) // the whole call, 10 s unless set
                .http(HttpOptions.builder().maxConnections(100).build())
                .build();
        // [/client]
        return telnyx;
    }

    static MessageResult tenants(Telnyx telnyx, String acmeKey) {
        // [tenants]
        Tenant acme =
                Tenant.builder("acme").apiKey(acmeKey).from("+14165550177").build();

        TelnyxOperations asAcme = telnyx.withTenant(acme);
        MessageResult result = asAcme.messages()
                .send(OutgoingMessage.builder()
                        .to("+14165550123")
                        .text("Hello from Acme")
                        .build());
        // [/tenants]
        return result;
    }

    static MessageResult options(Telnyx telnyx, OutgoingMessage message) {
        // [options]
        RequestOptions options = RequestOptions.builder()
                .timeout(Duration.ofSeconds(2))
                .header("X-Correlation-Id", "order-4711")
                .build();
        MessageResult result = telnyx.messages().send(message, options);
        // [/options]
        return result;
    }

    static CompletableFuture<String> async(Telnyx telnyx, OutgoingMessage message) {
        // [async]
        TelnyxFuture<MessageResult> sent = telnyx.async().messages().send(message); // returns at once

        CompletableFuture<String> told = sent.handle((result, failure) -> failure instanceof TelnyxException e
                ? "failed, " + e.outcome() // the exception that is thrown otherwise
                : "accepted as " + result.id());
        // [/async]
        return told;
    }

    static TelnyxFuture<NumberLookupResponse> asyncRaw(Telnyx telnyx) {
        // [asyncraw]
        TelnyxFuture<NumberLookupResponse> looked = telnyx.async()
                .raw(raw -> raw.numberLookup()
                        .lookUpNumber(
                                "+14165550123", LookUpNumberQuery.builder().build()));
        // [/asyncraw]
        return looked;
    }

    static CompletableFuture<Outcome> cancel(TelnyxFuture<MessageResult> sent) {
        // [asynccancel]
        sent.cancel(true); // ends the call: its connection is cut

        CompletableFuture<Outcome> outcome = sent.ended() // what really became of it
                .handle((result, failure) -> failure instanceof TelnyxException e ? e.outcome() : Outcome.CARRIED_OUT);
        // [/asynccancel]
        return outcome;
    }

    static void publish(Telnyx telnyx, Flow.Subscriber<OwnedNumber> subscriber) {
        // [asyncpages]
        telnyx.async().phoneNumbers().list().subscribe(subscriber); // a Flow.Publisher
        // [/asyncpages]
    }

    static Telnyx asyncOptions(String key, String baseUrl, Executor executor) {
        // [asyncoptions]
        Telnyx telnyx = Telnyx.builder()
                .apiKey(key)
                .baseUrl(baseUrl)
                .async(AsyncOptions.builder()
                        .executor(executor) // virtual threads, or a pool of the client's own, unless set
                        .maxCalls(20_000) // under way or waiting; one more fails at once, 100,000 unless set
                        .build())
                .build();
        // [/asyncoptions]
        return telnyx;
    }

    static MessageResult schedule(Telnyx telnyx, OffsetDateTime tomorrow) {
        // [schedule]
        MessageResult scheduled = telnyx.messages()
                .send(OutgoingMessage.builder()
                        .to("+14165550123")
                        .text("Your appointment is in one hour.")
                        .sendAt(tomorrow)
                        .build());

        MessageResult now = telnyx.messages().retrieve(scheduled.id());
        MessageResult cancelled = telnyx.messages().cancel(scheduled.id());
        // [/schedule]
        return now.id().equals(cancelled.id()) ? cancelled : now;
    }

    static String errors(Telnyx telnyx, OutgoingMessage message) {
        // [errors]
        try {
            telnyx.messages().send(message);
            return "accepted";
        } catch (TelnyxValidationException e) {
            return "correct the request: " + e.field().orElse("?");
        } catch (TelnyxRateLimitException e) {
            return "wait for " + e.retryAfter().orElse(Duration.ofSeconds(1));
        } catch (TelnyxException e) {
            return switch (e.outcome()) {
                case NOT_CARRIED_OUT -> "nothing was sent: " + e.advice();
                case CARRIED_OUT -> "it was sent, but the response could not be read";
                case UNKNOWN -> "unknown: wait for the webhook before you send again";
            };
        }
        // [/errors]
    }

    static Telnyx retries(String key) {
        // [retries]
        Telnyx telnyx = Telnyx.builder()
                .apiKey(key)
                .retries(RetryOptions.builder()
                        .maxRetries(3) // 2 unless set; RetryOptions.off() for none
                        .hedgeCallCommands(Duration.ofMillis(500)) // send a command again if no response has come
                        .build())
                .build();
        // [/retries]
        return telnyx;
    }

    static CallCommandOutcome calls(Telnyx telnyx, CallControlId id) {
        // [calls]
        telnyx.calls().answer(id);
        telnyx.calls()
                .speak(
                        id,
                        SpeakRequest.builder()
                                .payload("One moment, please.")
                                .voice("female")
                                .build());
        CallCommandOutcome outcome = telnyx.calls()
                .transfer(
                        id,
                        TransferCallRequest.builder()
                                .to("sip:+14155551234@trunk.livekit.cloud")
                                .clientState(
                                        "order-4711") // a string; it is sent as Base64, and each webhook contains it
                                .addCustomHeader("X-Order", "4711")
                                .timeLimit(Duration.ofMinutes(10)) // a Duration; it is sent in seconds
                                .putAdditionalProperty(
                                        "new_field", true) // any other field, such as one that Telnyx has added since
                                .build());

        outcome.commandId(); // sent again with this id within 60 s, it is not carried out twice
        // [/calls]
        return outcome;
    }

    static PlacedCall dial(Telnyx telnyx, String connectionId) {
        // [dial]
        PlacedCall call = telnyx.calls()
                .dial(OutgoingCall.builder()
                        .to("+14165550123")
                        .connectionId(connectionId)
                        .from("+14165550199")
                        .timeout(Duration.ofSeconds(20))
                        .build());
        // [/dial]
        return call;
    }

    static MessagingProfileChange profiles(Telnyx telnyx) {
        // [profiles]
        MessagingProfileChange change = telnyx.messagingProfiles()
                .createOrUpdate(CreateMessagingProfileRequest.builder()
                        .name("orders")
                        .whitelistedDestinations(List.of("US", "CA"))
                        .webhookUrl("https://example.com/telnyx")
                        .build());

        change.kind(); // CREATED, UPDATED, or UNCHANGED when there was nothing to send
        // [/profiles]
        return change;
    }

    static MessagingProfileResult clear(Telnyx telnyx, String profileId) {
        // [clear]
        MessagingProfileResult profile = telnyx.messagingProfiles()
                .update(
                        profileId,
                        UpdateMessagingProfileRequest.builder()
                                .name("orders, Canada") // set: sent
                                .clearWebhookUrl() // cleared: sent as null, so Telnyx removes it
                                .build()); // everything else: not set, not sent, not changed
        // [/clear]
        return profile;
    }

    static Optional<PurchasedNumber> numbers(Telnyx telnyx) {
        // [numbers]
        Optional<PurchasedNumber> bought = telnyx.phoneNumbers().searchAndBuyFirst("416");

        bought.ifPresent(number -> telnyx.numberOrders().awaitCompletion(number.order(), Duration.ofSeconds(30)));
        // [/numbers]
        return bought;
    }

    static long pages(Telnyx telnyx) {
        // [pages]
        long active = telnyx.phoneNumbers().list().stream()
                .filter(OwnedNumber::isActive)
                .count();
        // [/pages]
        return active;
    }

    static int segments(String text) {
        // [segments]
        SmsSegments segments = SmsSegments.of(text);

        int parts = segments.parts(); // each part is charged
        segments.ucs2Character().ifPresent(character -> System.out.println(character + " needs UCS-2"));
        // [/segments]
        return parts;
    }

    static String template(String name, String code) {
        // [template]
        MessageTemplate template = MessageTemplate.of("Hello {name}, your code is {code}.")
                .withMostParts(1); // more parts, or a value that is missing, is refused before anything is sent

        String text = template.fill(Map.of("name", name, "code", code));
        // [/template]
        return text;
    }

    static String job(TelnyxException error) {
        // [job]
        return switch (error.advice()) {
            case RETRY_AFTER_DELAY ->
                "again in " + error.retryAfter().orElse(Duration.ofSeconds(1)); // certainly not sent
            case RETRY_WITH_BACKOFF -> "again, later from try to try"; // certainly not sent
            case DO_NOT_RETRY -> "discard: " + error.getMessage(); // has nothing private in it
            case FIND_OUT_FIRST -> "park, and settle it first"; // it may have been sent
        };
        // [/job]
    }

    static Telnyx listener(String key, String baseUrl, Consumer<String> pager) {
        // [listener]
        Telnyx telnyx = Telnyx.builder()
                .apiKey(key)
                .baseUrl(baseUrl)
                .listener(new OperationListener() {
                    @Override
                    public void failed(ObservedOperation operation, OperationResult result, Throwable failure) {
                        if (result.errorType().equals(Optional.of("authentication"))) {
                            pager.accept("Telnyx refuses the key of "
                                    + operation.tenant().orElse("all tenants"));
                        }
                    }
                })
                .build();
        // [/listener]
        return telnyx;
    }

    static Telnyx telemetry(OpenTelemetry openTelemetry, String key) {
        // [telemetry]
        Telnyx telnyx = Telnyx.builder()
                .apiKey(key)
                .openTelemetry(openTelemetry) // the global one unless set, where there is one
                .httpSpans(true) // each request, too: unless set, that is so where no Java agent does it
                .build();
        // [/telemetry]
        return telnyx;
    }

    static NumberLookupResponse raw(Telnyx telnyx) {
        // [raw]
        NumberLookupResponse response = telnyx.raw()
                .numberLookup()
                .lookUpNumber("+14165550123", LookUpNumberQuery.builder().build());
        // [/raw]
        return response;
    }

    static String jobs(Telnyx telnyx, Queue<String> queue) {
        // [jobs]
        OutgoingMessage message =
                OutgoingMessage.builder().to("+14165550123").text("Hello").build();
        queue.add(message.toJson()); // the request as it goes on the wire

        MessageResult result = telnyx.messages().send(OutgoingMessage.fromJson(queue.remove()));
        String stored = result.toJson(); // the data as Telnyx sent it, with fields that this edition does not know
        MessageResult again = MessageResult.fromJson(stored); // equal to the result
        // [/jobs]
        return again.equals(result) ? stored : "";
    }

    static String sandbox() {
        // [sandbox]
        try (TelnyxSandbox sandbox = TelnyxSandbox.start();
                Telnyx telnyx = Telnyx.builder()
                        .apiKey(sandbox.apiKey())
                        .baseUrl(sandbox.baseUrl().toString())
                        .from("+14165550199")
                        .build()) {
            sandbox.failNext(Fault.connectionClosed().afterCarryingOut());

            OutgoingMessage message =
                    OutgoingMessage.builder().to("+14165550123").text("Hi!").build();

            String report = errors(telnyx, message);

            return sandbox.messages().all().size() + " sent, " + report;
        }
        // [/sandbox]
    }
}
