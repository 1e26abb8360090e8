package org.telnyx4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Pattern SAMPLE =
            Pattern.compile("<!-- sample: (\\w+) -->\\n```java\\n(.*?)```\\n", Pattern.DOTALL);
    private static final Pattern REGION =
            Pattern.compile("\\n *// \\[(\\w+)\\]\\n(.*?) *// \\[/\\1\\]\\n", Pattern.DOTALL);

    private final String readme = read("../README.md");
    private final String cookbook = readAll("src/main/java/org/telnyx4j/examples");

    @Test
    void everySampleOfTheReadmeIsCodeThatTheBuildCompiles() {
        List<MatchResult> samples = SAMPLE.matcher(readme).results().toList();

        assertThat(samples)
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(sample.group(2))
                        .as("sample %s", sample.group(1))
                        .isEqualTo(region(sample.group(1))));
    }

    @Test
    void everyJavaBlockOfTheReadmeIsSuchASample() {
        assertThat(Pattern.compile("```java").matcher(readme).results().count())
                .isEqualTo(SAMPLE.matcher(readme).results().count());
    }

    @Test
    void everySampleOfTheCookbookIsInTheReadme() {
        assertThat(REGION.matcher(cookbook).results().map(region -> region.group(1)))
                .containsExactlyInAnyOrderElementsOf(SAMPLE.matcher(readme)
                        .results()
                        .map(sample -> sample.group(1))
                        .toList());
    }

    private String region(String name) {
        return REGION.matcher(cookbook)
                .results()
                .filter(region -> region.group(1).equals(name))
                .map(region -> region.group(2).stripTrailing().stripIndent() + "\n")
                .findFirst()
                .orElse("no region of this name in any class of the examples");
    }

    private static String readAll(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.map(file -> read(file.toString())).collect(Collectors.joining());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
