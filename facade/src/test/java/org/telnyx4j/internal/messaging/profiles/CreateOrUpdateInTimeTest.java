package org.telnyx4j.internal.messaging.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.ErrorType;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.fixtures.FakeSleeper;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.internal.call.CallSettings;
import org.telnyx4j.internal.exchange.ClientResources;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.messaging.profiles.ProfileAccount.Creation;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.internal.time.TimeSource;
import org.telnyx4j.messaging.profiles.MessagingProfileChange;
import org.telnyx4j.messaging.profiles.MessagingProfileChange.Kind;
import org.telnyx4j.testing.FakeTime;

/** One deadline for the whole, names that can be found again, and errors that speak for the whole. */
class CreateOrUpdateInTimeTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch release = new CountDownLatch(1);
    private ProfileAccount account;
    private ClientResources resources;
    private final List<ClientResources> opened = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        account = new ProfileAccount();
        resources = open(TimeSource.system());
    }

    @AfterEach
    void stop() {
        release.countDown();
        threads.shutdownNow();
        opened.forEach(ClientResources::close);
        account.close();
    }

    @Test
    void aCallThatWaitsForAnotherOneOfTheNameEndsAtItsDeadlineAndHasSentNothing() throws Exception {
        Future<MessagingProfileChange> first = holdTheName();

        TelnyxNetworkException late = catchThrowableOfType(
                TelnyxNetworkException.class,
                () -> profiles().createOrUpdate(wanted("Support"), within(Duration.ofMillis(100))));

        assertThat(late.failure()).isEqualTo(NetworkFailure.DEADLINE);
        assertThat(late.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(late.operation()).isEqualTo("messaging_profiles.create_or_update");
        assertThat(late).hasMessageContaining("its deadline of 100 ms passed").hasMessageContaining("nothing was sent");
        assertThat(account.requests()).hasSize(2);
        release.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS).kind()).isEqualTo(Kind.CREATED);
    }

    @Test
    void aCallThatWaitsCanBeInterrupted() throws Exception {
        Future<MessagingProfileChange> first = holdTheName();
        Thread.currentThread().interrupt();

        TelnyxNetworkException e = catchThrowableOfType(
                TelnyxNetworkException.class, () -> profiles().createOrUpdate(wanted("Support")));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(e.failure()).isEqualTo(NetworkFailure.INTERRUPTED);
        assertThat(e.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(account.requests()).hasSize(2);
        release.countDown();
        first.get(10, TimeUnit.SECONDS);
    }

    /** Starts a call that is at work on a profile until it is released. */
    private Future<MessagingProfileChange> holdTheName() throws InterruptedException {
        CountDownLatch creating = new CountDownLatch(1);
        account.holdingCreation(release);
        account.onCreation(creating::countDown);
        Future<MessagingProfileChange> first = threads.submit(() -> profiles().createOrUpdate(wanted("Support")));
        assertThat(creating.await(10, TimeUnit.SECONDS)).isTrue();
        return first;
    }

    @Test
    void theLooksAfterALostAnswerEndWithTheDeadline() {
        Fixtures.needsNoKey(MessagingProfilesApi.CREATE_MESSAGING_PROFILE);
        account.creation(Creation.LOST);
        FakeTime time = FakeTime.frozen();

        TelnyxException e = catchThrowableOfType(
                TelnyxException.class,
                () -> profiles(open(FakeSleeper.source(time)), () -> "key")
                        .createOrUpdate(wanted("Support"), within(Duration.ofMillis(1_200))));

        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e.reference()).contains("Support");
        // 100 ms and 400 ms; the next second would be too long.
        assertThat(time.slept()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void whatMayYetBeMadeIsNotMadeASecondTime() throws Exception {
        Fixtures.needsNoKey(MessagingProfilesApi.CREATE_MESSAGING_PROFILE);
        account.creation(Creation.LOST);
        FakeTime time = FakeTime.frozen();
        DefaultMessagingProfiles profiles = profiles(open(FakeSleeper.source(time)), () -> "key");
        RequestOptions options = within(Duration.ofMillis(1_200));
        TelnyxException lost =
                catchThrowableOfType(TelnyxException.class, () -> profiles.createOrUpdate(wanted("Support"), options));
        account.creation(Creation.ANSWERED);

        TelnyxException again =
                catchThrowableOfType(TelnyxException.class, () -> profiles.createOrUpdate(wanted("Support"), options));

        assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(again.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(again.retryAfter()).hasValue(Duration.ofSeconds(60));
        assertThat(again).hasMessageContaining("may yet be carried out");
        assertThat(account.requests())
                .filteredOn(request -> request.startsWith("POST"))
                .hasSize(1);
        assertThat(profiles.createOrUpdate(wanted("Sales"), options).kind()).isEqualTo(Kind.CREATED);

        time.pass(Duration.ofSeconds(60));
        assertThat(profiles.createOrUpdate(wanted("Support"), options).kind()).isEqualTo(Kind.CREATED);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 422, 503})
    void aLookThatFailsHasChangedNothingAndSaysWhichStepItWas(int status) {
        account.listsThatAreRefused(status);

        TelnyxException e =
                catchThrowableOfType(TelnyxException.class, () -> profiles().createOrUpdate(wanted("Support")));

        assertThat(e.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(e.httpStatus()).hasValue(status);
        assertThat(e)
                .hasMessageStartingWith("messaging_profiles.create_or_update failed: its step"
                        + " messaging_profiles.find_by_name failed: HTTP " + status);
        assertThat(account.requests()).noneMatch(request -> request.startsWith("POST"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" Support", "Support ", "\tSupport", "Support\u00a0", "\u3000Support", "Sup\nport", " "})
    void aNameThatTelnyxCouldKeepInAnotherFormIsRefusedUnsent(String name) {
        assertThatExceptionOfType(TelnyxValidationException.class)
                .isThrownBy(() -> profiles().createOrUpdate(wanted(name)))
                .satisfies(e -> assertThat(e.field()).hasValue("name"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("upport"));
        assertThat(account.requests()).isEmpty();
    }

    @Test
    void aNameInAnotherCaseIsAnotherName() throws IOException {
        account.add("SUPPORT", "{}");

        assertThat(profiles().createOrUpdate(wanted("Support")).kind()).isEqualTo(Kind.CREATED);
        assertThat(account.count("SUPPORT")).isOne();
        assertThat(account.count("Support")).isOne();
    }

    @Test
    void aSourceOfTheKeyThatFailsIsReportedAsSuch() {
        DefaultMessagingProfiles broken = profiles(resources, () -> {
            throw new IllegalStateException("vault is closed");
        });

        TelnyxException e = catchThrowableOfType(TelnyxException.class, () -> broken.createOrUpdate(wanted("Support")));

        assertThat(e.type()).isEqualTo(ErrorType.AUTHENTICATION);
        assertThat(account.requests()).isEmpty();
    }

    private DefaultMessagingProfiles profiles() {
        return profiles(resources, () -> "key");
    }

    private static DefaultMessagingProfiles profiles(ClientResources resources, Supplier<String> key) {
        CallSettings own = new CallSettings(key, Duration.ofSeconds(30), RetryOptions.defaults());
        return new DefaultMessagingProfiles(new TelnyxClient(resources, own, null));
    }

    private ClientResources open(TimeSource time) {
        ClientResources client = new ClientResources(
                account.baseUrl(),
                HttpOptions.builder().build(),
                null,
                time,
                new Telemetry(null, true, List.of()),
                Map.of());
        opened.add(client);
        return client;
    }

    private static RequestOptions within(Duration timeout) {
        return RequestOptions.builder().timeout(timeout).build();
    }

    private static CreateMessagingProfileRequest wanted(String name) {
        return CreateMessagingProfileRequest.builder()
                .name(name)
                .whitelistedDestinations(List.of("CA"))
                .build();
    }
}
