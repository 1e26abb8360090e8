package org.telnyx4j.openapi.compat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Says that a build failed, with the lines of its log that tell why. */
public final class BuildFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_LINES = 30;

    BuildFailedException(String name, Path log, String text, Path root) {
        super("The build '" + name + "' failed; all of it is in " + log + "\n" + cause(text, root));
    }

    // Maven repeats itself and then explains itself; the first lines say it.
    private static String cause(String text, Path root) {
        List<String> lines = text.lines()
                .filter(line -> line.startsWith("[ERROR]"))
                .map(line -> line.substring("[ERROR]".length()).strip().replace(root + "/", ""))
                .takeWhile(line -> !line.startsWith("-> [Help") && !line.startsWith("To see the full stack trace"))
                .filter(line -> !line.isEmpty())
                .distinct()
                .limit(MOST_LINES)
                .toList();
        List<String> told = lines.isEmpty()
                ? text.lines()
                        .skip(Math.max(0, text.lines().count() - MOST_LINES))
                        .toList()
                : lines;
        return told.stream().map(line -> "  " + line).collect(Collectors.joining("\n"));
    }
}
