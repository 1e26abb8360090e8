package org.telnyx4j.benchmarks.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.telnyx4j.benchmarks.outbox.OutboxVerdict.Shown;
import org.telnyx4j.benchmarks.outbox.OutboxVerdict.Truth;

class OutboxVerdictTest {
    private static final String KEY = "text-1";

    @Test
    void whatWasSentOnceAndIsKnownIsClean() {
        OutboxVerdict verdict = verdict(row("DELIVERED", null, "id-1"), Shown.YES, "id-1");

        assertThat(verdict.isClean()).isTrue();
        assertThat(verdict.carriedOut()).isEqualTo(1);
        assertThat(verdict.settled()).isZero();
    }

    @Test
    void whatWasFoundOutIsCounted() {
        OutboxVerdict verdict = verdict(row("SENT", "settled", "id-1"), Shown.YES, "id-1");

        assertThat(verdict.isClean()).isTrue();
        assertThat(verdict.settled()).isEqualTo(1);
    }

    @Test
    void whatTheAccountShowsTwiceIsFoundOutAsThat() {
        OutboxVerdict verdict = verdict(row("SENT", "sent_twice", "copy"), Shown.TWICE, "id-1");

        assertThat(verdict.isClean()).isTrue();
        assertThat(verdict.settled()).isEqualTo(1);
        assertThat(verdict(row("SENT", "sent_twice", "id-1"), Shown.YES, "id-1").falselySent())
                .isEqualTo(1);
    }

    @Test
    void whatWasSentTwiceIsADuplicate() {
        OutboxVerdict verdict = verdict(row("SENT", null, "id-1"), Shown.YES, "id-1", "id-2");

        assertThat(verdict.isClean()).isFalse();
        assertThat(verdict.duplicates()).isEqualTo(1);
    }

    @Test
    void whatHasNoRowOrIsOpenForEverIsLost() {
        assertThat(OutboxVerdict.of(
                                List.of(KEY),
                                Map.of(),
                                key -> new Truth(List.of(), List.of(), List.of(), Shown.NOTHING))
                        .lost())
                .isEqualTo(1);
        for (String state : List.of("READY", "SENDING", "UNKNOWN")) {
            assertThat(verdict(row(state, null, null), Shown.NOTHING).lost()).isEqualTo(1);
        }
    }

    @Test
    void aRowThatNobodyHasEnqueuedIsFound() {
        OutboxVerdict verdict = OutboxVerdict.of(
                List.of(),
                Map.of(KEY, row("SENT", null, "id-1")),
                key -> new Truth(List.of(), List.of(), List.of(), Shown.YES));

        assertThat(verdict.isClean()).isFalse();
    }

    @Test
    void whatClaimsToBeSentMustBeInTheBooksWithItsId() {
        assertThat(verdict(row("SENT", null, "id-1"), Shown.NOTHING).falselySent())
                .isEqualTo(1);
        assertThat(verdict(row("SENT", null, "id-of-another"), Shown.YES, "id-1")
                        .falselySent())
                .isEqualTo(1);
    }

    @Test
    void whatIsSaidNotToBeSentMustNotBeInTheBooks() {
        assertThat(verdict(row("DISCARDED", "rejected", null), Shown.YES, "id-1")
                        .falselyNotSent())
                .isEqualTo(1);
        assertThat(verdict(row("DISCARDED", "rejected", null), Shown.NOTHING).isClean())
                .isTrue();
    }

    @Test
    void aParkedOneNeedsAnExplanation() {
        assertThat(verdict(row("PARKED", "not_found_out", null), Shown.NOTHING).parked())
                .hasSize(1);
        assertThat(verdict(row("PARKED", "not_found_out", null), Shown.NOTHING, "id-1")
                        .isClean())
                .isTrue();

        assertThat(verdict(row("PARKED", "not_found_out", null), Shown.YES, "id-1")
                        .unexplained())
                .isEqualTo(1);
        assertThat(verdict(row("PARKED", "application_failed", null), Shown.NOTHING)
                        .unexplained())
                .isEqualTo(1);
    }

    @Test
    void everythingThatMustBeZeroIsPrinted() {
        assertThat(verdict(row("SENT", null, "id-1"), Shown.YES, "id-1", "id-2").lines())
                .anyMatch(line -> line.matches("duplicates +1 +must be 0"))
                .anyMatch(line -> line.contains("text-1 was sent 2 times"));
    }

    private static OutboxVerdict verdict(JobRow row, Shown shown, String... ids) {
        return OutboxVerdict.of(
                List.of(KEY), Map.of(KEY, row), key -> new Truth(List.of(ids), List.of("copy"), List.of(), shown));
    }

    private static JobRow row(String state, @Nullable String reason, @Nullable String messageId) {
        return new JobRow(KEY, state, reason, messageId, 1);
    }
}
