package org.telnyx4j.benchmarks.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of the database with the server's books. Everything in {@link #mustBeZero} has to be zero.
 *
 * @param texts how many texts were enqueued
 * @param carriedOut how many were carried out at least once
 * @param states how many jobs are in which state
 * @param duplicates how often a text was carried out that had been carried out already
 * @param lost texts without a row, and rows that wait, send or find out for ever
 * @param falselySent how many rows claim that it was sent, and it was not, or with the id of something else
 * @param falselyNotSent how many rows say that it was not sent, and it was
 * @param settled how many rows were unknown and were found out
 * @param parked why rows are parked, in words, and how many each
 * @param unexplained rows that are parked although the account shows what became of them, or for no reason that the faults
 *     give
 * @param findings some examples of what must not be
 */
record OutboxVerdict(
        int texts,
        int carriedOut,
        Map<String, Integer> states,
        int duplicates,
        int lost,
        int falselySent,
        int falselyNotSent,
        int settled,
        Map<String, Integer> parked,
        int unexplained,
        List<String> findings) {
    private static final Set<String> SENT = Set.of("SENT", "DELIVERED", "DELIVERY_FAILED");
    private static final Set<String> OPEN = Set.of("READY", "SENDING", "UNKNOWN");
    private static final String SETTLED = "settled";
    private static final String SENT_TWICE = "sent_twice";
    private static final String NOT_FOUND_OUT = "not_found_out";
    private static final int EXAMPLES = 20;

    /**
     * What the books say of a text.
     *
     * @param ids of all messages that were sent
     * @param copies ids of those that the account shows besides, as if something on the way had repeated the request
     * @param how how the account shows each, for who reads a finding
     * @param shown what the account shows of them
     */
    record Truth(List<String> ids, List<String> copies, List<String> how, Shown shown) {
        boolean has(@Nullable String id) {
            return id == null || ids.contains(id) || copies.contains(id);
        }
    }

    /** What the account shows of a message. */
    enum Shown {
        /** Its webhook was confirmed, or its detail record is in the list with its URL. */
        YES,
        /** Nothing that names it again. */
        NOTHING,
        /** Records of two messages. */
        TWICE
    }

    /**
     * Judges.
     *
     * @param keys of all texts
     * @param rows what is in the database, by key
     * @param truths what the books say of a key
     */
    static OutboxVerdict of(List<String> keys, Map<String, JobRow> rows, Function<String, Truth> truths) {
        Judge judge = new Judge();
        keys.forEach(key -> judge.add(key, rows.get(key), truths.apply(key)));
        int foreign =
                rows.size() - (int) keys.stream().filter(rows::containsKey).count();
        if (foreign > 0) {
            judge.findings.add(foreign + " rows that nobody has enqueued");
            judge.lost += foreign;
        }
        return new OutboxVerdict(
                keys.size(),
                judge.carriedOut,
                judge.states,
                judge.duplicates,
                judge.lost,
                judge.falselySent,
                judge.falselyNotSent,
                judge.settled,
                judge.parked,
                judge.unexplained,
                List.copyOf(judge.findings.subList(0, Math.min(EXAMPLES, judge.findings.size()))));
    }

    private static final class Judge {
        private final Map<String, Integer> states = new TreeMap<>();
        private final Map<String, Integer> parked = new TreeMap<>();
        private final List<String> findings = new ArrayList<>();
        private int carriedOut;
        private int duplicates;
        private int lost;
        private int falselySent;
        private int falselyNotSent;
        private int settled;
        private int unexplained;

        void add(String key, @Nullable JobRow row, Truth truth) {
            boolean inBooks = !truth.ids.isEmpty();
            carriedOut += inBooks ? 1 : 0;
            if (truth.ids.size() > 1) {
                duplicates += truth.ids.size() - 1;
                findings.add(key + " was sent " + truth.ids.size() + " times, " + row);
            }
            if (row == null) {
                lost++;
                findings.add(key + " has no row");
                return;
            }
            states.merge(row.state(), 1, Integer::sum);
            if (OPEN.contains(row.state())) {
                lost++;
                findings.add(key + " is still open, " + row + ", sent " + truth.ids.size() + " times");
            } else if (SENT.contains(row.state())) {
                boolean twice = SENT_TWICE.equals(row.reason());
                settled += twice || SETTLED.equals(row.reason()) ? 1 : 0;
                if (!inBooks || !truth.has(row.messageId()) || (twice && truth.shown != Shown.TWICE)) {
                    falselySent++;
                    findings.add(key + " claims to be sent, " + row + ", " + truth);
                }
            } else if (row.state().equals("DISCARDED")) {
                if (inBooks) {
                    falselyNotSent++;
                    findings.add(key + " is said not to be sent, " + row);
                }
            } else {
                park(key, row, truth);
            }
        }

        private void park(String key, JobRow row, Truth truth) {
            Optional<String> words = explanation(row, truth);
            words.ifPresent(each -> parked.merge(each, 1, Integer::sum));
            if (words.isEmpty()) {
                unexplained++;
                findings.add(key + " is parked and nothing explains it, " + row + ", " + truth);
            }
        }

        private static Optional<String> explanation(JobRow row, Truth truth) {
            String reason = String.valueOf(row.reason());
            if (reason.equals(NOT_FOUND_OUT) && truth.ids.isEmpty()) {
                return Optional.of("not_found_out: it was not sent, which nothing can show");
            }
            if (reason.equals(NOT_FOUND_OUT) && truth.shown == Shown.NOTHING) {
                return Optional.of("not_found_out: it was sent, and the account shows nothing that names it");
            }
            return Optional.empty();
        }
    }

    /** Returns what has to be zero, with its number. */
    Map<String, Integer> mustBeZero() {
        Map<String, Integer> numbers = new java.util.LinkedHashMap<>();
        numbers.put("duplicates", duplicates);
        numbers.put("lost (no row, or open for ever)", lost);
        numbers.put("claimed sent, not in the books", falselySent);
        numbers.put("in the books, reported not sent", falselyNotSent);
        numbers.put("parked without explanation", unexplained);
        return numbers;
    }

    boolean isClean() {
        return mustBeZero().values().stream().allMatch(number -> number == 0);
    }

    /** Returns what to print. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%-40s %7d", "texts enqueued", texts));
        lines.add(String.format("%-40s %7d", "carried out, by the server's books", carriedOut));
        states.forEach((state, count) -> lines.add(String.format("%-40s %7d", "  rows " + state, count)));
        lines.add(String.format("%-40s %7d", "unknown, and settled", settled));
        lines.add(String.format(
                "%-40s %7d",
                "parked, and explained",
                parked.values().stream().mapToInt(n -> n).sum()));
        parked.forEach((why, count) -> lines.add(String.format("  %5d %s", count, why)));
        lines.add("");
        mustBeZero().forEach((what, count) -> lines.add(String.format("%-40s %7d   must be 0", what, count)));
        findings.forEach(finding -> lines.add("  " + finding));
        return lines;
    }
}
