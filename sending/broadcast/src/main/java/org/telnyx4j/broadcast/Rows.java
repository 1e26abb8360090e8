package org.telnyx4j.broadcast;

import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.messaging.MessageTemplate;

/** One reading of the file, row by row. For one thread. */
final class Rows implements Iterator<CheckedRow>, AutoCloseable {
    private final CsvFile file;
    private final RowReader reader;
    private CsvFile.@Nullable Row next;

    /**
     * Opens the file.
     *
     * @throws NotStartedException if it can't be read, or a column is missing
     */
    Rows(BroadcastOptions options, MessageTemplate template, Predicate<String> optedOut) {
        this.file = CsvFile.open(options.file(), options.charset(), options.separator());
        this.reader = new RowReader(file.header(), template, options.mostParts(), options.recipientColumn(), optedOut);
        this.next = file.next();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public CheckedRow next() {
        CsvFile.Row row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = file.next();
        return reader.read(row);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // It was read to its end, or something else has failed.
        }
    }

    /** Returns which number stands on which line, of the rows that were read. */
    RecipientIndex recipients() {
        return reader.recipients();
    }

    /** Returns the hash of the file, once all rows were read. */
    String hash() {
        return file.hash();
    }
}
