package org.telnyx4j.internal.messaging.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.fixtures.FakeSleeper;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.generated.model.NumberPoolSettings;
import org.telnyx4j.generated.model.UrlShortenerSettings;
import org.telnyx4j.generated.model.WebhookApiVersion;
import org.telnyx4j.internal.call.CallSettings;
import org.telnyx4j.internal.exchange.ClientResources;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.messaging.profiles.ProfileAccount.Creation;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.messaging.profiles.MessagingProfileChange;
import org.telnyx4j.messaging.profiles.MessagingProfileChange.Kind;
import org.telnyx4j.testing.FakeTime;

/** One profile of a name with the settings asked for, whatever is there and whatever gets lost. */
class CreateOrUpdateTest {
    private static final String PATH = "/v2/messaging_profiles";
    private static final String LOOK = "GET " + PATH + "?filter[name][eq]=Support&page[number]=1&page[size]=250";
    private static final String MAKE =
            "POST " + PATH + " {\"name\":\"Support\",\"whitelisted_destinations\":[\"CA\"],\"enabled\":true}";

    private final FakeTime time = FakeTime.frozen();
    private ProfileAccount account;
    private final List<ClientResources> opened = new ArrayList<>();
    private DefaultMessagingProfiles profiles;

    @BeforeEach
    void start() throws IOException {
        account = new ProfileAccount();
        profiles = profiles(time);
    }

    @AfterEach
    void stop() {
        opened.forEach(ClientResources::close);
        account.close();
    }

    /** Opens a client. */
    private DefaultMessagingProfiles profiles(FakeTime itsTime) {
        ClientResources resources = new ClientResources(
                account.baseUrl(),
                HttpOptions.builder().build(),
                null,
                FakeSleeper.source(itsTime),
                new Telemetry(null, true, List.of()),
                Map.of());
        opened.add(resources);
        CallSettings own = new CallSettings(() -> "key", Duration.ofSeconds(30), RetryOptions.defaults());
        return new DefaultMessagingProfiles(new TelnyxClient(resources, own, null));
    }

    private static CreateMessagingProfileRequest.Builder support() {
        return CreateMessagingProfileRequest.builder().name("Support");
    }

    private static CreateMessagingProfileRequest wanted() {
        return support().whitelistedDestinations(List.of("CA")).enabled(true).build();
    }

    private static NumberPoolSettings.Builder pool() {
        return NumberPoolSettings.builder()
                .longCodeWeight(new BigDecimal("1.0"))
                .tollFreeWeight(BigDecimal.TEN)
                .skipUnhealthy(true);
    }

    @Test
    void whereThereIsNoneItIsMade() {
        MessagingProfileChange change = profiles.createOrUpdate(wanted());

        assertThat(change.kind()).isEqualTo(Kind.CREATED);
        assertThat(change.profile().id()).isEqualTo(account.id());
        assertThat(account.requests()).containsExactly(LOOK, MAKE);
    }

    @Test
    void whereItIsTheSameNothingIsSent() {
        profiles.createOrUpdate(wanted());

        MessagingProfileChange change = profiles.createOrUpdate(wanted());

        assertThat(change.kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(change.profile().id()).isEqualTo(account.id());
        assertThat(account.requests()).containsExactly(LOOK, MAKE, LOOK);
    }

    @Test
    void whereItDiffersWhatIsGivenIsSentAndNothingElse() throws IOException {
        account.add("Support", "{\"enabled\":false,\"mobile_only\":true,\"webhook_url\":\"https://example.com/old\"}");

        MessagingProfileChange change = profiles.createOrUpdate(
                support().enabled(true).clearWebhookUrl().build());

        assertThat(change.kind()).isEqualTo(Kind.UPDATED);
        assertThat(change.profile().enabled()).hasValue(true);
        assertThat(change.profile().mobileOnly()).hasValue(true);
        assertThat(change.profile().webhookUrl()).isEmpty();
        assertThat(account.requests())
                .containsExactly(
                        LOOK, "PATCH " + PATH + "/" + account.id() + " {\"enabled\":true,\"webhook_url\":null}");
    }

    @Test
    void theOpenPartsOfNestedSettingsStayAsTheyAre() throws IOException {
        account.add("Support", """
                {"number_pool_settings": {"long_code_weight": 3, "toll_free_weight": 10, "skip_unhealthy": true,
                  "geomatch": true, "sticky_sender": null},
                 "url_shortener_settings": {"domain": "acct.fyi", "prefix": "acme", "send_webhooks": true}}""");

        profiles.createOrUpdate(support()
                .numberPoolSettings(pool().build())
                .urlShortenerSettings(UrlShortenerSettings.builder()
                        .domain("acct.fyi")
                        .prefix("other")
                        .build())
                .build());

        assertThat(account.requests())
                .containsExactly(
                        LOOK,
                        "PATCH " + PATH + "/" + account.id() + " {\"number_pool_settings\":{\"long_code_weight\":1.0,"
                                + "\"skip_unhealthy\":true,\"toll_free_weight\":10,\"geomatch\":true},"
                                + "\"url_shortener_settings\":{\"domain\":\"acct.fyi\",\"prefix\":\"other\","
                                + "\"send_webhooks\":true}}");
    }

    static Stream<Arguments> same() {
        String pool = "{\"number_pool_settings\":{\"long_code_weight\":1,\"toll_free_weight\":10.00,"
                + "\"skip_unhealthy\":true,\"sticky_sender\":true}}";
        return Stream.of(
                Arguments.of(support(), "{}"),
                Arguments.of(support().clearWebhookUrl(), "{}"),
                Arguments.of(support().clearWebhookUrl(), "{\"webhook_url\":null}"),
                Arguments.of(support().clearWebhookUrl(), "{\"webhook_url\":\"\"}"),
                Arguments.of(support().webhookUrl(""), "{\"webhook_url\":null}"),
                Arguments.of(support().webhookUrl("https://a.example/"), "{\"webhook_url\":\"https://a.example/\"}"),
                Arguments.of(support().enabled(false), "{\"enabled\":false}"),
                Arguments.of(
                        support().whitelistedDestinations(List.of("CA", "US")),
                        "{\"whitelisted_destinations\":[\"US\",\"CA\"]}"),
                Arguments.of(support().dailySpendLimit("10"), "{\"daily_spend_limit\":\"10.00\"}"),
                Arguments.of(
                        support().webhookApiVersion(WebhookApiVersion.fromValue("2")),
                        "{\"webhook_api_version\":\"2\"}"),
                Arguments.of(support().clearNumberPoolSettings(), "{\"number_pool_settings\":null}"),
                Arguments.of(support().clearNumberPoolSettings(), "{}"),
                Arguments.of(support().numberPoolSettings(pool().build()), pool),
                Arguments.of(support().numberPoolSettings(pool().geomatch(false).build()), pool),
                Arguments.of(
                        support().numberPoolSettings(pool().stickySender(true).build()), pool),
                Arguments.of(
                        support()
                                .urlShortenerSettings(UrlShortenerSettings.builder()
                                        .domain("acct.fyi")
                                        .prefix("")
                                        .build()),
                        "{\"url_shortener_settings\":{\"domain\":\"acct.fyi\",\"send_webhooks\":true}}"),
                Arguments.of(support().resourceGroupId("group"), "{\"resource_group_id\":\"group\"}"),
                Arguments.of(support().clearHealthWebhookUrl(), "{\"health_webhook_url\":\"\"}"));
    }

    @ParameterizedTest
    @MethodSource("same")
    void whatMeansTheSameIsUnchanged(CreateMessagingProfileRequest.Builder settings, String present)
            throws IOException {
        account.add("Support", present);

        assertThat(profiles.createOrUpdate(settings.build()).kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(account.requests()).containsExactly(LOOK);
    }

    static Stream<Arguments> different() {
        String pool = "{\"number_pool_settings\":{\"long_code_weight\":1,\"toll_free_weight\":10,"
                + "\"skip_unhealthy\":true,\"sticky_sender\":true}}";
        return Stream.of(
                Arguments.of(support().clearWebhookUrl(), "{\"webhook_url\":\"https://a.example\"}"),
                Arguments.of(support().webhookUrl("https://a.example"), "{\"webhook_url\":null}"),
                Arguments.of(support().webhookUrl("https://a.example"), "{}"),
                Arguments.of(support().webhookUrl("https://a.example"), "{\"webhook_url\":\"https://A.example\"}"),
                Arguments.of(support().enabled(false), "{\"enabled\":true}"),
                Arguments.of(support().enabled(false), "{}"),
                Arguments.of(
                        support().whitelistedDestinations(List.of("CA")),
                        "{\"whitelisted_destinations\":[\"US\",\"CA\"]}"),
                Arguments.of(support().whitelistedDestinations(List.of("CA")), "{}"),
                Arguments.of(support().dailySpendLimit("10"), "{\"daily_spend_limit\":\"10.01\"}"),
                Arguments.of(
                        support().webhookApiVersion(WebhookApiVersion.fromValue("1")),
                        "{\"webhook_api_version\":\"1.0\"}"),
                Arguments.of(support().clearNumberPoolSettings(), pool),
                Arguments.of(support().numberPoolSettings(pool().build()), "{\"number_pool_settings\":null}"),
                Arguments.of(support().numberPoolSettings(pool().geomatch(true).build()), pool),
                Arguments.of(
                        support().numberPoolSettings(pool().stickySender(false).build()), pool),
                Arguments.of(
                        support()
                                .urlShortenerSettings(UrlShortenerSettings.builder()
                                        .domain("b.fyi")
                                        .build()),
                        "{\"url_shortener_settings\":{\"domain\":\"a.fyi\"}}"));
    }

    @ParameterizedTest
    @MethodSource("different")
    void whatMeansSomethingElseIsUpdatedOnce(CreateMessagingProfileRequest.Builder settings, String present)
            throws IOException {
        account.add("Support", present);

        assertThat(profiles.createOrUpdate(settings.build()).kind()).isEqualTo(Kind.UPDATED);
        assertThat(profiles.createOrUpdate(settings.build()).kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(account.requests()).hasSize(3);
    }

    @Test
    void twoOfTheNameAreRefusedBeforeAnythingIsChanged() throws IOException {
        account.add("Support", "{}");
        account.add("Support", "{}");

        assertThatExceptionOfType(TelnyxValidationException.class)
                .isThrownBy(() -> profiles.createOrUpdate(wanted()))
                .withMessageContaining("two messaging profiles or more have this name");
        assertThat(account.requests()).containsExactly(LOOK);
    }

    @Test
    void aNewProfileNeedsDestinations() {
        assertThatExceptionOfType(TelnyxValidationException.class)
                .isThrownBy(
                        () -> profiles.createOrUpdate(support().enabled(true).build()))
                .satisfies(e -> assertThat(e.field()).hasValue("whitelisted_destinations"));
        assertThat(account.requests()).containsExactly(LOOK);
    }

    @Test
    void aNameAndNoSecretAreNeededBeforeTheWire() {
        assertThatExceptionOfType(TelnyxValidationException.class)
                .isThrownBy(() -> profiles.createOrUpdate(
                        CreateMessagingProfileRequest.builder().enabled(true).build()))
                .satisfies(e -> assertThat(e.field()).hasValue("name"));
        assertThatExceptionOfType(TelnyxValidationException.class)
                .isThrownBy(() -> profiles.createOrUpdate(
                        support().putAdditionalProperty("v1_secret", "hush").build()))
                .satisfies(e -> assertThat(e.field()).hasValue("v1_secret"));
        assertThat(account.requests()).isEmpty();
    }

    @Test
    void whatCanOnlyBeSetWhenAProfileIsMadeIsNeverChangedSilently() throws IOException {
        account.add("Support", "{\"resource_group_id\":\"one\",\"enabled\":false}");

        assertThatExceptionOfType(TelnyxValidationException.class)
                .isThrownBy(() ->
                        profiles.createOrUpdate(support().resourceGroupId("two").build()))
                .satisfies(e -> assertThat(e.field()).hasValue("resource_group_id"))
                .withMessageContaining(account.id());
        assertThat(profiles.createOrUpdate(
                                support().resourceGroupId("one").enabled(true).build())
                        .kind())
                .isEqualTo(Kind.UPDATED);
        assertThat(account.requests())
                .containsExactly(LOOK, LOOK, "PATCH " + PATH + "/" + account.id() + " {\"enabled\":true}");
    }

    @ParameterizedTest
    @EnumSource(names = {"MADE_AND_NOT_ANSWERED", "MADE_AND_502", "MADE_AND_UNREADABLE"})
    void aLostAnswerIsResolvedByLookingTheNameUp(Creation creation) {
        Fixtures.needsNoKey(MessagingProfilesApi.CREATE_MESSAGING_PROFILE);
        account.creation(creation);

        MessagingProfileChange change = profiles.createOrUpdate(wanted());

        assertThat(change.kind()).isEqualTo(Kind.CREATED);
        assertThat(change.profile().id()).isEqualTo(account.id());
        assertThat(account.requests()).containsExactly(LOOK, MAKE, LOOK);
        assertThat(account.count("Support")).isOne();
        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(100));
    }

    @Test
    void aProfileThatShowsLateIsWaitedFor() {
        Fixtures.needsNoKey(MessagingProfilesApi.CREATE_MESSAGING_PROFILE);
        account.creation(Creation.MADE_AND_NOT_ANSWERED).visibleAfter(2);

        assertThat(profiles.createOrUpdate(wanted()).kind()).isEqualTo(Kind.CREATED);
        assertThat(account.requests()).containsExactly(LOOK, MAKE, LOOK, LOOK, LOOK);
        assertThat(time.sleeps())
                .containsExactly(Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofSeconds(1));
    }

    @Test
    void aLookThatFailsIsFollowedByAnother() {
        Fixtures.needsNoKey(MessagingProfilesApi.CREATE_MESSAGING_PROFILE);
        account.creation(Creation.MADE_AND_502).listsThatFailAfterCreation(3);

        assertThat(profiles.createOrUpdate(wanted()).kind()).isEqualTo(Kind.CREATED);
        assertThat(account.requests()).containsExactly(LOOK, MAKE, LOOK, LOOK, LOOK, LOOK);
        assertThat(account.count("Support")).isOne();
    }

    @Test
    void whatCannotBeResolvedIsUnknownAndNeverMadeAgain() {
        Fixtures.needsNoKey(MessagingProfilesApi.CREATE_MESSAGING_PROFILE);
        account.creation(Creation.LOST);

        TelnyxException e = catchThrowableOfType(TelnyxException.class, () -> profiles.createOrUpdate(wanted()));

        assertThat(e.operation()).isEqualTo("messaging_profiles.create_or_update");
        assertThat(e.reference()).contains("Support");
        assertThat(e)
                .hasMessageContaining("its step messaging_profiles.create failed: ")
                .hasMessageContaining("look for a profile of this name before trying again");
        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
        assertThat(account.requests()).containsExactly(LOOK, MAKE, LOOK, LOOK, LOOK, LOOK);
        assertThat(time.slept()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aRefusalIsNotLookedInto() {
        account.creation(Creation.REFUSED);

        assertThatExceptionOfType(TelnyxValidationException.class)
                .isThrownBy(() -> profiles.createOrUpdate(wanted()))
                .satisfies(e -> assertThat(e.httpStatus()).hasValue(422));
        assertThat(account.requests()).containsExactly(LOOK, MAKE);
    }

    @Test
    void aProfileOfSomebodyElseThatCameInBetweenIsBroughtToTheSettings() throws IOException {
        Fixtures.needsNoKey(MessagingProfilesApi.CREATE_MESSAGING_PROFILE);
        account.creation(Creation.LOST);
        DefaultMessagingProfiles raced = racedBy("{\"enabled\":false,\"whitelisted_destinations\":[\"CA\"]}");

        MessagingProfileChange change = raced.createOrUpdate(wanted());

        assertThat(change.kind()).isEqualTo(Kind.UPDATED);
        assertThat(change.profile().enabled()).hasValue(true);
        assertThat(account.count("Support")).isOne();
    }

    @Test
    void twoProfilesAfterALostAnswerAreReported() {
        account.creation(Creation.MADE_AND_NOT_ANSWERED);
        DefaultMessagingProfiles raced = racedBy("{}");

        assertThatExceptionOfType(TelnyxValidationException.class)
                .isThrownBy(() -> raced.createOrUpdate(wanted()))
                .withMessageContaining("two messaging profiles or more have this name")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }

    private DefaultMessagingProfiles racedBy(String settings) {
        FakeTime racing = FakeTime.frozen().onSleep(duration -> account.add("Support", settings));
        return profiles(racing);
    }

    @Test
    void anInterruptedWaitGivesTheOutcomeUnknownAndKeepsTheInterrupt() {
        account.creation(Creation.LOST);
        DefaultMessagingProfiles interrupted = profiles(FakeTime.frozen().interruptAt(0));

        TelnyxException e = catchThrowableOfType(TelnyxException.class, () -> interrupted.createOrUpdate(wanted()));

        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(account.requests()).containsExactly(LOOK, MAKE);
    }

    @Test
    void manyThreadsOfOneClientMakeOneProfile() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<MessagingProfileChange>> changes = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                changes.add(threads.submit(() -> profiles.createOrUpdate(wanted())));
            }
            List<Kind> kinds = new ArrayList<>();
            for (Future<MessagingProfileChange> change : changes) {
                kinds.add(change.get().kind());
            }
            assertThat(kinds)
                    .containsOnlyOnce(Kind.CREATED)
                    .contains(Kind.UNCHANGED)
                    .doesNotContain(Kind.UPDATED);
        } finally {
            threads.shutdownNow();
        }
        assertThat(account.count("Support")).isOne();
    }

    @Test
    void anAccountOfTenThousandProfilesIsSearchedToItsEnd() throws IOException {
        for (int i = 0; i < 10_000; i++) {
            account.add("SUPPORT " + i, "{}");
        }
        account.withoutTotals();

        assertThat(profiles.createOrUpdate(wanted()).kind()).isEqualTo(Kind.CREATED);
        assertThat(profiles.createOrUpdate(wanted()).kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(account.requests()).hasSize(41 + 1 + 41);
    }
}
