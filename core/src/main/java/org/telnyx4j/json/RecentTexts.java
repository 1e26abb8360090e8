package org.telnyx4j.json;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The short strings that were read last within one document, and the times that they are. The items of a list have many in
 * common, such as a status or the id of a profile: each is then one string and not thousands. For one thread.
 */
final class RecentTexts {
    private static final int SLOTS = 256;
    private static final int LONGEST = 48;

    /**
     * Two neighbours are the places of a string. The one that was used last stands in the first: what repeats stays, and
     * what occurs once, such as the id of an item, makes way for the next.
     */
    private final @Nullable String[] texts = new String[SLOTS];

    private final @Nullable Object[] times = new Object[SLOTS];

    /** Returns the characters as a string, the one that was returned for them before where it is still there. */
    String get(char[] chars, int from, int length) {
        if (length > LONGEST) {
            return new String(chars, from, length);
        }
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + chars[i];
        }
        int first = first(hash);
        String newer = texts[first];
        if (newer != null && isSame(newer, chars, from, length)) {
            return newer;
        }
        String older = texts[first + 1];
        Object timeOfOlder = times[first + 1];
        texts[first + 1] = newer;
        times[first + 1] = times[first];
        boolean isOlder = older != null && isSame(older, chars, from, length);
        String text = older != null && isOlder ? older : new String(chars, from, length);
        texts[first] = text;
        times[first] = isOlder ? timeOfOlder : null;
        return text;
    }

    /**
     * Returns the time or date that a string is, as {@link Values#time} does.
     *
     * @param text what {@link #get} returned last
     */
    @Nullable
    Object time(JsonType type, String text) {
        int first = first(text.hashCode());
        boolean isThere = text.equals(texts[first]);
        Object there = isThere ? times[first] : null;
        boolean isOfType =
                type.kind() == JsonType.Kind.DATE ? there instanceof LocalDate : there instanceof OffsetDateTime;
        if (isOfType) {
            return there;
        }
        Object time = Values.time(type, text);
        if (isThere) {
            times[first] = time;
        }
        return time;
    }

    private static boolean isSame(String text, char[] chars, int from, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != chars[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** By the hash that strings have, so that one that was read is found again. */
    private static int first(int hash) {
        return (hash ^ (hash >>> 7) ^ (hash >>> 15)) & (SLOTS - 2);
    }
}
