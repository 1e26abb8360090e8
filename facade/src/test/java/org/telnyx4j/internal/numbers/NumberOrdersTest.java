package org.telnyx4j.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.internal.numbers.FakeAccount.OnOrder;
import org.telnyx4j.numbers.NewNumberOrder;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.NumberOrderStatus;
import org.telnyx4j.numbers.NumberOrderUpdate;
import org.telnyx4j.numbers.NumberOrdersCriteria;
import org.telnyx4j.numbers.PurchaseOptions;

class NumberOrdersTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeSleeper sleeper = new FakeSleeper();
    private FakeAccount account;
    private DefaultNumberOrders orders;

    @BeforeEach
    void start() throws IOException {
        account = new FakeAccount();
        orders = account.orders(sleeper);
    }

    @AfterEach
    void stop() {
        account.close();
        Thread.interrupted();
    }

    @Test
    void anOrderOfSeveralNumbersCarriesExactlyWhatIsSet() {
        NumberOrderResult order = orders.create(NewNumberOrder.builder()
                .number("+14165550101")
                .line(NewNumberOrder.Line.of("+492111609539").withRequirementGroupId("group-1"))
                .options(PurchaseOptions.builder().customerReference("ref-1").build())
                .build());
        assertThat(account.bodies)
                .containsExactly(
                        "{\"customer_reference\":\"ref-1\",\"phone_numbers\":[{\"phone_number\":\"+14165550101\"},"
                                + "{\"phone_number\":\"+492111609539\",\"requirement_group_id\":\"group-1\"}]}");
        assertThat(order.phoneNumbers()).hasSize(2);
        assertThat(order).asString().doesNotContain("+14165550101");
    }

    @Test
    void anOrderIsUpdatedWithExactlyWhatIsSet() {
        String id = place().id();
        orders.update(
                id,
                NumberOrderUpdate.builder()
                        .customerReference("new")
                        .requirement(new NumberOrderUpdate.Requirement("requirement-1", "document-1"))
                        .build());
        assertThat(account.requests.get(1)).isEqualTo("PATCH /number_orders/" + id);
        assertThat(account.bodies.get(1))
                .isEqualTo("{\"customer_reference\":\"new\",\"regulatory_requirements\":"
                        + "[{\"field_value\":\"document-1\",\"requirement_id\":\"requirement-1\"}]}");
    }

    @Test
    void theFiltersOfAListAreOnTheWire() {
        orders.list(NumberOrdersCriteria.builder()
                        .status(NumberOrderStatus.PENDING)
                        .customerReference("ref 1")
                        .createdAfter(Instant.parse("2026-01-02T03:04:05Z"))
                        .createdBefore(Instant.parse("2026-02-02T03:04:05Z"))
                        .phoneNumbersCount(1)
                        .requirementsMet(true)
                        .build())
                .firstPage();
        assertThat(account.requests)
                .containsExactly("GET /number_orders?filter[status]=pending&filter[customer_reference]=ref%201"
                        + "&filter[created_at][gt]=2026-01-02T03%3A04%3A05Z"
                        + "&filter[created_at][lt]=2026-02-02T03%3A04%3A05Z&filter[phone_numbers_count]=1"
                        + "&filter[requirements_met]=true&page[number]=1&page[size]=250");
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
        account.looksUntilDone = 3;
        assertThat(orders.awaitCompletion(place(), MINUTE).isSuccess()).isTrue();
        assertThat(sleeper.sleeps).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void anOrderThatFailsIsReturnedAsAFailure() {
        account.looksUntilDone = 2;
        account.onOrders(OnOrder.ACCEPT_TO_FAIL);
        assertThat(orders.awaitCompletion(place().id(), MINUTE, RequestOptions.none())
                        .isFailure())
                .isTrue();
    }

    @Test
    void anOrderThatHasEndedIsNotLookedAtAgain() {
        NumberOrderResult order = place();
        assertThat(orders.awaitCompletion(order, MINUTE)).isSameAs(order);
        assertThat(account.requests).hasSize(1);
    }

    @Test
    void anOrderThatStaysPendingIsSaidToBePendingAndNotLost() {
        account.looksUntilDone = -1;
        NumberOrderResult order = place();
        TelnyxException e = failure(order, MINUTE);
        assertThat(e.getMessage()).contains(order.id() + " is still pending after 60000 ms", "not lost");
        assertThat(e.advice()).isEqualTo(Advice.RETRY_WITH_BACKOFF);
        assertThat(e.reference()).contains(order.id());
        assertThat(sleeper.slept()).isBetween(Duration.ofSeconds(59), MINUTE);
    }

    @Test
    void looksThatFailAreMadeAgain() {
        account.looksUntilDone = 1;
        account.failingLooks = 3;
        assertThat(orders.awaitCompletion(place(), MINUTE).isSuccess()).isTrue();
    }

    @Test
    void ifNoLookSucceedsTheLastFailureIsThrown() {
        account.failingLooks = 1_000;
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
        account.looksUntilDone = 2;
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
    void aLookThatMayNotBeMadeInTimeIsNotMade() {
        account.looksUntilDone = -1;
        NumberOrderResult order = place();
        account.limitedLooks = 1_000;
        account.retryAfter = 90;
        TelnyxException e = failure(order, MINUTE);
        assertThat(e).hasMessageContaining("still pending");
        assertThat(e.getCause())
                .isInstanceOfSatisfying(
                        TelnyxException.class,
                        look -> assertThat(look.retryAfter()).contains(Duration.ofSeconds(90)));
        assertThat(account.count("GET")).isOne();
        assertThat(sleeper.sleeps).isEmpty();
    }

    @Test
    void anInterruptEndsTheWaitAndKeepsTheFlag() {
        account.looksUntilDone = -1;
        sleeper.interruptAt(1);
        TelnyxException e = failure(place(), MINUTE);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(e.getMessage()).contains("interrupted").contains("the order is not lost");
        assertThat(e.reference()).contains("00000000-0000-4000-8000-000000000000");
    }

    @Test
    void whatCannotBeRightIsRefusedBeforeTheWire() {
        assertThat(catchThrowableOfType(
                        TelnyxValidationException.class,
                        () -> orders.create(NewNumberOrder.builder().build())))
                .hasMessageContaining("phone_numbers");
        assertThat(catchThrowableOfType(
                        TelnyxValidationException.class,
                        () -> orders.create(NewNumberOrder.builder()
                                .number("+14165550101")
                                .number("+14165550101")
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
        return orders.create(NewNumberOrder.builder()
                .number("+14165550101")
                .options(PurchaseOptions.builder().customerReference(reference).build())
                .build());
    }

    private TelnyxException failure(NumberOrderResult order, Duration atMost) {
        return catchThrowableOfType(TelnyxException.class, () -> orders.awaitCompletion(order, atMost));
    }
}
