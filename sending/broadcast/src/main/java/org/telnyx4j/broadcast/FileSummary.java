package org.telnyx4j.broadcast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a file comes to, counted while it is read. For one thread. */
final class FileSummary {
    /** How many problems are kept to be shown; the report file has them all. */
    private static final int SHOWN_PROBLEMS = 20;

    private final Map<RowProblem.Kind, Long> problemsByKind = new EnumMap<>(RowProblem.Kind.class);
    private final List<RowProblem> firstProblems = new ArrayList<>();
    private long messages;
    private long parts;
    private long longer;
    private long withoutGsm;
    private @Nullable RowMessage firstWithoutGsm;

    void add(CheckedRow row) {
        if (row instanceof RowMessage message) {
            messages++;
            parts += message.segments().parts();
            longer += message.segments().parts() > 1 ? 1 : 0;
            if (message.segments().ucs2Character().isPresent()) {
                withoutGsm++;
                firstWithoutGsm = firstWithoutGsm == null ? message : firstWithoutGsm;
            }
        } else if (row instanceof RowProblem problem) {
            problemsByKind.merge(problem.kind(), 1L, Long::sum);
            if (firstProblems.size() < SHOWN_PROBLEMS) {
                firstProblems.add(problem);
            }
        }
    }

    long messages() {
        return messages;
    }

    long parts() {
        return parts;
    }

    long problems() {
        return problemsByKind.values().stream().mapToLong(Long::longValue).sum();
    }

    Map<RowProblem.Kind, Long> problemsByKind() {
        return problemsByKind;
    }

    /** Prints the totals, and the first problems with their lines. */
    void print(Output out, @Nullable Price price) {
        out.line("%,d rows: %,d messages of %,d parts%s", messages + problems(), messages, parts, longerWords());
        if (firstWithoutGsm != null) {
            out.line(
                    "  %,d of them have characters that are not in the GSM alphabet, such as %s on line %,d: 70 characters "
                            + "are a part then, not 160",
                    withoutGsm, firstWithoutGsm.segments().ucs2Character().orElse("?"), firstWithoutGsm.line());
        }
        if (price != null) {
            out.line("  about %s, at %s for each part", price.times(parts), price);
        }
        if (problems() > 0) {
            out.line("%,d rows are left out:", problems());
            problemsByKind.forEach((kind, count) -> out.line("  %,d %s", count, kind.words()));
            firstProblems.forEach(problem -> out.line("  line %,d: %s", problem.line(), problem.words()));
            if (problems() > firstProblems.size()) {
                out.line("  and %,d more, which the report lists", problems() - firstProblems.size());
            }
        }
    }

    private String longerWords() {
        return longer == 0 ? "" : String.format(Locale.ROOT, " (%,d have more than one)", longer);
    }

    /**
     * What a part costs.
     *
     * @param amount for one part
     * @param currency such as USD
     */
    record Price(BigDecimal amount, String currency) {
        String times(long parts) {
            return amount.multiply(BigDecimal.valueOf(parts)).toPlainString() + " " + currency;
        }

        @Override
        public String toString() {
            return amount.toPlainString() + " " + currency;
        }
    }
}
