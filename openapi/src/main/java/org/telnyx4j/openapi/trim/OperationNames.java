package org.telnyx4j.openapi.trim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What errors and spans call an operation: its tag and its id in snake case, without the tag's noun in the id.
 * {@code sendMessage} of the tag Messages is {@code messages.send}.
 */
final class OperationNames {
    private OperationNames() {}

    /** Derives a name. */
    static String of(String tag, String operationId) {
        List<String> noun = words(tag);
        List<String> verb = new ArrayList<>(words(operationId));
        int at = Collections.indexOfSubList(singular(verb), singular(noun));
        if (at >= 0 && noun.size() < verb.size()) {
            verb.subList(at, at + noun.size()).clear();
        }
        return String.join("_", noun) + "." + String.join("_", verb);
    }

    private static List<String> words(String text) {
        String spaced = text.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return List.of(spaced.split("[^a-z0-9]+", -1));
    }

    private static List<String> singular(List<String> words) {
        return words.stream()
                .map(word -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .toList();
    }
}
