package org.telnyx4j.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackagesTest {
    private static final Path SOURCES = Path.of("src/main/java/org/telnyx4j/openapi");
    private static final Pattern IMPORT = Pattern.compile("import org\\.telnyx4j\\.openapi\\.([a-z]+)\\.");

    @Test
    void noPackageUsesOneThatUsesIt() throws IOException {
        Map<String, Set<String>> uses = uses();
        assertThat(uses).containsKeys("cli", "document", "update");

        // What uses only what is gone already can go; in a circle, nobody can.
        while (uses.values().removeIf(Set::isEmpty)) {
            uses.values().forEach(used -> used.retainAll(uses.keySet()));
        }

        assertThat(uses).isEmpty();
    }

    private static Map<String, Set<String>> uses() throws IOException {
        Map<String, Set<String>> uses = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = SOURCES.relativize(file).getName(0).toString();
                Set<String> used = uses.computeIfAbsent(name, key -> new TreeSet<>());
                for (Matcher match = IMPORT.matcher(Files.readString(file)); match.find(); ) {
                    if (!match.group(1).equals(name)) {
                        used.add(match.group(1));
                    }
                }
            }
        }
        return uses;
    }
}
