package org.telnyx4j.benchmarks.faults.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.telnyx4j.benchmarks.faults.ledger.Said.Report;

/** What the judge must see: a proof whose judge cannot find anything proves nothing. */
class VerdictTest {
    @Test
    void aTrueReportOfWhatWasDoneOnceIsClean() {
        Row row = judge(new Said(Report.DONE, "id-1"), "id-1");

        assertThat(row.isClean()).isTrue();
        assertThat(row.carriedOut()).isEqualTo(1);
        assertThat(row.duplicates()).isZero();
    }

    @Test
    void whatWasDoneThreeTimesCountsAsTwoDuplicates() {
        Row row = judge(new Said(Report.DONE, "id-3"), "id-1", "id-2", "id-3");

        assertThat(row.duplicates()).isEqualTo(2);
        assertThat(row.isClean()).isFalse();
    }

    @Test
    void aDuplicateIsSeenWhateverTheCallerWasTold() {
        for (Report report : Report.values()) {
            assertThat(judge(Said.of(report), "id-1", "id-2").isClean()).isFalse();
        }
    }

    @Test
    void doneThoughNothingWasDoneIsFalse() {
        assertThat(judge(new Said(Report.DONE, "id-1")).falselyDone()).isEqualTo(1);
        assertThat(judge(Said.of(Report.DONE)).falselyDone()).isEqualTo(1);
        assertThat(judge(Said.of(Report.DONE_UNREADABLE)).falselyDone()).isEqualTo(1);
    }

    @Test
    void doneWithTheIdOfAnotherSendIsFalse() {
        Row row = judge(new Said(Report.DONE, "id-of-another"), "id-1");

        assertThat(row.falselyDone()).isEqualTo(1);
        assertThat(row.isClean()).isFalse();
    }

    @Test
    void notDoneThoughItWasDoneIsFalse() {
        Row row = judge(Said.of(Report.NOT_DONE), "id-1");

        assertThat(row.falselyNotDone()).isEqualTo(1);
        assertThat(row.isClean()).isFalse();
    }

    @Test
    void notDoneIsTrueWhereNothingWasDone() {
        assertThat(judge(Said.of(Report.NOT_DONE)).isClean()).isTrue();
    }

    @Test
    void unknownIsTrueEitherWay() {
        assertThat(judge(Said.of(Report.UNKNOWN)).isClean()).isTrue();
        assertThat(judge(Said.of(Report.UNKNOWN), "id-1").isClean()).isTrue();
    }

    @Test
    void unknownThatNamesTheWrongOrderIsFalse() {
        Row row = judge(new Said(Report.UNKNOWN, "another reference"), "reference");

        assertThat(row.falselyUnknown()).isEqualTo(1);
        assertThat(row.isClean()).isFalse();
    }

    @Test
    void aCallerWhoIsToldNothingIsLost() {
        Row row = judge(Said.of(Report.NOTHING), "id-1");

        assertThat(row.told(Report.NOTHING)).isEqualTo(1);
        assertThat(row.isClean()).isFalse();
    }

    @Test
    void oneBadSendAmongManyMakesTheWholeUnclean() {
        List<Entry> entries = List.of(
                entry("good-1", "a", Said.of(Report.DONE)),
                entry("bad", "b", Said.of(Report.NOT_DONE)),
                entry("good-2", "a", Said.of(Report.DONE)));

        Verdict verdict = Verdict.of(List.of("a", "b", "c"), entries, token -> Truth.of(List.of(token), 1));

        assertThat(verdict.isClean()).isFalse();
        assertThat(verdict.rows()).extracting(Row::name).containsExactly("a", "b");
        assertThat(verdict.rows()).extracting(Row::isClean).containsExactly(true, false);
        assertThat(verdict.total().sends()).isEqualTo(3);
    }

    @Test
    void theTableShowsWhatWasCounted() {
        Entry entry = new Entry("t", "closes", Said.of(Report.NOT_DONE), Duration.ofMillis(1234), true);
        Verdict verdict = Verdict.of(List.of(), List.of(entry), token -> new Truth(3, 2, 5, Set.of("id")));

        String line = Table.of(verdict).stream()
                .filter(each -> each.startsWith("closes"))
                .findFirst()
                .orElseThrow();

        assertThat(Arrays.asList(line.split(" +", -1)))
                .containsExactly(
                        "closes", "1", "3", "2", "0", "0", "1", "0", "0", "0", "1", "0", "5.00", "5", "1", "1234",
                        "1234");
    }

    private static Row judge(Said said, String... done) {
        return Verdict.of(List.of(), List.of(entry("token", "fault", said)), token -> Truth.of(List.of(done), 1))
                .total();
    }

    private static Entry entry(String token, String fault, Said said) {
        return new Entry(token, fault, said, Duration.ofMillis(10), false);
    }
}
