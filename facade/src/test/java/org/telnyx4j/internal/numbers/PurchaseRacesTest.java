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
import org.telnyx4j.internal.exchange.ClientResources;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.time.TimeSource;
import org.telnyx4j.numbers.PurchasedNumber;

/** Callers that want a number of the same area code at the same moment get one each, and no two the same. */
class PurchaseRacesTest {
    private static final int CALLERS = 8;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachCallerGetsItsOwnNumber(boolean twoClients) throws Exception {
        try (NumberAccount account = new NumberAccount();
                ClientResources first = account.anotherClient(TimeSource.system());
                ClientResources second = account.anotherClient(TimeSource.system())) {
            for (int i = 0; i < CALLERS; i++) {
                account.sells("+1416555010" + i);
            }
            List<PurchasedNumber> bought = race(first, twoClients ? second : first);

            assertThat(bought).hasSize(CALLERS);
            assertThat(bought).extracting(PurchasedNumber::phoneNumber).doesNotHaveDuplicates();
            assertThat(account.bought())
                    .containsExactlyInAnyOrderElementsOf(
                            bought.stream().map(PurchasedNumber::phoneNumber).toList());
            assertThat(bought).extracting(PurchasedNumber::customerReference).doesNotHaveDuplicates();
            assertThat(account.placedReferences())
                    .containsExactlyInAnyOrderElementsOf(bought.stream()
                            .map(PurchasedNumber::customerReference)
                            .toList());
        }
    }

    @Test
    void aResponseThatIsLostInTheRaceCostsNobodyASecondNumber() throws Exception {
        try (NumberAccount account = new NumberAccount();
                ClientResources first = account.anotherClient(TimeSource.system());
                ClientResources second = account.anotherClient(TimeSource.system())) {
            for (int i = 0; i < CALLERS; i++) {
                account.sells("+1416555010" + i).onOrders(NumberAccount.OnOrder.LOSE_RESPONSE);
            }
            List<PurchasedNumber> bought = race(first, second);

            assertThat(bought).extracting(PurchasedNumber::phoneNumber).doesNotHaveDuplicates();
            assertThat(account.bought()).hasSize(CALLERS);
        }
    }

    private static List<PurchasedNumber> race(ClientResources first, ClientResources second) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            CyclicBarrier together = new CyclicBarrier(CALLERS);
            List<Future<PurchasedNumber>> running = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                TelnyxClient client = NumberAccount.client(i % 2 == 0 ? first : second);
                running.add(threads.submit(() -> {
                    together.await();
                    return new DefaultPhoneNumbers(client)
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
