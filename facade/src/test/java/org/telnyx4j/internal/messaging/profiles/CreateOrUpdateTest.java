package org.telnyx4j.internal.messaging.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.telnyx4j.HttpOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
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
import org.telnyx4j.messaging.profiles.NumberPool;
import org.telnyx4j.messaging.profiles.UrlShortener;

/** One profile of a name with the settings asked for, whatever is there and whatever gets lost. */
class CreateOrUpdateTest {
    private static final String PATH = "/v2/messaging_profiles";
    private static final String ID = "00000000-0000-4000-8000-000000000000";
    private static final String LOOK = "GET " + PATH + "?filter[name][eq]=Support&page[number]=1&page[size]=250";
    private static final String MAKE =
            "POST " + PATH + " {\"name\":\"Support\",\"whitelisted_destinations\":[\"CA\"],\"enabled\":true}";

    private final List<Duration> slept = new CopyOnWriteArrayList<>();
    private ProfileAccount account;
    private ClientCore core;
    private DefaultMessagingProfiles profiles;

    @BeforeEach
    void start() throws IOException {
        account = new ProfileAccount();
        core = new ClientCore(
                account.baseUrl(), HttpOptions.builder().build(), null, TimeSource.system(), new Telemetry(null, true));
        profiles = profiles("key");
    }

    @AfterEach
    void stop() {
        core.close();
        account.close();
    }

    private DefaultMessagingProfiles profiles(String key) {
        SettingsLayer own = new SettingsLayer(() -> key, null, null, null, null, null, Duration.ofSeconds(30));
        return new DefaultMessagingProfiles(new View(core, own, null), new Sleeper() {
            @Override
            public void sleep(Duration duration) throws InterruptedException {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                slept.add(duration);
            }

            @Override
            public long nanoTime() {
                return 0;
            }
        });
    }

    private static MessagingProfileSettings.Builder support() {
        return MessagingProfileSettings.builder().name("Support");
    }

    private static MessagingProfileSettings wanted() {
        return support().whitelistedDestinations(List.of("CA")).enabled(true).build();
    }

    private static NumberPool.Builder pool() {
        return NumberPool.builder()
                .longCodeWeight(new BigDecimal("1.0"))
                .tollFreeWeight(BigDecimal.TEN)
                .skipUnhealthy(true);
    }

    @Test
    void whereThereIsNoneItIsMade() {
        MessagingProfileChange change = profiles.createOrUpdate(wanted());

        assertThat(change.kind()).isEqualTo(Kind.CREATED);
        assertThat(change.profile().id()).isEqualTo(ID);
        assertThat(account.requests()).containsExactly(LOOK, MAKE);
    }

    @Test
    void whereItIsTheSameNothingIsSent() {
        profiles.createOrUpdate(wanted());

        MessagingProfileChange change = profiles.createOrUpdate(wanted());

        assertThat(change.kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(change.profile().id()).isEqualTo(ID);
        assertThat(account.requests()).containsExactly(LOOK, MAKE, LOOK);
    }

    @Test
    void whereItDiffersWhatIsGivenIsSentAndNothingElse() throws IOException {
        account.add("Support", "{\"enabled\":false,\"mobile_only\":true,\"webhook_url\":\"https://example.com/old\"}");

        MessagingProfileChange change =
                profiles.createOrUpdate(support().enabled(true).webhookUrl(null).build());

        assertThat(change.kind()).isEqualTo(Kind.UPDATED);
        assertThat(change.profile().enabled()).hasValue(true);
        assertThat(change.profile().mobileOnly()).hasValue(true);
        assertThat(change.profile().webhookUrl()).isEmpty();
        assertThat(account.requests())
                .containsExactly(LOOK, "PATCH " + PATH + "/" + ID + " {\"enabled\":true,\"webhook_url\":null}");
    }

    @Test
    void theOpenPartsOfNestedSettingsStayAsTheyAre() throws IOException {
        account.add("Support", """
                {"number_pool_settings": {"long_code_weight": 3, "toll_free_weight": 10, "skip_unhealthy": true,
                  "geomatch": true, "sticky_sender": null},
                 "url_shortener_settings": {"domain": "acct.fyi", "prefix": "acme", "send_webhooks": true}}""");

        profiles.createOrUpdate(support()
                .numberPool(pool().build())
                .urlShortener(UrlShortener.builder()
                        .domain("acct.fyi")
                        .prefix("other")
                        .build())
                .build());

        assertThat(account.requests())
                .containsExactly(
                        LOOK,
                        "PATCH " + PATH + "/" + ID + " {\"number_pool_settings\":{\"long_code_weight\":1.0,"
                                + "\"skip_unhealthy\":true,\"toll_free_weight\":10,\"geomatch\":true},"
                                + "\"url_shortener_settings\":{\"domain\":\"acct.fyi\",\"prefix\":\"other\","
                                + "\"send_webhooks\":true}}");
    }

    static Stream<Arguments> same() {
        String pool = "{\"number_pool_settings\":{\"long_code_weight\":1,\"toll_free_weight\":10.00,"
                + "\"skip_unhealthy\":true,\"sticky_sender\":true}}";
        return Stream.of(
                Arguments.of(support(), "{}"),
                Arguments.of(support().webhookUrl(null), "{}"),
                Arguments.of(support().webhookUrl(null), "{\"webhook_url\":null}"),
                Arguments.of(support().webhookUrl(null), "{\"webhook_url\":\"\"}"),
                Arguments.of(support().webhookUrl(""), "{\"webhook_url\":null}"),
                Arguments.of(support().webhookUrl("https://a.example/"), "{\"webhook_url\":\"https://a.example/\"}"),
                Arguments.of(support().enabled(false), "{\"enabled\":false}"),
                Arguments.of(
                        support().whitelistedDestinations(List.of("CA", "US")),
                        "{\"whitelisted_destinations\":[\"US\",\"CA\"]}"),
                Arguments.of(support().dailySpendLimit(new BigDecimal("10")), "{\"daily_spend_limit\":\"10.00\"}"),
                Arguments.of(support().webhookApiVersion("2"), "{\"webhook_api_version\":\"2\"}"),
                Arguments.of(support().numberPool(null), "{\"number_pool_settings\":null}"),
                Arguments.of(support().numberPool(null), "{}"),
                Arguments.of(support().numberPool(pool().build()), pool),
                Arguments.of(support().numberPool(pool().geomatch(false).build()), pool),
                Arguments.of(support().numberPool(pool().stickySender(true).build()), pool),
                Arguments.of(
                        support()
                                .urlShortener(UrlShortener.builder()
                                        .domain("acct.fyi")
                                        .prefix("")
                                        .build()),
                        "{\"url_shortener_settings\":{\"domain\":\"acct.fyi\",\"send_webhooks\":true}}"),
                Arguments.of(support().resourceGroupId("group"), "{\"resource_group_id\":\"group\"}"),
                Arguments.of(support().healthWebhookUrl(null), "{\"health_webhook_url\":\"\"}"));
    }

    @ParameterizedTest
    @MethodSource("same")
    void whatMeansTheSameIsUnchanged(MessagingProfileSettings.Builder settings, String present) throws IOException {
        account.add("Support", present);

        assertThat(profiles.createOrUpdate(settings.build()).kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(account.requests()).containsExactly(LOOK);
    }

    static Stream<Arguments> different() {
        String pool = "{\"number_pool_settings\":{\"long_code_weight\":1,\"toll_free_weight\":10,"
                + "\"skip_unhealthy\":true,\"sticky_sender\":true}}";
        return Stream.of(
                Arguments.of(support().webhookUrl(null), "{\"webhook_url\":\"https://a.example\"}"),
                Arguments.of(support().webhookUrl("https://a.example"), "{\"webhook_url\":null}"),
                Arguments.of(support().webhookUrl("https://a.example"), "{}"),
                Arguments.of(support().webhookUrl("https://a.example"), "{\"webhook_url\":\"https://A.example\"}"),
                Arguments.of(support().enabled(false), "{\"enabled\":true}"),
                Arguments.of(support().enabled(false), "{}"),
                Arguments.of(
                        support().whitelistedDestinations(List.of("CA")),
                        "{\"whitelisted_destinations\":[\"US\",\"CA\"]}"),
                Arguments.of(support().whitelistedDestinations(List.of("CA")), "{}"),
                Arguments.of(support().dailySpendLimit(new BigDecimal("10")), "{\"daily_spend_limit\":\"10.01\"}"),
                Arguments.of(support().webhookApiVersion("1"), "{\"webhook_api_version\":\"1.0\"}"),
                Arguments.of(support().numberPool(null), pool),
                Arguments.of(support().numberPool(pool().build()), "{\"number_pool_settings\":null}"),
                Arguments.of(support().numberPool(pool().geomatch(true).build()), pool),
                Arguments.of(support().numberPool(pool().stickySender(false).build()), pool),
                Arguments.of(
                        support()
                                .urlShortener(
                                        UrlShortener.builder().domain("b.fyi").build()),
                        "{\"url_shortener_settings\":{\"domain\":\"a.fyi\"}}"));
    }

    @ParameterizedTest
    @MethodSource("different")
    void whatMeansSomethingElseIsUpdatedOnce(MessagingProfileSettings.Builder settings, String present)
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
                        MessagingProfileSettings.builder().enabled(true).build()))
                .satisfies(e -> assertThat(e.field()).hasValue("name"));
        assertThatExceptionOfType(TelnyxValidationException.class)
                .isThrownBy(
                        () -> profiles.createOrUpdate(support().v1Secret("hush").build()))
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
                .withMessageContaining(ID);
        assertThat(profiles.createOrUpdate(
                                support().resourceGroupId("one").enabled(true).build())
                        .kind())
                .isEqualTo(Kind.UPDATED);
        assertThat(account.requests()).containsExactly(LOOK, LOOK, "PATCH " + PATH + "/" + ID + " {\"enabled\":true}");
    }

    @ParameterizedTest
    @EnumSource(names = {"MADE_AND_NOT_ANSWERED", "MADE_AND_502", "MADE_AND_UNREADABLE"})
    void aLostAnswerIsResolvedByLookingTheNameUp(Creation creation) {
        account.creation(creation);

        MessagingProfileChange change = profiles.createOrUpdate(wanted());

        assertThat(change.kind()).isEqualTo(Kind.CREATED);
        assertThat(change.profile().id()).isEqualTo(ID);
        assertThat(account.requests()).containsExactly(LOOK, MAKE, LOOK);
        assertThat(account.count("Support")).isOne();
        assertThat(slept).containsExactly(Duration.ofMillis(100));
    }

    @Test
    void aProfileThatShowsLateIsWaitedFor() {
        account.creation(Creation.MADE_AND_NOT_ANSWERED).visibleAfter(2);

        assertThat(profiles.createOrUpdate(wanted()).kind()).isEqualTo(Kind.CREATED);
        assertThat(account.requests()).containsExactly(LOOK, MAKE, LOOK, LOOK, LOOK);
        assertThat(slept).containsExactly(Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofSeconds(1));
    }

    @Test
    void aLookThatFailsIsFollowedByAnother() {
        account.creation(Creation.MADE_AND_502).listsThatFailAfterCreation(3);

        assertThat(profiles.createOrUpdate(wanted()).kind()).isEqualTo(Kind.CREATED);
        assertThat(account.requests()).containsExactly(LOOK, MAKE, LOOK, LOOK, LOOK, LOOK);
        assertThat(account.count("Support")).isOne();
    }

    @Test
    void whatCannotBeResolvedIsUnknownAndNeverMadeAgain() {
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
        assertThat(slept.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofSeconds(4));
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
        SettingsLayer own = new SettingsLayer(() -> "key", null, null, null, null, null, Duration.ofSeconds(30));
        return new DefaultMessagingProfiles(new View(core, own, null), new Sleeper() {
            @Override
            public void sleep(Duration duration) {
                try {
                    account.add("Support", settings);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public long nanoTime() {
                return 0;
            }
        });
    }

    @Test
    void anInterruptedWaitGivesTheOutcomeUnknownAndKeepsTheInterrupt() {
        account.creation(Creation.LOST);
        SettingsLayer own = new SettingsLayer(() -> "key", null, null, null, null, null, Duration.ofSeconds(30));
        DefaultMessagingProfiles interrupted = new DefaultMessagingProfiles(new View(core, own, null), new Sleeper() {
            @Override
            public void sleep(Duration duration) throws InterruptedException {
                throw new InterruptedException();
            }

            @Override
            public long nanoTime() {
                return 0;
            }
        });

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
                changes.add(threads.submit(() -> profiles("key").createOrUpdate(wanted())));
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
