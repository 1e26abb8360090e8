package org.telnyx4j.spring.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.telnyx4j.Telnyx;
import org.telnyx4j.spring.TenantRegistry;

/** With everything that the class path has, as an application starts. */
public abstract class WholeApplicationContract {
    /** All that belongs to the library, by the files that Spring Boot reads. */
    private static final String LIBRARY = "telnyx";

    /** Returns the ids of the modules that the application's mapper of JSON has. */
    protected abstract Stream<?> jsonModules(ConfigurableApplicationContext context);

    @Test
    void theAutoConfigurationIsFoundAndLeavesTheApplicationsJsonMapperAlone() {
        try (ConfigurableApplicationContext with = start("telnyx.api-key=KEY");
                ConfigurableApplicationContext without =
                        start("spring.autoconfigure.exclude=" + String.join(",", ourAutoConfigurations()))) {
            assertThat(with.getBean(Telnyx.class)).isNotNull();
            assertThat(with.getBean(TenantRegistry.class)).isNotNull();
            assertThat(Stream.of(without.getBeanDefinitionNames())).noneMatch(name -> name.contains(LIBRARY));

            assertThat(modules(with)).isEqualTo(modules(without));
        }
    }

    private static List<String> ourAutoConfigurations() {
        return org.springframework.boot.context.annotation.ImportCandidates.load(
                        org.springframework.boot.autoconfigure.AutoConfiguration.class,
                        WholeApplicationContract.class.getClassLoader())
                .getCandidates()
                .stream()
                .filter(name -> name.contains("telnyx4j"))
                .toList();
    }

    private List<String> modules(ConfigurableApplicationContext context) {
        return jsonModules(context)
                .map(String::valueOf)
                .map(name -> name.replaceAll("@.*", ""))
                .sorted()
                .toList();
    }

    private static ConfigurableApplicationContext start(String property) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(property)
                .run();
    }

    @Configuration
    @EnableAutoConfiguration
    static class Application {}
}
