package org.telnyx4j.examples;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.telnyx4j.HttpOptions;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.RetryOptions;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.Tenant;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.api.MessagingProfilesApi.ListMessagingProfilesQuery;
import org.telnyx4j.generated.model.MessagingProfileListResponse;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.messaging.OutgoingMessage;
import org.telnyx4j.messaging.SmsSegments;
import org.telnyx4j.messaging.profiles.MessagingProfileChange;
import org.telnyx4j.messaging.profiles.MessagingProfileSettings;
import org.telnyx4j.numbers.OwnedNumbersCriteria;
import org.telnyx4j.numbers.PurchasedNumber;
import org.telnyx4j.sandbox.Fault;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.voice.CallCommandOutcome;
import org.telnyx4j.voice.CallControlId;
import org.telnyx4j.voice.OutgoingCall;
import org.telnyx4j.voice.PlacedCall;
import org.telnyx4j.voice.Speech;
import org.telnyx4j.voice.TransferOptions;

/** The README's samples. What stands between two marks is in the README word for word; a test holds that. */
final class Cookbook {
    private Cookbook() {}

    static MessageResult send(Telnyx telnyx) {
        // [send]
        MessageResult result = telnyx.messages()
                .send(OutgoingMessage.to("+14165550123")
                        .from("+14165550199")
                        .text("Your order has left the warehouse.")
                        .build());

        result.id(); // the id that the webhooks about this message carry
        result.status(); // queued: accepted, not yet delivered
        result.parts(); // how many parts are charged
        // [/send]
        return result;
    }

    static Telnyx client(Supplier<String> currentKey, String baseUrl) {
        // [client]
        Telnyx telnyx = Telnyx.builder()
                .apiKey(currentKey) // a text, or a Supplier that is asked for each request
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
                .send(OutgoingMessage.to("+14165550123").text("Hello from Acme").build());
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

    static MessageResult schedule(Telnyx telnyx, Instant tomorrow) {
        // [schedule]
        MessageResult scheduled = telnyx.messages()
                .send(OutgoingMessage.to("+14165550123")
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
            return "mend the request: " + e.field().orElse("?");
        } catch (TelnyxRateLimitException e) {
            return "wait for " + e.retryAfter().orElse(Duration.ofSeconds(1));
        } catch (TelnyxException e) {
            return switch (e.outcome()) {
                case NOT_CARRIED_OUT -> "nothing was sent: " + e.advice();
                case CARRIED_OUT -> "it was sent, but the answer could not be read";
                case UNKNOWN -> "nobody knows: wait for the webhook before you send again";
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
                        .hedgeCallCommands(Duration.ofMillis(500)) // send a command again if no answer has come
                        .build())
                .build();
        // [/retries]
        return telnyx;
    }

    static CallCommandOutcome calls(Telnyx telnyx, CallControlId id) {
        // [calls]
        telnyx.calls().answer(id);
        telnyx.calls()
                .speak(id, Speech.text("One moment, please.").voice("female").build());
        CallCommandOutcome outcome = telnyx.calls()
                .transfer(
                        id,
                        "sip:+14155551234@trunk.livekit.cloud",
                        TransferOptions.builder()
                                .clientState("order-4711") // comes back in each webhook; Base64 is made for you
                                .customHeader("X-Order", "4711")
                                .customize(request -> request.timeLimitSecs(600)) // any field of the API
                                .build());

        outcome.commandId(); // with this id, sent again within 60 s, it is not carried out twice
        // [/calls]
        return outcome;
    }

    static PlacedCall dial(Telnyx telnyx, String connectionId) {
        // [dial]
        PlacedCall call = telnyx.calls()
                .dial(OutgoingCall.to("+14165550123")
                        .connectionId(connectionId)
                        .from("+14165550199")
                        .ringTimeout(Duration.ofSeconds(20))
                        .build());
        // [/dial]
        return call;
    }

    static MessagingProfileChange profiles(Telnyx telnyx) {
        // [profiles]
        MessagingProfileChange change = telnyx.messagingProfiles()
                .createOrUpdate(MessagingProfileSettings.builder()
                        .name("orders")
                        .whitelistedDestinations(List.of("US", "CA"))
                        .webhookUrl("https://example.com/telnyx")
                        .build());

        change.kind(); // CREATED, UPDATED, or UNCHANGED when there was nothing to send
        // [/profiles]
        return change;
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
        long active = telnyx.phoneNumbers().list(OwnedNumbersCriteria.all()).stream()
                .filter(number -> number.status().filter("active"::equals).isPresent())
                .count();
        // [/pages]
        return active;
    }

    static int segments(String text) {
        // [segments]
        SmsSegments segments = SmsSegments.of(text);

        int parts = segments.parts(); // each part is charged
        segments.ucs2Character().ifPresent(culprit -> System.out.println(culprit + " makes it longer"));
        // [/segments]
        return parts;
    }

    static Telnyx telemetry(OpenTelemetry openTelemetry, String key) {
        // [telemetry]
        Telnyx telnyx = Telnyx.builder()
                .apiKey(key)
                .openTelemetry(openTelemetry) // the global one unless set, where there is one
                .httpSpans(false) // where an agent reports HttpClient's requests already
                .build();
        // [/telemetry]
        return telnyx;
    }

    static MessagingProfileListResponse raw(Telnyx telnyx) {
        // [raw]
        MessagingProfileListResponse profiles =
                telnyx.raw().messagingProfiles().listMessagingProfiles(new ListMessagingProfilesQuery().pageSize(250));
        // [/raw]
        return profiles;
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

            String told = errors(
                    telnyx, OutgoingMessage.to("+14165550123").text("Hi!").build());

            return sandbox.messages().all().size() + " sent, " + told;
        }
        // [/sandbox]
    }
}
