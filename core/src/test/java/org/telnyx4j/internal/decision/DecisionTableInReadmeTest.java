package org.telnyx4j.internal.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.internal.decision.Decision.Next;

/** The README has the decision table in words. Each of its rows names, in a comment, the conditions that it stands for. */
class DecisionTableInReadmeTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\|[^|]*<!-- ([A-Z_ ]+) -->([^\\n]*)\\|$");

    @Test
    void theReadmesTableIsTheDecisionTable() throws IOException {
        List<String> rows = ROW.matcher(Files.readString(Path.of("../README.md")))
                .results()
                .flatMap(row -> Stream.of(row.group(1).split(" ")).map(name -> name + " " + cells(row.group(2))))
                .toList();

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RetryCondition.values())
                        .map(condition -> condition + " " + decisions(condition))
                        .toList());
    }

    private static List<String> cells(String row) {
        return Pattern.compile("\\|")
                .splitAsStream(row)
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private static List<String> decisions(RetryCondition condition) {
        Decision lookup = DecisionTable.decide(condition, Idempotency.IDEMPOTENT, true);
        Decision keyed = DecisionTable.decide(condition, Idempotency.KEYED, false);
        Decision notIdempotent = DecisionTable.decide(condition, Idempotency.NOT_IDEMPOTENT, false);
        String outcome = words(notIdempotent.outcome());
        return List.of(
                keyed.outcome() == notIdempotent.outcome() ? outcome : outcome + "; keyed: " + words(keyed.outcome()),
                words(lookup.next()),
                words(DecisionTable.decide(condition, Idempotency.IDEMPOTENT, false)
                        .next()),
                words(keyed.next()),
                words(DecisionTable.decide(condition, Idempotency.DEDUPLICATED, false)
                        .next()),
                words(notIdempotent.next()));
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case NOT_CARRIED_OUT -> "not carried out";
            case CARRIED_OUT -> "carried out";
            case UNKNOWN -> "unknown";
        };
    }

    private static String words(Next next) {
        return switch (next) {
            case REPEAT -> "again";
            case MAY_REPEAT -> "you may";
            case FIND_OUT -> "find out";
            case STOP -> "no";
        };
    }
}
