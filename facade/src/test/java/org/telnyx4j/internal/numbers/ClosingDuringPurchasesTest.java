package org.telnyx4j.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.exchange.ClientResources;
import org.telnyx4j.internal.numbers.NumberAccount.OnOrder;
import org.telnyx4j.internal.time.TimeSource;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.numbers.PurchasedNumber;

/** A client that is closed while it buys numbers: each caller learns what became of the purchase. */
class ClosingDuringPurchasesTest {
    private static final int CLIENTS = 15;
    private static final int CALLERS = 8;

    @ParameterizedTest
    @EnumSource(
            value = OnOrder.class,
            names = {"ACCEPT", "ACCEPT_TO_FAIL", "LOSE_RESPONSE", "RESPONSE_TOO_LATE", "COPY_TAKEN", "TAKEN"})
    void eachCallEndsWithItsOutcomeAndItsReference(OnOrder each) throws Exception {
        Random random = new Random(1);
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try (NumberAccount account = new NumberAccount()) {
            account.checksUntilDone = 2;
            for (int i = 0; i < CLIENTS; i++) {
                for (int caller = 0; caller < CALLERS; caller++) {
                    account.sells("+1416%07d".formatted(2_000_000 + i * CALLERS + caller));
                    account.onOrders(each);
                }
                ClientResources client = account.anotherClient(TimeSource.system());
                CountDownLatch begun = new CountDownLatch(CALLERS);
                List<Future<String>> reports = new ArrayList<>();
                for (int caller = 0; caller < CALLERS; caller++) {
                    String own = "shop " + i + "-" + caller;
                    reports.add(threads.submit(() -> {
                        begun.countDown();
                        return report(account, client, own);
                    }));
                }
                begun.await();
                Thread.sleep(random.nextInt(60));
                client.close();
                for (Future<String> report : reports) {
                    assertThat(report.get(5, TimeUnit.SECONDS)).isEmpty();
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Returns what is wrong with what the caller learns, or an empty string. */
    private static String report(NumberAccount account, ClientResources client, String own) {
        PurchaseOptions purchase =
                PurchaseOptions.builder().customerReference(own).build();
        try {
            Optional<PurchasedNumber> bought =
                    new DefaultPhoneNumbers(NumberAccount.client(client)).searchAndBuyFirst("416", purchase);
            return bought.isEmpty() || account.placed(bought.get().customerReference()) ? "" : "bought nothing";
        } catch (TelnyxException e) {
            boolean isPlaced = account.boughtBy(own);
            String reference = e.reference().orElse("");
            if (e.outcome() == Outcome.UNKNOWN) {
                boolean isOfPurchase = reference.startsWith(own + "/");
                return isOfPurchase && (!isPlaced || account.placed(reference)) ? "" : "another reference: " + e;
            }
            return e.outcome() == Outcome.NOT_CARRIED_OUT && !isPlaced ? "" : "a false report: " + e;
        } catch (RuntimeException e) {
            return "a bare exception: " + e;
        }
    }
}
