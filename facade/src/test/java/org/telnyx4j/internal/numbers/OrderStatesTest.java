package org.telnyx4j.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.errors.ErrorType;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.NumberOrder;
import org.telnyx4j.generated.model.NumberOrderPhoneNumber;
import org.telnyx4j.generated.model.NumberOrderStatus;
import org.telnyx4j.internal.numbers.NumberAccount.OnOrder;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.numbers.PurchasedNumber;
import org.telnyx4j.testing.FakeTime;

/** The states of an accepted order, and what the purchase concludes from them. States are written order/line. */
class OrderStatesTest {
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
    @CsvSource({
        "success, success, BOUGHT",
        "success, pending, BOUGHT",
        "success, , BOUGHT",
        "success, failure, CONTRADICTORY",
        "failure, failure, FAILED",
        "failure, pending, FAILED",
        "failure, , FAILED",
        "failure, success, CONTRADICTORY",
        "pending, pending, UNDER_WAY",
        "pending, success, UNDER_WAY",
        "pending, failure, FAILING",
        "pending, , UNDER_WAY",
        ", , UNDER_WAY",
        ", failure, FAILING",
        "in-the-future, in-the-future, UNDER_WAY"
    })
    void eachPairOfStatesHasItsVerdict(@Nullable String order, @Nullable String line, OrderVerdict verdict) {
        NumberOrderPhoneNumber number = NumberOrderPhoneNumber.builder()
                .phoneNumber(A)
                .status(line == null ? null : NumberOrderStatus.fromValue(line))
                .build();
        NumberOrder raw = NumberOrder.builder()
                .status(order == null ? null : NumberOrderStatus.fromValue(order))
                .addPhoneNumber(number)
                .build();
        assertThat(OrderVerdict.of(new NumberOrderResult(raw, null), A)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failure/failure", "failure/pending", "pending/failure"})
    void anAcceptedOrderThatFailsIsFollowedByTheNextNumber(String state) throws IOException {
        account.states.add(state);
        if (state.startsWith("pending")) {
            // The order as a whole lags behind, so the line is believed when it says so twice.
            account.states.add(state);
        }
        account.states.add("success/success");
        PurchasedNumber bought = buy().orElseThrow();
        assertThat(bought.phoneNumber()).isEqualTo(B);
        assertThat(bought.isComplete()).isTrue();
        assertThat(account.orderedNumbers()).containsExactly(A, B);
    }

    @Test
    void aLineThatHasFailedOnceAndRecoversIsBought() throws IOException {
        account.states.addAll(List.of("pending/failure", "pending/pending", "success/success"));
        assertThat(buy().orElseThrow().phoneNumber()).isEqualTo(A);
        assertThat(account.orderedNumbers()).containsExactly(A);
    }

    @ParameterizedTest
    @ValueSource(strings = {"success/failure", "failure/success"})
    void anOrderThatContradictsItselfToTheEndIsUnknown(String state) throws IOException {
        account.states.add(state);
        TelnyxException e = failure();
        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e.operation()).isEqualTo("phone_numbers.search_and_buy_first");
        assertThat(e.reference()).contains(account.references().get(0));
        assertThat(e)
                .hasMessageContaining(account.orderIds().get(0))
                .hasMessageContaining(account.references().get(0))
                .hasMessageContaining("contradicts");
        assertThat(account.orderedNumbers()).containsExactly(A);
    }

    @Test
    void anOrderThatContradictsItselfForAWhileIsWhatItSaysThen() throws IOException {
        account.states.addAll(List.of("success/failure", "success/failure", "success/success"));
        assertThat(buy().orElseThrow().phoneNumber()).isEqualTo(A);
        assertThat(account.orderedNumbers()).containsExactly(A);
    }

    @Test
    void anOrderThatIsNotFoundByItsIdIsFoundByItsReference() throws IOException {
        account.checksUntilDone = 1;
        account.unknownIds = 1_000;
        account.states.addAll(List.of("pending/pending", "success/success"));
        PurchasedNumber bought = buy().orElseThrow();
        assertThat(bought.phoneNumber()).isEqualTo(A);
        assertThat(account.count("GET /number_orders?")).isPositive();
        assertThat(account.orderedNumbers()).containsExactly(A);
    }

    @Test
    void anUnknownMessagingProfileIsRefusedWithTheOrderSoNothingIsBoughtWithoutItsProfile() throws IOException {
        account.onOrders(OnOrder.UNKNOWN_PROFILE);
        PurchaseOptions purchase =
                PurchaseOptions.builder().messagingProfileId("profile-1").build();
        TelnyxException e = catchThrowableOfType(
                TelnyxException.class, () -> account.numbers().searchAndBuyFirst("416", purchase));
        assertThat(e.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(e.type()).isEqualTo(ErrorType.VALIDATION);
        assertThat(e).hasMessageContaining("/messaging_profile_id");
        assertThat(account.bought()).isEmpty();
        assertThat(account.count("PATCH")).isZero();
    }

    private Optional<PurchasedNumber> buy() {
        return account.numbers().searchAndBuyFirst("416");
    }

    private TelnyxException failure() {
        return catchThrowableOfType(TelnyxException.class, this::buy);
    }
}
