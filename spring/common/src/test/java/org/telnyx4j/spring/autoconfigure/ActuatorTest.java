package org.telnyx4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;

class ActuatorTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(TelnyxAutoConfiguration.class, TelnyxActuatorAutoConfiguration.class))
            .withPropertyValues(
                    "telnyx.api-key=KEY_secret",
                    "telnyx.base-url=https://telnyx.example.com/v2",
                    "telnyx.tenants.acme.api-key=KEY_secret_of_acme");

    @Test
    void infoShowsHostAndNumberOfTenantsAndNoSecret() {
        runner.run(context -> {
            Info.Builder info = new Info.Builder();
            context.getBean(InfoContributor.class).contribute(info);

            Map<String, Object> details = info.build().getDetails();
            assertThat(String.valueOf(details.get("telnyx")))
                    .contains("host=telnyx.example.com", "tenants=1")
                    .doesNotContain("KEY");
        });
    }

    @Test
    void infoCanBeSwitchedOffAndNeedsTheActuator() {
        runner.withPropertyValues("management.info.telnyx.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(InfoContributor.class));
        runner.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("telnyxInfoContributor"));
    }

    @ParameterizedTest
    @CsvSource({
        "telnyx.api-key, true",
        "telnyx.apiKey, true",
        "TELNYX_API_KEY, true",
        "telnyx.tenants.acme.api-key, true",
        "TELNYX_TENANTS_ACME_APIKEY, true",
        "telnyx.http.proxy.password, true",
        "telnyx.base-url, false",
        "telnyx.webhooks.public-keys, false",
        "other.api-key, false"
    })
    void secretsAreHiddenAlsoWhereValuesAreShown(String name, boolean isHidden) {
        runner.run(context -> {
            SanitizableData data = new SanitizableData(new MapPropertySource("test", Map.of()), name, "the value");
            Object shown = context.getBean(SanitizingFunction.class).apply(data).getValue();

            assertThat(shown).isEqualTo(isHidden ? SanitizableData.SANITIZED_VALUE : "the value");
        });
    }
}
