package org.telnyx4j.wire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.fixtures.Fixtures.FROM;
import static org.telnyx4j.fixtures.Fixtures.KEY;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.TO;
import static org.telnyx4j.fixtures.Fixtures.client;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.Tenant;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.Threads;
import org.telnyx4j.testing.Threads.Running;

/** One pool for all tenants, no thread or socket before or after, and no key on another tenant's request. */
class LifecycleTest {

    private static Set<Thread> ours() {
        Set<Thread> threads = new HashSet<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            String name = thread.getName();
            if (thread.isAlive() && (name.startsWith("telnyx4j") || name.contains("evictor"))) {
                threads.add(thread);
            }
        }
        return threads;
    }

    @Test
    void closingEndsAllConnectionsAndThreads() throws Exception {
        Set<Thread> before = ours();
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT))) {
            Telnyx telnyx = client(server).build();
            telnyx.messages().send(message());
            assertThat(server.openConnections()).isEqualTo(1);
            Set<Thread> during = ours();
            during.removeAll(before);
            assertThat(during).isNotEmpty().allMatch(Thread::isDaemon);

            telnyx.close();
            telnyx.close();

            Threads.await("the connection is closed", () -> server.openConnections() == 0);
            Threads.await("the threads have ended", () -> before.containsAll(ours()));
        }
    }

    @Test
    void buildingAndTenantsOpenNothing() throws Exception {
        Set<Thread> before = ours();
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT));
                Telnyx telnyx = client(server).build()) {
            for (int i = 0; i < 1_000; i++) {
                telnyx.withTenant(Tenant.builder("tenant-" + i).build());
            }
            Set<Thread> during = ours();
            during.removeAll(before);
            assertThat(during).noneMatch(thread -> thread.getName().startsWith("telnyx4j"));
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void aClosedClientSaysSo() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT))) {
            Telnyx telnyx = client(server).build();
            TelnyxOperations view = telnyx.withTenant(Tenant.builder("acme").build());
            telnyx.close();
            TelnyxNetworkException error = catchThrowableOfType(
                    TelnyxNetworkException.class, () -> telnyx.messages().send(message()));
            assertThat(error.failure()).isEqualTo(NetworkFailure.CLIENT_CLOSED);
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(error).hasMessageContaining("this Telnyx client is closed");
            TelnyxNetworkException raw = catchThrowableOfType(
                    TelnyxNetworkException.class, () -> view.raw().messages().retrieveMessage("id"));
            assertThat(raw.failure()).isEqualTo(NetworkFailure.CLIENT_CLOSED);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void callsUnderWayAndCallsThatWaitEndWhenTheClientIsClosed() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
            connection.read();
            connection.awaitClose();
        })) {
            Telnyx telnyx = client(server)
                    .http(HttpOptions.builder().maxConnections(1).build())
                    .build();
            Running underWay = Threads.start(() -> telnyx.messages().send(message()));
            server.awaitRequest();
            Running waiting = Threads.start(() -> telnyx.messages().send(message()));
            Threads.awaitWithin(waiting.thread(), "PoolingHttpClientConnectionManager");

            telnyx.close();

            TelnyxNetworkException sent = underWay.join().thrown(TelnyxNetworkException.class);
            assertThat(sent.outcome()).isEqualTo(Outcome.UNKNOWN);
            TelnyxNetworkException leased = waiting.join().thrown(TelnyxNetworkException.class);
            assertThat(leased.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(underWay.interruptedAfterwards()).isFalse();
        }
    }

    @Test
    void aThousandTenantsShareTheConnections() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT));
                Telnyx telnyx = client(server).build()) {
            for (int i = 0; i < 1_000; i++) {
                Tenant tenant = Tenant.builder("tenant-" + i).apiKey("key-" + i).build();
                telnyx.withTenant(tenant).messages().send(message());
            }
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.requests())
                    .extracting(request -> request.header("Authorization"))
                    .doesNotHaveDuplicates()
                    .hasSize(1_000);
        }
    }

    @Test
    void keysSendersProfilesAndWebhooksNeverCrossBetweenTenants() throws Exception {
        int threads = 200;
        int rounds = 5;
        int most = 20;
        CountDownLatch start = new CountDownLatch(1);
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT));
                Telnyx telnyx = client(server)
                        .http(HttpOptions.builder().maxConnections(most).build())
                        .build()) {
            List<Running> callers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int caller = i;
                callers.add(Threads.start(() -> {
                    start.await();
                    for (int round = 0; round < rounds; round++) {
                        int number = 1_000 + caller * rounds + round;
                        send(telnyx, number);
                    }
                    return caller;
                }));
            }
            start.countDown();
            for (Running caller : callers) {
                assertThat(caller.join().succeeded()).isTrue();
            }
            assertThat(server.connections()).isLessThanOrEqualTo(most);
            assertThat(server.requests()).hasSize(threads * rounds);
            for (ReceivedRequest request : server.requests()) {
                String number = String.valueOf(request.header("Authorization")).replace("Bearer key-", "");
                assertThat(request.body())
                        .contains(
                                "\"text\":\"text " + number + "\"",
                                "\"from\":\"+1416555" + number + "\"",
                                "\"messaging_profile_id\":\"profile-" + number + "\"",
                                "\"webhook_url\":\"https://example.com/" + number + "\"");
            }
        }
    }

    private static void send(Telnyx telnyx, int number) {
        Tenant tenant = Tenant.builder("tenant-" + number)
                .apiKey("key-" + number)
                .from("+1416555" + number)
                .messagingProfileId("profile-" + number)
                .webhookUrl("https://example.com/" + number)
                .build();
        OutgoingMessage message =
                OutgoingMessage.builder().to(TO).text("text " + number).build();
        telnyx.withTenant(tenant).messages().send(message);
    }

    @Test
    void textsOfClientAndTenantAreSafeToLog() throws Exception {
        try (RawServer server = RawServer.answering("");
                Telnyx telnyx = client(server).build()) {
            Tenant tenant = Tenant.builder("acme")
                    .apiKey(KEY)
                    .from(FROM)
                    .timeout(Duration.ofSeconds(1))
                    .build();
            for (Object each :
                    List.of(telnyx, tenant, RequestOptions.builder().apiKey(KEY).build())) {
                assertThat(each.toString()).doesNotContain(KEY, FROM);
            }
        }
    }
}
