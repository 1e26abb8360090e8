package org.telnyx4j.examples;

import java.util.HashMap;
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
 */
record TourOptions(
        @Nullable String from,
        @Nullable String to,
        @Nullable String text) {
    static final String USAGE = """
            usage: ./scripts/quickstart [--from SENDER] [--to RECIPIENT] [--text TEXT]
              without TELNYX_API_KEY in the environment: a tour on a sandbox in this process, nothing leaves the machine
              with TELNYX_API_KEY: sends one real text; --from and --to are needed then, as E.164 numbers (+14165550123)""";

    private static final Set<String> NAMES = Set.of("--from", "--to", "--text");

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static TourOptions parse(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("unknown option " + name);
            }
            if (i + 1 == arguments.size() || arguments.get(i + 1).isBlank()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            if (values.put(name, arguments.get(i + 1)) != null) {
                throw new IllegalArgumentException(name + " is given twice");
            }
        }
        return new TourOptions(values.get("--from"), values.get("--to"), values.get("--text"));
    }
}
