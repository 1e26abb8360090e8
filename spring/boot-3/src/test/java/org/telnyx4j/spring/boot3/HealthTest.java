package org.telnyx4j.spring.boot3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.telnyx4j.spring.autoconfigure.TelnyxAutoConfiguration;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;

class HealthTest {
    private final ScriptedServer server = ScriptedServer.start();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(TelnyxAutoConfiguration.class, TelnyxHealthAutoConfiguration.class))
            .withPropertyValues("telnyx.api-key=KEY_secret", "telnyx.base-url=" + server.baseUrl());

    private final ApplicationContextRunner enabled = runner.withPropertyValues("management.health.telnyx.enabled=true");

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void itIsOffUnlessSwitchedOn() {
        runner.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthIndicator.class));
        enabled.run(context -> {
            assertThat(context).hasSingleBean(HealthIndicator.class);
            assertThat(server.requests()).isEmpty();
        });
        enabled.withClassLoader(new FilteredClassLoader(HealthIndicator.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("telnyxHealthIndicator"));
    }

    @Test
    void manyChecksAreOneCheapRequest() {
        server.then(200, "{\"data\":[],\"meta\":{\"page_number\":1,\"page_size\":1,\"total_pages\":0}}");

        enabled.run(context -> {
            HealthIndicator indicator = context.getBean(HealthIndicator.class);

            assertThat(health(indicator).getStatus()).isEqualTo(Status.UP);
            assertThat(health(indicator).getStatus()).isEqualTo(Status.UP);

            assertThat(server.requests()).hasSize(1);
            assertThat(server.last().requestLine()).startsWith("GET ").contains("/messaging_profiles?page");
        });
    }

    @Test
    void aRefusedKeyIsDownWithNothingPrivate() {
        server.otherwise(Response.json(
                401, "{\"errors\":[{\"code\":\"10009\",\"title\":\"KEY_secret\"}]}", "x-request-id: r-1"));

        enabled.withPropertyValues("management.health.telnyx.cache-time=0s").run(context -> {
            Health health = health(context.getBean(HealthIndicator.class));

            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails())
                    .containsEntry("error", "AUTHENTICATION")
                    .containsEntry("httpStatus", 401)
                    .containsEntry("requestId", "r-1");
            assertThat(health.toString()).doesNotContain("KEY_secret");
            assertThat(server.requests()).hasSize(1);
            health(context.getBean(HealthIndicator.class));
            assertThat(server.requests()).hasSize(2);
        });
    }

    @Test
    void aRateLimitIsNoOutage() {
        server.then(429, "{\"errors\":[{\"code\":\"10011\",\"title\":\"Too many requests\"}]}");

        enabled.run(context -> assertThat(
                        health(context.getBean(HealthIndicator.class)).getStatus())
                .isEqualTo(Status.UP));
    }

    private static Health health(HealthIndicator indicator) {
        Health health = indicator.health();
        assertThat(health).isNotNull();
        return health;
    }
}
