package org.telnyx4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands in the sources that the build generates. */
class GeneratedSourcesTest {
    private static final Path FIRST = Path.of("target", "generated-sources", "openapi", "java");
    private static final Path SECOND = Path.of("target", "generated-again", "java");

    @Test
    void twoGenerations_areByteIdentical() throws Exception {
        Map<String, byte[]> first = sources(FIRST);
        Map<String, byte[]> second = sources(SECOND);

        assertThat(first).hasSizeGreaterThan(200);
        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void nothingIsImportedFromJavax() throws Exception {
        assertNoneContains(Pattern.compile("\\bjavax\\."));
    }

    @Test
    void nothingTellsWhenItWasGenerated() throws Exception {
        assertNoneContains(Pattern.compile("@(javax\\.|jakarta\\.)?(annotation\\.)?Generated\\b|generatedDate"));
        for (Path file : files(FIRST)) {
            var written = Files.getLastModifiedTime(file).toInstant();
            for (ZoneId zone : List.of(ZoneOffset.UTC, ZoneId.systemDefault())) {
                assertThat(file).content().doesNotContain(written.atZone(zone).toLocalDate() + "T");
            }
        }
    }

    @Test
    void nothingButJavaIsGeneratedWhereTheCompilerLooks() throws Exception {
        assertThat(files(FIRST)).allMatch(file -> file.toString().endsWith(".java"));
    }

    private static void assertNoneContains(Pattern unwanted) throws IOException {
        for (Path file : files(FIRST)) {
            assertThat(file).content().doesNotContainPattern(unwanted);
        }
    }

    private static Map<String, byte[]> sources(Path root) throws IOException {
        Map<String, byte[]> sources = new TreeMap<>();
        for (Path file : files(root)) {
            sources.put(root.relativize(file).toString(), Files.readAllBytes(file));
        }
        return sources;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
