package org.telnyx4j.internal.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.internal.errors.Responses.bytes;
import static org.telnyx4j.internal.errors.Responses.head;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.Calls;
import org.telnyx4j.internal.errors.ErrorFactory;

class RetryAfterParserTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);
    private static final ErrorFactory FACTORY = new ErrorFactory(NOW);
    private static final Call SEND = Calls.of("messages.send", Idempotency.NOT_IDEMPOTENT);

    private static TelnyxException limited(String body, String... headers) {
        return FACTORY.fromResponse(SEND, head(429, headers), bytes(body));
    }

    private static String meta(String retryAfter) {
        return "{\"errors\":[{\"code\":\"10011\",\"meta\":{\"retry_after\":" + retryAfter + "}}]}";
    }

    @Test
    void retryAfterComesBeforeTheResetAndTheResetBeforeTheMeta() {
        assertThat(limited(meta("3"), "Retry-After", "1", "x-ratelimit-reset", "2")
                        .retryAfter())
                .hasValue(Duration.ofSeconds(1));
        assertThat(limited(meta("3"), "x-ratelimit-reset", "2").retryAfter()).hasValue(Duration.ofSeconds(2));
        assertThat(limited(meta("3")).retryAfter()).hasValue(Duration.ofSeconds(3));
        assertThat(limited("").retryAfter()).isEmpty();
    }

    @Test
    void whatCannotBeADelayLeavesTheWordToTheNextPlace() {
        assertThat(limited(meta("3"), "Retry-After", "-5", "x-ratelimit-reset", "soon")
                        .retryAfter())
                .hasValue(Duration.ofSeconds(3));
        assertThat(limited("", "Retry-After", "-5").advice()).isEqualTo(Advice.RETRY_WITH_BACKOFF);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
                    7                              | PT7S
                    ' 7 '                          | PT7S
                    +7                             | PT7S
                    0                              | PT0S
                    1.5                            | PT1.5S
                    0.0001                         | PT0.001S
                    86400                          | PT24H
                    86401                          | PT24H
                    999999999                      | PT24H
                    1772600000                     | none
                    99999999999999999999999999     | none
                    -1                             | none
                    1e3                            | none
                    ''                             | none
                    soon                           | none
                    Wed, 04 Mar 2026 05:06:17 GMT  | PT10S
                    Wednesday, 04-Mar-26 05:06:17 GMT | PT10S
                    Wed Mar  4 05:06:17 2026       | PT10S
                    Wed, 04 Mar 2026 05:06:07 GMT  | PT0S
                    Wed, 04 Mar 2026 05:06:06 GMT  | none
                    Fri, 04 Mar 2033 05:06:06 GMT  | PT24H
                    Mon, 04 Mar 2026 05:06:17 GMT  | none
                    Wed, 99 Mar 2026 05:06:17 GMT  | none
                    """)
    void retryAfterIsSecondsOrADate(String header, @Nullable Duration delay) {
        assertThat(limited("", "Retry-After", header).retryAfter()).isEqualTo(Optional.ofNullable(delay));
    }

    @ParameterizedTest
    @CsvSource({"2030-01-01T00:00:00Z", "2020-01-01T00:00:00Z"})
    void aDateIsMeasuredByTheServersOwnClockWhereTheAnswerHasOne(Instant ours) {
        ErrorFactory skewed = new ErrorFactory(Clock.fixed(ours, ZoneOffset.UTC));
        TelnyxException error = skewed.fromResponse(
                SEND,
                head(429, "Retry-After", "Wed, 04 Mar 2026 05:06:17 GMT", "Date", "Wed, 04 Mar 2026 05:06:07 GMT"),
                new byte[0]);
        assertThat(error.retryAfter()).hasValue(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
                    3         | PT3S
                    "3"       | PT3S
                    2.5       | PT2.5S
                    -3        | none
                    1e400     | none
                    123456789012345678901234567890 | none
                    true      | none
                    null      | none
                    [3]       | none
                    """)
    void theMetaOfTheFirstErrorIsTakenAsNumberOrText(String json, @Nullable Duration delay) {
        assertThat(limited(meta(json)).retryAfter()).isEqualTo(Optional.ofNullable(delay));
    }

    @Test
    void theResetOfAnAnswerOtherThan429IsNoDelaySinceMostAnswersCarryIt() {
        TelnyxException error = FACTORY.fromResponse(SEND, head(503, "x-ratelimit-reset", "40"), new byte[0]);
        assertThat(error.retryAfter()).isEmpty();
        assertThat(error.rateLimit()).hasValue(new RateLimitState(null, null, Duration.ofSeconds(40)));
    }

    @Test
    void theRateLimitStateIsReadFromEveryAnswer() {
        TelnyxException error = FACTORY.fromResponse(
                SEND,
                head(
                        404,
                        "X-RateLimit-Limit",
                        "50, 50;window=1",
                        "X-RateLimit-Remaining",
                        "49",
                        "X-RateLimit-Reset",
                        "1"),
                new byte[0]);
        RateLimitState state = error.rateLimit().orElseThrow();
        assertThat(state.limit()).hasValue(50);
        assertThat(state.remaining()).hasValue(49);
        assertThat(state.reset()).hasValue(Duration.ofSeconds(1));
    }

    @Test
    void unreadableRateLimitHeadersAreAsGoodAsNone() {
        TelnyxException error = FACTORY.fromResponse(
                SEND, head(404, "x-ratelimit-limit", "many", "x-ratelimit-remaining", "9".repeat(30)), new byte[0]);
        assertThat(error.rateLimit()).isEmpty();
    }
}
