package org.telnyx4j.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.generated.model.ListNumberOrdersQuery;
import org.telnyx4j.generated.model.NumberOrderStatus;
import org.telnyx4j.generated.model.NumberToOrder;
import org.telnyx4j.generated.model.RegulatoryRequirementUpdate;
import org.telnyx4j.generated.model.UpdateNumberOrderRequest;
import org.telnyx4j.internal.numbers.NumberAccount.OnOrder;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.testing.FakeTime;

class NumberOrdersTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeTime time = FakeTime.frozen();
    private NumberAccount account;
    private DefaultNumberOrders orders;
    private int placed;

    @BeforeEach
    void start() throws IOException {
        account = new NumberAccount(time).sells("+14165550101", "+14165550102", "+14165550103", "+492111609539");
        orders = account.orders();
    }

    @AfterEach
    void stop() {
        account.close();
        Thread.interrupted();
    }

    @Test
    void anOrderOfSeveralNumbersCarriesExactlyWhatIsSet() {
        NumberOrderResult order = orders.create(CreateNumberOrderRequest.builder()
                .addPhoneNumber(number("+14165550101"))
                .addPhoneNumber(NumberToOrder.builder()
                        .phoneNumber("+492111609539")
                        .requirementGroupId("group-1")
                        .build())
                .customerReference("ref-1")
                .build());
        assertThat(account.bodies)
                .containsExactly(
                        "{\"phone_numbers\":[{\"phone_number\":\"+14165550101\"},{\"phone_number\":\"+492111609539\","
                                + "\"requirement_group_id\":\"group-1\"}],\"customer_reference\":\"ref-1\"}");
        assertThat(order.phoneNumbers()).hasSize(2);
        assertThat(order).asString().doesNotContain("+14165550101");
    }

    @Test
    void anOrderIsUpdatedWithExactlyWhatIsSet() {
        String id = place().id();
        orders.update(
                id,
                UpdateNumberOrderRequest.builder()
                        .customerReference("new")
                        .addRegulatoryRequirement(RegulatoryRequirementUpdate.builder()
                                .requirementId("requirement-1")
                                .fieldValue("document-1")
                                .build())
                        .build());
        assertThat(account.requests.get(1)).isEqualTo("PATCH /number_orders/" + id);
        assertThat(account.bodies.get(1))
                .isEqualTo("{\"customer_reference\":\"new\",\"regulatory_requirements\":"
                        + "[{\"field_value\":\"document-1\",\"requirement_id\":\"requirement-1\"}]}");
    }

    @Test
    void theFiltersOfAListAreOnTheWire() {
        orders.list(ListNumberOrdersQuery.builder()
                        .status(NumberOrderStatus.PENDING)
                        .customerReference("ref 1")
                        .createdAtGt(OffsetDateTime.parse("2026-01-02T03:04:05Z"))
                        .createdAtLt(OffsetDateTime.parse("2026-02-02T03:04:05Z"))
                        .phoneNumbersCount(1)
                        .requirementsMet(true)
                        .build())
                .firstPage();
        assertThat(account.requests)
                .containsExactly("GET /number_orders?filter[created_at][gt]=2026-01-02T03%3A04%3A05Z"
                        + "&filter[created_at][lt]=2026-02-02T03%3A04%3A05Z&filter[customer_reference]=ref%201"
                        + "&filter[phone_numbers_count]=1&filter[requirements_met]=true&filter[status]=pending"
                        + "&page[number]=1&page[size]=250");
    }

    @Test
    void onlyOrdersWithExactlyTheReferenceAreFound() {
        place("ref");
        place("ref-1");
        place("ref");
        assertThat(orders.findByCustomerReference("ref")).hasSize(2);
        assertThat(orders.findByCustomerReference("other")).isEmpty();
    }

    @Test
    void aPendingOrderIsAwaitedUntilItIsASuccess() {
        account.checksUntilDone = 3;
        assertThat(orders.awaitCompletion(place(), MINUTE).isSuccess()).isTrue();
        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void anOrderThatFailsIsReturnedAsAFailure() {
        account.checksUntilDone = 2;
        account.onOrders(OnOrder.ACCEPT_TO_FAIL);
        assertThat(orders.awaitCompletion(place().id(), MINUTE, RequestOptions.none())
                        .isFailure())
                .isTrue();
    }

    @Test
    void anOrderThatHasEndedIsNotCheckedAgain() {
        NumberOrderResult order = place();
        assertThat(orders.awaitCompletion(order, MINUTE)).isSameAs(order);
        assertThat(account.requests).hasSize(1);
    }

    @Test
    void anOrderThatStaysPendingIsReportedAsPendingAndNotLost() {
        account.checksUntilDone = -1;
        NumberOrderResult order = place();
        TelnyxException e = failure(order, MINUTE);
        assertThat(e.getMessage()).contains(order.id() + " is still pending after 60000 ms", "not lost");
        assertThat(e.advice()).isEqualTo(Advice.RETRY_WITH_BACKOFF);
        assertThat(e.reference()).contains(order.id());
        assertThat(time.slept()).isBetween(Duration.ofSeconds(59), MINUTE);
    }

    @Test
    void aStateThatThisEditionDoesNotKnowIsNoEndAndIsReadableAtTheDeadline() {
        account.states.add("half-done/pending");
        NumberOrderResult order = place();
        TelnyxException e = failure(order, MINUTE);
        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e).hasMessageContaining("still in the state \"half-done\", which this edition does not know");
        assertThat(e.reference()).contains(order.id());
        assertThat(time.slept()).isBetween(Duration.ofSeconds(59), MINUTE);
    }

    @Test
    void anOrderWithoutAReferenceGetsOneAndAnyOtherStaysAsItIs() throws IOException {
        NumberOrderResult order = orders.create(CreateNumberOrderRequest.builder()
                .addPhoneNumber(number("+14165550101"))
                .build());
        assertThat(order.customerReference()).contains(account.references().get(0));
        assertThat(account.references().get(0)).hasSize(36);
    }

    @Test
    void checksThatFailAreMadeAgain() {
        account.checksUntilDone = 1;
        account.failingChecks = 3;
        assertThat(orders.awaitCompletion(place(), MINUTE).isSuccess()).isTrue();
    }

    @Test
    void ifNoCheckSucceedsTheLastFailureIsThrown() {
        account.failingChecks = 1_000;
        TelnyxException e = catchThrowableOfType(
                TelnyxException.class, () -> orders.awaitCompletion("some-id", MINUTE, RequestOptions.none()));
        assertThat(e.httpStatus()).hasValue(503);
        assertThat(e.operation()).isEqualTo("number_orders.await_completion");
    }

    @Test
    void anUnknownIdIsThrownAtOnce() {
        TelnyxException e = catchThrowableOfType(
                TelnyxException.class, () -> orders.awaitCompletion("some-id", MINUTE, RequestOptions.none()));
        assertThat(e.httpStatus()).hasValue(404);
        assertThat(account.requests).hasSize(1);
    }

    @Test
    void anOrderThatWasPlacedAMomentAgoMayNotBeFoundYet() {
        account.checksUntilDone = 2;
        account.unknownIds = 2;
        assertThat(orders.awaitCompletion(place(), MINUTE).isSuccess()).isTrue();
    }

    @Test
    void anOrderIsDoneThoughOneOfItsNumbersWasNotHad() {
        account.states.addAll(List.of("pending/pending", "success/failure"));
        NumberOrderResult order = orders.awaitCompletion(place(), MINUTE);
        assertThat(order.isSuccess()).isTrue();
        assertThat(order.phoneNumbers().get(0).status()).contains(NumberOrderStatus.FAILURE);
    }

    @Test
    void aCheckThatMayNotBeMadeInTimeIsNotMade() {
        account.checksUntilDone = -1;
        NumberOrderResult order = place();
        account.limitedChecks = 1_000;
        account.retryAfter = 90;
        TelnyxException e = failure(order, MINUTE);
        assertThat(e).hasMessageContaining("still pending");
        assertThat(e.getCause())
                .isInstanceOfSatisfying(
                        TelnyxException.class,
                        look -> assertThat(look.retryAfter()).contains(Duration.ofSeconds(90)));
        assertThat(account.count("GET")).isOne();
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void anInterruptEndsTheWaitAndKeepsTheFlag() {
        account.checksUntilDone = -1;
        time.interruptAt(1);
        NumberOrderResult order = place();
        TelnyxException e = failure(order, MINUTE);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(e.getMessage()).contains("interrupted").contains("order is not lost");
        assertThat(e.reference()).contains(order.id());
    }

    @Test
    void whatCannotBeRightIsRefusedBeforeTheWire() {
        assertThat(catchThrowableOfType(
                        TelnyxValidationException.class,
                        () -> orders.create(CreateNumberOrderRequest.builder().build())))
                .hasMessageContaining("phone_numbers");
        assertThat(catchThrowableOfType(
                        TelnyxValidationException.class,
                        () -> orders.create(CreateNumberOrderRequest.builder()
                                .addPhoneNumber(number("+14165550101"))
                                .addPhoneNumber(number("+14165550101"))
                                .build())))
                .hasMessageContaining("twice");
        assertThat(catchThrowableOfType(
                        TelnyxValidationException.class,
                        () -> orders.awaitCompletion("id", Duration.ZERO, RequestOptions.none())))
                .hasMessageContaining("atMost");
        assertThat(account.requests).isEmpty();
    }

    private NumberOrderResult place() {
        return place("ref");
    }

    private NumberOrderResult place(String reference) {
        return orders.create(CreateNumberOrderRequest.builder()
                .addPhoneNumber(number("+1416555010" + ++placed))
                .customerReference(reference)
                .build());
    }

    private static NumberToOrder number(String phoneNumber) {
        return NumberToOrder.builder().phoneNumber(phoneNumber).build();
    }

    private TelnyxException failure(NumberOrderResult order, Duration atMost) {
        return catchThrowableOfType(TelnyxException.class, () -> orders.awaitCompletion(order, atMost));
    }
}
