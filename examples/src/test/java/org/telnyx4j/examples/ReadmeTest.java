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
    private final String cookbook = readAll("src/main/java/org/telnyx4j/examples")
            // The other generation's has the same code.
            + readAll("spring-boot-4/src/main/java/org/telnyx4j/examples/spring")
            + readAll("spring-boot-4/src/test/java/org/telnyx4j/examples/spring");

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

    @Test
    void theSampleOfTheSandboxIsATest() {
        String shown = SAMPLE.matcher(read("../sandbox/README.md"))
                .results()
                .map(sample -> sample.group(2))
                .collect(Collectors.joining());

        assertThat(shown).isEqualTo(region("junit", read("src/test/java/org/telnyx4j/examples/ShopTest.java")));
    }

    @Test
    void everyExampleIsInTheIndexAndHasATest() {
        String index = read("README.md");

        assertThat(List.of("messaging", "voice")).allSatisfy(folder -> {
            for (Path example : files("src/main/java/org/telnyx4j/examples/" + folder)) {
                String name = example.getFileName().toString();
                if (!name.equals("package-info.java")) {
                    assertThat(index).contains("(" + example + ")");
                    assertThat(Path.of(example.toString()
                                    .replace("src/main", "src/test")
                                    .replace(".java", "Test.java")))
                            .exists();
                }
            }
        });
    }

    private String region(String name) {
        return region(name, cookbook);
    }

    private static String region(String name, String source) {
        return REGION.matcher(source)
                .results()
                .filter(region -> region.group(1).equals(name))
                .map(region -> region.group(2).stripTrailing().stripIndent() + "\n")
                .findFirst()
                .orElse("no region of this name in any class of the examples");
    }

    private static String readAll(String folder) {
        return files(folder).stream().map(file -> read(file.toString())).collect(Collectors.joining());
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).toList();
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
