package org.telnyx4j.internal.messaging.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.generated.model.ListMessagingProfilesQuery;
import org.telnyx4j.generated.model.NumberPoolSettings;
import org.telnyx4j.generated.model.UpdateMessagingProfileRequest;
import org.telnyx4j.generated.model.UrlShortenerSettings;
import org.telnyx4j.generated.model.WebhookApiVersion;
import org.telnyx4j.internal.messaging.profiles.ProfileAccount.Creation;
import org.telnyx4j.messaging.profiles.MessagingProfileResult;
import org.telnyx4j.messaging.profiles.MessagingProfiles;
import org.telnyx4j.paging.Page;

/** The plain operations: what the server gets, and what the caller gets back. */
class MessagingProfilesOnTheWireTest {
    private static final String PATH = "/v2/messaging_profiles";

    private ProfileAccount account;
    private Telnyx telnyx;
    private MessagingProfiles profiles;

    @BeforeEach
    void start() throws IOException {
        account = new ProfileAccount();
        telnyx = Telnyx.builder()
                .baseUrl(account.baseUrl())
                .apiKey("key")
                .messagingProfileId("default-profile")
                .webhookUrl("https://default.example.com/hook")
                .webhookFailoverUrl("https://default.example.com/failover")
                .build();
        profiles = telnyx.messagingProfiles();
    }

    @AfterEach
    void stop() {
        telnyx.close();
        account.close();
    }

    private static CreateMessagingProfileRequest.Builder minimal(String name) {
        return CreateMessagingProfileRequest.builder().name(name).whitelistedDestinations(List.of("CA", "US"));
    }

    private static CreateMessagingProfileRequest.Builder settings() {
        return CreateMessagingProfileRequest.builder();
    }

    private static UpdateMessagingProfileRequest.Builder changes() {
        return UpdateMessagingProfileRequest.builder();
    }

    private static NumberPoolSettings.Builder pool() {
        return NumberPoolSettings.builder()
                .longCodeWeight(BigDecimal.ONE)
                .tollFreeWeight(new BigDecimal("10.0"))
                .skipUnhealthy(true);
    }

    @Test
    void creatingSendsWhatIsSetAndNoDefaults() {
        MessagingProfileResult profile = profiles.create(minimal("Support").build());

        assertThat(account.requests())
                .containsExactly(
                        "POST " + PATH + " {\"name\":\"Support\",\"whitelisted_destinations\":[\"CA\",\"US\"]}");
        assertThat(profile.id()).isEqualTo(account.id());
        assertThat(profile.name()).isEqualTo("Support");
        assertThat(profile.whitelistedDestinations()).containsExactly("CA", "US");
        assertThat(profile.enabled()).hasValue(true);
        assertThat(profile.requestId()).hasValue(account.lastRequestId());
        assertThat(profile.rateLimit())
                .hasValueSatisfying(limit -> assertThat(limit.limit()).hasValue(1000));
    }

    @Test
    void creatingSendsEveryField() {
        MessagingProfileResult profile = profiles.create(minimal("Support")
                .aiAssistantId("assistant-1")
                .alphaSender("Acme 1")
                .dailySpendLimit("10")
                .dailySpendLimitEnabled(true)
                .enabled(false)
                .healthWebhookUrl("https://example.com/health")
                .mmsFallBackToSms(true)
                .mmsTranscoding(false)
                .mobileOnly(true)
                .numberPoolSettings(pool().geomatch(false).stickySender(true).build())
                .resourceGroupId("group-1")
                .smartEncoding(false)
                .urlShortenerSettings(UrlShortenerSettings.builder()
                        .domain("acct.fyi")
                        .prefix("")
                        .replaceBlacklistOnly(true)
                        .sendWebhooks(false)
                        .build())
                .webhookApiVersion(WebhookApiVersion.fromValue("2"))
                .clearWebhookFailoverUrl()
                .webhookUrl("https://example.com/hook")
                .build());

        assertThat(account.requests())
                .containsExactly("POST " + PATH + " {\"name\":\"Support\",\"whitelisted_destinations\":[\"CA\",\"US\"],"
                        + "\"ai_assistant_id\":\"assistant-1\",\"alpha_sender\":\"Acme 1\","
                        + "\"daily_spend_limit\":\"10\",\"daily_spend_limit_enabled\":true,\"enabled\":false,"
                        + "\"health_webhook_url\":\"https://example.com/health\",\"mms_fall_back_to_sms\":true,"
                        + "\"mms_transcoding\":false,\"mobile_only\":true,\"number_pool_settings\":"
                        + "{\"long_code_weight\":1,\"skip_unhealthy\":true,\"toll_free_weight\":10.0,"
                        + "\"geomatch\":false,\"sticky_sender\":true},\"resource_group_id\":\"group-1\","
                        + "\"smart_encoding\":false,\"url_shortener_settings\":{\"domain\":\"acct.fyi\",\"prefix\":\"\","
                        + "\"replace_blacklist_only\":true,\"send_webhooks\":false},\"webhook_api_version\":\"2\","
                        + "\"webhook_failover_url\":null,\"webhook_url\":\"https://example.com/hook\"}");
        assertThat(profile.numberPool())
                .hasValueSatisfying(pool -> assertThat(pool.getStickySender()).isTrue());
        assertThat(profile.urlShortener())
                .hasValueSatisfying(
                        shortener -> assertThat(shortener.getDomain()).isEqualTo("acct.fyi"));
        assertThat(profile.dailySpendLimit()).hasValue(BigDecimal.TEN);
        assertThat(profile.webhookApiVersion()).hasValue(WebhookApiVersion._2);
        assertThat(profile.webhookUrl()).hasValue("https://example.com/hook");
        assertThat(profile.webhookFailoverUrl()).isEmpty();
    }

    @Test
    void updatingSendsEveryFieldItHas() throws IOException {
        account.add("Support", "{}");

        profiles.update(
                account.id(),
                changes()
                        .clearAiAssistantId()
                        .clearAlphaSender()
                        .dailySpendLimit("0.50")
                        .dailySpendLimitEnabled(false)
                        .enabled(true)
                        .mmsFallBackToSms(false)
                        .mmsTranscoding(true)
                        .mobileOnly(false)
                        .name("Sales")
                        .clearNumberPoolSettings()
                        .smartEncoding(true)
                        .clearUrlShortenerSettings()
                        .v1Secret("hush-hush")
                        .webhookApiVersion(WebhookApiVersion.fromValue("2010-04-01"))
                        .webhookFailoverUrl("")
                        .clearWebhookUrl()
                        .whitelistedDestinations(List.of("*"))
                        .build());

        assertThat(account.requests())
                .containsExactly(
                        "PATCH " + PATH + "/" + account.id() + " {\"ai_assistant_id\":null,\"alpha_sender\":null,"
                                + "\"daily_spend_limit\":\"0.50\",\"daily_spend_limit_enabled\":false,\"enabled\":true,"
                                + "\"mms_fall_back_to_sms\":false,\"mms_transcoding\":true,\"mobile_only\":false,"
                                + "\"name\":\"Sales\",\"number_pool_settings\":null,\"smart_encoding\":true,"
                                + "\"url_shortener_settings\":null,\"v1_secret\":\"hush-hush\","
                                + "\"webhook_api_version\":\"2010-04-01\",\"webhook_failover_url\":\"\",\"webhook_url\":null,"
                                + "\"whitelisted_destinations\":[\"*\"]}");
    }

    @Test
    void updatingOneSettingSendsThatAlone() throws IOException {
        account.add("Support", "{}");

        MessagingProfileResult profile = profiles.update(
                account.id(), changes().webhookUrl("https://example.com/new").build());

        assertThat(account.requests())
                .containsExactly(
                        "PATCH " + PATH + "/" + account.id() + " {\"webhook_url\":\"https://example.com/new\"}");
        assertThat(profile.webhookUrl()).hasValue("https://example.com/new");
    }

    @Test
    void retrievingAndDeletingNameTheIdInThePath() throws IOException {
        account.add("Support", "{\"enabled\":true}");

        assertThat(profiles.retrieve(account.id()).enabled()).hasValue(true);
        assertThat(profiles.delete(account.id()).name()).isEqualTo("Support");
        assertThatExceptionOfType(TelnyxApiException.class)
                .isThrownBy(() -> profiles.retrieve(account.id()))
                .satisfies(e -> assertThat(e.httpStatus()).hasValue(404))
                .satisfies(e -> assertThat(e.operation()).isEqualTo("messaging_profiles.retrieve"));
        assertThat(account.requests())
                .containsExactly(
                        "GET " + PATH + "/" + account.id(),
                        "DELETE " + PATH + "/" + account.id(),
                        "GET " + PATH + "/" + account.id());
    }

    @Test
    void listingFetchesPagesOf250AsTheyAreRead() throws IOException {
        for (int i = 0; i < 251; i++) {
            account.add("Profile " + i, "{}");
        }

        assertThat(profiles.list()).hasSize(251);
        assertThat(account.requests())
                .containsExactly(
                        "GET " + PATH + "?page[number]=1&page[size]=250",
                        "GET " + PATH + "?page[number]=2&page[size]=250");
    }

    @Test
    void aPageTellsTheTotals() throws IOException {
        for (int i = 0; i < 7; i++) {
            account.add("Profile " + i, "{}");
        }

        Page<MessagingProfileResult> page = profiles.list().withPageSize(3).page(2);

        assertThat(account.requests()).containsExactly("GET " + PATH + "?page[number]=2&page[size]=3");
        assertThat(page.items())
                .extracting(MessagingProfileResult::name)
                .containsExactly("Profile 3", "Profile 4", "Profile 5");
        assertThat(page.totalPages()).hasValue(3);
        assertThat(page.totalResults()).hasValue(7);
        assertThat(page.requestId()).hasValue(account.lastRequestId());
        assertThat(page.hasNext()).isTrue();
    }

    @Test
    void listingWithoutTotalsEndsAtAnEmptyPage() throws IOException {
        account.withoutTotals();
        for (int i = 0; i < 4; i++) {
            account.add("Profile " + i, "{}");
        }

        assertThat(profiles.list().withPageSize(2)).hasSize(4);
        assertThat(account.requests()).hasSize(3);
    }

    @Test
    void listingFiltersOnTheServer() throws IOException {
        account.add("Søk & find", "{}");

        assertThat(profiles.list(ListMessagingProfilesQuery.builder()
                        .nameContains("øk &")
                        .build()))
                .hasSize(1);
        assertThat(profiles.list(
                        ListMessagingProfilesQuery.builder().nameEq("other").build(), RequestOptions.none()))
                .isEmpty();
        assertThat(account.requests())
                .containsExactly(
                        "GET " + PATH + "?filter[name][contains]=%C3%B8k%20%26&page[number]=1&page[size]=250",
                        "GET " + PATH + "?filter[name][eq]=other&page[number]=1&page[size]=250");
    }

    @Test
    void findingComparesNamesExactlyOverAllPages() throws IOException {
        for (int i = 0; i < 10_000; i++) {
            account.add("support " + i, "{}");
        }
        account.add("Support", "{\"enabled\":true}");

        assertThat(profiles.findByName("Support"))
                .hasValueSatisfying(profile -> assertThat(profile.enabled()).hasValue(true));
        assertThat(account.requests()).hasSize(41);
        assertThat(account.requests().get(40))
                .isEqualTo("GET " + PATH + "?filter[name][eq]=Support&page[number]=41&page[size]=250");
    }

    @Test
    void findingNothingIsEmpty() throws IOException {
        account.add("support", "{}");

        assertThat(profiles.findByName("Support")).isEmpty();
    }

    @Test
    void findingTwoIsRefusedWithBothIds() throws IOException {
        account.add("Support", "{}");
        account.add("Support", "{}");

        assertThatExceptionOfType(TelnyxValidationException.class)
                .isThrownBy(() -> profiles.findByName("Support"))
                .withMessage("messaging_profiles.find_by_name failed: two messaging profiles or more have this name,"
                        + " among them " + account.id() + " and "
                        + account.ids().get(1) + ". It was not carried out;"
                        + " rename or remove all but one of them, or use the id.")
                .satisfies(e -> assertThat(e.field()).hasValue("name"));
    }

    @Test
    void aProfileThatShowsUpOnTwoPagesIsOne() throws IOException {
        account.listsShow("{\"id\":\"same\",\"name\":\"Support\"},{\"id\":\"same\",\"name\":\"Support\"}");

        assertThat(profiles.findByName("Support"))
                .hasValueSatisfying(profile -> assertThat(profile.id()).isEqualTo("same"));
    }

    @Test
    void theAnswerToAPlainCreationThatIsLostLeavesTheOutcomeUnknown() {
        Fixtures.needsNoKey(MessagingProfilesApi.CREATE_MESSAGING_PROFILE);
        account.creation(Creation.MADE_AND_NOT_ANSWERED);

        TelnyxNetworkException e = catchThrowableOfType(
                TelnyxNetworkException.class,
                () -> profiles.create(minimal("Support").build()));

        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(account.requests()).hasSize(1);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(minimal(" "), "name must not be blank, was <blank>"),
                Arguments.of(settings().name("Support"), "whitelisted_destinations must be set"),
                Arguments.of(settings().whitelistedDestinations(List.of("CA")), "name must be set"),
                Arguments.of(
                        minimal("S").whitelistedDestinations(List.of()),
                        "whitelisted_destinations must have one item at least"),
                Arguments.of(
                        minimal("S").whitelistedDestinations(List.of("CA", "us")),
                        "whitelisted_destinations[1] must be countries"),
                Arguments.of(
                        minimal("S").whitelistedDestinations(List.of("CA", "*")),
                        "whitelisted_destinations[1] must be countries"),
                Arguments.of(minimal("S").webhookUrl("example.com/x"), "webhook_url must be an absolute http"),
                Arguments.of(minimal("S").webhookFailoverUrl(" "), "webhook_failover_url must be an absolute http"),
                Arguments.of(minimal("S").healthWebhookUrl("ftp://x"), "health_webhook_url must be an absolute http"),
                Arguments.of(minimal("S").alphaSender("Twelve chars"), "alpha_sender must be 1 to 11 letters"),
                Arguments.of(minimal("S").alphaSender(""), "alpha_sender must be 1 to 11 letters"),
                Arguments.of(minimal("S").dailySpendLimit("-1"), "daily_spend_limit must be zero or more"),
                Arguments.of(minimal("S").aiAssistantId("x".repeat(65)), "ai_assistant_id must have at most 64"),
                Arguments.of(minimal("S").resourceGroupId("x".repeat(65)), "resource_group_id must have at most 64"),
                Arguments.of(
                        minimal("S").webhookApiVersion(WebhookApiVersion.fromValue("")),
                        "webhook_api_version must not be blank"),
                Arguments.of(
                        minimal("S").putAdditionalProperty("v1_secret", "hush"),
                        "v1_secret can be set only by an update"),
                Arguments.of(
                        minimal("S")
                                .numberPoolSettings(NumberPoolSettings.builder().build()),
                        "number_pool_settings.long_code_weight must be set"),
                Arguments.of(
                        minimal("S")
                                .numberPoolSettings(pool().tollFreeWeight(new BigDecimal("-1"))
                                        .build()),
                        "number_pool_settings.toll_free_weight must be at least 0"),
                Arguments.of(
                        minimal("S")
                                .urlShortenerSettings(
                                        UrlShortenerSettings.builder().build()),
                        "url_shortener_settings.domain must be set"),
                Arguments.of(
                        minimal("S")
                                .urlShortenerSettings(UrlShortenerSettings.builder()
                                        .domain("")
                                        .build()),
                        "url_shortener_settings.domain must not be blank"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatBreaksARuleIsRefusedUnsent(CreateMessagingProfileRequest.Builder settings, String problem) {
        assertThatExceptionOfType(TelnyxValidationException.class)
                .isThrownBy(() -> profiles.create(settings.build()))
                .withMessageStartingWith("messaging_profiles.create failed: " + problem);
        assertThat(account.requests()).isEmpty();
    }

    static Stream<Arguments> refusedUpdates() {
        return Stream.of(
                Arguments.of(changes(), "request must set something, but nothing is set"),
                Arguments.of(changes().name(""), "name must not be blank"),
                Arguments.of(
                        changes().putAdditionalProperty("resource_group_id", "g"),
                        "resource_group_id can be set only when"),
                Arguments.of(
                        changes().putAdditionalProperty("health_webhook_url", null),
                        "health_webhook_url can be set only when"));
    }

    @ParameterizedTest
    @MethodSource("refusedUpdates")
    void anUpdateThatBreaksARuleIsRefusedUnsent(UpdateMessagingProfileRequest.Builder changes, String problem) {
        assertThatExceptionOfType(TelnyxValidationException.class)
                .isThrownBy(() -> profiles.update(account.id(), changes.build()))
                .withMessageStartingWith("messaging_profiles.update failed: " + problem);
        assertThat(account.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", ".", ".."})
    void anIdThatIsNoneIsRefusedUnsent(String id) {
        UpdateMessagingProfileRequest change = changes().enabled(true).build();

        for (Runnable call : List.<Runnable>of(
                () -> profiles.retrieve(id), () -> profiles.delete(id), () -> profiles.update(id, change))) {
            assertThatExceptionOfType(TelnyxValidationException.class)
                    .isThrownBy(call::run)
                    .satisfies(e -> assertThat(e.field()).hasValue("id"));
        }
        assertThat(account.requests()).isEmpty();
    }

    @Test
    void aBlankNameIsRefusedUnsent() {
        assertThatExceptionOfType(TelnyxValidationException.class)
                .isThrownBy(() -> profiles.findByName(" "))
                .withMessageContaining("name must not be blank");
        assertThatExceptionOfType(TelnyxValidationException.class)
                .isThrownBy(() -> profiles.list(
                        ListMessagingProfilesQuery.builder().nameContains("").build()))
                .withMessageContaining("filter[name][contains] must not be blank");
        assertThat(account.requests()).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // Callers need not have it.
    void nullsAreRefusedByName() {
        assertThatNullPointerException().isThrownBy(() -> profiles.create(null)).withMessage("profile");
        assertThatNullPointerException()
                .isThrownBy(() -> profiles.createOrUpdate(null))
                .withMessage("profile");
        assertThatNullPointerException()
                .isThrownBy(() -> profiles.update("id", null))
                .withMessage("changes");
        assertThatNullPointerException().isThrownBy(() -> profiles.list(null)).withMessage("query");
        assertThatNullPointerException()
                .isThrownBy(() -> profiles.findByName(null))
                .withMessage("name");
    }

    @Test
    void whatIsPrintedHasNothingPrivate() throws IOException {
        account.add("Secret project", "{\"v1_secret\":\"hush-hush\",\"webhook_url\":\"https://example.com/hook\"}");

        assertThat(profiles.retrieve(account.id()))
                .hasToString("MessagingProfileResult[id=" + account.id() + ", enabled=null]");
        assertThat(changes()
                        .name("Secret project")
                        .v1Secret("hush-hush")
                        .clearWebhookUrl()
                        .build())
                .hasToString("UpdateMessagingProfileRequest{name, v1_secret, webhook_url}");
        assertThat(ListMessagingProfilesQuery.builder().nameEq("Secret project").build())
                .hasToString("ListMessagingProfilesQuery{filter[name][eq]}");
    }

    @Test
    void settingsAreValuesThatCanBeBuiltUpon() {
        CreateMessagingProfileRequest first =
                minimal("Support").clearWebhookUrl().build();

        assertThat(first.toBuilder().build()).isEqualTo(first).hasSameHashCodeAs(first);
        assertThat(first.toBuilder().enabled(true).build()).isNotEqualTo(first);
        assertThat(first.toMap())
                .isUnmodifiable()
                .containsAllEntriesOf(Map.of("name", "Support", "whitelisted_destinations", List.of("CA", "US")))
                .containsEntry("webhook_url", null);
    }

    @Test
    void anErrorOfTelnyxQuotesNothingPrivate() {
        account.creation(Creation.REFUSED);

        TelnyxException e = catchThrowableOfType(
                TelnyxException.class,
                () -> profiles.create(minimal("Secret project").build()));

        assertThat(e.httpStatus()).hasValue(422);
        assertThat(e.getMessage()).doesNotContain("Secret");
    }
}
