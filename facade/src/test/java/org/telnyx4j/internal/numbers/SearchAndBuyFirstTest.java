package org.telnyx4j.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorType;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.generated.model.NumberFeature;
import org.telnyx4j.generated.model.NumberOrderStatus;
import org.telnyx4j.generated.model.NumberType;
import org.telnyx4j.internal.numbers.NumberAccount.OnOrder;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.numbers.PurchasedNumber;
import org.telnyx4j.testing.FakeTime;

/** Exactly one number is bought, or none, and the caller learns which. */
class SearchAndBuyFirstTest {
    private static final String A = "+14165550101";
    private static final String B = "+14165550102";
    private static final String C = "+14165550103";

    private final FakeTime time = FakeTime.frozen();
    private NumberAccount account;

    @BeforeEach
    void start() throws IOException {
        account = new NumberAccount(time);
    }

    @AfterEach
    void stop() {
        account.close();
        Thread.interrupted();
    }

    @Test
    void theFirstCandidateIsBoughtWithOneOrderOfItsOwnReference() throws IOException {
        account.sells(A, B);
        PurchasedNumber bought = buy().orElseThrow();

        assertThat(bought.phoneNumber()).isEqualTo(A);
        assertThat(bought.isComplete()).isTrue();
        assertThat(bought.offer().price().orElseThrow().monthly()).hasToString("Optional[1.10000]");
        assertThat(account.requests)
                .containsExactly(
                        "GET /available_phone_numbers?filter[national_destination_code]=416", "POST /number_orders");
        assertThat(account.bodies.get(1))
                .isEqualTo("{\"phone_numbers\":[{\"phone_number\":\"" + A + "\"}],\"customer_reference\":\""
                        + bought.customerReference() + "\"}");
        assertThat(bought.customerReference()).matches("[0-9a-f-]{36}");
        assertThat(bought).asString().doesNotContain(A);
    }

    @Test
    void theNumberIsAssignedInTheSameStepAndTheCallersReferenceIsMadeUnique() throws IOException {
        account.sells(A, B).onOrders(OnOrder.TAKEN);
        PurchaseOptions purchase = PurchaseOptions.builder()
                .messagingProfileId("profile-1")
                .connectionId("connection-1")
                .billingGroupId("group-1")
                .customerReference("shop 7")
                .build();
        PurchasedNumber bought = account.numbers()
                .searchAndBuyFirst(
                        ListAvailablePhoneNumbersQuery.builder()
                                .locality("Toronto")
                                .build(),
                        purchase,
                        RequestOptions.none())
                .orElseThrow();

        assertThat(account.requests.get(0)).isEqualTo("GET /available_phone_numbers?filter[locality]=Toronto");
        assertThat(account.bodies.get(account.requests.lastIndexOf("POST /number_orders")))
                .isEqualTo("{\"phone_numbers\":[{\"phone_number\":\"" + B + "\"}],\"billing_group_id\":\"group-1\","
                        + "\"connection_id\":\"connection-1\",\"customer_reference\":\""
                        + bought.customerReference() + "\",\"messaging_profile_id\":\"profile-1\"}");
        assertThat(account.references()).doesNotHaveDuplicates().allMatch(it -> it.matches("shop 7/[0-9a-f-]{36}"));
    }

    @Test
    void nothingFoundIsAnEmptyResultAndNoOrder() {
        assertThat(buy()).isEmpty();
        assertThat(account.requests).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = OnOrder.class,
            names = {"TAKEN", "TAKEN_IN_WORDS", "ACCEPT_TO_FAIL"})
    void ifTheCandidateIsTakenTheNextOneIsBought(OnOrder taken) throws IOException {
        account.sells(A, B, C).onOrders(taken);
        account.checksUntilDone = 2;
        assertThat(buy().orElseThrow().phoneNumber()).isEqualTo(B);
        assertThat(account.orderedNumbers()).containsExactly(A, B);
        assertThat(account.bought()).containsExactly(B);
    }

    @ParameterizedTest
    @EnumSource(
            value = OnOrder.class,
            names = {"NO_BALANCE", "UNKNOWN_PROFILE", "TOO_MANY"})
    void aRefusalThatIsNotAboutTheNumberStopsAtOnce(OnOrder refusal) throws IOException {
        account.sells(A, B).onOrders(refusal);
        TelnyxException e = failure();
        assertThat(e.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(e.operation()).isEqualTo("phone_numbers.search_and_buy_first");
        assertThat(e).hasMessageContaining("its step phone_numbers.buy failed: HTTP 4");
        assertThat(e.getCause())
                .isInstanceOfSatisfying(
                        TelnyxException.class,
                        step -> assertThat(step.operation()).isEqualTo("phone_numbers.buy"));
        assertThat(e.getMessage()).doesNotContain(A).doesNotContain("14165550101");
        assertThat(account.orderedNumbers()).containsExactly(A);
        assertThat(account.bought()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = OnOrder.class,
            names = {"LOSE_RESPONSE", "GARBLE_RESPONSE", "BAD_GATEWAY_AFTER"})
    void anOrderWhoseResponseWasLostIsFoundByItsReferenceEvenIfItAppearsLate(OnOrder lost) throws IOException {
        account.sells(A, B).onOrders(lost);
        account.searchesUntilShown = 3;
        PurchasedNumber bought = buy().orElseThrow();

        assertThat(bought.phoneNumber()).isEqualTo(A);
        assertThat(account.bought()).containsExactly(A);
        assertThat(account.orderedNumbers()).containsExactly(A);
        assertThat(account.requests.get(2))
                .isEqualTo("GET /number_orders?filter[customer_reference]="
                        + account.references().get(0) + "&page[number]=1&page[size]=250");
        assertThat(account.count("GET /number_orders?")).isEqualTo(4);
    }

    @Test
    void aLookupThatFailsIsMadeAgain() throws IOException {
        account.sells(A, B).onOrders(OnOrder.LOSE_RESPONSE);
        account.failingChecks = 2;
        assertThat(buy().orElseThrow().phoneNumber()).isEqualTo(A);
        assertThat(account.orderedNumbers()).containsExactly(A);
    }

    @Test
    void anOrderOfSomebodyElseIsNotTakenForTheLostOne() throws IOException {
        account.sells(C);
        buy();
        account.sellsNothing();
        account.sells(A, B).onOrders(OnOrder.LOSE_REQUEST);

        TelnyxException e = failure();
        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(account.bought()).containsExactly(C);
    }

    @Test
    void anOrderThatCannotBeFoundIsReportedAsUnknownWithItsReferenceAndNothingElseIsTried() throws IOException {
        account.sells(A, B).onOrders(OnOrder.LOSE_REQUEST);
        TelnyxException e = failure();

        String reference = account.references().get(0);
        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
        assertThat(e.operation()).isEqualTo("phone_numbers.search_and_buy_first");
        assertThat(e.reference()).contains(reference);
        assertThat(e.getMessage()).contains(reference).doesNotContain("14165550101");
        assertThat(e.getCause()).isInstanceOf(TelnyxException.class);
        assertThat(account.orderedNumbers()).containsExactly(A);
        assertThat(time.slept()).isBetween(Duration.ofMillis(9_900), Duration.ofSeconds(10));
    }

    @Test
    void anOrderThatAppearsOnlyAfterTheTimeIsUpIsUnknownAndNotBoughtTwice() throws IOException {
        account.sells(A, B).onOrders(OnOrder.LOSE_RESPONSE);
        account.searchesUntilShown = 1_000;
        assertThat(failure().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(account.bought()).containsExactly(A);
        assertThat(account.orderedNumbers()).containsExactly(A);
    }

    @Test
    void theNextCandidateIsTriedAfterALostResponseOnceTheOrderIsKnownToHaveFailed() throws IOException {
        account.sells(A, B).onOrders(OnOrder.LOSE_RESPONSE_TO_FAIL);
        account.checksUntilDone = 3;
        assertThat(buy().orElseThrow().phoneNumber()).isEqualTo(B);
        assertThat(account.bought()).containsExactly(B);
    }

    @Test
    void aPendingOrderIsCheckedUntilItIsASuccess() {
        account.sells(A, B);
        account.checksUntilDone = 3;
        assertThat(buy().orElseThrow().order().isSuccess()).isTrue();
        assertThat(account.count("GET /number_orders/")).isEqualTo(3);
        assertThat(time.sleeps())
                .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void anOrderThatIsStillPendingWhenTheTimeIsUpIsReturnedAsItIs() throws IOException {
        account.sells(A, B);
        account.checksUntilDone = -1;
        PurchasedNumber bought = buy().orElseThrow();
        assertThat(bought.isComplete()).isFalse();
        assertThat(bought.order().status()).isEqualTo(NumberOrderStatus.PENDING);
        assertThat(account.orderedNumbers()).containsExactly(A);
    }

    @Test
    void anOrderThatCannotBeCheckedIsStillReturned() throws IOException {
        account.sells(A, B);
        account.checksUntilDone = 1;
        account.failingChecks = 1_000;
        assertThat(buy().orElseThrow().isComplete()).isFalse();
        assertThat(account.orderedNumbers()).containsExactly(A);
    }

    @Test
    void anInterruptWhileAnOrderIsCheckedReturnsItAndKeepsTheFlag() throws IOException {
        account.sells(A, B);
        account.checksUntilDone = -1;
        time.interruptAt(1);
        assertThat(buy().orElseThrow().phoneNumber()).isEqualTo(A);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(account.orderedNumbers()).containsExactly(A);
    }

    @Test
    void anInterruptWhileALostOrderIsLookedForIsUnknownAndKeepsTheFlag() throws IOException {
        account.sells(A, B).onOrders(OnOrder.LOSE_RESPONSE);
        account.searchesUntilShown = 1_000;
        time.interruptAt(1);
        TelnyxException e = failure();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(account.orderedNumbers()).containsExactly(A);
    }

    @Test
    void aNumberThatTheSearchRepeatsIsTriedOnce() throws IOException {
        account.sells(A, B).finds(A, A, B).onOrders(OnOrder.TAKEN);
        assertThat(buy().orElseThrow().phoneNumber()).isEqualTo(B);
        assertThat(account.orderedNumbers()).containsExactly(A, B);
    }

    @Test
    void tenCandidatesAreTriedAndNoMore() throws IOException {
        for (int i = 10; i < 30; i++) {
            account.sells("+141655501" + i).onOrders(OnOrder.TAKEN);
        }
        TelnyxException e = failure();
        assertThat(e.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(e.type()).isEqualTo(ErrorType.API);
        assertThat(e.getMessage()).contains("10 candidates were tried");
        assertThat(account.orderedNumbers()).hasSize(10);
        assertThat(account.bought()).isEmpty();
    }

    @Test
    void theBoundCanBeChosen() throws IOException {
        account.sells(A, B, C).onOrders(OnOrder.TAKEN, OnOrder.TAKEN);
        PurchaseOptions purchase = PurchaseOptions.builder().mostCandidates(2).build();
        TelnyxException e = catchThrowableOfType(
                TelnyxException.class, () -> account.numbers().searchAndBuyFirst("416", purchase));
        assertThat(e.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(account.orderedNumbers()).containsExactly(A, B);
    }

    @Test
    void noOrderIsBegunInTheLastQuarterOfTheTime() throws IOException {
        account.sells(A, B, C).onOrders(OnOrder.ACCEPT_TO_FAIL, OnOrder.ACCEPT_TO_FAIL);
        account.checksUntilDone = 5;
        TelnyxException e = failure();
        assertThat(e.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(e.getMessage()).contains("its time of 10000 ms was up");
        assertThat(account.orderedNumbers()).hasSizeLessThan(3);
        assertThat(account.bought()).isEmpty();
    }

    @Test
    void aNumberOfAnotherAreaCodeIsNeverBought() {
        account.finds("+16475550101", "not a number");
        assertThat(buy()).isEmpty();
        assertThat(account.requests).hasSize(1);
    }

    /** As a server does that does not know the filters: it returns numbers from anywhere. */
    @Test
    void aNumberThatLacksWhatTheQueryAsksForIsNeverBoughtThoughTheSearchReturnsIt() throws IOException {
        account.sells(A).finds(A);
        List<ListAvailablePhoneNumbersQuery.Builder> queries = List.of(
                ListAvailablePhoneNumbersQuery.builder().countryCode("DE").addFeature(NumberFeature.SMS),
                ListAvailablePhoneNumbersQuery.builder().addFeature(NumberFeature.FAX),
                ListAvailablePhoneNumbersQuery.builder().phoneNumberType(NumberType.TOLL_FREE),
                ListAvailablePhoneNumbersQuery.builder().phoneNumberStartsWith("647"),
                ListAvailablePhoneNumbersQuery.builder().phoneNumberEndsWith("99"),
                ListAvailablePhoneNumbersQuery.builder().phoneNumberContains("777"));
        for (ListAvailablePhoneNumbersQuery.Builder query : queries) {
            assertThat(account.numbers()
                            .searchAndBuyFirst(query.build(), PurchaseOptions.none(), RequestOptions.none()))
                    .isEmpty();
        }
        assertThat(account.count("POST")).isZero();
    }

    @Test
    void aPurchaseThatCannotBeRightIsRefusedBeforeTheSearch() {
        for (String reference : List.of(" ", "a\nb")) {
            PurchaseOptions purchase =
                    PurchaseOptions.builder().customerReference(reference).build();
            TelnyxException e = catchThrowableOfType(
                    TelnyxException.class, () -> account.numbers().searchAndBuyFirst("416", purchase));
            assertThat(e.type()).isEqualTo(ErrorType.VALIDATION);
            assertThat(e.operation()).isEqualTo("phone_numbers.search_and_buy_first");
            assertThat(e).hasMessageContaining("customer_reference");
        }
        assertThat(account.requests).isEmpty();
    }

    @Test
    void aNearMissIsBoughtWhereNearMissesAreWelcome() {
        account.sells("+16475550101").finds("+16475550101");
        ListAvailablePhoneNumbersQuery query = ListAvailablePhoneNumbersQuery.builder()
                .nationalDestinationCode("416")
                .bestEffort(true)
                .build();
        assertThat(account.numbers().searchAndBuyFirst(query, PurchaseOptions.none(), RequestOptions.none()))
                .isPresent();
    }

    @Test
    void aBlankAreaCodeIsRefusedBeforeTheWire() {
        for (String areaCode : List.of("", " ", "4l6", "+1416")) {
            TelnyxException e = catchThrowableOfType(
                    TelnyxException.class, () -> account.numbers().searchAndBuyFirst(areaCode));
            assertThat(e.type()).isEqualTo(ErrorType.VALIDATION);
            assertThat(e.getMessage()).contains("filter[national_destination_code]");
        }
        assertThat(account.requests).isEmpty();
    }

    private Optional<PurchasedNumber> buy() {
        return account.numbers().searchAndBuyFirst("416");
    }

    private TelnyxException failure() {
        return catchThrowableOfType(TelnyxException.class, this::buy);
    }
}
