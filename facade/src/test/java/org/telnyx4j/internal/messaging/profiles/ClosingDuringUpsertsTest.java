package org.telnyx4j.internal.messaging.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.internal.call.CallSettings;
import org.telnyx4j.internal.exchange.ClientResources;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.messaging.profiles.ProfileAccount.Creation;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.internal.time.TimeSource;

/** A client that is closed while it creates profiles: each caller learns what became of its call. */
class ClosingDuringUpsertsTest {
    private static final int CLIENTS = 15;
    private static final int CALLERS = 8;

    @ParameterizedTest
    @EnumSource(
            value = Creation.class,
            names = {"ANSWERED", "MADE_AND_NOT_ANSWERED", "MADE_AND_502", "LOST"})
    void eachCallEndsWithItsOutcomeAndTheName(Creation creation) throws Exception {
        Random random = new Random(1);
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try (ProfileAccount account = new ProfileAccount().creation(creation)) {
            for (int i = 0; i < CLIENTS; i++) {
                ClientResources client = open(account);
                CountDownLatch begun = new CountDownLatch(CALLERS);
                List<Future<String>> reports = new ArrayList<>();
                for (int caller = 0; caller < CALLERS; caller++) {
                    // Two callers each want the same profile, so that one of them may have to wait.
                    String name = "Support " + i + "-" + caller / 2;
                    reports.add(threads.submit(() -> {
                        begun.countDown();
                        return report(account, client, name);
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

    private static ClientResources open(ProfileAccount account) {
        return new ClientResources(
                account.baseUrl(),
                HttpOptions.builder().build(),
                null,
                TimeSource.system(),
                new Telemetry(null, true, List.of()),
                Map.of());
    }

    /** Returns what is wrong with what the caller learns, or an empty string. */
    private static String report(ProfileAccount account, ClientResources client, String name) {
        CallSettings own = CallSettings.merge(new CallSettings(() -> "key", null, null), CallSettings.BUILT_IN);
        CreateMessagingProfileRequest wanted = CreateMessagingProfileRequest.builder()
                .name(name)
                .whitelistedDestinations(List.of("CA"))
                .build();
        try {
            new DefaultMessagingProfiles(new TelnyxClient(client, own, null)).createOrUpdate(wanted);
            return account.count(name) == 1 ? "" : "there is not one profile";
        } catch (TelnyxException e) {
            if (e.outcome() == Outcome.UNKNOWN) {
                return e.reference().orElse("").equals(name) ? "" : "without the name: " + e;
            }
            boolean isOfOneThatWaited = e.operation().equals("messaging_profiles.create_or_update");
            return e.outcome() == Outcome.NOT_CARRIED_OUT && isOfOneThatWaited ? "" : "a false report: " + e;
        } catch (RuntimeException e) {
            return "a bare exception: " + e;
        }
    }
}
