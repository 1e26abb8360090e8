package org.telnyx4j.sandbox.internal.optouts;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A word by which a recipient opts out, opts in again or asks for help: the whole text, in any case.
 *
 * @param type {@code STOP}, {@code START} or {@code HELP}
 * @param word the word itself, in capitals
 */
public record Keyword(String type, String word) {
    public static final String STOP = "STOP";
    public static final String START = "START";
    public static final String HELP = "HELP";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry(STOP, STOP),
            Map.entry("STOPALL", STOP),
            Map.entry("STOP ALL", STOP),
            Map.entry("UNSUBSCRIBE", STOP),
            Map.entry("CANCEL", STOP),
            Map.entry("END", STOP),
            Map.entry("QUIT", STOP),
            Map.entry(START, START),
            Map.entry("UNSTOP", START),
            Map.entry(HELP, HELP));

    /** Returns the keyword that a text is. */
    public static Optional<Keyword> of(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        return Optional.ofNullable(TYPES.get(word)).map(type -> new Keyword(type, word));
    }
}
