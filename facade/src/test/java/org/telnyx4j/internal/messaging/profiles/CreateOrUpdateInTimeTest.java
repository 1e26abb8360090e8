package org.telnyx4j.internal.messaging.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
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
import org.telnyx4j.HttpOptions;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.errors.ErrorType;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.core.ClientCore;
import org.telnyx4j.internal.core.View;
import org.telnyx4j.internal.messaging.profiles.ProfileAccount.Creation;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.internal.time.TimeSource;
import org.telnyx4j.messaging.profiles.MessagingProfileChange;
import org.telnyx4j.messaging.profiles.MessagingProfileChange.Kind;
import org.telnyx4j.messaging.profiles.MessagingProfileSettings;

/** One deadline for the whole, names that can be found again, and errors that speak for the whole. */
class CreateOrUpdateInTimeTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch release = new CountDownLatch(1);
    private ProfileAccount account;
    private ClientCore core;

    @BeforeEach
    void start() throws IOException {
        account = new ProfileAccount();
        core = new ClientCore(
                account.baseUrl(), HttpOptions.builder().build(), null, TimeSource.system(), new Telemetry(null, true));
    }

    @AfterEach
    void stop() {
        release.countDown();
        threads.shutdownNow();
        core.close();
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
        account.creation(Creation.LOST);
        FakeTime time = new FakeTime();

        TelnyxException e = catchThrowableOfType(
                TelnyxException.class,
                () -> new DefaultMessagingProfiles(view(() -> "key"), time)
                        .createOrUpdate(wanted("Support"), within(Duration.ofMillis(1_200))));

        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e.reference()).contains("Support");
        // 100 ms and 400 ms; the next second would be too long.
        assertThat(time.slept).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void whatMayYetBeMadeIsNotMadeASecondTime() throws Exception {
        account.creation(Creation.LOST);
        FakeTime time = new FakeTime();
        DefaultMessagingProfiles profiles = new DefaultMessagingProfiles(view(() -> "key"), time);
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

        time.sleep(Duration.ofSeconds(60));
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
        DefaultMessagingProfiles broken = new DefaultMessagingProfiles(view(() -> {
            throw new IllegalStateException("vault is closed");
        }));

        TelnyxException e = catchThrowableOfType(TelnyxException.class, () -> broken.createOrUpdate(wanted("Support")));

        assertThat(e.type()).isEqualTo(ErrorType.AUTHENTICATION);
        assertThat(account.requests()).isEmpty();
    }

    private DefaultMessagingProfiles profiles() {
        return new DefaultMessagingProfiles(view(() -> "key"));
    }

    private View view(Supplier<String> key) {
        return new View(core, new SettingsLayer(key, null, null, null, null, null, Duration.ofSeconds(30)), null);
    }

    private static RequestOptions within(Duration timeout) {
        return RequestOptions.builder().timeout(timeout).build();
    }

    private static MessagingProfileSettings wanted(String name) {
        return MessagingProfileSettings.builder()
                .name(name)
                .whitelistedDestinations(List.of("CA"))
                .build();
    }

    /** Time that passes only by sleeping. */
    private static final class FakeTime implements Sleeper {
        private Duration slept = Duration.ZERO;

        @Override
        public void sleep(Duration duration) {
            slept = slept.plus(duration);
        }

        @Override
        public long nanoTime() {
            return slept.toNanos();
        }
    }
}
