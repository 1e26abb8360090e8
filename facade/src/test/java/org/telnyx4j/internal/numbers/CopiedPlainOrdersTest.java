package org.telnyx4j.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.generated.model.NumberToOrder;
import org.telnyx4j.internal.numbers.NumberAccount.OnOrder;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.testing.FakeTime;

/** A plain order is not reported as refused where a gateway sent it twice and only the copy was refused. */
class CopiedPlainOrdersTest {
    private static final String A = "+14165550101";
    private static final String B = "+14165550102";
    private static final PurchaseOptions OWN =
            PurchaseOptions.builder().customerReference("shop").build();

    private final FakeTime time = FakeTime.frozen();
    private NumberAccount account;

    @BeforeEach
    void start() throws IOException {
        account = new NumberAccount(time).sells(A, B);
    }

    @AfterEach
    void stop() {
        account.close();
        Thread.interrupted();
    }

    @ParameterizedTest
    @EnumSource(
            value = OnOrder.class,
            names = {"COPY_TAKEN", "COPY_CONFLICTS", "COPY_NO_BALANCE", "COPY_TOO_MANY", "COPY_FAILS"})
    void theOrderIsReturnedThoughItsCopyIsRefused(OnOrder copied) throws IOException {
        account.onOrders(copied);
        NumberOrderResult order = account.numbers().buy(A);

        assertThat(order.isSuccess()).isTrue();
        assertThat(order.customerReference()).contains(account.references().get(0));
        assertThat(account.bought()).containsExactly(A);
    }

    @Test
    void soIsAnOrderOfSeveralNumbers() {
        account.onOrders(OnOrder.COPY_TAKEN);
        NumberOrderResult order = account.orders()
                .create(CreateNumberOrderRequest.builder()
                        .addPhoneNumber(NumberToOrder.builder().phoneNumber(A).build())
                        .addPhoneNumber(NumberToOrder.builder().phoneNumber(B).build())
                        .build());

        assertThat(order.phoneNumbers()).hasSize(2);
        assertThat(account.orderIds()).containsExactly(order.id());
    }

    @Test
    void soIsOneWithTheReferenceOfTheCaller() throws IOException {
        account.onOrders(OnOrder.COPY_TAKEN);

        assertThat(account.numbers().buy(A, OWN).isSuccess()).isTrue();
        assertThat(account.references()).containsExactly("shop");
    }

    @Test
    void anOrderThatTheListShowsAMomentLaterIsFound() {
        account.onOrders(OnOrder.COPY_TAKEN);
        account.searchesUntilShown = 1;

        assertThat(account.numbers().buy(A).isSuccess()).isTrue();
        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(250));
    }

    @Test
    void aTrueRefusalIsThrownAsItIsAfterTwoLookups() {
        account.onOrders(OnOrder.TAKEN);
        TelnyxException e = refused(PurchaseOptions.none());

        assertThat(e.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(e.httpStatus()).hasValue(422);
        assertThat(e.operation()).isEqualTo("phone_numbers.buy");
        assertThat(account.count("GET /number_orders?")).isEqualTo(2);
        assertThat(account.count("POST")).isOne();
    }

    @Test
    void whereTheListCannotBeReadTheOutcomeIsUnknown() throws IOException {
        account.onOrders(OnOrder.TAKEN);
        account.failingChecks = 1_000;
        TelnyxException e = refused(PurchaseOptions.none());

        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
        assertThat(e.reference()).contains(account.references().get(0));
        assertThat(e).hasMessageContaining("whether it was placed all the same could not be checked");
        assertThat(e.errors()).hasSize(1);
    }

    @Test
    void aLimitOfTheRateThatHoldsForTheListAsWellIsReportedAsSuch() {
        account.onOrders(OnOrder.TOO_MANY, OnOrder.TOO_MANY, OnOrder.TOO_MANY);
        account.limitedChecks = 1_000;
        account.retryAfter = 30;

        assertThat(refused(PurchaseOptions.none())).isInstanceOf(TelnyxRateLimitException.class);
    }

    @Test
    void anOrderFromBeforeThatHasTheReferenceOfTheCallerIsNotThisOne() {
        account.numbers().buy(A, OWN);
        // By this machine's clock the second order begins a day later.
        time.clock().set(Instant.now().plus(Duration.ofDays(1)));
        account.onOrders(OnOrder.TAKEN);

        assertThat(refused(OWN).outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
    }

    @Test
    void whetherAnOrderFromAMomentBeforeIsThisOneIsUnknown() {
        NumberOrderResult before = account.numbers().buy(A, OWN);
        time.clock().set(Instant.now().plus(Duration.ofMinutes(1)));
        account.onOrders(OnOrder.TAKEN);
        TelnyxException e = refused(OWN);

        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e).hasMessageContaining(before.id()).hasMessageNotContaining("shop");
        assertThat(e.reference()).contains("shop");
    }

    @Test
    void anOrderOfOtherNumbersWithTheReferenceOfTheCallerIsNotThisOne() {
        account.numbers().buy(B, OWN);
        account.onOrders(OnOrder.TAKEN);

        assertThat(refused(OWN).outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
    }

    @Test
    void anInterruptDuringTheLookupLeavesTheOutcomeUnknownAndTheFlagSet() {
        account.onOrders(OnOrder.TAKEN);
        account.failingChecks = 1_000;
        time.onSleep(wait -> Thread.currentThread().interrupt());

        assertThat(refused(PurchaseOptions.none()).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(Thread.interrupted()).isTrue();
    }

    private TelnyxException refused(PurchaseOptions purchase) {
        return catchThrowableOfType(
                TelnyxException.class, () -> account.numbers().buy(A, purchase));
    }
}
