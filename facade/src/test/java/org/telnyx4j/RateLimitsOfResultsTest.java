package org.telnyx4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.generated.api.RawApi;
import org.telnyx4j.generated.model.CallForwarding;
import org.telnyx4j.generated.model.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.generated.model.UpdateNumberOrderRequest;
import org.telnyx4j.generated.model.UpdatePhoneNumberRequest;
import org.telnyx4j.ids.PhoneNumberId;
import org.telnyx4j.messaging.Settlement;
import org.telnyx4j.paging.Page;
import org.telnyx4j.paging.PagedList;
import org.telnyx4j.testing.RawServer;

/** Whatever an operation returns has the state of the rate limit. */
class RateLimitsOfResultsTest {
    private static final String NUMBER = "+14165550101";
    private static final PhoneNumberId ID = PhoneNumberId.of("17");
    private static final RateLimitState STATE = new RateLimitState(50L, 49L, Duration.ofSeconds(1));

    /** What carries no such state, and why. */
    private static final Map<Type, String> WITHOUT = Map.of(
            RawApi.class, "its operations return the generated models, and beside them all headers",
            Settlement.class, "it comes from several responses, or from an event");

    /** What stands for what is within. */
    private static final Set<Type> WRAPPERS = Set.of(Optional.class, List.class, PagedList.class);

    private static Stream<Method> operations() {
        return Arrays.stream(TelnyxOperations.class.getMethods())
                .filter(accessor -> accessor.getReturnType() != AsyncTelnyxOperations.class)
                .flatMap(accessor -> accessor.getReturnType() == RawApi.class
                        ? Stream.of(accessor)
                        : Arrays.stream(accessor.getReturnType().getMethods()));
    }

    private static Type unwrapped(Type type) {
        return type instanceof ParameterizedType generic && WRAPPERS.contains(generic.getRawType())
                ? unwrapped(generic.getActualTypeArguments()[0])
                : type;
    }

    private static boolean hasIt(Type type) {
        return type instanceof Class<?> result
                && Arrays.stream(result.getMethods())
                        .anyMatch(method -> method.getName().equals("rateLimit")
                                && method.getParameterCount() == 0
                                && method.getGenericReturnType()
                                        .getTypeName()
                                        .equals("java.util.Optional<" + RateLimitState.class.getName() + ">"));
    }

    @Test
    void everyTypeThatAnOperationReturnsHasItOrIsExcused() {
        Set<Type> types = operations()
                .map(method -> unwrapped(method.getGenericReturnType()))
                .collect(Collectors.toSet());
        assertThat(types).hasSizeGreaterThan(10).containsAll(WITHOUT.keySet());
        assertThat(types).filteredOn(type -> !hasIt(type)).containsExactlyInAnyOrderElementsOf(WITHOUT.keySet());
        assertThat(hasIt(Page.class)).isTrue();
    }

    private static RawServer server() throws IOException {
        String entry = "{\"id\":\"17\",\"phone_number\":\"" + NUMBER + "\",\"status\":\"success\","
                + "\"customer_reference\":\"mine\"}";
        return RawServer.start(RawServer.answeringWith(request -> {
            String line = request.requestLine();
            boolean isList = line.startsWith("GET ") && line.contains("?");
            String data = isList ? "[" + entry + "]" : entry;
            return RawServer.json(
                    200,
                    "{\"data\":" + data + "}",
                    "x-ratelimit-limit: 50, 50;window=1",
                    "x-ratelimit-remaining: 49",
                    "x-ratelimit-reset: 1");
        }));
    }

    /** An operation on numbers or orders, down to the state. */
    record Use(String name, Function<TelnyxOperations, Optional<RateLimitState>> state) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Use> uses() {
        return Stream.of(
                new Use(
                        "search",
                        telnyx -> telnyx.phoneNumbers()
                                .searchAvailable(ListAvailablePhoneNumbersQuery.builder()
                                        .countryCode("CA")
                                        .nationalDestinationCode("416")
                                        .build())
                                .get(0)
                                .rateLimit()),
                new Use("buy", telnyx -> telnyx.phoneNumbers().buy(NUMBER).rateLimit()),
                new Use(
                        "buy first",
                        telnyx -> telnyx.phoneNumbers()
                                .searchAndBuyFirst("416")
                                .orElseThrow()
                                .rateLimit()),
                new Use(
                        "find",
                        telnyx -> telnyx.phoneNumbers()
                                .findByNumber(NUMBER)
                                .orElseThrow()
                                .rateLimit()),
                new Use(
                        "page",
                        telnyx -> telnyx.phoneNumbers().list().firstPage().rateLimit()),
                new Use("retrieve", telnyx -> telnyx.phoneNumbers().retrieve(ID).rateLimit()),
                new Use(
                        "update",
                        telnyx -> telnyx.phoneNumbers()
                                .update(
                                        ID,
                                        UpdatePhoneNumberRequest.builder()
                                                .customerReference("mine")
                                                .build())
                                .rateLimit()),
                new Use(
                        "messaging",
                        telnyx -> telnyx.phoneNumbers().messagingSettings(ID).rateLimit()),
                new Use(
                        "voice",
                        telnyx -> telnyx.phoneNumbers().voiceSettings(ID).rateLimit()),
                new Use(
                        "forwarding",
                        telnyx -> telnyx.phoneNumbers()
                                .setCallForwarding(
                                        ID,
                                        CallForwarding.builder()
                                                .callForwardingEnabled(false)
                                                .build())
                                .rateLimit()),
                new Use("order", telnyx -> telnyx.numberOrders().retrieve("17").rateLimit()),
                new Use(
                        "orders",
                        telnyx -> telnyx.numberOrders()
                                .findByCustomerReference("mine")
                                .get(0)
                                .rateLimit()),
                new Use(
                        "orders page",
                        telnyx -> telnyx.numberOrders().list().firstPage().rateLimit()),
                new Use(
                        "update order",
                        telnyx -> telnyx.numberOrders()
                                .update(
                                        "17",
                                        UpdateNumberOrderRequest.builder()
                                                .customerReference("mine")
                                                .build())
                                .rateLimit()));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void theStateIsThatOfTheResponse(Use use) throws IOException {
        try (RawServer server = server();
                Telnyx telnyx = Fixtures.client(server).build()) {
            assertThat(use.state().apply(telnyx)).hasValue(STATE);
        }
    }
}
