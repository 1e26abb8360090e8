package org.telnyx4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples have Spring Boot's own parent, and no property can stand for its version. */
class SampleVersionsTest {
    private static final Pattern OF_PARENT =
            Pattern.compile("<artifactId>spring-boot-starter-parent</artifactId>\\s*<version>([^<]+)</version>");

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void aSampleHasTheSpringBootThatItsStarterIsTestedOn(int generation) throws IOException {
        String property = "spring-boot-" + generation + ".version";

        assertThat(found(OF_PARENT, Path.of("spring-boot-" + generation, "pom.xml")))
                .isEqualTo(found(Pattern.compile("<" + property + ">([^<]+)<"), Path.of("..", "pom.xml")));
    }

    private static String found(Pattern pattern, Path file) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(file));
        assertThat(matcher.find()).as("%s in %s", pattern, file).isTrue();
        return matcher.group(1);
    }
}
