package org.telnyx4j.optouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telnyx4j.messaging.SendDecision;
import org.telnyx4j.messaging.SendRefusal;

/** What opt-outs are learnt from, and which sends they refuse. */
class OptOutsTest {
    private static final Instant T0 = Instant.parse("2026-03-04T05:00:00Z");
    private static final String ANN = "+14165550123";
    private static final String BOB = "+14165550124";
    private static final String NUMBER = "+14165550199";
    private static final String SECOND = "+14165550198";
    private static final String P = "profile-p";
    private static final String Q = "profile-q";

    private final OptOutStore store = new InMemoryOptOutStore();
    private final OptOuts optOuts = builder(store).build();
    private final AccountOptOuts own = optOuts.own();

    private static OptOuts.Builder builder(OptOutStore store) {
        return OptOuts.builder(store).clock(Clock.fixed(T0.plusSeconds(1_000), ZoneOffset.UTC));
    }

    private static Instant at(long seconds) {
        return T0.plusSeconds(seconds);
    }

    private boolean goes(@Nullable String from, @Nullable String profile, String... recipients) {
        return optOuts.beforeSend(TestSend.of(from, profile, recipients)).isAllowed();
    }

    private void stop(long seconds) {
        own.hear(Events.received(at(seconds), ANN, NUMBER, P, "STOP"));
    }

    private void start(long seconds) {
        own.hear(Events.received(at(seconds), ANN, NUMBER, P, "START"));
    }

    @Test
    void whoSendsStopGetsNothingUntilStart() {
        assertThat(goes(NUMBER, null, ANN)).isTrue();
        stop(1);
        SendDecision decision = optOuts.beforeSend(TestSend.of(NUMBER, null, ANN));
        assertThat(decision.isAllowed()).isFalse();
        SendRefusal refusal = decision.refusal().orElseThrow();
        assertThat(refusal.kind()).isEqualTo(SendRefusal.Kind.OPTED_OUT);
        assertThat(refusal.recipient()).contains(ANN);
        assertThat(goes(NUMBER, null, BOB)).isTrue();
        start(2);
        assertThat(goes(NUMBER, null, ANN)).isTrue();
    }

    @Test
    void whatCameLateOrTwiceDoesNotUndoWhatIsNewer() {
        start(5);
        stop(3);
        assertThat(goes(NUMBER, null, ANN)).isTrue();
        stop(7);
        start(5);
        assertThat(goes(NUMBER, null, ANN)).isFalse();
        stop(3);
        assertThat(goes(NUMBER, null, ANN)).isFalse();
    }

    @Test
    void atTheSameTimeStopWins() {
        start(5);
        stop(5);
        assertThat(goes(NUMBER, null, ANN)).isFalse();
        start(5);
        assertThat(goes(NUMBER, null, ANN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "stop, STOP",
        "' Stop  All ', STOP",
        "STOPALL, STOP",
        "unsubscribe, STOP",
        "Cancel, STOP",
        "END, STOP",
        "quit, STOP",
        "Start, START",
        "unstop, START",
        "help, HELP",
        "please stop, ",
        "STOP., ",
        "Hello, "
    })
    void theWordsAreTelnyxsOwn(String text, @Nullable OptOutKeyword expected) {
        assertThat(own.hear(Events.received(at(1), ANN, NUMBER, P, text))).isEqualTo(Optional.ofNullable(expected));
        assertThat(goes(NUMBER, null, ANN)).isEqualTo(expected != OptOutKeyword.STOP);
    }

    /** The words of other languages are settings of the profile, and the event reports what was recognised. */
    @ParameterizedTest
    @CsvSource({
        "ARRET, STOP, STOP",
        "ALTO, stop, STOP",
        "OUI, START, START",
        "INFO, HELP, HELP",
        "Hi, , ",
        "STOP, NEW, STOP"
    })
    void whatTelnyxHasRecognisedCounts(String text, @Nullable String type, @Nullable OptOutKeyword expected) {
        assertThat(own.hear(Events.received(at(1), ANN, NUMBER, P, text, type)))
                .isEqualTo(Optional.ofNullable(expected));
        assertThat(goes(NUMBER, null, ANN)).isEqualTo(expected != OptOutKeyword.STOP);
    }

    @Test
    void anApplicationHasWordsOfItsOwn() {
        OptOuts own =
                builder(store).stopWords("arrêt", "Basta ya").startWords("Oui").build();
        own.own().hear(Events.received(at(1), ANN, NUMBER, P, "ARRÊT"));
        assertThat(goes(NUMBER, null, ANN)).isFalse();
        own.own().hear(Events.received(at(2), ANN, NUMBER, P, "oui"));
        assertThat(goes(NUMBER, null, ANN)).isTrue();
        own.own().hear(Events.received(at(3), ANN, NUMBER, P, " basta  YA", "HELP"));
        assertThat(goes(NUMBER, null, ANN)).isFalse();
    }

    @Test
    void aStopWithoutTimeCountsNowAndAStartWithoutTimeNotAtAll() {
        own.hear(Events.received(null, ANN, NUMBER, P, "STOP", null));
        assertThat(store.find("", List.of(ANN)))
                .extracting(OptOutRecord::changedAt)
                .containsExactly(at(1_000));
        own.hear(Events.received(null, ANN, NUMBER, P, "START", null));
        assertThat(goes(NUMBER, P, ANN)).isFalse();
        start(2_000);
        assertThat(goes(NUMBER, P, ANN)).isTrue();
    }

    // ---- By messaging profile ----

    @Test
    void allNumbersOfTheProfileFallSilentAndNoOthers() {
        own.hear(Events.received(at(0), BOB, SECOND, Q, "Hello"));
        stop(1);
        assertThat(goes(NUMBER, null, ANN)).isFalse();
        assertThat(goes(null, P, ANN)).isFalse();
        assertThat(goes(SECOND, null, ANN)).isTrue();
        assertThat(goes(null, Q, ANN)).isTrue();
        assertThat(goes("ACME", Q, ANN)).isTrue();
        assertThat(goes("ACME", P, ANN)).isFalse();
        // The profile that the message names, and that of its number.
        assertThat(goes(SECOND, P, ANN)).isFalse();
        assertThat(goes(NUMBER, Q, ANN)).isFalse();
    }

    @Test
    void aSenderOfAnUnknownProfileCouldBeOfAnyProfile() {
        stop(1);
        assertThat(goes(SECOND, null, ANN)).isFalse();
        optOuts.afterSend(TestSend.of(SECOND, null, BOB), TestReport.sent(SECOND, Q));
        assertThat(goes(SECOND, null, ANN)).isTrue();
        optOuts.afterSend(TestSend.of(SECOND, null, BOB), TestReport.sent(SECOND, P));
        // By the same clock at the same moment: what was noted first stays.
        assertThat(store.profileOf("", SECOND)).contains(Q);
        store.noteProfile("", SECOND, P, at(5_000));
        assertThat(builder(store)
                        .build()
                        .beforeSend(TestSend.of(SECOND, null, ANN))
                        .isAllowed())
                .isFalse();
    }

    @Test
    void aWholeAccountFallsSilentIfItIsSetSo() {
        OptOuts whole = builder(store).wholeAccount(true).build();
        whole.own().hear(Events.received(at(1), ANN, NUMBER, P, "STOP"));
        assertThat(whole.beforeSend(TestSend.of(SECOND, Q, ANN)).isAllowed()).isFalse();
        whole.own().hear(Events.received(at(2), ANN, SECOND, Q, "START"));
        assertThat(whole.beforeSend(TestSend.of(NUMBER, P, ANN)).isAllowed()).isTrue();
    }

    @Test
    void aGroupIsRefusedAsAWholeForTheOneWhoHasOptedOut() {
        stop(1);
        SendDecision decision = optOuts.beforeSend(TestSend.of(NUMBER, null, BOB, ANN));
        assertThat(decision.refusal().orElseThrow().recipient()).contains(ANN);
    }

    @Test
    void tenantsAreApartUnlessTheyShareAnAccount() {
        optOuts.tenant("acme").hear(Events.received(at(1), ANN, NUMBER, P, "STOP"));
        assertThat(optOuts.beforeSend(TestSend.of(NUMBER, P, ANN).ofTenant("acme"))
                        .isAllowed())
                .isFalse();
        assertThat(optOuts.beforeSend(TestSend.of(NUMBER, P, ANN).ofTenant("zeta"))
                        .isAllowed())
                .isTrue();
        assertThat(goes(NUMBER, P, ANN)).isTrue();

        OptOuts shared =
                builder(new InMemoryOptOutStore()).accounts(tenant -> "").build();
        shared.own().hear(Events.received(at(1), ANN, NUMBER, P, "STOP"));
        assertThat(shared.beforeSend(TestSend.of(NUMBER, P, ANN).ofTenant("zeta"))
                        .isAllowed())
                .isFalse();
    }

    // ---- What Telnyx refuses ----

    @Test
    void whatTelnyxRefusesIsRefusedHereFromThenOn() {
        TestSend send = TestSend.of(NUMBER, P, ANN);
        assertThat(optOuts.beforeSend(send).isAllowed()).isTrue();
        optOuts.afterSend(send, TestReport.blocked("", null));
        assertThat(goes(NUMBER, P, ANN)).isFalse();
        assertThat(store.find("", List.of(ANN))).singleElement().satisfies(record -> {
            assertThat(record.source()).isEqualTo(OptOutSource.REFUSAL);
            assertThat(record.scope()).isEqualTo(OptOutScope.profile(P));
            assertThat(record.changedAt()).isEqualTo(at(1_000).minusSeconds(5));
        });
        start(996);
        assertThat(goes(NUMBER, P, ANN)).isTrue();
    }

    @Test
    void aRefusalForASenderOfUnknownProfileEndsWithAStartToItsProfile() {
        TestSend send = TestSend.of(NUMBER, null, ANN);
        optOuts.beforeSend(send);
        optOuts.afterSend(send, TestReport.blocked("", null));
        assertThat(goes(NUMBER, null, ANN)).isFalse();
        assertThat(goes(NUMBER, P, ANN)).isFalse();
        start(900);
        assertThat(goes(NUMBER, null, ANN)).isFalse();
        start(999);
        assertThat(goes(NUMBER, null, ANN)).isTrue();
        assertThat(goes(NUMBER, P, ANN)).isTrue();
    }

    @Test
    void theRefusalOfAnotherGuardIsNoNews() {
        optOuts.afterSend(TestSend.of(NUMBER, P, ANN), TestReport.refusedHere());
        assertThat(store.find("", List.of(ANN))).isEmpty();
    }

    @Test
    void ofAGroupThoseWhomTheErrorNamesHaveOptedOut() {
        TestSend group = TestSend.of(NUMBER, P, ANN, BOB);
        optOuts.afterSend(group, TestReport.blocked("Messages cannot be sent.", null));
        assertThat(store.find("", List.of(ANN, BOB))).isEmpty();
        optOuts.afterSend(group, TestReport.blocked("", "/to/1"));
        assertThat(store.find("", List.of(ANN, BOB)))
                .extracting(OptOutRecord::recipient)
                .containsExactly(BOB);
        optOuts.afterSend(group, TestReport.blocked("from '" + NUMBER + "' to '" + ANN + "' due to a rule", null));
        assertThat(store.find("", List.of(ANN))).hasSize(1);
        assertThat(store.find("", List.of(NUMBER))).isEmpty();
    }

    @Test
    void aMessageThatIsBlockedLaterIsARefusalToo() {
        assertThat(own.hear(Events.blocked(
                        at(10), NUMBER, P, "{\"phone_number\":\"" + ANN + "\",\"status\":\"sending_failed\"}")))
                .isEmpty();
        assertThat(goes(NUMBER, null, ANN)).isFalse();
        start(9);
        assertThat(goes(NUMBER, null, ANN)).isFalse();
        start(11);
        assertThat(goes(NUMBER, null, ANN)).isTrue();
    }

    @Test
    void ofABlockedGroupThoseWhoDidNotGetItHaveOptedOut() {
        own.hear(Events.blocked(
                at(10),
                NUMBER,
                P,
                "{\"phone_number\":\"" + ANN + "\",\"status\":\"sending_failed\"},{\"phone_number\":\"" + BOB
                        + "\",\"status\":\"sent\"}"));
        assertThat(goes(NUMBER, null, ANN)).isFalse();
        assertThat(goes(NUMBER, null, BOB)).isTrue();
    }

    @Test
    void otherEventsAreNoNews() {
        assertThat(own.hear(Events.parse("{\"data\":{\"event_type\":\"call.initiated\",\"id\":\"1\",\"payload\":{}}}")))
                .isEmpty();
        assertThat(own.hear(
                        Events.parse("{\"data\":{\"event_type\":\"message.received\",\"id\":\"1\",\"payload\":{}}}")))
                .isEmpty();
        assertThat(own.hear(Events.parse("{\"data\":{\"event_type\":\"message.sent\",\"id\":\"1\",\"payload\":{\"to\":"
                        + "\"" + ANN + "\",\"from\":\"" + NUMBER + "\",\"messaging_profile_id\":\"" + P + "\"}}}")))
                .isEmpty();
        assertThat(goes(NUMBER, P, ANN)).isTrue();
    }

    // ---- The application, and a store that is away ----

    @Test
    void theApplicationOptsPeopleOutAndIn() {
        own.optOut(ANN, OptOutScope.account());
        assertThat(goes(NUMBER, null, ANN)).isFalse();
        assertThat(own.isOptedOutOfSender(ANN, NUMBER)).isTrue();
        assertThat(own.isOptedOutOfProfile(ANN, Q)).isTrue();
        start(5_000);
        assertThat(goes(NUMBER, null, ANN)).isFalse();
        builder(store)
                .clock(Clock.fixed(at(6_000), ZoneOffset.UTC))
                .build()
                .own()
                .optIn(ANN, OptOutScope.account());
        assertThat(goes(NUMBER, null, ANN)).isTrue();
        assertThat(own.isOptedOutOfProfile(ANN, Q)).isFalse();
    }

    /** A store whose database is away. */
    private static final class Away implements OptOutStore {
        @Override
        public List<OptOutRecord> find(String account, Collection<String> recipients) {
            throw new IllegalStateException("no answer about " + recipients);
        }

        @Override
        public boolean merge(OptOutRecord record) {
            throw new IllegalStateException("no answer about " + record.recipient());
        }

        @Override
        public Optional<String> profileOf(String account, String sender) {
            return Optional.empty();
        }

        @Override
        public void noteProfile(String account, String sender, String messagingProfileId, Instant seenAt) {}
    }

    @Test
    void nothingGoesWhileTheStoreIsAwayUnlessItIsSetSo() {
        TestSend send = TestSend.of(NUMBER, P, ANN);
        SendRefusal refusal =
                builder(new Away()).build().beforeSend(send).refusal().orElseThrow();
        assertThat(refusal.kind()).isEqualTo(SendRefusal.Kind.UNDECIDED);
        assertThat(refusal.reason()).contains("it cannot be looked up whether the recipient has opted out");
        assertThat(refusal.cause()).containsInstanceOf(IllegalStateException.class);
        assertThat(builder(new Away())
                        .sendWithoutStore(true)
                        .build()
                        .beforeSend(send)
                        .isAllowed())
                .isTrue();
    }

    @Test
    void nothingShowsANumber() {
        stop(1);
        assertThat(store.find("", List.of(ANN)).toString()
                        + OptOutScope.sender(NUMBER)
                        + optOuts
                        + own
                        + optOuts.beforeSend(TestSend.of(NUMBER, P, ANN)))
                .doesNotContain(ANN.substring(1), NUMBER.substring(1))
                .contains("OptOutRecord[***0123, OptOutScope[PROFILE profile-p], opted out at 2026-03-04T05:00:01Z by"
                        + " MESSAGE]");
        assertThat(OptOutScope.sender("12345")).hasToString("OptOutScope[SENDER ***]");
        assertThat(OptOutScope.account()).hasToString("OptOutScope[ACCOUNT]");
    }

    @Test
    void timesAreKeptToTheMicrosecond() {
        OptOutRecord record = new OptOutRecord(
                "", ANN, OptOutScope.account(), true, T0.plus(Duration.ofNanos(1_999)), OptOutSource.LIST);
        assertThat(record.changedAt()).isEqualTo(T0.plusNanos(1_000));
    }
}
