package org.telnyx4j.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.fixtures.Fixtures.KEY;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.TO;
import static org.telnyx4j.fixtures.Fixtures.client;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.Tenant;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxAuthenticationException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.MessageEncoding;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.ReceivedRequest;

/** What goes out for a message, and what never does. */
class SendTest {
    private static final String E164 = "must be a phone number in E.164 form such as +14165550123";
    private static final String URL = "must be an absolute http or https URL";
    private static final String SECRET_URL = "ftp://bob:pw@example.com/secret?to=1";

    private RawServer server;
    private Telnyx telnyx;

    @BeforeEach
    void start() throws IOException {
        server = RawServer.answering(RawServer.json(200, SENT));
        telnyx = client(server).build();
    }

    @AfterEach
    void stop() throws IOException {
        telnyx.close();
        server.close();
    }

    private String sent(OutgoingMessage message) throws InterruptedException {
        telnyx.messages().send(message);
        ReceivedRequest request = server.awaitRequest();
        assertThat(request.requestLine()).isEqualTo("POST /v2/messages HTTP/1.1");
        return request.body();
    }

    private static OutgoingMessage.Builder to(String to) {
        return OutgoingMessage.builder().to(to);
    }

    private static OutgoingMessage.Builder valid() {
        return to(TO).text("Hi");
    }

    @Test
    void theSmallestMessageIsToTextAndSender() throws Exception {
        String body = sent(valid().build());
        assertThat(body)
                .contains("\"to\":\"+14165550123\"", "\"text\":\"Hi\"", "\"from\":\"+14165550199\"")
                .hasSize("{\"to\":\"+14165550123\",\"text\":\"Hi\",\"from\":\"+14165550199\"}".length());
    }

    @Test
    void theLargestMessageHasEveryFieldOnce() throws Exception {
        OffsetDateTime tomorrow = tomorrow();
        OutgoingMessage message = valid().from("+14165550142")
                .messagingProfileId("profile-1")
                .mediaUrls(List.of("https://example.com/1.png"))
                .addMediaUrl("http://example.com/2.png")
                .subject("About")
                .webhookUrl("https://example.com/hook")
                .webhookFailoverUrl("https://example.com/failover")
                .useProfileWebhooks(false)
                .encoding(MessageEncoding.UCS2)
                .sendAt(tomorrow)
                .autoDetect(true)
                .build();
        String body = sent(message);
        List<String> fields = List.of(
                "\"to\":\"+14165550123\"",
                "\"from\":\"+14165550142\"",
                "\"text\":\"Hi\"",
                "\"messaging_profile_id\":\"profile-1\"",
                "\"media_urls\":[\"https://example.com/1.png\",\"http://example.com/2.png\"]",
                "\"subject\":\"About\"",
                "\"webhook_url\":\"https://example.com/hook\"",
                "\"webhook_failover_url\":\"https://example.com/failover\"",
                "\"use_profile_webhooks\":false",
                "\"encoding\":\"ucs2\"",
                "\"send_at\":\"" + tomorrow + "\"",
                "\"auto_detect\":true");
        assertThat(body).contains(fields);
        int commas = fields.size() - 1;
        int characters = fields.stream().mapToInt(String::length).sum();
        assertThat(body).hasSize(characters + commas + "{}".length());
    }

    private static OffsetDateTime tomorrow() {
        return OffsetDateTime.now(ZoneOffset.UTC).plusDays(1).withSecond(7).withNano(0);
    }

    static List<OffsetDateTime> timesThatAreNone() {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        return List.of(
                // Milliseconds taken for seconds.
                Instant.ofEpochSecond(System.currentTimeMillis()).atOffset(ZoneOffset.UTC),
                now.minusMinutes(2),
                now.plusDays(6),
                OffsetDateTime.MAX,
                OffsetDateTime.MIN);
    }

    @ParameterizedTest
    @MethodSource("timesThatAreNone")
    void aTimeThatTelnyxDoesNotScheduleIsRefusedBeforeTheWire(OffsetDateTime time) {
        TelnyxValidationException error = catchThrowableOfType(
                TelnyxValidationException.class,
                () -> telnyx.messages().send(valid().sendAt(time).build()));
        assertThat(error.field()).hasValue("send_at");
        assertThat(error).hasMessageContaining("send_at must be 5 minutes to 5 days ahead");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void whatIsSetToWhatTelnyxAssumesIsStillSent() throws Exception {
        assertThat(sent(valid().useProfileWebhooks(true)
                        .autoDetect(false)
                        .encoding(MessageEncoding.AUTO)
                        .build()))
                .contains("\"use_profile_webhooks\":true", "\"auto_detect\":false", "\"encoding\":\"auto\"");
    }

    @Test
    void aNumberPoolMessageHasAProfileAndNoSender() throws Exception {
        try (Telnyx other = Telnyx.builder()
                .baseUrl(server.baseUrl())
                .apiKey(KEY)
                .messagingProfileId("profile-1")
                .build()) {
            other.messages().send(valid().build());
            assertThat(server.awaitRequest().body())
                    .contains("\"messaging_profile_id\":\"profile-1\"")
                    .doesNotContain("from");
        }
    }

    @ParameterizedTest
    @MethodSource
    void whatKeepsTheRulesGoesOut(String name, OutgoingMessage message) throws Exception {
        assertThat(sent(message)).as(name).startsWith("{").endsWith("}");
    }

    static Stream<Arguments> whatKeepsTheRulesGoesOut() {
        return Stream.of(
                Arguments.of("short code of 5", to("12345").text("Hi").build()),
                Arguments.of("short code of 6", to("123456").text("Hi").build()),
                Arguments.of("sender is a short code", valid().from("12345").build()),
                Arguments.of(
                        "sender is alphanumeric",
                        valid().from("Acme Co 1").messagingProfileId("p").build()),
                Arguments.of("1,600 letters", to(TO).text("x".repeat(1_600)).build()),
                Arguments.of("1,600 emoji", to(TO).text("👋".repeat(1_600)).build()),
                Arguments.of("a blank text", to(TO).text(" ").build()),
                Arguments.of(
                        "media alone",
                        to(TO).addMediaUrl("https://example.com/a").build()),
                Arguments.of(
                        "a long text with media",
                        to(TO).addMediaUrl("https://example.com/a")
                                .text("x".repeat(1_601))
                                .build()),
                Arguments.of(
                        "controls and quotes", to(TO).text("\"\\\n\t\u0001").build()));
    }

    @ParameterizedTest
    @MethodSource
    void whatBreaksARuleIsRefusedByFieldAndNothingIsSent(
            String field, String rule, @Nullable String hidden, OutgoingMessage.Builder message) {
        TelnyxValidationException error = catchThrowableOfType(
                TelnyxValidationException.class, () -> telnyx.messages().send(message.build()));
        assertThat(error).isNotNull();
        assertThat(error.field()).hasValue(field);
        assertThat(error)
                .hasMessageStartingWith("messages.send failed: " + field + " ")
                .hasMessageContaining(rule)
                .hasMessageEndingWith("It was not carried out; correct the request, nothing was sent.");
        if (hidden != null) {
            assertThat(error.getMessage()).doesNotContain(hidden);
        }
        assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(error.advice()).isEqualTo(Advice.DO_NOT_RETRY);
        assertThat(error.httpStatus()).isEmpty();
        assertThat(server.connections()).isZero();
    }

    static Stream<Arguments> whatBreaksARuleIsRefusedByFieldAndNothingIsSent() {
        return Stream.concat(addresses(), contents());
    }

    private static Stream<Arguments> addresses() {
        return Stream.of(
                Arguments.of("to", E164, "4165550142", to("4165550142").text("Hi")),
                Arguments.of(
                        "to", ", was 41***42.", "4165550142", to("4165550142").text("Hi")),
                Arguments.of("to", E164, "416 555", to("+1 416 555 0142").text("Hi")),
                Arguments.of("to", E164, "4165550142", to("tel:+14165550142").text("Hi")),
                Arguments.of("to", E164, "0165550142", to("+0165550142").text("Hi")),
                Arguments.of("to", E164, "4165550142", to("+14165550142\n").text("Hi")),
                Arguments.of("to", ", was <blank>.", null, to("").text("Hi")),
                Arguments.of("to", ", was <blank>.", null, to(" ").text("Hi")),
                Arguments.of("to", ", was ***.", "Acme", to("Acme").text("Hi")),
                Arguments.of("to", ", was ***.", "1234.", to("1234").text("Hi")),
                Arguments.of("from", ", was 41***42.", "4165550142", valid().from("4165550142")),
                Arguments.of("from", ", was <blank>.", null, valid().from("")),
                Arguments.of("from", E164, "Acme", valid().from("Acme Company")),
                Arguments.of("from", E164, "Acme", valid().from("Acme\nCo")),
                Arguments.of(
                        "messaging_profile_id",
                        "must be set where the sender is an alphanumeric id",
                        "Acme",
                        valid().from("Acme")),
                Arguments.of(
                        "messaging_profile_id",
                        "must not be blank, was <blank>.",
                        null,
                        valid().messagingProfileId(" ")),
                Arguments.of(
                        "messaging_profile_id", "must be valid Unicode", null, valid().messagingProfileId("\ud83d")));
    }

    private static Stream<Arguments> contents() {
        String tooLong = "must have at most 1600 characters, but has 1601";
        return Stream.of(
                Arguments.of("text", "or media_urls must be set", null, to(TO)),
                Arguments.of("text", "or media_urls must be set", null, to(TO).mediaUrls(List.of())),
                Arguments.of("text", "must not be empty", null, to(TO).text("")),
                Arguments.of("text", tooLong, "xxxx", to(TO).text("x".repeat(1_601))),
                Arguments.of("text", tooLong, "👋", to(TO).text("👋".repeat(1_601))),
                Arguments.of("text", "must be valid Unicode", "secret", to(TO).text("secret \ud83d secret")),
                Arguments.of("text", "must be valid Unicode", null, to(TO).text("\udc4b\ud83d")),
                Arguments.of("subject", "must be valid Unicode", null, valid().subject("\ud83d")),
                Arguments.of("media_urls[0]", URL, "secret", valid().addMediaUrl(SECRET_URL)),
                Arguments.of("media_urls[0]", ", was ftp://example.com/***.", "bob", valid().addMediaUrl(SECRET_URL)),
                Arguments.of(
                        "media_urls[1]",
                        ", was <blank>.",
                        null,
                        valid().mediaUrls(List.of("https://example.com/a", ""))),
                Arguments.of("webhook_url", URL, "secret", valid().webhookUrl(SECRET_URL)),
                Arguments.of(
                        "webhook_url", "must be valid Unicode", null, valid().webhookUrl("https://example.com/\ud83d")),
                Arguments.of(
                        "webhook_failover_url",
                        ", was ***.",
                        "example.com",
                        valid().webhookFailoverUrl("example.com/hook")));
    }

    @Test
    void withoutSenderAndProfileOnAnyLevelNothingIsSent() {
        try (Telnyx bare =
                Telnyx.builder().baseUrl(server.baseUrl()).apiKey(KEY).build()) {
            TelnyxValidationException error = catchThrowableOfType(
                    TelnyxValidationException.class, () -> bare.messages().send(message()));
            assertThat(error.field()).hasValue("from");
            assertThat(error)
                    .hasMessageContaining(
                            "from or messaging_profile_id must be set, on the message, the tenant or the client");
        }
        assertThat(server.connections()).isZero();
    }

    @Test
    void anAlphanumericSenderOfTheTenantFindsTheProfileOfTheClient() throws Exception {
        try (Telnyx other = client(server).messagingProfileId("profile-1").build()) {
            Tenant tenant = Tenant.builder("acme").from("Acme").build();
            other.withTenant(tenant).messages().send(message());
            assertThat(server.awaitRequest().body())
                    .contains("\"from\":\"Acme\"", "\"messaging_profile_id\":\"profile-1\"");
        }
    }

    @Test
    void nullsAreRefusedByName() {
        refusesNull("message", () -> telnyx.messages().send(unsafeNull()));
        refusesNull("options", () -> telnyx.messages().send(message(), unsafeNull()));
        refusesNull("tenant", () -> telnyx.withTenant(unsafeNull()));
        refusesNull("id", () -> telnyx.messages().retrieve(unsafeNull()));
        refusesNull("id", () -> telnyx.messages().cancel(unsafeNull()));
        refusesNull("options", () -> telnyx.raw(unsafeNull()));
        refusesNull("media_urls item", () -> to(TO).mediaUrls(Arrays.asList("https://example.com", unsafeNull())));
        refusesNull("media_urls item", () -> to(TO).addMediaUrl(unsafeNull()));
        assertThat(server.connections()).isZero();
    }

    private static void refusesNull(String name, Runnable call) {
        assertThatNullPointerException().isThrownBy(call::run).withMessage(name);
    }

    /** What a caller without a null checker may pass. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T unsafeNull() {
        return null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void aBlankKeyOpensNoSocket(String key) {
        assertRefused(key, "the API key is missing or blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KEY\nEvil: 1", "KEYé", "KEY\u0000", "KEY\rEvil"})
    void aKeyThatNoHeaderCanCarryOpensNoSocket(String key) {
        assertRefused(key, "the API key must have printable ASCII characters only");
    }

    private void assertRefused(String key, String problem) {
        RequestOptions options = RequestOptions.builder().apiKey(key).build();
        Tenant tenant = Tenant.builder("acme").apiKey(key).build();
        try (Telnyx other = client(server).apiKey(key).build()) {
            for (Runnable call : List.<Runnable>of(
                    () -> other.messages().send(message()),
                    () -> telnyx.messages().send(message(), options),
                    () -> telnyx.withTenant(tenant).messages().send(message()),
                    () -> telnyx.raw(options).messages().retrieveMessage("id"))) {
                TelnyxAuthenticationException error =
                        catchThrowableOfType(TelnyxAuthenticationException.class, call::run);
                assertThat(error).isNotNull().hasMessageContaining(problem);
                assertThat(error.getMessage()).doesNotContain("KEY", "Evil");
                assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
                assertThat(error.httpStatus()).isEmpty();
            }
        }
        assertThat(server.connections()).isZero();
    }

    @Test
    void whiteSpaceAroundAKeyIsCutOff() throws Exception {
        try (Telnyx other = client(server).apiKey(" key-1\n").build()) {
            other.messages().send(message());
            assertThat(server.awaitRequest().header("Authorization")).isEqualTo("Bearer key-1");
        }
    }

    @Test
    void withoutAnyKeyNoOperationOpensASocket() {
        try (Telnyx keyless =
                Telnyx.builder().baseUrl(server.baseUrl()).from("+14165550199").build()) {
            for (Runnable call : List.<Runnable>of(
                    () -> keyless.messages().send(message()),
                    () -> keyless.messages().retrieve("id"),
                    () -> keyless.messages().cancel("id"),
                    () -> keyless.raw().messages().retrieveMessage("id"))) {
                assertThat(catchThrowableOfType(TelnyxAuthenticationException.class, call::run))
                        .isNotNull();
            }
        }
        assertThat(server.connections()).isZero();
    }

    @Test
    void aKeyCanChangeBetweenTwoCalls() throws Exception {
        AtomicInteger number = new AtomicInteger();
        try (Telnyx rotating =
                client(server).apiKey(() -> "key-" + number.incrementAndGet()).build()) {
            for (int i = 1; i <= 3; i++) {
                rotating.messages().send(message());
                assertThat(server.awaitRequest().header("Authorization")).isEqualTo("Bearer key-" + i);
            }
        }
    }

    @Test
    void aSourceOfKeysThatThrowsIsAnAuthenticationErrorThatHidesItsWords() {
        Supplier<String> broken = () -> {
            throw new IllegalStateException("vault says KEY0123456789");
        };
        try (Telnyx other = client(server).apiKey(broken).build()) {
            TelnyxAuthenticationException error = catchThrowableOfType(
                    TelnyxAuthenticationException.class, () -> other.messages().send(message()));
            assertThat(error)
                    .hasMessageContaining("the source of the API key failed (IllegalStateException)")
                    .hasStackTraceContaining("SendTest");
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(error).hasCauseInstanceOf(Exception.class);
            assertThat(String.valueOf(error.getCause())).doesNotContain("vault");
        }
        assertThat(server.connections()).isZero();
    }

    @Test
    void aSourceOfKeysThatHasNoneIsAnAuthenticationError() {
        Supplier<String> none = SendTest::unsafeNull;
        Tenant tenant = Tenant.builder("acme").apiKey(none).build();
        assertThat(catchThrowableOfType(
                        TelnyxAuthenticationException.class,
                        () -> telnyx.withTenant(tenant).messages().send(message())))
                .hasMessageContaining("the API key is missing or blank");
        assertThat(server.connections()).isZero();
    }

    @Test
    void aMessageDoesNotChangeOnceItIsBuilt() {
        List<String> urls = new ArrayList<>(List.of("https://example.com/1"));
        OutgoingMessage.Builder builder = valid().mediaUrls(urls);
        OutgoingMessage message = builder.build();
        urls.clear();
        builder.text("Ho").addMediaUrl("https://example.com/2");
        assertThat(message.getText()).isEqualTo("Hi");
        assertThat(message.getMediaUrls()).containsExactly("https://example.com/1");
        assertThat(catchThrowableOfType(
                        UnsupportedOperationException.class,
                        () -> Objects.requireNonNull(message.getMediaUrls()).clear()))
                .isNotNull();
    }

    @Test
    void aMessagesTextIsSafeToLog() {
        OutgoingMessage message = to("+14165550123")
                .text("secret")
                .from("+14165550142")
                .subject("secret")
                .webhookUrl("https://example.com/secret")
                .addMediaUrl("https://example.com/secret")
                .build();
        assertThat(message).hasToString("OutgoingMessage{to, from, media_urls, subject, text, webhook_url}");
    }
}
