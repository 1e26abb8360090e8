package org.telnyx4j.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.api.PhoneNumberOrdersApi;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.generated.model.NumberOrderResponse;
import org.telnyx4j.internal.call.BaseUrl;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.CallSettings;
import org.telnyx4j.internal.call.CallTarget;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.headers.ResponseHead;
import org.telnyx4j.internal.telemetry.Telemetry;

/** Another number is tried only after a refusal that is about this one: the rows of status, code, place and words. */
class OrderRefusalTest {
    private static final String NUMBER = "+14165550101";
    /** As it is without a key: with one, a conflict says nothing about the number. */
    private static final ApiOperation ORDER = new ApiOperation(
            PhoneNumberOrdersApi.CREATE_NUMBER_ORDER.id(),
            PhoneNumberOrdersApi.CREATE_NUMBER_ORDER.name(),
            PhoneNumberOrdersApi.CREATE_NUMBER_ORDER.method(),
            PhoneNumberOrdersApi.CREATE_NUMBER_ORDER.pathTemplate(),
            Idempotency.NOT_IDEMPOTENT);

    private static final Call CALL = new Call(
            ApiRequest.of(ORDER, NumberOrderResponse.TYPE)
                    .body(CreateNumberOrderRequest.builder()
                            .addPhoneNumber(OrderCalls.number(NUMBER))
                            .build())
                    .build(),
            new CallTarget(new BaseUrl("http://localhost"), null, "phone_numbers.buy", Map.of(), false),
            CallSettings.BUILT_IN,
            Telemetry.UNOBSERVED);
    private static final ErrorFactory ERRORS = new ErrorFactory(Clock.systemUTC());

    static Stream<Arguments> aboutTheNumber() {
        return Stream.of(
                arguments(422, error("10027", "Unprocessable Entity", "Cannot be ordered", "/phone_numbers")),
                arguments(422, error("10027", "Unprocessable Entity", "Cannot be ordered", "/phone_numbers/0")),
                arguments(
                        422,
                        error("10027", "Unprocessable Entity", "Cannot be ordered", "/phone_numbers/0/phone_number")),
                arguments(
                        422,
                        error("10027", "Unprocessable Entity", "Cannot be ordered", "/phone_numbers[0].phone_number")),
                arguments(422, error("10027", "Unprocessable Entity", "Cannot be ordered", "/phone_number")),
                arguments(422, error("10027", "Unprocessable Entity", "Cannot be ordered", "phone_numbers")),
                arguments(422, parameter("10027", "phone_numbers[0]")),
                arguments(422, error("10027", "Unprocessable Entity", "The number is already taken", null)),
                arguments(422, error(null, "Number unavailable", null, null)),
                arguments(422, error("10027", "Unprocessable Entity", "Cannot order 14165550101", null)),
                arguments(422, error("10027", "Unprocessable Entity", "Cannot order +1 (416) 555-0101", null)),
                arguments(400, error("10015", "Bad Request", "Phone number is not available", null)),
                arguments(400, error("85001", "Number unavailable", "It is no longer available", null)),
                arguments(400, error("10002", "Invalid phone number", "Is invalid", "/phone_numbers/0/phone_number")),
                arguments(404, error("10005", "Resource not found", "This phone number was sold", null)),
                arguments(409, error("10012", "Duplicate resource", "Number is reserved by somebody", null)),
                arguments(409, error("10012", "Duplicate resource", "Sold", "/phone_numbers/0")),
                arguments(410, error("10005", "Gone", "Already taken: the number", "/phone_numbers/0")),
                arguments(422, error("10027", "Number taken", "The number belongs to another account", null)),
                arguments(422, error("10027", "Number taken", "The number is already in your account", null)),
                arguments(
                        422,
                        error("10027", "No", "No", "/phone_numbers/0") + ","
                                + error("10027", "Number taken", "No", null)));
    }

    @ParameterizedTest
    @MethodSource("aboutTheNumber")
    void theNextNumberIsTriedIfTheRefusalIsAboutThisOne(int status, String errors) {
        assertThat(OrderRefusal.isAboutNumber(response(status, errors), NUMBER)).isTrue();
    }

    static Stream<Arguments> aboutSomethingElse() {
        String taken = error("10027", "Number unavailable", "It is taken", "/phone_numbers/0");
        return Stream.of(
                // The status is about key, money, permission, pace, or that nobody knows.
                arguments(401, taken),
                arguments(402, taken),
                arguments(403, taken),
                arguments(408, taken),
                arguments(429, taken),
                arguments(500, taken),
                arguments(503, taken),
                arguments(303, taken),
                // Another place.
                arguments(422, error("10017", "No such profile", "Unknown", "/messaging_profile_id")),
                arguments(422, error("10027", "Missing", "Is missing", "/phone_numbers/0/requirement_group_id")),
                arguments(422, error("10012", "Duplicate resource", "Is known already", "/customer_reference")),
                arguments(422, parameter("10015", "connection_id")),
                // No place, and words that say nothing of a number.
                arguments(400, error("10015", "Bad Request", "The request is not well-formed", null)),
                arguments(404, error("10005", "Resource not found", "The URL could not be found", null)),
                arguments(409, error("10012", "Duplicate resource", "Resource is a duplicate", null)),
                arguments(422, error("10027", "Unprocessable Entity", null, null)),
                arguments(422, error("10027", "Unprocessable Entity", "Cannot order +14165550102", null)),
                arguments(422, "{}"),
                arguments(422, ""),
                // Money and permission, even with a number beside it.
                arguments(422, error("20100", "Insufficient Funds", "Cannot order", "/phone_numbers/0")),
                arguments(422, error("20012", "Blocked", "Cannot order", "/phone_numbers/0")),
                arguments(422, error("10027", "Balance too low", "Number is not available to you", "/phone_numbers/0")),
                arguments(400, error("10015", "Number limit", "Your quota of numbers is taken", "/phone_numbers/0")),
                arguments(422, error("10027", "No", "Your account is not verified", "/phone_numbers/0")),
                arguments(422, error("10027", "No", "Another account has the credit", "/phone_numbers/0")),
                arguments(422, error("10010", "No permission", "The number is not available", "/phone_numbers")),
                // One of two is about something else.
                arguments(422, taken + "," + error("10017", "No such profile", "Unknown", "/messaging_profile_id")));
    }

    @ParameterizedTest
    @MethodSource("aboutSomethingElse")
    void nothingFurtherIsTriedIfTheRefusalIsOrMayBeAboutSomethingElse(int status, String errors) {
        assertThat(OrderRefusal.isAboutNumber(response(status, errors), NUMBER)).isFalse();
    }

    @Test
    void aFailureThatIsNoRefusalAtAllIsNotAboutTheNumber() {
        TelnyxException html = ERRORS.fromResponse(
                CALL, new ResponseHead(422, name -> null), "<html>number taken".getBytes(StandardCharsets.UTF_8));
        TelnyxException lost = ERRORS.deadlineExceeded(CALL, FailureStage.AWAIT_RESPONSE, Duration.ofSeconds(1), null);
        TelnyxException unsent = ERRORS.network(CALL, FailureStage.CONNECT, new ConnectException());
        assertThat(Stream.of(html, lost, unsent)).noneMatch(e -> OrderRefusal.isAboutNumber(e, NUMBER));
    }

    @Test
    void hostileWordsTakeNoTime() {
        String words = "number ".repeat(20_000);
        assertThat(OrderRefusal.isAboutNumber(response(422, error("10027", "x", words, null)), NUMBER))
                .isFalse();
    }

    private static TelnyxException response(int status, String errors) {
        byte[] body = ("{\"errors\":[" + errors + "]}").getBytes(StandardCharsets.UTF_8);
        return ERRORS.fromResponse(CALL, new ResponseHead(status, name -> null), body);
    }

    private static String error(
            @Nullable String code, @Nullable String title, @Nullable String detail, @Nullable String pointer) {
        String source = pointer == null ? "null" : "{\"pointer\":\"" + pointer + "\"}";
        return "{\"code\":" + text(code) + ",\"title\":" + text(title) + ",\"detail\":" + text(detail) + ",\"source\":"
                + source + "}";
    }

    private static String parameter(String code, String parameter) {
        return "{\"code\":\"" + code + "\",\"title\":\"No\",\"source\":{\"parameter\":\"" + parameter + "\"}}";
    }

    private static String text(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
