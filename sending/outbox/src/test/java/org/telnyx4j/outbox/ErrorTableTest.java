package org.telnyx4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorDetails;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.errors.TelnyxAuthenticationException;
import org.telnyx4j.errors.TelnyxError;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.outbox.OutboxDecision.Action;

class ErrorTableTest {
    private static ErrorDetails.Builder details(Outcome outcome, Advice advice) {
        return ErrorDetails.builder("messages.send", outcome, advice);
    }

    private static ErrorDetails.Builder refused(Advice advice, String code) {
        return details(Outcome.NOT_CARRIED_OUT, advice).errors(List.of(TelnyxError.of(code, "Refused")));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOT_CARRIED_OUT")
    void whatMayHaveBeenCarriedOutIsFoundOutWhateverElseTheErrorHas(Outcome outcome) {
        Advice[] possible = outcome == Outcome.UNKNOWN ? Advice.values() : new Advice[] {Advice.DO_NOT_RETRY};
        for (Advice advice : possible) {
            ErrorDetails details = details(outcome, advice)
                    .errors(List.of(TelnyxError.of("40300", "Opted out")))
                    .retryAfter(Duration.ofSeconds(1))
                    .build();
            assertThat(ErrorTable.decide(new TelnyxApiException(details), 1)).isEqualTo(OutboxDecision.findOut());
            assertThat(ErrorTable.decide(new TelnyxRateLimitException(details), 1))
                    .isEqualTo(OutboxDecision.findOut());
        }
    }

    @Test
    void anOptOutAndARefusalAreDiscarded() {
        ErrorDetails optedOut = refused(Advice.DO_NOT_RETRY, "40300").build();
        ErrorDetails invalid = refused(Advice.DO_NOT_RETRY, "40305").build();

        assertThat(ErrorTable.decide(new TelnyxApiException(optedOut), 1))
                .isEqualTo(OutboxDecision.discard(JobReason.OPTED_OUT));
        assertThat(ErrorTable.decide(new TelnyxApiException(invalid), 1))
                .isEqualTo(OutboxDecision.discard(JobReason.REJECTED));
    }

    @Test
    void aRateLimitAndAFullQueueSnoozeForAtLeastTheDelayAskedFor() {
        ErrorDetails limited = details(Outcome.NOT_CARRIED_OUT, Advice.RETRY_AFTER_DELAY)
                .retryAfter(Duration.ofSeconds(100))
                .build();
        ErrorDetails full = refused(Advice.DO_NOT_RETRY, "40318").build();

        OutboxDecision snoozed = ErrorTable.decide(new TelnyxRateLimitException(limited), 1_000);
        assertThat(snoozed.action()).isEqualTo(Action.SNOOZE);
        assertThat(snoozed.delay().orElseThrow()).isBetween(Duration.ofSeconds(100), Duration.ofSeconds(111));
        assertThat(ErrorTable.decide(new TelnyxApiException(full), 1).action()).isEqualTo(Action.SNOOZE);
    }

    @Test
    void otherFailuresAreRetriedWithGrowingDelaysAndParkedInTheEnd() {
        TelnyxApiException error = new TelnyxApiException(
                details(Outcome.NOT_CARRIED_OUT, Advice.RETRY_WITH_BACKOFF).build());
        TelnyxAuthenticationException key = new TelnyxAuthenticationException(
                details(Outcome.NOT_CARRIED_OUT, Advice.DO_NOT_RETRY).build());

        for (int failures = 1; failures < ErrorTable.MOST_FAILURES; failures++) {
            OutboxDecision decision = ErrorTable.decide(error, failures);
            Duration full = Duration.ofSeconds(Math.min(1_200, 2L << (failures - 1)));
            assertThat(decision.action()).isEqualTo(Action.RETRY);
            assertThat(decision.delay().orElseThrow()).isBetween(full.dividedBy(2), full);
            assertThat(ErrorTable.decide(key, failures).action()).isEqualTo(Action.RETRY);
        }
        assertThat(ErrorTable.decide(error, ErrorTable.MOST_FAILURES))
                .isEqualTo(OutboxDecision.park(JobReason.TOO_MANY_ATTEMPTS));
        assertThat(ErrorTable.decide(key, ErrorTable.MOST_FAILURES))
                .isEqualTo(OutboxDecision.park(JobReason.NOT_AUTHORIZED));
    }
}
