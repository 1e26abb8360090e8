package org.telnyx4j.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.internal.call.CallSettings;
import org.telnyx4j.internal.exchange.ClientResources;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.messaging.profiles.DefaultMessagingProfiles;
import org.telnyx4j.internal.numbers.DefaultNumberOrders;
import org.telnyx4j.internal.numbers.DefaultPhoneNumbers;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.internal.time.TimeSource;
import org.telnyx4j.testing.FaultyProxy;
import org.telnyx4j.testing.Response;

/** What is looked up on many pages has one deadline, and not one for each page. */
class OneDeadlineForAllPagesTest {
    private static final long MILLIS_FOR_A_PAGE = 100;
    private static final Duration DEADLINE = Duration.ofMillis(500);

    private FaultyProxy server;
    private ClientResources resources;

    @BeforeEach
    void start() throws IOException {
        server = FaultyProxy.inFrontOf(URI.create("http://127.0.0.1:1"), passage -> {
            String target = passage.request().target();
            String number = target.replaceAll(".*page\\[number]=([0-9]+).*", "$1");
            Thread.sleep(MILLIS_FOR_A_PAGE);
            passage.send(Response.json(
                    200,
                    "{\"data\":[{\"id\":\"" + number + "\"}],\"meta\":{\"page_number\":" + number
                            + ",\"page_size\":1,\"total_pages\":20,\"total_results\":20}}"));
        });
        resources = new ClientResources(
                server.baseUrl(),
                HttpOptions.builder().build(),
                null,
                TimeSource.system(),
                new Telemetry(null, true, List.of()),
                Map.of());
    }

    @AfterEach
    void stop() {
        resources.close();
        server.close();
    }

    static Stream<Arguments> lookups() {
        Function<TelnyxClient, Object> byName =
                client -> new DefaultMessagingProfiles(client).findByName("Support", options());
        Function<TelnyxClient, Object> byNumber =
                client -> new DefaultPhoneNumbers(client).findByNumber("+14165550100", options());
        Function<TelnyxClient, Object> byReference =
                client -> new DefaultNumberOrders(client).findByCustomerReference("shop 7", options());
        return Stream.of(
                Arguments.of("messaging_profiles.find_by_name", byName),
                Arguments.of("phone_numbers.find_by_number", byNumber),
                Arguments.of("number_orders.find_by_customer_reference", byReference));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lookups")
    void twentySlowPagesEndAtTheDeadline(String operation, Function<TelnyxClient, Object> lookup) {
        TelnyxClient client = new TelnyxClient(
                resources, CallSettings.merge(new CallSettings(() -> "key", null, null), CallSettings.BUILT_IN), null);
        long start = System.nanoTime();
        TelnyxNetworkException e = catchThrowableOfType(TelnyxNetworkException.class, () -> lookup.apply(client));
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(e.failure()).isEqualTo(NetworkFailure.DEADLINE);
        assertThat(e.operation()).isEqualTo(operation);
        assertThat(took).isBetween(Duration.ofMillis(400), Duration.ofSeconds(20));
        assertThat(server.requests()).hasSizeLessThan(7);
    }

    private static RequestOptions options() {
        return RequestOptions.timeout(DEADLINE);
    }
}
