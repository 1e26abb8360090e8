package org.telnyx4j.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TelnyxExceptionTest {
    private static final TelnyxError ERROR = new TelnyxError(
            "10011", "Too many", "Slow down", "/to", "p", Map.of("retry_after", 3L, "l", List.of(1L, "x")));

    private static final ErrorDetails DETAILS = ErrorDetails.builder(
                    "messages.send", Outcome.NOT_CARRIED_OUT, Advice.RETRY_AFTER_DELAY)
            .problem("something")
            .remedy("do something")
            .httpStatus(429)
            .errors(List.of(ERROR))
            .requestId("req-1")
            .retryAfter(Duration.ofSeconds(3))
            .rateLimit(new RateLimitState(50L, null, Duration.ofSeconds(1)))
            .build();

    static List<TelnyxException> oneOfEach() {
        return List.of(
                new TelnyxValidationException(DETAILS, "to"),
                new TelnyxAuthenticationException(DETAILS),
                new TelnyxRateLimitException(DETAILS),
                new TelnyxNetworkException(
                        DETAILS, FailureStage.CONNECT, NetworkFailure.CONNECTION, new ConnectException("refused")),
                new TelnyxApiException(DETAILS, new IOException("gone")));
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void everyKindSurvivesSerializationWithAllItCarries(TelnyxException original) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            TelnyxException copy = (TelnyxException) in.readObject();
            assertThat(copy).hasSameClassAs(original).hasMessage(original.getMessage());
            assertThat(copy).usingRecursiveComparison().isEqualTo(original);
            assertThat(copy.errors()).containsExactly(ERROR);
        }
    }

    @ParameterizedTest
    @EnumSource(ErrorType.class)
    void thereIsOneClassForEachKind(ErrorType type) {
        assertThat(oneOfEach()).extracting(TelnyxException::type).containsOnlyOnce(type);
    }

    @Test
    void anApplicationCanMakeOneForItsTests() {
        TelnyxException error = new TelnyxRateLimitException(
                ErrorDetails.builder("messages.send", Outcome.NOT_CARRIED_OUT, Advice.RETRY_AFTER_DELAY)
                        .httpStatus(429)
                        .errors(List.of(TelnyxError.of("10011", "Too many requests")))
                        .retryAfter(Duration.ofMillis(1500))
                        .build());
        assertThat(error)
                .hasMessage("messages.send failed: HTTP 429, 10011. It was not carried out; try again after 1.5 s.");
        assertThat(error.hasCode("10011")).isTrue();
        assertThat(error.requestId()).isEmpty();
        assertThat(error.rateLimit()).isEmpty();
    }

    @Test
    void detailsCanBeMadeFromOthers() {
        ErrorDetails other = DETAILS.toBuilder()
                .outcome(Outcome.UNKNOWN)
                .advice(Advice.FIND_OUT_FIRST)
                .remedy(null)
                .build();
        assertThat(other.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(other.errors()).isEqualTo(DETAILS.errors());
        assertThat(other.retryAfter()).isEqualTo(DETAILS.retryAfter());
        assertThat(other.toString())
                .contains("is unknown; find out before trying again")
                .endsWith("req-1");
    }

    @Test
    void detailsThatContradictThemselvesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErrorDetails.builder("x", Outcome.NOT_CARRIED_OUT, Advice.RETRY_AFTER_DELAY)
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErrorDetails.builder("x", Outcome.CARRIED_OUT, Advice.RETRY_WITH_BACKOFF)
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        DETAILS.toBuilder().retryAfter(Duration.ofSeconds(-1)).build());
        assertThatIllegalArgumentException().isThrownBy(() -> new RateLimitState(-1L, null, null));
    }

    @Test
    void metaIsCopiedInAndUnmodifiableOut() {
        List<Object> list = new ArrayList<>(Arrays.asList("a", null, Advice.DO_NOT_RETRY));
        Map<String, Object> meta = new HashMap<>(Map.of("list", list));
        TelnyxError error = new TelnyxError("1", null, null, null, null, meta);
        list.clear();
        meta.clear();

        assertThat(error.meta()).isEqualTo(Map.of("list", List.of("a", "DO_NOT_RETRY")));
        assertThatThrownBy(() -> error.meta().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(error.meta().get("list"))
                .isInstanceOfSatisfying(
                        List.class,
                        copy -> assertThatThrownBy(copy::clear).isInstanceOf(UnsupportedOperationException.class));
    }

    @Test
    void metaThatContainsItselfComesToAnEnd() {
        Map<String, Object> meta = new HashMap<>();
        meta.put("self", meta);
        assertThat(new TelnyxError("1", null, null, null, null, meta).meta()).containsKey("self");
    }

    @Test
    void anErrorsTextIsSafeToLog() {
        TelnyxError error = new TelnyxError(
                "10016",
                "Bad number +14165550123",
                "You sent Meet me at five",
                "/to",
                null,
                Map.of("number", "+14165550123"));
        assertThat(error)
                .hasToString("TelnyxError[code=10016, title=<23 characters>, pointer=/to, parameter=null, "
                        + "detail=<24 characters>, meta=<1 entries>]");
    }
}
