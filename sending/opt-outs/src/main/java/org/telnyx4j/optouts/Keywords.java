package org.telnyx4j.optouts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words that Telnyx recognises where nothing else is configured (its guide "Advanced opt-in and opt-out"): English
 * alone, in any case, and with nothing else in the message. Others, in whatever language, are settings of a messaging
 * profile, and events report what was recognised by them. Immutable.
 */
final class Keywords {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Map<String, OptOutKeyword> words;

    private Keywords(Map<String, OptOutKeyword> words) {
        this.words = Map.copyOf(words);
    }

    /**
     * Returns Telnyx's words and some more.
     *
     * @param stop further words to opt out by
     * @param start further words to opt in by
     */
    static Keywords with(Collection<String> stop, Collection<String> start) {
        Map<String, OptOutKeyword> words = new HashMap<>();
        start.forEach(word -> words.put(plain(word), OptOutKeyword.START));
        // What is both stops.
        stop.forEach(word -> words.put(plain(word), OptOutKeyword.STOP));
        for (String word : new String[] {"STOP", "STOPALL", "STOP ALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"}) {
            words.put(word, OptOutKeyword.STOP);
        }
        words.put("START", OptOutKeyword.START);
        words.put("UNSTOP", OptOutKeyword.START);
        words.put("HELP", OptOutKeyword.HELP);
        return new Keywords(words);
    }

    /**
     * Returns what a message asks for.
     *
     * @param recognised what Telnyx has recognised ({@code autoresponse_type}), or an empty text
     * @param text the text of the message
     * @return what it asks for, or empty where it is no such word
     */
    Optional<OptOutKeyword> of(String recognised, String text) {
        OptOutKeyword known = switch (plain(recognised)) {
            case "STOP" -> OptOutKeyword.STOP;
            case "START" -> OptOutKeyword.START;
            case "HELP" -> OptOutKeyword.HELP;
            default -> null;
        };
        // Telnyx decides, except that a word of the application's own may stop what Telnyx has only heard.
        OptOutKeyword own = words.get(plain(text));
        return known == null || (known == OptOutKeyword.HELP && own == OptOutKeyword.STOP)
                ? Optional.ofNullable(own)
                : Optional.of(known);
    }

    private static String plain(String text) {
        return SPACE.matcher(text.strip()).replaceAll(" ").toUpperCase(Locale.ROOT);
    }
}
