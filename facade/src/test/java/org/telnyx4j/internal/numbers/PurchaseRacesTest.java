package org.telnyx4j.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.internal.core.ClientCore;
import org.telnyx4j.internal.core.View;
import org.telnyx4j.numbers.PurchasedNumber;

/** Callers that want a number of the same area code at the same moment get one each, and no two the same. */
class PurchaseRacesTest {
    private static final int CALLERS = 8;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachCallerGetsItsOwnNumber(boolean twoClients) throws Exception {
        try (FakeAccount account = new FakeAccount();
                ClientCore second = account.anotherClient()) {
            account.sellsEachNumberOnce = true;
            for (int i = 0; i < CALLERS; i++) {
                account.sells("+1416555010" + i);
            }
            View other = twoClients ? account.view(second) : account.view();
            List<PurchasedNumber> bought = race(account, other);

            assertThat(bought).hasSize(CALLERS);
            assertThat(bought).extracting(PurchasedNumber::phoneNumber).doesNotHaveDuplicates();
            assertThat(account.bought())
                    .containsExactlyInAnyOrderElementsOf(
                            bought.stream().map(PurchasedNumber::phoneNumber).toList());
            assertThat(bought).extracting(PurchasedNumber::customerReference).doesNotHaveDuplicates();
            assertThat(account.orders)
                    .extracting(order -> order.path("customer_reference").asText())
                    .containsExactlyInAnyOrderElementsOf(bought.stream()
                            .map(PurchasedNumber::customerReference)
                            .toList());
        }
    }

    @Test
    void anAnswerThatIsLostInTheRaceCostsNobodyASecondNumber() throws Exception {
        try (FakeAccount account = new FakeAccount();
                ClientCore second = account.anotherClient()) {
            account.sellsEachNumberOnce = true;
            for (int i = 0; i < CALLERS; i++) {
                account.sells("+1416555010" + i).onOrders(FakeAccount.OnOrder.LOSE_ANSWER);
            }
            List<PurchasedNumber> bought = race(account, account.view(second));

            assertThat(bought).extracting(PurchasedNumber::phoneNumber).doesNotHaveDuplicates();
            assertThat(account.bought()).hasSize(CALLERS);
        }
    }

    private static List<PurchasedNumber> race(FakeAccount account, View other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            CyclicBarrier together = new CyclicBarrier(CALLERS);
            List<Future<PurchasedNumber>> running = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                View view = i % 2 == 0 ? account.view() : other;
                running.add(threads.submit(() -> {
                    together.await();
                    return new DefaultPhoneNumbers(view, new FakeSleeper())
                            .searchAndBuyFirst("416")
                            .orElseThrow();
                }));
            }
            List<PurchasedNumber> bought = new ArrayList<>();
            for (Future<PurchasedNumber> one : running) {
                bought.add(one.get(30, TimeUnit.SECONDS));
            }
            return bought;
        } finally {
            threads.shutdownNow();
        }
    }
}
