package org.telnyx4j.broadcast;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.telnyx4j.messaging.Cost;
import org.telnyx4j.outbox.JobInfo;
import org.telnyx4j.outbox.JobReason;
import org.telnyx4j.outbox.JobState;

/**
 * What came of a broadcast, counted while the rows of {@code PATH.csv} are written. The files show lines in place of numbers,
 * and no text. For one thread.
 */
final class Report implements AutoCloseable {
    private static final String[] COLUMNS = {
        "line", "state", "reason", "error_code", "message_id", "delivery_status", "parts", "cost", "currency", "sent_at"
    };

    private final Map<JobState, Long> states = new EnumMap<>(JobState.class);
    private final Map<JobState, Map<String, Long>> reasons = new EnumMap<>(JobState.class);
    private final Map<String, BigDecimal> costs = new TreeMap<>();
    private final Map<RowProblem.Kind, Long> leftOut = new EnumMap<>(RowProblem.Kind.class);
    private final CsvWriter csv;
    private long parts;
    private long withoutCost;
    private long cancelled;

    private Report(CsvWriter csv) {
        this.csv = csv;
        csv.writeRecord(COLUMNS);
    }

    static Report write(Path file) throws IOException {
        return new Report(CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8)));
    }

    void add(RowProblem problem) {
        leftOut.merge(problem.kind(), 1L, Long::sum);
        csv.writeRecord(
                String.valueOf(problem.line()), "LEFT_OUT", problem.kind().name(), "", "", "", "", "", "", "");
    }

    /**
     * Adds a job.
     *
     * @param line where its recipient stands in the file, or 0 if it is not there any more
     */
    void add(long line, JobInfo job) {
        states.merge(job.state(), 1L, Long::sum);
        cancelled += job.reason().filter(JobReason.CANCELLED::equals).isPresent() ? 1 : 0;
        String why = job.errorCode().or(job::reason).orElse("");
        if (!why.isEmpty()) {
            reasons.computeIfAbsent(job.state(), state -> new TreeMap<>()).merge(why, 1L, Long::sum);
        }
        parts += job.parts().orElse(0);
        Cost cost = job.cost().orElse(null);
        if (cost != null) {
            costs.merge(cost.currency(), cost.amount(), BigDecimal::add);
        } else if (isSent(job.state())) {
            withoutCost++;
        }
        csv.writeRecord(
                line == 0 ? "" : String.valueOf(line),
                job.stateName(),
                job.reason().orElse(""),
                job.errorCode().orElse(""),
                job.messageId().orElse(""),
                job.deliveryStatus().orElse(""),
                job.parts().isPresent() ? String.valueOf(job.parts().getAsInt()) : "",
                cost == null ? "" : cost.amount().toPlainString(),
                cost == null ? "" : cost.currency(),
                job.sentAt().map(String::valueOf).orElse(""));
    }

    private static boolean isSent(JobState state) {
        return state == JobState.SENT || state == JobState.DELIVERED || state == JobState.DELIVERY_FAILED;
    }

    long count(JobState state) {
        return states.getOrDefault(state, 0L);
    }

    /** Returns how many messages Telnyx has accepted. */
    long sent() {
        return count(JobState.SENT) + count(JobState.DELIVERED) + count(JobState.DELIVERY_FAILED);
    }

    long leftOut() {
        return leftOut.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns whether each row has a message that is sent and not known to have failed; who was taken out of the file has none. */
    boolean isComplete() {
        long all = states.values().stream().mapToLong(Long::longValue).sum();
        return leftOut() == 0 && count(JobState.SENT) + count(JobState.DELIVERED) == all - cancelled;
    }

    /** Prints the totals. */
    void print(Output out) {
        out.line("%,d messages are sent, of %,d parts%s", sent(), parts, costWords());
        line(out, JobState.DELIVERED, "are delivered");
        line(out, JobState.SENT, "are accepted, and whether they were delivered isn't known (yet)");
        line(out, JobState.DELIVERY_FAILED, "could not be delivered");
        line(out, JobState.DISCARDED, "were not sent and will not be");
        line(out, JobState.UNKNOWN, "may have been sent: it is checked when the same command runs again");
        line(out, JobState.PARKED, "need a person to decide");
        line(out, JobState.READY, "wait");
        line(out, JobState.SENDING, "were on their way when this ended");
        line(out, JobState.OTHER, "are in a state that only a newer edition knows");
        leftOut.forEach((kind, count) -> out.line("  %,d left out %s", count, kind.words()));
    }

    private String costWords() {
        if (costs.isEmpty()) {
            return "";
        }
        StringBuilder words = new StringBuilder(", for ");
        costs.forEach((currency, amount) -> words.append(words.length() > 6 ? " and " : "")
                .append(amount.toPlainString())
                .append(' ')
                .append(currency));
        return words + (withoutCost > 0 ? " (of " + withoutCost + " the cost isn't known yet)" : "");
    }

    private void line(Output out, JobState state, String words) {
        long count = count(state);
        if (count > 0) {
            Map<String, Long> why = reasons.getOrDefault(state, Map.of());
            out.line("  %,d %s%s", count, words, why.isEmpty() ? "" : " (" + why(why) + ")");
        }
    }

    private static String why(Map<String, Long> reasons) {
        StringBuilder words = new StringBuilder();
        reasons.forEach((why, count) -> words.append(words.length() > 0 ? ", " : "")
                .append(why)
                .append(": ")
                .append(count));
        return words.toString();
    }

    /** Writes the totals as JSON. */
    void writeJson(Path file, String name) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("broadcast", name);
            json.writeNumberField("sent", sent());
            json.writeNumberField("parts", parts);
            json.writeObjectFieldStart("cost");
            for (Map.Entry<String, BigDecimal> cost : costs.entrySet()) {
                json.writeNumberField(cost.getKey(), cost.getValue());
            }
            json.writeEndObject();
            json.writeNumberField("cost_not_known_of", withoutCost);
            json.writeObjectFieldStart("states");
            for (JobState state : JobState.values()) {
                writeState(json, state);
            }
            json.writeEndObject();
            json.writeObjectFieldStart("rows_left_out");
            for (Map.Entry<RowProblem.Kind, Long> kind : leftOut.entrySet()) {
                json.writeNumberField(kind.getKey().name(), kind.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private void writeState(JsonGenerator json, JobState state) throws IOException {
        json.writeObjectFieldStart(state.name());
        json.writeNumberField("count", count(state));
        json.writeObjectFieldStart("reasons");
        for (Map.Entry<String, Long> reason :
                reasons.getOrDefault(state, Map.of()).entrySet()) {
            json.writeNumberField(reason.getKey(), reason.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
