package org.telnyx4j.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.numbers.NumberAccount.OnOrder;
import org.telnyx4j.numbers.PurchasedNumber;
import org.telnyx4j.testing.FakeTime;

/** Exactly one number is bought behind a gateway that sends an order twice, whatever the copy is answered with. */
class CopiedOrdersTest {
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
            names = {"COPY_TAKEN", "COPY_CONFLICTS", "COPY_NO_BALANCE", "COPY_TOO_MANY", "COPY_FAILS"})
    void theOrderIsFoundThoughItsCopyIsRefused(OnOrder copied) throws IOException {
        account.onOrders(copied);
        PurchasedNumber bought = buy();

        assertThat(bought.phoneNumber()).isEqualTo(A);
        assertThat(bought.isComplete()).isTrue();
        assertThat(account.references()).containsExactly(bought.customerReference());
        assertThat(account.bought()).containsExactly(A);
    }

    @Test
    void anOrderThatTheListShowsAMomentLaterIsFound() throws IOException {
        account.onOrders(OnOrder.COPY_TAKEN);
        account.searchesUntilShown = 1;

        assertThat(buy().phoneNumber()).isEqualTo(A);
        assertThat(account.bought()).containsExactly(A);
    }

    @Test
    void anOrderThatIsPendingIsCheckedUntilItHasEnded() {
        account.onOrders(OnOrder.COPY_TAKEN);
        account.checksUntilDone = 2;

        assertThat(buy().isComplete()).isTrue();
    }

    @Test
    void whereTheListCannotBeReadNoOtherNumberIsTriedAndTheOutcomeIsUnknown() throws IOException {
        account.onOrders(OnOrder.TAKEN);
        account.failingChecks = 1_000;
        TelnyxException e = catchThrowableOfType(TelnyxException.class, this::buy);

        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
        assertThat(e.reference()).contains(account.references().get(0));
        assertThat(e).hasMessageContaining("whether it was placed all the same could not be checked");
        assertThat(e.getCause()).isInstanceOf(TelnyxException.class);
        assertThat(account.orderedNumbers()).containsExactly(A);
    }

    @Test
    void aLookupThatFailsIsMadeAgain() throws IOException {
        account.onOrders(OnOrder.COPY_TAKEN);
        account.failingChecks = 4;

        assertThat(buy().phoneNumber()).isEqualTo(A);
        assertThat(account.bought()).containsExactly(A);
    }

    @Test
    void aTrueRefusalCostsTwoLookupsAndAMoment() {
        account.onOrders(OnOrder.TAKEN);

        assertThat(buy().phoneNumber()).isEqualTo(B);
        assertThat(account.count("GET /number_orders?")).isEqualTo(2);
        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(250));
    }

    private PurchasedNumber buy() {
        return account.numbers().searchAndBuyFirst("416").orElseThrow();
    }
}
