package org.telnyx4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.errors.TelnyxAuthenticationException;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.specification.ApiDocument;
import org.telnyx4j.testing.RawServer;

/** What a wrong key, an unknown id and a value that Telnyx does not take give, for every operation of the facade. */
class RefusalsTest {
    private static final ApiDocument DOCUMENT = ApiDocument.ours();

    /**
     * A refusal.
     *
     * @param status the status
     * @param code Telnyx's code
     * @param type the exception that it gives
     */
    record Refusal(int status, String code, Class<? extends TelnyxException> type) {}

    private static final List<Refusal> REFUSALS = List.of(
            new Refusal(401, "10009", TelnyxAuthenticationException.class),
            new Refusal(404, "10005", TelnyxApiException.class),
            new Refusal(422, "10015", TelnyxValidationException.class));

    static Stream<FacadeCalls.Call> calls() {
        // An order that was just created is not found for a while, and waited for all the same.
        return Stream.concat(FacadeCalls.oneOfEach(DOCUMENT).stream(), FacadeCalls.composite(DOCUMENT).stream())
                .filter(call -> call.arguments().stream().noneMatch(NumberOrderResult.class::isInstance));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aRefusalSaysWhichOperationFailedAndWhyAndNothingPrivate(FacadeCalls.Call call) throws IOException {
        for (Refusal refusal : REFUSALS) {
            String body = """
                    {"errors":[{"code":"%s","title":"Refused","detail":"Not %s, not with %s",
                     "source":{"pointer":"/some_field"}}]}""".formatted(refusal.code(), FacadeCalls.NUMBER, Fixtures.KEY);
            try (RawServer server = RawServer.answering(RawServer.json(refusal.status(), body, "x-request-id: r-1"));
                    Telnyx telnyx = Telnyx.builder()
                            .baseUrl(server.baseUrl())
                            .apiKey(Fixtures.KEY)
                            .build()) {
                TelnyxException error = catchThrowableOfType(refusal.type(), () -> call.send(telnyx));

                assertThat(error).as("%s, %s", call, refusal).isNotNull();
                assertThat(error.details().httpStatus()).hasValue(refusal.status());
                assertThat(error.details().requestId()).contains("r-1");
                assertThat(error.details().outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
                assertThat(error)
                        .hasMessageContaining(group(call))
                        .hasMessageContaining(refusal.code())
                        .hasMessageContaining("/some_field");
                assertThat(String.valueOf(error.getMessage()))
                        .doesNotContain(FacadeCalls.NUMBER)
                        .doesNotContain(FacadeCalls.NUMBER.substring(1))
                        .doesNotContain(Fixtures.KEY);
            }
        }
    }

    /** Returns how the errors call a group of operations. */
    private static String group(FacadeCalls.Call call) {
        String name = call.facade().name();
        return name.substring(0, name.indexOf('.') + 1);
    }
}
