package org.telnyx4j.broadcast;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.validation.NumberFaults;
import org.telnyx4j.messaging.MessageTemplate;
import org.telnyx4j.messaging.SmsSegments;

/** Turns rows into messages, or finds out why they can't be. For one reading of a file, by one thread. */
final class RowReader {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** What the names of such columns mostly are. */
    private static final List<String> RECIPIENT_COLUMNS =
            List.of("to", "phone_number", "phone", "number", "mobile", "msisdn", "recipient");

    /** What a decoder puts in place of bytes that are none of its characters. */
    private static final char UNREADABLE = '\uFFFD';

    private final List<String> header;
    private final MessageTemplate template;
    private final int mostParts;
    private final int recipientColumn;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Predicate<String> optedOut;
    private final RecipientIndex recipients = new RecipientIndex();

    /**
     * Finds the columns.
     *
     * @param recipientColumn the name of the column with the recipients; null to find it
     * @throws NotStartedException if a column is missing, or there are two of its name
     */
    RowReader(
            List<String> header,
            MessageTemplate template,
            int mostParts,
            @Nullable String recipientColumn,
            Predicate<String> optedOut) {
        this.header = header;
        this.template = template;
        this.mostParts = mostParts;
        this.optedOut = optedOut;
        this.recipientColumn = recipientColumn == null ? findRecipients(header) : column(header, recipientColumn);
        for (String placeholder : template.placeholders()) {
            columns.put(placeholder, column(header, placeholder));
        }
    }

    private static int findRecipients(List<String> header) {
        List<String> found = header.stream()
                .filter(name -> RECIPIENT_COLUMNS.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
        if (found.size() != 1) {
            throw new NotStartedException((found.isEmpty() ? "no column is" : "more than one column is")
                    + " called such as phone_number or to: name the one with the recipients with --to. "
                    + shown(header));
        }
        return header.indexOf(found.get(0));
    }

    private static int column(List<String> header, String name) {
        int first = header.indexOf(name);
        if (first < 0) {
            throw new NotStartedException("there is no column \"" + name + "\". " + shown(header));
        }
        if (header.lastIndexOf(name) != first) {
            throw new NotStartedException("there are two columns \"" + name + "\"");
        }
        return first;
    }

    /** A file without a header has private values in its place: a name that is a number is not shown. */
    private static String shown(List<String> header) {
        boolean isHeader = header.stream().noneMatch(name -> name.matches("\\+?[0-9 ()/-]{6,}"));
        return isHeader
                ? "The file has: " + String.join(", ", header)
                : "The first line seems to be no header: it has a number";
    }

    static boolean isNumber(String text) {
        return E164.matcher(text).matches();
    }

    /** Returns which number stands on which line, so far. */
    RecipientIndex recipients() {
        return recipients;
    }

    /**
     * Reads a row.
     *
     * @return its message, or what is wrong with it
     */
    CheckedRow read(CsvFile.Row row) {
        long line = row.line();
        if (row.fields().size() != header.size()) {
            return new RowProblem(
                    line,
                    RowProblem.Kind.COLUMNS,
                    "has " + row.fields().size() + " columns, the header has " + header.size());
        }
        String to = row.fields().get(recipientColumn).strip();
        if (isUnreadable(row, to)) {
            return new RowProblem(
                    line,
                    RowProblem.Kind.ENCODING,
                    "has bytes that are none of its encoding's characters: see --charset");
        }
        if (!isNumber(to)) {
            String given = to.isEmpty() ? "it is empty" : "was " + NumberFaults.shown(to);
            return new RowProblem(
                    line, RowProblem.Kind.NUMBER, "the recipient must be in E.164 form such as +14165550123, " + given);
        }
        CheckedRow filled = fill(row, to);
        if (filled instanceof RowProblem) {
            return filled;
        }
        if (optedOut.test(to)) {
            return new RowProblem(line, RowProblem.Kind.OPTED_OUT, NumberFaults.shown(to) + " has opted out");
        }
        long before = recipients.add(to, line);
        return before == 0
                ? filled
                : new RowProblem(
                        line,
                        RowProblem.Kind.DUPLICATE,
                        NumberFaults.shown(to) + " stands on line " + before + ", too");
    }

    private CheckedRow fill(CsvFile.Row row, String to) {
        String text;
        try {
            text = template.fill(name -> {
                Integer column = columns.get(name);
                return column == null ? null : row.fields().get(column).strip();
            });
        } catch (IllegalArgumentException e) {
            return new RowProblem(row.line(), RowProblem.Kind.VALUE, String.valueOf(e.getMessage()));
        }
        SmsSegments segments = SmsSegments.of(text);
        if (segments.parts() > mostParts) {
            String reason = segments.ucs2Character()
                    .map(character -> ", as it has " + character + ", with which a part has 70 characters and not 160")
                    .orElse("");
            return new RowProblem(
                    row.line(),
                    RowProblem.Kind.TOO_LONG,
                    "the text would have " + segments.parts() + " parts, at most " + mostParts + " are allowed"
                            + reason);
        }
        return new RowMessage(row.line(), to, text, segments);
    }

    private boolean isUnreadable(CsvFile.Row row, String to) {
        return to.indexOf(UNREADABLE) >= 0
                || columns.values().stream()
                        .anyMatch(column -> row.fields().get(column).indexOf(UNREADABLE) >= 0);
    }
}
