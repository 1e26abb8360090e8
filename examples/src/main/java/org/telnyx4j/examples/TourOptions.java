package org.telnyx4j.examples;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the tour was asked for on the command line.
 *
 * @param from the sender
 * @param to the recipient
 * @param text what is sent
 * @param keep whether the sandbox stays up after the tour
 */
record TourOptions(
        @Nullable String from,
        @Nullable String to,
        @Nullable String text,
        boolean keep) {
    static final String USAGE = """
            usage: ./scripts/quickstart [--from SENDER] [--to RECIPIENT] [--text TEXT] [--keep]
              without TELNYX_API_KEY in the environment: a tour on a sandbox in this process, nothing leaves the machine;
              --keep leaves it open, so that its page can be looked at in a browser
              with TELNYX_API_KEY: sends one real text; --from and --to are needed then, as E.164 numbers (+14165550123)""";

    private static final Set<String> NAMES = Set.of("--from", "--to", "--text");

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static TourOptions parse(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        boolean keep = false;
        Iterator<String> left = arguments.iterator();
        while (left.hasNext()) {
            String name = left.next();
            if (name.equals("--keep")) {
                keep = true;
                continue;
            }
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("unknown option " + name);
            }
            String value = left.hasNext() ? left.next() : "";
            if (value.isBlank()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            if (values.put(name, value) != null) {
                throw new IllegalArgumentException(name + " is given twice");
            }
        }
        return new TourOptions(values.get("--from"), values.get("--to"), values.get("--text"), keep);
    }
}
