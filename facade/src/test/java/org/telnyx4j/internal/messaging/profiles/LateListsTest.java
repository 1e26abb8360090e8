package org.telnyx4j.internal.messaging.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.fixtures.FakeSleeper;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.generated.model.UpdateMessagingProfileRequest;
import org.telnyx4j.internal.call.CallSettings;
import org.telnyx4j.internal.call.FixedApiKey;
import org.telnyx4j.internal.exchange.ClientResources;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.messaging.profiles.MessagingProfileChange;
import org.telnyx4j.messaging.profiles.MessagingProfileChange.Kind;
import org.telnyx4j.messaging.profiles.MessagingProfileResult;
import org.telnyx4j.testing.FakeTime;

/** A list that shows a new or changed profile late does not let a client forget what it has done. */
class LateListsTest {
    private static final String PATH = "/v2/messaging_profiles";
    private static final Supplier<String> KEY = new FixedApiKey("key");

    private final FakeTime time = FakeTime.frozen();
    private ProfileAccount account;
    private ClientResources resources;

    @BeforeEach
    void start() throws IOException {
        account = new ProfileAccount().visibleAfter(Integer.MAX_VALUE);
        resources = new ClientResources(
                account.baseUrl(),
                HttpOptions.builder().build(),
                null,
                FakeSleeper.source(time),
                new Telemetry(null, true, List.of()),
                Map.of());
    }

    @AfterEach
    void stop() {
        resources.close();
        account.close();
    }

    @Test
    void twoCallsInARowMakeOneProfile() {
        MessagingProfileChange first = profiles().createOrUpdate(wanted());
        MessagingProfileChange second = profiles().createOrUpdate(wanted());

        assertThat(first.kind()).isEqualTo(Kind.CREATED);
        assertThat(second.kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(second.profile().id()).isEqualTo(first.profile().id());
        assertThat(account.count("Support")).isOne();
        // It is verified by its id before it is trusted.
        assertThat(account.requests()).last().isEqualTo("GET " + PATH + "/" + account.id());
    }

    @Test
    void eightThreadsMakeOneProfile() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<MessagingProfileChange>> changes = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                changes.add(threads.submit(() -> profiles().createOrUpdate(wanted())));
            }
            List<Kind> kinds = new ArrayList<>();
            for (Future<MessagingProfileChange> change : changes) {
                kinds.add(change.get().kind());
            }
            assertThat(kinds).containsOnlyOnce(Kind.CREATED).contains(Kind.UNCHANGED);
        } finally {
            threads.shutdownNow();
        }
        assertThat(account.count("Support")).isOne();
    }

    @Test
    void aProfileOfAPlainCreateAndOneThatWasRenamedCountAsWell() {
        MessagingProfileResult created = profiles().create(wanted());
        assertThat(profiles().createOrUpdate(wanted()).kind()).isEqualTo(Kind.UNCHANGED);

        profiles()
                .update(
                        created.id(),
                        UpdateMessagingProfileRequest.builder().name("Sales").build());
        assertThat(profiles().createOrUpdate(named("Sales")).profile().id()).isEqualTo(created.id());
        assertThat(profiles().createOrUpdate(wanted()).kind()).isEqualTo(Kind.CREATED);
        assertThat(account.ids()).hasSize(2);
    }

    @Test
    void aChangeThatTheListDoesNotShowYetIsNotTakenBack() throws IOException {
        account.visibleAfter(0);
        String id = account.add("Support", "{\"enabled\":true,\"whitelisted_destinations\":[\"CA\"]}")
                .id();
        account.listsShow(
                "{\"id\":\"" + id + "\",\"name\":\"Support\",\"enabled\":true,\"whitelisted_destinations\":[\"CA\"]}");
        CreateMessagingProfileRequest off = wanted().toBuilder().enabled(false).build();

        assertThat(profiles().createOrUpdate(off).kind()).isEqualTo(Kind.UPDATED);
        assertThat(profiles().createOrUpdate(off).kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(profiles().createOrUpdate(wanted()).kind()).isEqualTo(Kind.UPDATED);
    }

    @Test
    void whatWasDeletedByThisClientIsCreatedAnewAtOnce() {
        String id = profiles().createOrUpdate(wanted()).profile().id();
        profiles().delete(id);

        assertThat(profiles().createOrUpdate(wanted()).kind()).isEqualTo(Kind.CREATED);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void whatWasDeletedBySomebodyElseIsCreatedAnewOnceThatIsClear() {
        String id = profiles().createOrUpdate(wanted()).profile().id();
        profiles(() -> "key").delete(id);

        assertThat(profiles().createOrUpdate(wanted()).kind()).isEqualTo(Kind.CREATED);
        assertThat(time.slept()).isEqualTo(Duration.ofMillis(1_500));
    }

    @Test
    void aSecondProfileOfTheNameIsReportedThoughTheListShowsOnlyThatOne() throws IOException {
        String own = profiles().createOrUpdate(wanted()).profile().id();
        String other = account.add("Support", "{}").id();

        assertThatExceptionOfType(TelnyxValidationException.class)
                .isThrownBy(() -> profiles().createOrUpdate(wanted()))
                .withMessageContaining("two messaging profiles or more have this name")
                .withMessageContaining(own)
                .withMessageContaining(other)
                .satisfies(e -> assertThat(e.operation()).isEqualTo("messaging_profiles.create_or_update"));
    }

    @Test
    void fiveMinutesLaterTheListAloneCounts() {
        profiles().createOrUpdate(wanted());
        time.pass(Duration.ofMinutes(5));

        assertThat(profiles().createOrUpdate(wanted()).kind()).isEqualTo(Kind.CREATED);
    }

    private DefaultMessagingProfiles profiles() {
        return profiles(KEY);
    }

    private DefaultMessagingProfiles profiles(Supplier<String> key) {
        CallSettings own = new CallSettings(key, Duration.ofSeconds(30), RetryOptions.defaults());
        return new DefaultMessagingProfiles(new TelnyxClient(resources, own, null));
    }

    private static CreateMessagingProfileRequest wanted() {
        return named("Support");
    }

    private static CreateMessagingProfileRequest named(String name) {
        return CreateMessagingProfileRequest.builder()
                .name(name)
                .whitelistedDestinations(List.of("CA"))
                .enabled(true)
                .build();
    }
}
