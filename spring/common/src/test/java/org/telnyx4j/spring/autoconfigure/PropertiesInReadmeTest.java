package org.telnyx4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The README's table has every property of what is switched on by the class path, and its default where that is a boolean. */
class PropertiesInReadmeTest {
    @ParameterizedTest
    @ValueSource(classes = {TelnyxOptOutsProperties.class, TelnyxPacingProperties.class, TelnyxOutboxProperties.class})
    void eachPropertyIsInTheTable(Class<? extends Record> type) throws IOException {
        String prefix = type.getAnnotation(ConfigurationProperties.class).value() + ".";
        String section = Files.readString(Path.of("..", "..", "README.md"))
                .lines()
                .filter(line -> line.startsWith("| `" + prefix))
                .reduce("", (lines, line) -> lines + line + "\n");

        // The canonical constructor has a parameter for each component, with its annotations.
        for (Parameter property : type.getDeclaredConstructors()[0].getParameters()) {
            String name = property.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (property.getType() == boolean.class) {
                String value = property.getAnnotation(DefaultValue.class).value()[0];
                assertThat(section).contains("| `" + prefix + name + "` | `" + value + "` |");
            } else {
                assertThat(section).containsPattern("`(?:" + prefix.replace(".", "\\.") + "|….)" + name + "[`.\\[]");
            }
        }
    }
}
