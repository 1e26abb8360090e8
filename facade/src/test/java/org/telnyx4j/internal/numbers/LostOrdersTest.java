package org.telnyx4j.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.internal.numbers.NumberAccount.OnOrder;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.numbers.PurchasedNumber;
import org.telnyx4j.testing.FakeTime;

/** An order whose response is lost in any way is found, or reported as unknown; there is never a second one before. */
class LostOrdersTest {
    private static final String A = "+14165550101";
    private static final String B = "+14165550102";

    private final FakeTime time = FakeTime.frozen();
    private NumberAccount account;

    @BeforeEach
    void start() throws IOException {
        account = new NumberAccount(time).sells(A, B);
    }

    @AfterEach
    void stop() {
        account.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = OnOrder.class,
            names = {"LOSE_RESPONSE", "HALF_A_RESPONSE", "GARBLE_RESPONSE", "BAD_GATEWAY_AFTER"})
    void whatWasCarriedOutIsFoundAndReportedAsBought(OnOrder lost) throws IOException {
        account.onOrders(lost);
        PurchasedNumber bought = buy().orElseThrow();
        assertThat(bought.phoneNumber()).isEqualTo(A);
        assertThat(bought.isComplete()).isTrue();
        assertThat(account.references()).containsExactly(bought.customerReference());
        assertThat(account.bought()).containsExactly(A);
    }

    @ParameterizedTest
    @EnumSource(
            value = OnOrder.class,
            names = {"LOSE_REQUEST", "HALF_A_RESPONSE_TO_NOTHING", "BAD_GATEWAY_INSTEAD"})
    void whatWasNotCarriedOutIsUnknownSinceAnOrderCanStillAppear(OnOrder lost) throws IOException {
        account.onOrders(lost);
        TelnyxException e = failure();
        isUnknownWithItsReference(e);
        assertThat(account.orderedNumbers()).containsExactly(A);
        assertThat(account.bought()).isEmpty();
    }

    @Test
    void aResponseThatComesTooLateIsNotWaitedForAndTheOrderIsFound() throws IOException {
        account.onOrders(OnOrder.RESPONSE_TOO_LATE);
        assertThat(buyWithin(Duration.ofSeconds(2)).orElseThrow().phoneNumber()).isEqualTo(A);
        assertThat(account.orderedNumbers()).containsExactly(A);
    }

    @Test
    void silenceIsUnknownWhenTheTimeIsUp() throws IOException {
        account.onOrders(OnOrder.SILENCE);
        TelnyxException e = catchThrowableOfType(TelnyxException.class, () -> buyWithin(Duration.ofSeconds(2)));
        isUnknownWithItsReference(e);
        assertThat(account.orderedNumbers()).containsExactly(A);
    }

    @Test
    void aCheckThatHangsDoesNotKeepTheNextOneFromFindingTheOrder() throws IOException {
        account.onOrders(OnOrder.LOSE_RESPONSE);
        account.silentChecks = 1;
        assertThat(buyWithin(Duration.ofSeconds(2)).orElseThrow().phoneNumber()).isEqualTo(A);
        assertThat(account.orderedNumbers()).containsExactly(A);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anOrderThatAppearsAtALaterCheckIsFound(int searchesUntilShown) throws IOException {
        account.onOrders(OnOrder.LOSE_RESPONSE);
        account.searchesUntilShown = searchesUntilShown;
        assertThat(buy().orElseThrow().phoneNumber()).isEqualTo(A);
        assertThat(account.orderedNumbers()).containsExactly(A);
    }

    @Test
    void aCheckThatIsRateLimitedIsFollowedByAnother() throws IOException {
        account.onOrders(OnOrder.LOSE_RESPONSE);
        account.limitedChecks = 1;
        assertThat(buy().orElseThrow().phoneNumber()).isEqualTo(A);
        assertThat(account.orderedNumbers()).containsExactly(A);
    }

    @Test
    void ifTelnyxAsksToWaitLongerThanTheTimeThatIsLeftNoFurtherCheckIsMade() throws IOException {
        account.onOrders(OnOrder.LOSE_RESPONSE);
        account.limitedChecks = 1_000;
        account.retryAfter = 60;
        TelnyxException e = failure();
        isUnknownWithItsReference(e);
        assertThat(e.getCause())
                .satisfies(lost -> assertThat(lost.getSuppressed()).isNotEmpty());
        assertThat(account.count("GET /number_orders")).isOne();
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void ofTwoOrdersUnderOneReferenceTheOneThatBoughtCounts() throws IOException {
        account.onOrders(OnOrder.TWICE);
        PurchasedNumber bought = buy().orElseThrow();
        assertThat(bought.phoneNumber()).isEqualTo(A);
        assertThat(bought.order().isSuccess()).isTrue();
        assertThat(account.orderedNumbers()).containsExactly(A);
    }

    @Test
    void anInterruptedThreadLooksForNothingAndSaysSo() throws Exception {
        account.onOrders(OnOrder.SILENCE);
        TelnyxException[] thrown = new TelnyxException[1];
        boolean[] flag = new boolean[1];
        Thread caller = new Thread(() -> {
            thrown[0] = failure();
            flag[0] = Thread.currentThread().isInterrupted();
        });
        caller.start();
        account.awaitOrder();
        caller.interrupt();
        caller.join(10_000);
        isUnknownWithItsReference(thrown[0]);
        assertThat(flag[0]).isTrue();
        assertThat(account.count("GET /number_orders")).isZero();
    }

    @Test
    void anInterruptedThreadSearchesForNothingAndBuysNothing() {
        Thread.currentThread().interrupt();
        TelnyxException e = failure();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(e.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(account.count("POST")).isZero();
    }

    private void isUnknownWithItsReference(TelnyxException e) throws IOException {
        assertThat(e.operation()).isEqualTo("phone_numbers.search_and_buy_first");
        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
        assertThat(e.reference()).contains(account.references().get(0));
        assertThat(e).hasMessageContaining(account.references().get(0));
        assertThat(e.getMessage()).doesNotContain("14165550101");
        assertThat(e.getCause())
                .isInstanceOfSatisfying(
                        TelnyxException.class,
                        step -> assertThat(step.operation()).isEqualTo("phone_numbers.buy"));
    }

    private Optional<PurchasedNumber> buy() {
        return account.numbers().searchAndBuyFirst("416");
    }

    private Optional<PurchasedNumber> buyWithin(Duration timeout) {
        // Loading classes must not take the time.
        account.numbersInRealTime().searchByAreaCode("416");
        ListAvailablePhoneNumbersQuery query = ListAvailablePhoneNumbersQuery.builder()
                .nationalDestinationCode("416")
                .build();
        return account.numbersInRealTime()
                .searchAndBuyFirst(query, PurchaseOptions.none(), RequestOptions.timeout(timeout));
    }

    private TelnyxException failure() {
        return catchThrowableOfType(TelnyxException.class, this::buy);
    }
}
