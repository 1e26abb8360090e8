package org.telnyx4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.TEXT;
import static org.telnyx4j.fixtures.Fixtures.TO;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.testing.RawServer;

/** The order call, tenant, client, built-in as the server sees it, for every way in which the levels set a field. */
class DefaultsOnTheWireTest {
    private static final int CALL = 1;
    private static final int TENANT = 2;
    private static final int CLIENT = 4;

    private RawServer server;

    @BeforeEach
    void start() throws IOException {
        server = RawServer.answering(RawServer.json(200, SENT));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    static IntStream ways() {
        return IntStream.range(0, 8);
    }

    static IntStream waysWithoutNone() {
        return IntStream.range(1, 8);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theStrongestLevelThatSetsAFieldIsWhatGoesOut(int way) throws InterruptedException {
        List<String> expected = new ArrayList<>();
        expected.add("\"to\":\"" + TO + "\"");
        expected.add("\"text\":\"" + TEXT + "\"");
        expect(expected, way, "from", "+1416555000%d");
        // At least one of sender and profile is always there.
        int profileWay = way == 0 ? CLIENT : way;
        expect(expected, profileWay, "messaging_profile_id", "profile-%d");
        expect(expected, way, "webhook_url", "https://example.com/%d");
        expect(expected, way, "webhook_failover_url", "https://example.com/failover/%d");

        send(way, profileWay);

        String body = server.awaitRequest().body();
        assertThat(List.of(body.substring(1, body.length() - 1).split(",")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("waysWithoutNone")
    void theStrongestLevelThatHasAKeyGivesTheKey(int way) throws InterruptedException {
        Telnyx.Builder builder = Telnyx.builder().baseUrl(server.baseUrl()).from("+14165550000");
        Tenant.Builder tenant = Tenant.builder("acme");
        RequestOptions.Builder options = RequestOptions.builder();
        if ((way & CLIENT) != 0) {
            builder.apiKey("key-" + CLIENT);
        }
        if ((way & TENANT) != 0) {
            tenant.apiKey("key-" + TENANT);
        }
        if ((way & CALL) != 0) {
            options.apiKey("key-" + CALL);
        }
        try (Telnyx telnyx = builder.build()) {
            TelnyxOperations view = telnyx.withTenant(tenant.build());
            view.messages().send(message().build(), options.build());
            view.messages().retrieve("id", options.build());
            view.messages().cancel("id", options.build());
            view.raw(options.build()).messages().retrieveMessage("id");
        }
        for (int i = 0; i < 4; i++) {
            assertThat(server.awaitRequest().header("Authorization"))
                    .isEqualTo("Bearer key-" + Integer.lowestOneBit(way));
        }
    }

    @ParameterizedTest
    @MethodSource("waysWithoutNone")
    void theStrongestLevelThatHasADeadlineGivesTheDeadline(int way) throws IOException {
        // What must not hold is so long that the test would not end in time.
        int strongest = Integer.lowestOneBit(way);
        try (RawServer silent = RawServer.start(RawServer.Connection::awaitClose)) {
            Telnyx.Builder builder =
                    Telnyx.builder().baseUrl(silent.baseUrl()).apiKey("key").from("+14165550000");
            Tenant.Builder tenant = Tenant.builder("acme");
            RequestOptions.Builder options = RequestOptions.builder();
            if ((way & CLIENT) != 0) {
                builder.timeout(strongest == CLIENT ? Duration.ofMillis(100 + CLIENT) : Duration.ofHours(1));
            }
            if ((way & TENANT) != 0) {
                tenant.timeout(strongest == TENANT ? Duration.ofMillis(100 + TENANT) : Duration.ofHours(1));
            }
            if ((way & CALL) != 0) {
                options.timeout(Duration.ofMillis(100 + CALL));
            }
            try (Telnyx telnyx = builder.build()) {
                TelnyxOperations view = telnyx.withTenant(tenant.build());
                TelnyxNetworkException error = catchThrowableOfType(
                        TelnyxNetworkException.class,
                        () -> view.messages().send(message().build(), options.build()));
                assertThat(error).hasMessageContaining("deadline of " + (100 + strongest) + " ms");
            }
        }
    }

    private void send(int way, int profileWay) {
        Telnyx.Builder builder = Telnyx.builder().baseUrl(server.baseUrl()).apiKey("key");
        Tenant.Builder tenant = Tenant.builder("acme");
        OutgoingMessage.Builder message = message();
        if ((way & CLIENT) != 0) {
            builder.from(value("+1416555000%d", CLIENT))
                    .webhookUrl(value("https://example.com/%d", CLIENT))
                    .webhookFailoverUrl(value("https://example.com/failover/%d", CLIENT));
        }
        if ((profileWay & CLIENT) != 0) {
            builder.messagingProfileId(value("profile-%d", CLIENT));
        }
        if ((way & TENANT) != 0) {
            tenant.from(value("+1416555000%d", TENANT))
                    .messagingProfileId(value("profile-%d", TENANT))
                    .webhookUrl(value("https://example.com/%d", TENANT))
                    .webhookFailoverUrl(value("https://example.com/failover/%d", TENANT));
        }
        if ((way & CALL) != 0) {
            message.from(value("+1416555000%d", CALL))
                    .messagingProfileId(value("profile-%d", CALL))
                    .webhookUrl(value("https://example.com/%d", CALL))
                    .webhookFailoverUrl(value("https://example.com/failover/%d", CALL));
        }
        try (Telnyx telnyx = builder.build()) {
            telnyx.withTenant(tenant.build()).messages().send(message.build());
        }
    }

    private static OutgoingMessage.Builder message() {
        return OutgoingMessage.builder().to(TO).text(TEXT);
    }

    private static void expect(List<String> expected, int way, String field, String pattern) {
        if (way != 0) {
            expected.add("\"" + field + "\":\"" + value(pattern, Integer.lowestOneBit(way)) + "\"");
        }
    }

    private static String value(String pattern, int level) {
        return pattern.replace("%d", Integer.toString(level));
    }
}
