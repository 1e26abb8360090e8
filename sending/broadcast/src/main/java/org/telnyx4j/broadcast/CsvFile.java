package org.telnyx4j.broadcast;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with a header, read row by row in constant memory. A byte-order mark decides on the encoding, the header on the
 * separator, unless both are given. For one thread.
 */
final class CsvFile implements Closeable {
    /** In the order in which they are preferred where a header has as many columns with one as with another. */
    private static final String SEPARATORS = ",;\t|";

    /** Longer than any row that becomes a text, in characters; what is longer has a quote that isn't closed. */
    private static final int LONGEST_ROW = 1 << 18;

    private static final int HEAD = 1 << 16;
    private static final Pattern LINE = Pattern.compile("started in line ([0-9]+)");

    private final CountingInput input;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private final char separator;
    private @Nullable CsvRecord last;

    /**
     * A row.
     *
     * @param line the line on which it begins, from 1
     * @param fields what it has
     */
    record Row(long line, List<String> fields) {}

    private CsvFile(CountingInput input, Charset charset, char separator) {
        this.input = input;
        this.separator = separator;
        this.reader = reader(input, charset, separator);
        this.records = reader.iterator();
        CsvRecord first = records.hasNext() ? records.next() : null;
        if (first == null) {
            throw new NotStartedException("the file is empty: it needs a header with the names of its columns");
        }
        this.header = first.getFields().stream().map(String::strip).toList();
    }

    /**
     * Opens a file and reads its header.
     *
     * @param charset of a file without a byte-order mark
     * @param separator what stands between columns; null to find it in the header
     * @throws NotStartedException if it can't be read
     */
    static CsvFile open(Path file, Charset charset, @Nullable Character separator) {
        try {
            char chosen = separator != null ? separator : findSeparator(file, charset);
            return new CsvFile(new CountingInput(Files.newInputStream(file)), charset, chosen);
        } catch (NoSuchFileException e) {
            throw new NotStartedException("there is no file " + file, e);
        } catch (IOException | UncheckedIOException e) {
            throw new NotStartedException("the file can't be read: " + file, e);
        } catch (CsvParseException e) {
            throw broken(e);
        }
    }

    private static char findSeparator(Path file, Charset charset) throws IOException {
        byte[] head;
        try (InputStream stream = Files.newInputStream(file)) {
            head = stream.readNBytes(HEAD);
        }
        char best = ',';
        int most = 0;
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char candidate = SEPARATORS.charAt(i);
            int columns = columns(head, charset, candidate);
            if (columns > most) {
                most = columns;
                best = candidate;
            }
        }
        return best;
    }

    private static int columns(byte[] head, Charset charset, char separator) throws IOException {
        try (CsvReader<CsvRecord> reader = reader(new ByteArrayInputStream(head), charset, separator)) {
            return reader.stream().findFirst().map(CsvRecord::getFieldCount).orElse(0);
        } catch (CsvParseException e) {
            return 0;
        }
    }

    private static CsvReader<CsvRecord> reader(InputStream input, Charset charset, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(input, charset);
    }

    /** Returns the names of the columns, without white space around them. */
    List<String> header() {
        return header;
    }

    char separator() {
        return separator;
    }

    /**
     * Returns the next row; empty lines are left out.
     *
     * @return the row, or null at the end
     * @throws NotStartedException if the rest can't be told apart into rows
     */
    @Nullable
    Row next() {
        try {
            if (records.hasNext()) {
                CsvRecord row = records.next();
                last = row;
                return new Row(row.getStartingLineNumber(), row.getFields());
            }
        } catch (CsvParseException e) {
            throw broken(e);
        } catch (UncheckedIOException e) {
            throw new NotStartedException("the file can't be read to its end", e);
        }
        if (last != null
                && input.hasOpenQuote()
                && last.getFields().stream().anyMatch(field -> field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0)) {
            throw new NotStartedException("line " + last.getStartingLineNumber()
                    + ": a quote begins there that is not closed before the end of the file");
        }
        return null;
    }

    /** Returns the hash of the file, once {@link #next} has returned null. */
    String hash() {
        return input.hash();
    }

    private static NotStartedException broken(CsvParseException e) {
        // The library's own words may have what stands in the file.
        Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
        String place = line.find() ? "line " + line.group(1) : "a row";
        boolean isTooLong = e.getCause() != null
                && String.valueOf(e.getCause().getMessage()).contains("buffer");
        return new NotStartedException(
                place
                        + (isTooLong
                                ? ": the row is longer than " + LONGEST_ROW + " characters: is a quote not closed?"
                                : ": there is text between a closing quote and the next column"),
                e);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
