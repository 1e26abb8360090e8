package org.telnyx4j.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.fixtures.Fixtures.FROM;
import static org.telnyx4j.fixtures.Fixtures.KEY;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.TO;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.Tenant;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.HangupCallRequest;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.generated.model.SendAlphanumericMessageRequest;
import org.telnyx4j.generated.model.SendGroupMmsRequest;
import org.telnyx4j.generated.model.SendLongCodeMessageRequest;
import org.telnyx4j.generated.model.SendNumberPoolMessageRequest;
import org.telnyx4j.generated.model.SendShortCodeMessageRequest;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.json.JsonValues;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;

/** Which messages get a correlation token, and what it changes of the request. */
class CorrelatedSendsTest {
    private static final CorrelationToken TOKEN = CorrelationToken.of("order-4711");
    private static final String HOOK = "https://example.com/w";

    private ScriptedServer server;

    @BeforeEach
    void start() {
        server = ScriptedServer.start().otherwise(Response.json(200, SENT));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Telnyx.Builder client() {
        return Telnyx.builder().baseUrl(server.baseUrl()).apiKey(KEY).from(FROM).messagingProfileId("profile-1");
    }

    private static RequestOptions with(CorrelationToken token) {
        return RequestOptions.builder().correlationToken(token).build();
    }

    private static OutgoingMessage to(String webhookUrl) {
        return message().toBuilder().webhookUrl(webhookUrl).build();
    }

    private static OutgoingMessage complete(String webhookUrl) {
        return to(webhookUrl).toBuilder().from(FROM).build();
    }

    private Map<String, @Nullable Object> body() {
        return JsonValues.readObject(server.last().body());
    }

    private CorrelationToken sent(String field) {
        return CorrelationToken.inUrl((String) Objects.requireNonNull(body().get(field)))
                .orElseThrow();
    }

    private TelnyxValidationException refused(Telnyx telnyx, OutgoingMessage message, RequestOptions options) {
        TelnyxValidationException error = catchThrowableOfType(
                TelnyxValidationException.class, () -> telnyx.messages().send(message, options));
        assertThat(error).isNotNull();
        assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(error.correlationToken()).isEmpty();
        assertThat(server.requests()).isEmpty();
        return error;
    }

    @Test
    void withoutTheSettingNothingIsAdded() {
        try (Telnyx telnyx = client().webhookUrl(HOOK).webhookFailoverUrl(HOOK).build()) {
            telnyx.messages().send(message());
        }

        assertThat(server.last().body()).doesNotContain("telnyx4j");
    }

    @Test
    void aTokenOfTheCallIsAddedToBothUrlsAndNothingElseChanges() {
        try (Telnyx telnyx = client().webhookUrl("https://u:p@example.com/w?a=%2F&b#top")
                .webhookFailoverUrl("https://example.com")
                .build()) {
            telnyx.messages().send(message());
            String before = server.last().body();
            telnyx.messages().send(message(), with(TOKEN));

            assertThat(server.last().body())
                    .isEqualTo(before.replace("%2F&b#top", "%2F&b&telnyx4j-token=order-4711#top")
                            .replace("https://example.com\"", "https://example.com/?telnyx4j-token=order-4711\""));
            assertThat(server.requests().get(0).headerNames())
                    .isEqualTo(server.requests().get(1).headerNames());
        }
    }

    @Test
    void aClientThatCorrelatesGivesEachSendARandomToken() {
        Set<CorrelationToken> tokens = new HashSet<>();
        try (Telnyx telnyx = client().correlateSends(true)
                .webhookUrl(HOOK)
                .webhookFailoverUrl("https://example.com/f")
                .build()) {
            for (int i = 0; i < 20; i++) {
                telnyx.messages().send(message());
                assertThat(sent("webhook_failover_url")).isEqualTo(sent("webhook_url"));
                tokens.add(sent("webhook_url"));
            }
            telnyx.messages().send(to("https://example.com/own"));
            assertThat(body().get("webhook_url")).asString().startsWith("https://example.com/own?telnyx4j-token=t4j-");
            telnyx.messages().send(message(), with(TOKEN));
            assertThat(sent("webhook_url")).isEqualTo(TOKEN);
        }

        assertThat(tokens)
                .hasSize(20)
                .allSatisfy(token -> assertThat(token.createdAt()).isPresent());
    }

    @Test
    void aTenantDecidesOtherwise() {
        try (Telnyx telnyx = client().webhookUrl(HOOK).correlateSends(true).build()) {
            TelnyxOperations off = telnyx.withTenant(
                    Tenant.builder("off").correlateSends(false).build());
            off.messages().send(message());
            assertThat(body()).containsEntry("webhook_url", HOOK);

            TelnyxOperations own = telnyx.withTenant(
                    Tenant.builder("own").webhookUrl(HOOK + "2").build());
            own.messages().send(message());
            assertThat(body().get("webhook_url")).asString().startsWith(HOOK + "2?telnyx4j-token=t4j-");
        }
        try (Telnyx telnyx = client().webhookUrl(HOOK).build()) {
            telnyx.withTenant(Tenant.builder("on").correlateSends(true).build())
                    .messages()
                    .send(message());
            assertThat(sent("webhook_url").createdAt()).isPresent();
        }
    }

    @Test
    void theEnvironmentCanAllowIt() {
        try (Telnyx telnyx = client().webhookUrl(HOOK)
                .environment(Map.of("TELNYX_CORRELATE_SENDS", "true"))
                .build()) {
            telnyx.messages().send(message());
        }

        assertThat(sent("webhook_url").createdAt()).isPresent();
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                form(
                        "group",
                        (messages, options) -> messages.sendGroupMms(
                                SendGroupMmsRequest.builder()
                                        .to(List.of(TO, "+14165550124"))
                                        .text("Hi")
                                        .build(),
                                options)),
                form(
                        "pool",
                        (messages, options) -> messages.sendFromNumberPool(
                                SendNumberPoolMessageRequest.builder()
                                        .to(TO)
                                        .text("Hi")
                                        .build(),
                                options)),
                form(
                        "long code",
                        (messages, options) -> messages.sendLongCode(
                                SendLongCodeMessageRequest.builder()
                                        .to(TO)
                                        .text("Hi")
                                        .build(),
                                options)),
                form(
                        "short code",
                        (messages, options) -> messages.sendShortCode(
                                SendShortCodeMessageRequest.builder()
                                        .from("12345")
                                        .to(TO)
                                        .text("Hi")
                                        .build(),
                                options)),
                form(
                        "alphanumeric",
                        (messages, options) -> messages.sendAlphanumeric(
                                SendAlphanumericMessageRequest.builder()
                                        .from("Acme")
                                        .to(TO)
                                        .text("Hi")
                                        .build(),
                                options)),
                form(
                        "scheduled",
                        (messages, options) -> messages.send(
                                message().toBuilder()
                                        .sendAt(OffsetDateTime.now(ZoneOffset.UTC)
                                                .plusDays(1))
                                        .build(),
                                options)));
    }

    private static Arguments form(String name, BiFunction<Messages, RequestOptions, MessageResult> send) {
        return Arguments.of(name, send);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void everyFormOfSendCarriesItAndItsUnknownErrorHasIt(
            String name, BiFunction<Messages, RequestOptions, MessageResult> send) {
        server.otherwise(Response.json(500, ""));
        try (Telnyx telnyx = client().webhookUrl(HOOK).correlateSends(true).build()) {
            TelnyxException unknown = catchThrowableOfType(
                    TelnyxException.class, () -> send.apply(telnyx.messages(), RequestOptions.none()));
            assertThat(unknown.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(unknown.correlationToken()).contains(sent("webhook_url"));

            TelnyxException own =
                    catchThrowableOfType(TelnyxException.class, () -> send.apply(telnyx.messages(), with(TOKEN)));
            assertThat(own.correlationToken()).contains(TOKEN);
            assertThat(sent("webhook_url")).isEqualTo(TOKEN);
        }
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void theAdviceOfAnUnknownSendNamesTheWayToSettleIt() {
        server.otherwise(Response.json(500, ""));
        try (Telnyx telnyx = client().webhookUrl(HOOK).build()) {
            TelnyxException unknown = catchThrowableOfType(
                    TelnyxException.class, () -> telnyx.messages().send(message(), with(TOKEN)));

            assertThat(unknown.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
            assertThat(unknown)
                    .hasMessageContaining(
                            "settle it with messages().settle and the correlationToken() of this error, or"
                                    + " wait for its webhook, before sending it again")
                    .hasMessageNotContaining("4711");
            assertThat(unknown.details().toBuilder().build().correlationToken()).contains(TOKEN);

            TelnyxException without = catchThrowableOfType(
                    TelnyxException.class, () -> telnyx.messages().send(message()));
            assertThat(without).hasMessageContaining("wait for its webhook").hasMessageNotContaining("settle");
            assertThat(without.correlationToken()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"400, NOT_CARRIED_OUT", "429, NOT_CARRIED_OUT", "403, NOT_CARRIED_OUT"})
    void whatWasNotSentHasNoToken(int status, Outcome outcome) {
        server.otherwise(Response.json(status, "{\"errors\":[]}"));
        try (Telnyx telnyx = client().webhookUrl(HOOK).build()) {
            TelnyxException error = catchThrowableOfType(
                    TelnyxException.class, () -> telnyx.messages().send(message(), with(TOKEN)));

            assertThat(error.outcome()).isEqualTo(outcome);
            assertThat(error.correlationToken()).isEmpty();
        }
    }

    @Test
    void aRetryCarriesTheSameToken() {
        server.then(Response.json(429, "", "Retry-After: 0")).then(Response.json(429, "", "Retry-After: 0"));
        try (Telnyx telnyx = client().webhookUrl(HOOK).correlateSends(true).build()) {
            telnyx.messages().send(message());
        }

        assertThat(server.requests()).hasSize(3);
        assertThat(server.requests().stream().map(request -> request.body()).distinct())
                .hasSize(1);
    }

    @Test
    void whatWasAcceptedButCannotBeReadHasTheToken() {
        server.otherwise(Response.json(200, SENT).announcing(100_000));
        try (Telnyx telnyx = client().webhookUrl(HOOK).build()) {
            TelnyxException error = catchThrowableOfType(
                    TelnyxException.class,
                    () -> telnyx.messages()
                            .send(
                                    message(),
                                    with(TOKEN).toBuilder()
                                            .timeout(Duration.ofSeconds(2))
                                            .build()));

            assertThat(error.mayHaveBeenCarriedOut()).isTrue();
            assertThat(error.correlationToken()).contains(TOKEN);
        }
    }

    @Test
    void aResultKnowsItsToken() {
        server.otherwise(Response.json(
                200, SENT.replace("\"errors\":[]", "\"webhook_url\":\"" + TOKEN.addTo(HOOK) + "\",\"errors\":[]")));
        try (Telnyx telnyx = client().webhookUrl(HOOK).build()) {
            assertThat(telnyx.messages().send(message(), with(TOKEN)).correlationToken())
                    .contains(TOKEN);
        }
        assertThat(MessageResult.fromJson("{}").correlationToken()).isEmpty();
    }

    @Test
    void aTokenNeedsAUrlToTravelIn() {
        try (Telnyx telnyx = client().correlateSends(true).build()) {
            assertThat(refused(telnyx, message(), with(TOKEN)))
                    .hasMessageContaining("webhook_url must be set, on the message, the tenant or the client")
                    .extracting(error -> error.field().orElse(""))
                    .isEqualTo("webhook_url");

            telnyx.messages().send(message());
            assertThat(server.last().body()).doesNotContain("telnyx4j");
            telnyx.messages()
                    .send(message().toBuilder().webhookFailoverUrl(HOOK).build());
            assertThat(body()).containsEntry("webhook_failover_url", HOOK);
        }
    }

    @Test
    void aUrlThatIsNoneIsRefusedForThat() {
        try (Telnyx telnyx = client().correlateSends(true).build()) {
            for (RequestOptions options : List.of(RequestOptions.none(), with(TOKEN))) {
                assertThat(refused(telnyx, to("ftp://example.com"), options))
                        .hasMessageContaining("webhook_url must be an absolute http or https URL");
            }
        }
    }

    @Test
    void aUrlWithAnotherTokenIsRefusedAndOneWithTheSameStays() {
        try (Telnyx telnyx = client().build()) {
            for (String parameter :
                    List.of("telnyx4j-token=order-4712", "telnyx4j%2Dtoken=order-4712", "telnyx4j-token")) {
                assertThat(refused(telnyx, to(HOOK + "?secret&" + parameter), with(TOKEN)))
                        .hasMessageContaining(
                                "webhook_url must not have the parameter telnyx4j-token of another message")
                        .hasMessageNotContaining("secret")
                        .hasMessageNotContaining("4712");
            }
            telnyx.messages().send(to(TOKEN.addTo(HOOK)), with(TOKEN));
            assertThat(body()).containsEntry("webhook_url", HOOK + "?telnyx4j-token=order-4711");
            server.forget();
            // Without a token of its own it is a URL like any other.
            telnyx.messages().send(to(TOKEN.addTo(HOOK)));
            assertThat(body()).containsEntry("webhook_url", HOOK + "?telnyx4j-token=order-4711");
        }
        server.forget();
        try (Telnyx telnyx = client().correlateSends(true).build()) {
            assertThat(refused(telnyx, to(TOKEN.addTo(HOOK)), RequestOptions.none()))
                    .hasMessageContaining("of another message");
            assertThat(refused(
                            telnyx,
                            to(HOOK).toBuilder()
                                    .webhookFailoverUrl(TOKEN.addTo(HOOK))
                                    .build(),
                            RequestOptions.none()))
                    .hasMessageContaining("webhook_failover_url must not have the parameter");
        }
    }

    @Test
    void aUrlThatWouldBecomeTooLongGetsNone() {
        String added = "&telnyx4j-token=" + CorrelationToken.random().value();
        String longest = HOOK + "?" + "a".repeat(2_048 - HOOK.length() - 1 - added.length());
        try (Telnyx telnyx = client().correlateSends(true).build()) {
            telnyx.messages().send(to(longest));
            assertThat(body().get("webhook_url")).asString().hasSize(2_048);
            telnyx.messages().send(to(longest + "a"));
            assertThat(body()).containsEntry("webhook_url", longest + "a");

            telnyx.messages()
                    .send(to(HOOK).toBuilder().webhookFailoverUrl(longest + "a").build());
            assertThat(sent("webhook_url").createdAt()).isPresent();
            assertThat(body()).containsEntry("webhook_failover_url", longest + "a");

            server.forget();
            assertThat(refused(telnyx, to("https://example.com/" + "a".repeat(2_020)), with(TOKEN)))
                    .hasMessageContaining("webhook_url must have at most 2048 characters with the correlation token");
        }
    }

    @Test
    void noOtherCallTakesAToken() {
        try (Telnyx telnyx = client().webhookUrl(HOOK).build()) {
            RequestOptions options = with(TOKEN);
            List<Runnable> calls = List.of(
                    () -> telnyx.messages().retrieve("40385f64-5717-4562-b3fc-2c963f66afa6", options),
                    () -> telnyx.calls()
                            .hangUp(
                                    CallControlId.of("v3:1"),
                                    HangupCallRequest.builder().build(),
                                    options),
                    () -> telnyx.messagingProfiles().findByName("a", options),
                    () -> telnyx.phoneNumbers().findByNumber("+14165550123", options),
                    () -> telnyx.messages().settle(TOKEN, SettlementQuery.none(), options),
                    () -> telnyx.raw(options),
                    () -> telnyx.raw().messages().sendMessage(complete(HOOK), options));
            for (Runnable call : calls) {
                TelnyxValidationException error = catchThrowableOfType(TelnyxValidationException.class, call::run);
                assertThat(error).hasMessageContaining("correlationToken").hasMessageNotContaining("4711");
            }
            assertThat(server.requests()).isEmpty();

            server.otherwise(Response.json(500, ""));
            TelnyxException unknown = catchThrowableOfType(
                    TelnyxException.class,
                    () -> telnyx.raw().messages().sendMessage(complete(TOKEN.addTo(HOOK)), options));
            assertThat(unknown.correlationToken()).contains(TOKEN);
        }
    }

    @Test
    void optionsShowThatATokenIsSetAndNotWhichOne() {
        assertThat(with(TOKEN))
                .hasToString("RequestOptions[timeout=null, retries=null, apiKey not set, correlationToken set,"
                        + " headers=[]]");
        assertThat(with(TOKEN).toBuilder().header("X-A", "1").build().correlationToken())
                .contains(TOKEN);
    }
}
