package org.telnyx4j.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.fixtures.Fixtures.KEY;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.TO;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.Tenant;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.ListMessagingOptOutsQuery;
import org.telnyx4j.generated.model.SendAlphanumericMessageRequest;
import org.telnyx4j.generated.model.SendGroupMmsRequest;
import org.telnyx4j.generated.model.SendLongCodeMessageRequest;
import org.telnyx4j.generated.model.SendNumberPoolMessageRequest;
import org.telnyx4j.generated.model.SendShortCodeMessageRequest;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.ReceivedRequest;

/** Messages of one kind of sender, groups and opt-outs: the path, and the defaults that fit. */
class SendByKindTest {
    private static final SendGroupMmsRequest GROUP = SendGroupMmsRequest.builder()
            .to(List.of(TO, "+14165550124"))
            .text("Hi")
            .build();
    private static final SendNumberPoolMessageRequest POOL =
            SendNumberPoolMessageRequest.builder().to(TO).text("Hi").build();
    private static final SendLongCodeMessageRequest LONG =
            SendLongCodeMessageRequest.builder().to(TO).text("Hi").build();
    private static final SendShortCodeMessageRequest SHORT =
            SendShortCodeMessageRequest.builder().to(TO).text("Hi").build();
    private static final SendAlphanumericMessageRequest ALPHANUMERIC =
            SendAlphanumericMessageRequest.builder().to(TO).text("Hi").build();

    private RawServer server;

    @BeforeEach
    void start() throws IOException {
        server = RawServer.answering(RawServer.json(200, SENT));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Telnyx.Builder bare() {
        return Telnyx.builder().baseUrl(server.baseUrl()).apiKey(KEY);
    }

    /** One way to send. */
    private interface Sending {
        MessageResult by(Messages messages);
    }

    static Stream<Arguments> sendings() {
        String webhooks =
                "\"webhook_failover_url\":\"https://example.com/f\",\"webhook_url\":\"https://example.com/w\"}";
        return Stream.of(
                Arguments.of(
                        "/v2/messages/group_mms",
                        "+14165550199",
                        (Sending) messages -> messages.sendGroupMms(GROUP),
                        "{\"from\":\"+14165550199\",\"to\":[\"+14165550123\",\"+14165550124\"],\"text\":\"Hi\","
                                + webhooks),
                Arguments.of(
                        "/v2/messages/number_pool",
                        "+14165550199",
                        (Sending) messages -> messages.sendFromNumberPool(POOL),
                        "{\"messaging_profile_id\":\"profile-1\",\"to\":\"+14165550123\",\"text\":\"Hi\"," + webhooks),
                Arguments.of(
                        "/v2/messages/long_code",
                        "+14165550199",
                        (Sending) messages -> messages.sendLongCode(LONG),
                        "{\"from\":\"+14165550199\",\"to\":\"+14165550123\",\"text\":\"Hi\"," + webhooks),
                Arguments.of(
                        "/v2/messages/short_code",
                        "12345",
                        (Sending) messages -> messages.sendShortCode(SHORT),
                        "{\"from\":\"12345\",\"to\":\"+14165550123\",\"text\":\"Hi\"," + webhooks),
                Arguments.of(
                        "/v2/messages/alphanumeric_sender_id",
                        "Acme",
                        (Sending) messages -> messages.sendAlphanumeric(ALPHANUMERIC),
                        "{\"from\":\"Acme\",\"messaging_profile_id\":\"profile-1\",\"text\":\"Hi\","
                                + "\"to\":\"+14165550123\"," + webhooks));
    }

    @ParameterizedTest
    @MethodSource("sendings")
    void eachKindTakesTheDefaultsThatItHasFieldsFor(String path, String from, Sending sending, String body)
            throws Exception {
        try (Telnyx telnyx = bare().messagingProfileId("profile-1")
                .webhookUrl("https://example.com/w")
                .webhookFailoverUrl("https://example.com/f")
                .build()) {
            TelnyxOperations tenant =
                    telnyx.withTenant(Tenant.builder("acme").from(from).build());

            assertThat(sending.by(tenant.messages()).id()).isEqualTo("40385f64-5717-4562-b3fc-2c963f66afa6");

            ReceivedRequest request = server.awaitRequest();
            assertThat(request.requestLine()).isEqualTo("POST " + path + " HTTP/1.1");
            assertThat(request.body()).isEqualTo(body);
        }
    }

    static Stream<Arguments> withoutSender() {
        return Stream.of(
                Arguments.of("messages.send_group_mms", "from", (Sending) messages -> messages.sendGroupMms(GROUP)),
                Arguments.of("messages.send_number_pool", "messaging_profile_id", (Sending)
                        messages -> messages.sendFromNumberPool(POOL)),
                Arguments.of("messages.send_long_code", "from", (Sending) messages -> messages.sendLongCode(LONG)),
                Arguments.of("messages.send_short_code", "from", (Sending) messages -> messages.sendShortCode(SHORT)),
                Arguments.of("messages.send_alphanumeric", "from", (Sending)
                        messages -> messages.sendAlphanumeric(ALPHANUMERIC)),
                Arguments.of("messages.send_alphanumeric", "messaging_profile_id", (Sending)
                        messages -> messages.sendAlphanumeric(
                                ALPHANUMERIC.toBuilder().from("Acme").build())));
    }

    @ParameterizedTest
    @MethodSource("withoutSender")
    void aSenderThatNoLevelHasIsNamedAndNothingIsSent(String operation, String field, Sending sending) {
        try (Telnyx telnyx = bare().build()) {
            TelnyxValidationException error =
                    catchThrowableOfType(TelnyxValidationException.class, () -> sending.by(telnyx.messages()));

            assertThat(error.field()).hasValue(field);
            assertThat(error)
                    .hasMessageStartingWith(operation + " failed: " + field
                            + " must be set, on the message, the tenant or the client.");
        }
        assertThat(server.connections()).isZero();
    }

    @Test
    void aDefaultSenderOfAnotherKindIsRefusedByTheRuleOfTheField() {
        try (Telnyx telnyx = bare().from("+14165550199").build()) {
            TelnyxValidationException error = catchThrowableOfType(
                    TelnyxValidationException.class, () -> telnyx.messages().sendShortCode(SHORT));

            assertThat(error).hasMessageContaining("from must be a short code of 5 or 6 digits, was +1416***0199");
        }
        assertThat(server.connections()).isZero();
    }

    @Test
    void whatIsClearedOnTheMessageTakesNoDefault() throws Exception {
        try (Telnyx telnyx = bare().from("Acme")
                .messagingProfileId("profile-1")
                .webhookUrl("https://example.com/w")
                .build()) {
            telnyx.messages()
                    .sendAlphanumeric(ALPHANUMERIC.toBuilder().clearWebhookUrl().build());

            assertThat(server.awaitRequest().body()).endsWith(",\"webhook_url\":null}");
        }
    }

    @Test
    void theLimitOfATextIsThatOfAnSms() throws Exception {
        String text = "x".repeat(1_601);
        try (Telnyx telnyx = bare().from("+14165550199").build()) {
            TelnyxValidationException error = catchThrowableOfType(
                    TelnyxValidationException.class,
                    () -> telnyx.messages()
                            .sendLongCode(LONG.toBuilder().text(text).build()));
            assertThat(error)
                    .hasMessageStartingWith("messages.send_long_code failed: text must have at most 1600 characters,"
                            + " but has 1601.");
            assertThat(server.connections()).isZero();

            telnyx.messages().sendGroupMms(GROUP.toBuilder().text(text).build());
            assertThat(server.awaitRequest().body()).contains(text);
        }
    }

    @Test
    void aGroupIsRetrievedAsTheMessagesOfItsMembers() throws Exception {
        String group = "{\"data\":[{\"id\":\"m-1\",\"from\":\"+14165550199\"},{\"id\":\"m-2\"}]}";
        try (RawServer groups = RawServer.answering(RawServer.json(200, group, "x-request-id: req-1"));
                Telnyx telnyx =
                        Telnyx.builder().baseUrl(groups.baseUrl()).apiKey(KEY).build()) {
            List<MessageResult> messages = telnyx.messages().retrieveGroup("group-1");

            assertThat(messages).extracting(MessageResult::id).containsExactly("m-1", "m-2");
            assertThat(messages.get(0).from()).hasValue("+14165550199");
            assertThat(messages.get(1).requestId()).hasValue("req-1");
            assertThat(groups.awaitRequest().requestLine()).isEqualTo("GET /v2/messages/group/group-1 HTTP/1.1");
        }
    }

    @Test
    void optOutsAreListedPageByPage() throws Exception {
        String list = "{\"data\":[{\"from\":\"+14165550123\",\"messaging_profile_id\":\"p\",\"keyword\":\"STOP\"}],"
                + "\"meta\":{\"page_number\":1,\"page_size\":20,\"total_pages\":1,\"total_results\":1}}";
        try (RawServer optOuts = RawServer.answering(RawServer.json(200, list));
                Telnyx telnyx =
                        Telnyx.builder().baseUrl(optOuts.baseUrl()).apiKey(KEY).build()) {
            ListMessagingOptOutsQuery query =
                    ListMessagingOptOutsQuery.builder().from(TO).pageSize(20).build();

            assertThat(telnyx.messages().optOuts(query))
                    .extracting(optOut -> optOut.keyword().orElseThrow())
                    .containsExactly("STOP");

            assertThat(optOuts.awaitRequest().requestLine())
                    .isEqualTo(
                            "GET /v2/messaging_optouts?filter[from]=%2B14165550123&page[number]=1&page[size]=20 HTTP/1.1");
        }
    }

    @Test
    @SuppressWarnings("NullAway") // Callers need not have it.
    void nullsAreRefusedByName() {
        try (Telnyx telnyx = bare().build()) {
            Messages messages = telnyx.messages();
            for (Runnable call : List.<Runnable>of(
                    () -> messages.sendGroupMms(null),
                    () -> messages.sendFromNumberPool(null),
                    () -> messages.sendLongCode(null),
                    () -> messages.sendShortCode(null),
                    () -> messages.sendAlphanumeric(null))) {
                assertThatNullPointerException().isThrownBy(call::run).withMessage("message");
            }
            assertThatNullPointerException()
                    .isThrownBy(() -> messages.optOuts(null))
                    .withMessage("query");
        }
    }
}
