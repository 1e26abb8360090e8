package org.telnyx4j.spring.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.telnyx4j.spring.autoconfigure.TelnyxAutoConfiguration;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;

/**
 * What the health indicator does.
 *
 * @param <I> the type of indicators
 */
public abstract class HealthContract<I> {
    private final ScriptedServer server = ScriptedServer.start();

    private final Class<I> indicators;
    private final ApplicationContextRunner runner;
    private final ApplicationContextRunner enabled;

    /** What an indicator reports, and how that shows itself. */
    public record Report(String status, Map<String, Object> details, String shown) {}

    protected HealthContract(Class<I> indicators, Class<?> autoConfiguration) {
        this.indicators = indicators;
        this.runner = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TelnyxAutoConfiguration.class, autoConfiguration))
                .withPropertyValues("telnyx.api-key=KEY_secret", "telnyx.base-url=" + server.baseUrl());
        this.enabled = runner.withPropertyValues("management.health.telnyx.enabled=true");
    }

    protected abstract Report report(I indicator);

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void itIsOffUnlessSwitchedOn() {
        runner.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(indicators));
        enabled.run(context -> {
            assertThat(context).hasSingleBean(indicators);
            assertThat(server.requests()).isEmpty();
        });
        enabled.withClassLoader(new FilteredClassLoader(indicators))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("telnyxHealthIndicator"));
    }

    @Test
    void manyChecksAreOneCheapRequest() {
        server.then(200, "{\"data\":[],\"meta\":{\"page_number\":1,\"page_size\":1,\"total_pages\":0}}");

        enabled.run(context -> {
            I indicator = context.getBean(indicators);

            assertThat(report(indicator).status()).isEqualTo("UP");
            assertThat(report(indicator).status()).isEqualTo("UP");

            assertThat(server.requests()).hasSize(1);
            assertThat(server.last().requestLine()).startsWith("GET ").contains("/messaging_profiles?page");
        });
    }

    @Test
    void aRefusedKeyIsDownWithNothingPrivate() {
        server.otherwise(Response.json(
                401, "{\"errors\":[{\"code\":\"10009\",\"title\":\"KEY_secret\"}]}", "x-request-id: r-1"));

        enabled.withPropertyValues("management.health.telnyx.cache-time=0s").run(context -> {
            Report report = report(context.getBean(indicators));

            assertThat(report.status()).isEqualTo("DOWN");
            assertThat(report.details())
                    .containsEntry("error", "AUTHENTICATION")
                    .containsEntry("httpStatus", 401)
                    .containsEntry("requestId", "r-1");
            assertThat(report.shown()).doesNotContain("KEY_secret");
            assertThat(server.requests()).hasSize(1);
            report(context.getBean(indicators));
            assertThat(server.requests()).hasSize(2);
        });
    }

    @Test
    void aRateLimitIsNoOutage() {
        server.then(429, "{\"errors\":[{\"code\":\"10011\",\"title\":\"Too many requests\"}]}");

        enabled.run(context ->
                assertThat(report(context.getBean(indicators)).status()).isEqualTo("UP"));
    }
}
