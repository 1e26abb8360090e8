package org.telnyx4j.broadcast;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Prints for a person: lines that stay, and one line of progress that is written over where there is a terminal. Safe for use
 * by several threads.
 */
final class Output {
    private static final long PLAIN_NANOS = Duration.ofSeconds(10).toNanos();

    private final PrintStream out;
    private final boolean isTerminal;
    private final int width;
    private int shown;
    private long lastPlain;

    /**
     * Creates an output.
     *
     * @param isTerminal whether a line can be written over
     * @param width of the terminal, in characters
     */
    Output(PrintStream out, boolean isTerminal, int width) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.width = Math.max(40, width);
    }

    boolean isTerminal() {
        return isTerminal;
    }

    int width() {
        return width;
    }

    /** Prints a line. */
    synchronized void line(String format, @Nullable Object... values) {
        clearProgress();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }

    /** Prints a question, after which the answer is typed. */
    synchronized void question(String format, @Nullable Object... values) {
        clearProgress();
        out.print(String.format(Locale.ROOT, format, values));
        out.flush();
    }

    /**
     * Writes over the line of progress; without a terminal it prints a line, and not more often than every ten seconds.
     *
     * @param isAlways whether it is printed in any case, such as the last one
     */
    synchronized void progress(String words, boolean isAlways) {
        if (isTerminal) {
            String cut = words.length() < width ? words : words.substring(0, width - 1);
            out.print("\r" + cut + " ".repeat(Math.max(0, shown - cut.length())));
            shown = cut.length();
        } else {
            long now = System.nanoTime();
            if (!isAlways && lastPlain != 0 && now - lastPlain < PLAIN_NANOS) {
                return;
            }
            lastPlain = now;
            out.println(words);
        }
        out.flush();
    }

    private void clearProgress() {
        if (shown > 0) {
            out.print("\r" + " ".repeat(shown) + "\r");
            shown = 0;
        }
    }
}
