package org.telnyx4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.Tenant;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.generated.model.CallForwarding;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.generated.model.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.generated.model.ListMessagingProfilesQuery;
import org.telnyx4j.generated.model.ListNumberOrdersQuery;
import org.telnyx4j.generated.model.ListPhoneNumbersQuery;
import org.telnyx4j.generated.model.MessagingProfile;
import org.telnyx4j.generated.model.MessagingProfileResponse;
import org.telnyx4j.generated.model.NumberToOrder;
import org.telnyx4j.generated.model.OutgoingCall;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.generated.model.SpeakRequest;
import org.telnyx4j.generated.model.StartPlaybackRequest;
import org.telnyx4j.generated.model.StartRecordingRequest;
import org.telnyx4j.generated.model.UpdateMessagingProfileRequest;
import org.telnyx4j.generated.model.UpdateNumberOrderRequest;
import org.telnyx4j.generated.model.UpdatePhoneNumberMessagingSettingsRequest;
import org.telnyx4j.generated.model.UpdatePhoneNumberRequest;
import org.telnyx4j.generated.model.UpdatePhoneNumberVoiceSettingsRequest;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.ids.PhoneNumberId;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.testing.RawServer;

/** Many tenants on many threads of one client: nothing of one is ever in a request, or in a result, of another. */
class TenantIsolationTest {
    private static final int TENANTS = 1_000;
    private static final int THREADS = 200;

    /** One tenant's use of a client: what it makes of the answer, all of which must be its own. */
    @FunctionalInterface
    private interface Use {
        Object by(TelnyxOperations tenant, int number, String mark);
    }

    private static final List<Use> USES = List.of(
            (t, n, mark) -> t.messages()
                    .send(OutgoingMessage.builder()
                            .to("+442071838750")
                            .text(mark)
                            .build())
                    .id(),
            (t, n, mark) -> t.messages().retrieve(mark).from().orElseThrow(),
            (t, n, mark) -> t.messages().cancel(mark).id(),
            (t, n, mark) -> nameOf(t.raw().messagingProfiles().retrieveMessagingProfile(mark)),
            (t, n, mark) -> t.calls()
                    .dial(OutgoingCall.builder()
                            .to("+442071838750")
                            .clientState(mark)
                            .build())
                    .callControlId(),
            (t, n, mark) -> t.calls().answer(CallControlId.of(mark)).callControlId(),
            (t, n, mark) -> t.calls()
                    .transfer(CallControlId.of(mark), TenantAccount.number(n))
                    .callControlId(),
            (t, n, mark) -> t.calls()
                    .refer(CallControlId.of(mark), "sip:a@" + mark + ".example.com")
                    .callControlId(),
            (t, n, mark) -> t.calls()
                    .bridge(CallControlId.of(mark), CallControlId.of(mark + "-2"))
                    .callControlId(),
            (t, n, mark) -> t.calls()
                    .speak(
                            CallControlId.of(mark),
                            SpeakRequest.builder().payload(mark).voice("female").build())
                    .callControlId(),
            (t, n, mark) -> t.calls()
                    .play(
                            CallControlId.of(mark),
                            StartPlaybackRequest.builder().mediaName(mark).build())
                    .callControlId(),
            (t, n, mark) -> t.calls()
                    .startRecording(
                            CallControlId.of(mark),
                            StartRecordingRequest.builder().clientState(mark).build())
                    .callControlId(),
            (t, n, mark) -> t.calls().gather(CallControlId.of(mark)).callControlId(),
            (t, n, mark) ->
                    t.calls().updateClientState(CallControlId.of(mark), mark).callControlId(),
            (t, n, mark) -> t.calls().hangUp(CallControlId.of(mark)).callControlId(),
            (t, n, mark) ->
                    t.calls().retrieve(CallControlId.of(mark)).callLegId().orElseThrow(),
            (t, n, mark) -> t.messagingProfiles().create(profile(mark)).id(),
            (t, n, mark) -> t.messagingProfiles()
                    .update(
                            mark,
                            UpdateMessagingProfileRequest.builder().name(mark).build())
                    .id(),
            (t, n, mark) -> t.messagingProfiles().delete(mark).id(),
            (t, n, mark) -> t.messagingProfiles()
                    .createOrUpdate(profile(mark))
                    .profile()
                    .id(),
            (t, n, mark) -> t.messagingProfiles().findByName(mark).orElseThrow().id(),
            (t, n, mark) -> t
                    .messagingProfiles()
                    .list(ListMessagingProfilesQuery.builder()
                            .nameContains(mark)
                            .pageSize(1)
                            .build())
                    .stream()
                    .map(profile -> profile.id())
                    .toList(),
            (t, n, mark) -> t.phoneNumbers()
                    .searchAvailable(ListAvailablePhoneNumbersQuery.builder()
                            .locality(mark)
                            .build())
                    .get(0)
                    .phoneNumber(),
            (t, n, mark) -> t.phoneNumbers()
                    .buy(TenantAccount.number(n))
                    .phoneNumbers()
                    .get(0)
                    .phoneNumber(),
            (t, n, mark) -> t.phoneNumbers()
                    .searchAndBuyFirst(
                            ListAvailablePhoneNumbersQuery.builder()
                                    .locality(mark)
                                    .build(),
                            PurchaseOptions.builder()
                                    .messagingProfileId(mark)
                                    .connectionId(mark)
                                    .customerReference(mark)
                                    .build(),
                            RequestOptions.none())
                    .orElseThrow()
                    .phoneNumber(),
            (t, n, mark) -> t.phoneNumbers()
                    .findByNumber(TenantAccount.number(n))
                    .orElseThrow()
                    .id(),
            (t, n, mark) ->
                    t
                            .phoneNumbers()
                            .list(ListPhoneNumbersQuery.builder()
                                    .tag(mark)
                                    .pageSize(1)
                                    .build())
                            .stream()
                            .map(number -> number.id())
                            .toList(),
            (t, n, mark) -> t.phoneNumbers()
                    .update(
                            PhoneNumberId.of(mark),
                            UpdatePhoneNumberRequest.builder()
                                    .connectionId(mark)
                                    .build())
                    .phoneNumber(),
            (t, n, mark) -> t.phoneNumbers()
                    .assignToMessagingProfile(PhoneNumberId.of(mark), mark)
                    .phoneNumber(),
            (t, n, mark) -> t.phoneNumbers()
                    .updateMessagingSettings(
                            PhoneNumberId.of(mark),
                            UpdatePhoneNumberMessagingSettingsRequest.builder()
                                    .tags(List.of(mark))
                                    .build())
                    .id(),
            (t, n, mark) -> t.phoneNumbers()
                    .updateVoiceSettings(
                            PhoneNumberId.of(mark),
                            UpdatePhoneNumberVoiceSettingsRequest.builder()
                                    .translatedNumber(TenantAccount.number(n))
                                    .build())
                    .id(),
            (t, n, mark) -> t.phoneNumbers()
                    .setCallForwarding(
                            PhoneNumberId.of(mark),
                            CallForwarding.builder()
                                    .callForwardingEnabled(true)
                                    .forwardsTo(TenantAccount.number(n))
                                    .build())
                    .id(),
            (t, n, mark) -> t.numberOrders()
                    .create(CreateNumberOrderRequest.builder()
                            .addPhoneNumber(NumberToOrder.builder()
                                    .phoneNumber(TenantAccount.number(n))
                                    .build())
                            .build())
                    .id(),
            (t, n, mark) -> t.numberOrders()
                    .update(
                            mark,
                            UpdateNumberOrderRequest.builder()
                                    .customerReference(mark)
                                    .build())
                    .customerReference()
                    .orElseThrow(),
            (t, n, mark) -> t.numberOrders()
                    .awaitCompletion(mark, Duration.ofSeconds(20), RequestOptions.none())
                    .id(),
            (t, n, mark) ->
                    t
                            .numberOrders()
                            .list(ListNumberOrdersQuery.builder()
                                    .customerReference(mark)
                                    .pageSize(1)
                                    .build())
                            .stream()
                            .map(order -> order.id())
                            .toList());

    @Test
    void nothingOfOneTenantIsEverInARequestOrAResultOfAnother() throws Exception {
        Queue<String> strangers = new ConcurrentLinkedQueue<>();
        RawServer.Handler handler = RawServer.answeringWith(request -> {
            strangers.addAll(TenantAccount.strangers(request));
            return RawServer.json(200, TenantAccount.answer(request));
        });
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (RawServer server = RawServer.start(handler);
                Telnyx telnyx = Telnyx.builder()
                        .baseUrl(server.baseUrl())
                        .apiKey("KEY-of-no-tenant")
                        .timeout(Duration.ofMinutes(1))
                        .build()) {
            for (Future<String> result : threads.invokeAll(tasks(telnyx))) {
                assertThat(result.get()).isEmpty();
            }
            assertThat(strangers).isEmpty();
            assertThat(server.requests()).hasSizeGreaterThan(TENANTS * 12);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Each tenant uses a third of everything; in an order in which a thread hardly ever has one tenant twice. */
    private static List<Callable<String>> tasks(Telnyx telnyx) {
        List<Callable<String>> tasks = new ArrayList<>();
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            int number = tenant;
            TelnyxOperations view = telnyx.withTenant(tenant(number));
            IntStream.range(0, USES.size())
                    .filter(use -> use % 3 == number % 3)
                    .forEach(use -> tasks.add(() -> stranger(USES.get(use), use, view, number)));
        }
        Collections.shuffle(tasks, new Random(4));
        return tasks;
    }

    /** Returns what of a result is not the tenant's; nothing if all is. */
    private static String stranger(Use use, int which, TelnyxOperations view, int number) {
        String mark = TenantAccount.mark(number);
        Object result = use.by(view, number, mark);
        List<?> parts = result instanceof List<?> list ? list : List.of(result);
        boolean own = !parts.isEmpty()
                && parts.stream()
                        .map(String::valueOf)
                        .allMatch(part -> part.contains(mark)
                                || part.equals(TenantAccount.sender(number))
                                || part.equals(TenantAccount.number(number)));
        return own ? "" : "use " + which + " of " + mark + " gave " + result;
    }

    private static String nameOf(MessagingProfileResponse response) {
        MessagingProfile profile = Objects.requireNonNull(response.getData(), "data");
        return Objects.requireNonNull(profile.getName(), "name");
    }

    private static Tenant tenant(int number) {
        String mark = TenantAccount.mark(number);
        return Tenant.builder(mark)
                .apiKey("KEY-" + mark)
                .from(TenantAccount.sender(number))
                .messagingProfileId(mark)
                .connectionId(mark)
                .webhookUrl("https://" + mark + ".example.com/hook")
                .webhookFailoverUrl("https://" + mark + ".example.com/failover")
                .build();
    }

    private static CreateMessagingProfileRequest profile(String mark) {
        return CreateMessagingProfileRequest.builder()
                .name(mark)
                .whitelistedDestinations(List.of("*"))
                .enabled(true)
                .build();
    }
}
