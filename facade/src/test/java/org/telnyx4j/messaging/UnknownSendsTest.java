package org.telnyx4j.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorDetails;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.events.routing.WebhookEvents;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.ids.CorrelationToken;

/** What events and searches say of a send, one after the other and in any order. */
class UnknownSendsTest {
    private static final CorrelationToken TOKEN = CorrelationToken.of("order-4711");
    private static final CorrelationToken OTHER = CorrelationToken.of("order-4712");
    private static final String HOOK = "https://user:secret@example.com/w";

    private final UnknownSends sends = new UnknownSends(3);

    private static WebhookEvent event(String type, String payload, String deliveredTo) {
        return WebhookEvents.fromJson("{\"data\":{\"event_type\":\"" + type + "\",\"id\":\"e-1\",\"payload\":" + payload
                + ",\"record_type\":\"event\"},\"meta\":{\"attempt\":1,\"delivered_to\":\"" + deliveredTo + "\"}}");
    }

    private static MessageEvent finalized(String id, String status, CorrelationToken token, String... to) {
        return message(id, status, token.addTo(HOOK), to);
    }

    private static MessageEvent message(String id, String status, String deliveredTo, String... to) {
        List<String> recipients = new ArrayList<>();
        for (String number : to) {
            recipients.add("{\"phone_number\":\"" + number + "\",\"status\":\"" + status + "\"}");
        }
        return (MessageEvent) event(
                "message.finalized",
                "{\"id\":\"" + id + "\",\"direction\":\"outbound\",\"to\":[" + String.join(",", recipients) + "]}",
                deliveredTo);
    }

    private static Settlement found(String id) {
        return Settlement.carriedOut(
                TOKEN, List.of(SettledMessage.ofDetailRecord(id, "+14165550123", "delivered")), true);
    }

    @Test
    void anEventSettlesASend() {
        assertThat(sends.add(TOKEN).kind()).isEqualTo(Settlement.Kind.STILL_OPEN);
        assertThat(sends.open()).containsExactly(TOKEN);
        assertThat(sends.record(finalized("id-2", "delivered", OTHER, "+14165550123")))
                .isEmpty();
        assertThat(sends.open()).containsExactly(TOKEN);

        Settlement settlement = sends.record(finalized("id-1", "delivered", TOKEN, "+14165550123"))
                .orElseThrow();

        assertThat(settlement.kind()).isEqualTo(Settlement.Kind.CARRIED_OUT);
        assertThat(settlement.messageId()).contains("id-1");
        assertThat(settlement.messages()).singleElement().satisfies(message -> {
            assertThat(message.status()).contains("delivered");
            assertThat(message.source()).isEqualTo(SettledMessage.Source.EVENT);
        });
        assertThat(sends.open()).isEmpty();
        assertThat(sends.find(TOKEN)).contains(settlement);
        assertThat(sends).hasToString("UnknownSends[0 open, 1 settled]");
        assertThat(settlement.toString()).doesNotContain("4165550123", "secret");
    }

    @Test
    void anEventThatIsQuickerThanTheErrorCountsAsWell() {
        sends.record(finalized("id-1", "sent", TOKEN, "+14165550123"));
        assertThat(sends.find(TOKEN)).isEmpty();

        assertThat(sends.add(TOKEN).messageId()).contains("id-1");
        assertThat(sends.open()).isEmpty();
    }

    @Test
    void anErrorIsAddedIfItHasAToken() {
        ErrorDetails.Builder details = ErrorDetails.builder("messages.send", Outcome.UNKNOWN, Advice.FIND_OUT_FIRST);
        assertThat(sends.add(new TelnyxApiException(details.build()))).isEmpty();
        assertThat(sends.open()).isEmpty();

        assertThat(sends.add(
                        new TelnyxApiException(details.correlationToken(TOKEN).build())))
                .contains(Settlement.stillOpen(TOKEN));
        assertThat(sends.open()).containsExactly(TOKEN);
    }

    @Test
    void aSearchSettlesASendOrLeavesItOpen() {
        sends.add(TOKEN);
        assertThat(sends.record(Settlement.stillOpen(TOKEN)).kind()).isEqualTo(Settlement.Kind.STILL_OPEN);
        assertThat(sends.record(Settlement.notSeen(TOKEN)).kind()).isEqualTo(Settlement.Kind.NOT_SEEN);
        assertThat(sends.open()).containsExactly(TOKEN);

        // Late, but it comes.
        assertThat(sends.record(found("id-1")).kind()).isEqualTo(Settlement.Kind.CARRIED_OUT);
        assertThat(sends.open()).isEmpty();
        // Absence takes nothing back.
        assertThat(sends.record(Settlement.notSeen(TOKEN))).isEqualTo(found("id-1"));
    }

    @Test
    void eventAndRecordOfOneMessageAreOneAndOfTwoADuplicate() {
        sends.add(TOKEN);
        sends.record(finalized("id-1", "sent", TOKEN, "+14165550123"));
        assertThat(sends.record(found("id-1")).kind()).isEqualTo(Settlement.Kind.CARRIED_OUT);
        assertThat(sends.find(TOKEN).orElseThrow().messages()).hasSize(1);

        assertThat(sends.record(found("id-2")).kind()).isEqualTo(Settlement.Kind.CARRIED_OUT_TWICE);
    }

    @Test
    void whatComesWithoutAnIdIsNoSecondMessage() {
        sends.add(TOKEN);
        sends.record((MessageEvent) event("message.sent", "\"odd\"", TOKEN.addTo(HOOK)));
        assertThat(sends.find(TOKEN).orElseThrow().kind()).isEqualTo(Settlement.Kind.CARRIED_OUT);

        assertThat(sends.record(found("id-1")).kind()).isEqualTo(Settlement.Kind.CARRIED_OUT);
        sends.record((MessageEvent) event("message.sent", "\"odd\"", TOKEN.addTo(HOOK)));
        assertThat(sends.find(TOKEN)).contains(found("id-1"));
    }

    @Test
    void theMembersOfAGroupAreNoDuplicates() {
        String[] group = {"+14165550121", "+14165550122"};
        sends.add(TOKEN);
        sends.record(finalized("id-1", "delivered", TOKEN, group));
        assertThat(sends.record(finalized("id-2", "delivered", TOKEN, group))
                        .orElseThrow()
                        .kind())
                .isEqualTo(Settlement.Kind.CARRIED_OUT);
        Settlement records = Settlement.carriedOut(
                TOKEN,
                List.of(
                        SettledMessage.ofDetailRecord("id-1", group[0], null),
                        SettledMessage.ofDetailRecord("id-2", group[1], null)),
                true);
        assertThat(sends.record(records).kind()).isEqualTo(Settlement.Kind.CARRIED_OUT);
        assertThat(sends.record(Settlement.carriedOut(
                                TOKEN, List.of(SettledMessage.ofDetailRecord("id-3", group[1], null)), true))
                        .kind())
                // The group's own two messages name both members by now; a third for one of them alone is not compared.
                .isEqualTo(Settlement.Kind.CARRIED_OUT);
        assertThat(Settlement.carriedOut(
                                TOKEN,
                                List.of(
                                        SettledMessage.ofDetailRecord("id-1", group[0], null),
                                        SettledMessage.ofDetailRecord("id-2", group[1], null),
                                        SettledMessage.ofDetailRecord("id-3", group[1], null)),
                                true)
                        .kind())
                .isEqualTo(Settlement.Kind.CARRIED_OUT_TWICE);
    }

    @Test
    void theOrderOfEventsAndSearchesDoesNotMatter() {
        List<Runnable> news = List.of(
                () -> sends.add(TOKEN),
                () -> sends.record(finalized("id-1", "sent", TOKEN, "+14165550123")),
                () -> sends.record(finalized("id-1", "delivered", TOKEN, "+14165550123")),
                () -> sends.record(Settlement.notSeen(TOKEN)),
                () -> sends.record(Settlement.stillOpen(TOKEN)),
                () -> sends.record(found("id-1")));
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            sends.forget(TOKEN);
            List<Runnable> shuffled = new ArrayList<>(news);
            Collections.shuffle(shuffled, random);
            shuffled.forEach(Runnable::run);

            Settlement settlement = sends.find(TOKEN).orElseThrow();
            assertThat(settlement.kind()).isEqualTo(Settlement.Kind.CARRIED_OUT);
            assertThat(settlement.messageId()).contains("id-1");
        }
    }

    @Test
    void onlyEventsAboutMessagesThatWereSentHaveAToken() {
        String url = TOKEN.addTo(HOOK);
        assertThat(event("message.received", "{\"id\":\"1\",\"direction\":\"inbound\"}", url)
                        .correlationToken())
                .isEmpty();
        assertThat(event("message.new_type", "{\"direction\":\"inbound\"}", url).correlationToken())
                .isEmpty();
        assertThat(event("message.new_type", "{\"direction\":\"outbound\"}", url)
                        .correlationToken())
                .contains(TOKEN);
        assertThat(event("call.hangup", "{}", url).correlationToken()).isEmpty();
        assertThat(event("message.sent", "{}", HOOK).correlationToken()).isEmpty();
        assertThat(event("message.sent", "{\"webhook_url\":\"" + url + "\"}", HOOK)
                        .correlationToken())
                .contains(TOKEN);
        assertThat(event("message.sent", "{\"webhook_failover_url\":\"" + url + "\"}", url)
                        .correlationToken())
                .contains(TOKEN);
        // What contradicts itself proves nothing.
        assertThat(event("message.sent", "{\"webhook_url\":\"" + OTHER.addTo(HOOK) + "\"}", url)
                        .correlationToken())
                .isEmpty();
        assertThat(event("message.sent", "\"odd\"", url).correlationToken()).contains(TOKEN);
        assertThat(WebhookEvents.fromJson("{\"data\":{\"event_type\":\"message.sent\"},\"meta\":null}")
                        .correlationToken())
                .isEmpty();
        assertThat(sends.record((MessageEvent) event("message.sent", "\"odd\"", url)))
                .isEmpty();
        assertThat(sends.add(TOKEN).kind()).isEqualTo(Settlement.Kind.CARRIED_OUT);
        assertThat(sends.find(TOKEN).orElseThrow().messageId()).isEmpty();
    }

    @Test
    void eachOfItsListsDropsWhatWasChangedLongestAgo() {
        for (int i = 1; i <= 4; i++) {
            sends.add(CorrelationToken.of("order-no-" + i));
        }
        assertThat(sends.open())
                .extracting(CorrelationToken::value)
                .containsExactly("order-no-2", "order-no-3", "order-no-4");

        // Events of sends that succeeded push none of the open ones out.
        for (int i = 0; i < 50; i++) {
            sends.record(finalized("id", "sent", CorrelationToken.of("success-" + i), "+14165550123"));
        }
        assertThat(sends.open()).hasSize(3);

        sends.add(CorrelationToken.of("order-no-2"));
        sends.add(CorrelationToken.of("order-no-5"));
        assertThat(sends.open())
                .extracting(CorrelationToken::value)
                .containsExactly("order-no-4", "order-no-2", "order-no-5");
        assertThatIllegalArgumentException().isThrownBy(() -> new UnknownSends(0));
    }

    @Test
    void settlementsOfTwoSendsDoNotMix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settlement.notSeen(TOKEN).merge(Settlement.notSeen(OTHER)));
        assertThatIllegalArgumentException().isThrownBy(() -> Settlement.carriedOut(TOKEN, List.of(), true));
        assertThat(Settlement.notSeen(TOKEN))
                .isEqualTo(Settlement.notSeen(TOKEN))
                .isNotEqualTo(Settlement.stillOpen(TOKEN));
    }

    @Test
    void manyThreadsSettleEachSendOnce() throws Exception {
        UnknownSends many = new UnknownSends(2_000);
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            CorrelationToken token = CorrelationToken.of("order-no-" + i);
            MessageEvent event = finalized("id-" + i, "sent", token, "+14165550123");
            work.add(() -> many.add(token));
            work.add(() -> many.record(event));
        }
        Collections.shuffle(work, new Random(5));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(many.open()).isEmpty();
        for (int i = 0; i < 1_000; i++) {
            assertThat(many.find(CorrelationToken.of("order-no-" + i))
                            .orElseThrow()
                            .messageId())
                    .contains("id-" + i);
        }
    }
}
