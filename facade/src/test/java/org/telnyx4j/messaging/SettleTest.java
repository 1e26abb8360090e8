package org.telnyx4j.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.fixtures.Fixtures.KEY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.Tenant;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;

/** What is read of detail records, and what is said of a send because of it. */
class SettleTest {
    private static final CorrelationToken TOKEN = CorrelationToken.of("order-4711");
    private static final String HOOK = "https://user:secret@example.com/w?a=1";
    private static final String TO = "+14165550123";
    private static final Instant SENT_AT = Instant.parse("2026-03-04T23:30:00Z");

    /** A time that is over. */
    private static final SettlementQuery THEN = SettlementQuery.builder()
            .since(SENT_AT)
            .until(SENT_AT.plus(Duration.ofHours(2)))
            .build();

    private ScriptedServer server;
    private Telnyx telnyx;

    /** What the account has, the newest first. */
    private final List<String> records = new ArrayList<>();

    private boolean counts = true;
    private int largestPage = 50;

    @BeforeEach
    void start() {
        server = ScriptedServer.start().otherwise(this::list);
        telnyx = Telnyx.builder()
                .baseUrl(server.baseUrl())
                .apiKey(KEY)
                .retries(RetryOptions.off())
                .build();
    }

    @AfterEach
    void stop() {
        telnyx.close();
        server.close();
    }

    private Response list(ReceivedRequest request) {
        int number = number(request);
        int from = Math.min(records.size(), (number - 1) * largestPage);
        int end = Math.min(records.size(), from + largestPage);
        return page(
                number, records.subList(from, end), counts ? (records.size() + largestPage - 1) / largestPage : null);
    }

    private static int number(ReceivedRequest request) {
        return Integer.parseInt(request.target().replaceAll(".*page\\[number]=([0-9]+).*", "$1"));
    }

    private static Response page(int number, List<String> data, @Nullable Integer total) {
        String meta = total == null
                ? ""
                : ",\"meta\":{\"page_number\":" + number + ",\"page_size\":50,\"total_pages\":" + total + "}";
        return Response.json(200, "{\"data\":[" + String.join(",", data) + "]" + meta + "}");
    }

    private static String record(String id, Instant at, String url) {
        return record(Map.of("uuid", id, "created_at", at.toString(), "delivery_status_webhook_url", url, "cld", TO));
    }

    private static String record(Map<String, String> fields) {
        StringBuilder json = new StringBuilder("{\"record_type\":\"message_detail_record\"");
        fields.forEach((name, value) ->
                json.append(",\"").append(name).append("\":\"").append(value).append('"'));
        return json.append('}').toString();
    }

    /** Records of other sends. */
    private void others(int count) {
        others(count, i -> SENT_AT.plusSeconds(3_600 - i));
    }

    private void others(int count, IntFunction<Instant> at) {
        int start = records.size();
        for (int i = 0; i < count; i++) {
            String url = i % 3 == 0
                    ? HOOK
                    : CorrelationToken.of("order-" + (10_000 + i)).addTo(HOOK);
            records.add(record("other-" + (start + i), at.apply(i), url));
        }
    }

    private Settlement settle() {
        return telnyx.messages().settle(TOKEN, THEN);
    }

    @Test
    void aRecordWithTheTokenShowsThatItWasSent() {
        others(7);
        records.add(record(Map.of(
                "uuid",
                "id-1",
                "created_at",
                SENT_AT.plusSeconds(9).toString(),
                "direction",
                "outbound",
                "status",
                "delivered",
                "cld",
                TO,
                "delivery_status_webhook_url",
                TOKEN.addTo(HOOK))));

        Settlement settlement = settle();

        assertThat(settlement.kind()).isEqualTo(Settlement.Kind.CARRIED_OUT);
        assertThat(settlement.isCarriedOut()).isTrue();
        assertThat(settlement.isComplete()).isTrue();
        assertThat(settlement.token()).isEqualTo(TOKEN);
        assertThat(settlement.messageId()).contains("id-1");
        assertThat(settlement.messages()).singleElement().satisfies(message -> {
            assertThat(message.id()).contains("id-1");
            assertThat(message.status()).contains("delivered");
            assertThat(message.recipients()).containsExactly(TO);
            assertThat(message.source()).isEqualTo(SettledMessage.Source.DETAIL_RECORD);
        });
        assertThat(settlement.toString()).contains("id-1", "delivered").doesNotContain("4165550123", "secret");
    }

    @Test
    void itAsksWithTheFiltersThatTelnyxDocuments() {
        telnyx.messages()
                .settle(
                        TOKEN,
                        SettlementQuery.builder()
                                .since(SENT_AT)
                                .until(SENT_AT.plusSeconds(3_600))
                                .recipient(TO)
                                .build());

        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.target())
                    .isEqualTo("/v2/detail_records?filter[record_type]=messaging&page[number]=1&page[size]=50"
                            + "&sort=-created_at&filter[direction]=outbound&filter[created_at][gte]=2026-03-04"
                            + "&filter[created_at][lt]=2026-03-06&filter[cld][contains]=14165550123");
        });
    }

    @Test
    void itLooksAroundTheTimeOfARandomToken() {
        CorrelationToken token = CorrelationToken.random();
        Instant created = token.createdAt().orElseThrow();

        assertThat(telnyx.messages().settle(token).kind()).isEqualTo(Settlement.Kind.STILL_OPEN);
        assertThat(server.last().target())
                .contains("filter[created_at][gte]=" + day(created.minus(1, ChronoUnit.HOURS)))
                .contains("filter[created_at][lt]=" + day(created.plus(2, ChronoUnit.DAYS)))
                .doesNotContain("cld");
    }

    @Test
    void itLooksAtTwoDaysForATokenOfTheApplicationsOwn() {
        Instant before = Instant.now();
        assertThat(telnyx.messages().settle(TOKEN).kind()).isEqualTo(Settlement.Kind.STILL_OPEN);
        Instant after = Instant.now();

        assertThat(server.last().target())
                .containsAnyOf(
                        "filter[created_at][gte]=" + day(before.minus(2, ChronoUnit.DAYS)),
                        "filter[created_at][gte]=" + day(after.minus(2, ChronoUnit.DAYS)))
                .containsAnyOf(
                        "filter[created_at][lt]=" + day(before.plus(2, ChronoUnit.DAYS)),
                        "filter[created_at][lt]=" + day(after.plus(2, ChronoUnit.DAYS)));
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    @Test
    void nothingSeenInATimeThatIsOverIsNotSeen() {
        others(120);

        Settlement settlement = settle();

        assertThat(settlement.kind()).isEqualTo(Settlement.Kind.NOT_SEEN);
        assertThat(settlement.isCarriedOut()).isFalse();
        assertThat(settlement.messageId()).isEmpty();
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void nothingSeenInATimeThatIsNotOverIsStillOpen() {
        Settlement settlement = telnyx.messages()
                .settle(
                        TOKEN,
                        SettlementQuery.builder()
                                .since(Instant.now().minusSeconds(60))
                                .until(Instant.now().plusSeconds(3_600))
                                .build());

        assertThat(settlement.kind()).isEqualTo(Settlement.Kind.STILL_OPEN);
    }

    @Test
    void theFailoverUrlCountsAsWell() {
        records.add(record(Map.of("uuid", "id-1", "delivery_status_failover_url", TOKEN.addTo(HOOK))));

        assertThat(settle().messageId()).contains("id-1");
    }

    @Test
    void aRecordWithoutAnIdShowsThatItWasSentAllTheSame() {
        records.add(record(Map.of("delivery_status_webhook_url", TOKEN.addTo(HOOK))));

        assertThat(settle().kind()).isEqualTo(Settlement.Kind.CARRIED_OUT);
        assertThat(settle().messageId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"record_type\":\"message_detail_record\",\"uuid\":\"id-1\"}",
                "{\"uuid\":\"id-1\",\"delivery_status_webhook_url\":null}",
                "{\"uuid\":\"id-1\",\"delivery_status_webhook_url\":[\"https://h/?telnyx4j-token=order-4711\"]}",
                "{\"uuid\":\"id-1\",\"delivery_status_webhook_url\":\"https://h/?telnyx4j-token=order-47110\"}",
                "{\"uuid\":\"id-1\",\"delivery_status_webhook_url\":\"https://h/?telnyx4j-token=order-471\"}",
                "{\"uuid\":\"id-1\",\"delivery_status_webhook_url\":\"https://h/?telnyx4j-token=Order-4711\"}",
                "{\"uuid\":\"id-1\",\"delivery_status_webhook_url\":\"https://h/?x=telnyx4j-token=order-4711\"}",
                "{\"uuid\":\"id-1\",\"delivery_status_webhook_url\":\"https://h/order-4711\"}",
                "{\"uuid\":\"id-1\",\"direction\":\"inbound\",\"delivery_status_webhook_url\":"
                        + "\"https://h/?telnyx4j-token=order-4711\"}",
                "{}"
            })
    void aRecordOfAnotherSendIsNone(String record) {
        records.add(record);

        assertThat(settle().kind()).isEqualTo(Settlement.Kind.NOT_SEEN);
    }

    @Test
    void twoMessagesToOneRecipientAreADuplicate() {
        records.add(record("id-1", SENT_AT.plusSeconds(2), TOKEN.addTo(HOOK)));
        others(60, i -> SENT_AT.plusSeconds(1));
        records.add(record("id-2", SENT_AT, TOKEN.addTo(HOOK)));

        Settlement settlement = settle();

        assertThat(settlement.kind()).isEqualTo(Settlement.Kind.CARRIED_OUT_TWICE);
        assertThat(settlement.isCarriedOut()).isTrue();
        assertThat(settlement.messages())
                .extracting(message -> message.id().orElse(""))
                .containsExactly("id-1", "id-2");
    }

    @Test
    void aRecordThatComesTwiceIsOneMessage() {
        records.add(record("id-1", SENT_AT.plusSeconds(2), TOKEN.addTo(HOOK)));
        records.add(record("id-1", SENT_AT.plusSeconds(2), TOKEN.addTo(HOOK)));

        assertThat(settle().kind()).isEqualTo(Settlement.Kind.CARRIED_OUT);
    }

    @Test
    void aGroupHasARecordForEachMemberAndIsNoDuplicate() {
        for (int i = 0; i < 8; i++) {
            records.add(record(Map.of(
                    "uuid", "id-" + i, "cld", "+1416555012" + i, "delivery_status_webhook_url", TOKEN.addTo(HOOK))));
        }
        assertThat(settle().kind()).isEqualTo(Settlement.Kind.CARRIED_OUT);
        assertThat(settle().messages()).hasSize(8);

        records.add(record(
                Map.of("uuid", "id-9", "cld", "+14165550123", "delivery_status_webhook_url", TOKEN.addTo(HOOK))));
        assertThat(settle().kind()).isEqualTo(Settlement.Kind.CARRIED_OUT_TWICE);
    }

    @Test
    void oneIdWithARecordForEachMemberIsOneMessage() {
        for (int i = 0; i < 3; i++) {
            records.add(record(Map.of(
                    "uuid", "id-1", "cld", "+1416555012" + i, "delivery_status_webhook_url", TOKEN.addTo(HOOK))));
        }

        assertThat(settle().kind()).isEqualTo(Settlement.Kind.CARRIED_OUT);
        assertThat(settle().messages())
                .singleElement()
                .satisfies(message -> assertThat(message.recipients())
                        .containsExactly("+14165550120", "+14165550121", "+14165550122"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void allPagesAreReadWhetherTheServerCountsOrNot(boolean counting) {
        counts = counting;
        others(149);
        records.add(record("id-1", SENT_AT, TOKEN.addTo(HOOK)));

        assertThat(settle().messageId()).contains("id-1");
        assertThat(settle().isComplete()).isTrue();
    }

    @Test
    void aServerWithSmallerPagesIsReadToItsEnd() {
        largestPage = 20;
        others(59);
        records.add(record("id-1", SENT_AT, TOKEN.addTo(HOOK)));

        assertThat(settle().messageId()).contains("id-1");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aListThatGrowsWhileItIsReadHidesNothing() {
        others(150);
        records.add(record("id-1", SENT_AT, TOKEN.addTo(HOOK)));
        server.otherwise(request -> {
            Response response = list(request);
            for (int i = 0; i < 50; i++) {
                String id = "new-" + number(request) + "-" + i;
                records.add(0, record(id, SENT_AT.plusSeconds(3_601), HOOK));
            }
            if (number(request) >= 3) {
                // It was busy for a while.
                server.otherwise(this::list);
            }
            return response;
        });

        assertThat(settle().messageId()).contains("id-1");
    }

    @Test
    void aServerThatAlwaysReturnsTheSamePageIsGivenUp() {
        others(50);
        server.otherwise(request -> page(number(request), records, 1_000));

        assertThat(settle().kind()).isEqualTo(Settlement.Kind.STILL_OPEN);
        assertThat(server.requests()).hasSizeLessThan(15);
    }

    @Test
    void aServerThatIgnoresTheTimeIsReadUntilTheRecordsAreTooOld() {
        others(60);
        others(2_000, i -> SENT_AT.minusSeconds(1 + i));

        assertThat(settle().kind()).isEqualTo(Settlement.Kind.NOT_SEEN);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aServerThatIgnoresTheOrderIsReadToTheEnd() {
        others(100, i -> SENT_AT.minusSeconds(5_000 - i));
        records.add(record("id-1", SENT_AT, TOKEN.addTo(HOOK)));

        assertThat(settle().messageId()).contains("id-1");
    }

    @Test
    void theDeadlineIsThatOfAllPagesAndLeavesTheSendOpen() {
        others(50);
        server.otherwise(request -> {
            pause(Duration.ofMillis(200));
            return page(number(request), List.of(record("n-" + number(request), SENT_AT, HOOK)), 1_000_000);
        });

        Settlement settlement = telnyx.messages().settle(TOKEN, THEN, RequestOptions.timeout(Duration.ofSeconds(5)));

        assertThat(settlement.kind()).isEqualTo(Settlement.Kind.STILL_OPEN);
        assertThat(server.requests()).hasSizeBetween(2, 30);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWasFoundStaysTrueIfALaterPageFails() {
        others(49);
        records.add(record("id-1", SENT_AT, TOKEN.addTo(HOOK)));
        others(50, i -> SENT_AT);
        server.otherwise(request -> number(request) == 1 ? list(request) : Response.json(500, ""));

        Settlement settlement = settle();

        assertThat(settlement.kind()).isEqualTo(Settlement.Kind.CARRIED_OUT);
        assertThat(settlement.isComplete()).isFalse();
    }

    @Test
    void aFailureBeforeAnythingWasFoundIsThrown() {
        others(120);
        server.otherwise(request -> number(request) < 3 ? list(request) : Response.json(500, ""));

        TelnyxException error = catchThrowableOfType(TelnyxException.class, this::settle);

        assertThat(error.operation()).isEqualTo("messages.settle");
        assertThat(error.httpStatus()).hasValue(500);
    }

    @Test
    void anotherTenantAsksWithAKeyOfItsOwn() {
        telnyx.withTenant(Tenant.builder("acme").apiKey("KEY-acme").build())
                .messages()
                .settle(TOKEN, THEN);

        assertThat(server.last().header("Authorization")).isEqualTo("Bearer KEY-acme");
    }

    @Test
    void aQueryThatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettlementQuery.builder()
                        .since(SENT_AT)
                        .until(SENT_AT.minusMillis(1))
                        .build())
                .withMessage("until must not be before since");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettlementQuery.builder().recipient("416 555 0123"))
                .withMessageContaining("recipient must be")
                .withMessageNotContaining("0123 ");
        TelnyxValidationException early = catchThrowableOfType(
                TelnyxValidationException.class,
                () -> telnyx.messages()
                        .settle(
                                CorrelationToken.random(),
                                SettlementQuery.builder().until(SENT_AT).build()));
        assertThat(early.field()).contains("until");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aQueryShowsNoNumber() {
        assertThat(SettlementQuery.builder().recipient(TO).since(SENT_AT).build())
                .hasToString("SettlementQuery[since=2026-03-04T23:30:00Z, until=null, recipient set]");
    }
}
