package org.telnyx4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.Tenant;
import org.telnyx4j.async.AsyncOptions;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.spring.TelnyxBuilderCustomizer;
import org.telnyx4j.spring.TelnyxConnectionDetails;
import org.telnyx4j.spring.TenantRegistry;
import org.telnyx4j.spring.TenantSource;
import org.telnyx4j.spring.UnknownTenantException;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;

class TelnyxAutoConfigurationTest {
    private static final OutgoingMessage MESSAGE =
            OutgoingMessage.builder().to("+14165550123").text("Hello").build();

    private final ScriptedServer server = ScriptedServer.start()
            .otherwise(Response.json(200, "{\"data\":{\"id\":\"6f1c1f6a-7f5c-4d57-9c5f-7f3f1b6f0a01\"}}"));

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(TelnyxAutoConfiguration.class));

    private final ApplicationContextRunner configured = runner.withPropertyValues(
            "telnyx.api-key=KEY_of_the_client", "telnyx.base-url=" + server.baseUrl(), "telnyx.from=+14165550199");

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void aClientWithTheSettingsOfThePropertiesIsABean() {
        configured.run(context -> {
            context.getBean(TelnyxOperations.class).messages().send(MESSAGE);

            ReceivedRequest sent = server.last();
            assertThat(sent.header("Authorization")).isEqualTo("Bearer KEY_of_the_client");
            assertThat(sent.body()).contains("\"from\":\"+14165550199\"");
        });
    }

    @Test
    void startingTheApplicationSendsNothing() {
        configured.run(context -> {
            assertThat(context).hasSingleBean(Telnyx.class).hasSingleBean(TenantRegistry.class);
            assertThat(server.requests()).isEmpty();
        });
    }

    @Test
    void ownBeansReplaceThoseOfTheStarter() {
        Telnyx own = Telnyx.builder().apiKey("KEY_own").build();
        TenantRegistry tenants = new TenantRegistry(own, java.util.List.of(), java.util.List.of());

        runner.withBean("own", Telnyx.class, () -> own)
                .withBean("ownTenants", TenantRegistry.class, () -> tenants)
                .run(context -> {
                    assertThat(context.getBean(Telnyx.class)).isSameAs(own);
                    assertThat(context.getBean(TenantRegistry.class)).isSameAs(tenants);
                });
    }

    @Test
    void connectionDetailsReplaceKeyAndUrlOfTheProperties() {
        runner.withPropertyValues("telnyx.api-key=KEY_of_production", "telnyx.base-url=https://example.com")
                .withBean(TelnyxConnectionDetails.class, () -> details("KEY_of_the_test", server.baseUrl()))
                .run(context -> {
                    context.getBean(Telnyx.class).messages().retrieve("6f1c1f6a-7f5c-4d57-9c5f-7f3f1b6f0a01");

                    assertThat(server.last().header("Authorization")).isEqualTo("Bearer KEY_of_the_test");
                });
    }

    @Test
    void asynchronousCallsRunWhereABeanSays() {
        AtomicInteger calls = new AtomicInteger();
        Executor own = call -> {
            calls.incrementAndGet();
            call.run();
        };
        configured
                .withBean(
                        AsyncOptions.class,
                        () -> AsyncOptions.builder().executor(own).build())
                .run(context -> {
                    context.getBean(Telnyx.class)
                            .async()
                            .messages()
                            .send(MESSAGE)
                            .join();

                    assertThat(calls).hasValue(1);
                    assertThat(server.requests()).hasSize(1);
                });
    }

    @Test
    void customizersAreAppliedInTheirOrderAfterTheProperties() {
        configured
                .withBean("second", TelnyxBuilderCustomizer.class, () -> new Ordered(2, "KEY_second"))
                .withBean("first", TelnyxBuilderCustomizer.class, () -> new Ordered(1, "KEY_first"))
                .run(context -> {
                    context.getBean(Telnyx.class).messages().send(MESSAGE);

                    assertThat(server.last().header("Authorization")).isEqualTo("Bearer KEY_second");
                });
    }

    @Test
    void aCustomizerCanBringTheKey() {
        runner.withPropertyValues("telnyx.base-url=" + server.baseUrl())
                .withBean(TelnyxBuilderCustomizer.class, () -> builder -> builder.apiKey(() -> "KEY_supplied"))
                .run(context -> {
                    context.getBean(Telnyx.class).messages().retrieve("6f1c1f6a-7f5c-4d57-9c5f-7f3f1b6f0a01");

                    assertThat(server.last().header("Authorization")).isEqualTo("Bearer KEY_supplied");
                });
    }

    @Test
    void aTenantHasItsOwnSettingsAndTheClientsForTheRest() {
        configured
                .withPropertyValues(
                        "telnyx.tenants.acme.api-key=KEY_of_acme", "telnyx.tenants.globex.from=+14165550177")
                .run(context -> {
                    TenantRegistry tenants = context.getBean(TenantRegistry.class);
                    assertThat(tenants.configuredNames()).containsExactly("acme", "globex");

                    tenants.operations("acme").messages().send(MESSAGE);
                    assertThat(server.last().header("Authorization")).isEqualTo("Bearer KEY_of_acme");
                    assertThat(server.last().body()).contains("\"from\":\"+14165550199\"");

                    tenants.operations("globex").messages().send(MESSAGE);
                    assertThat(server.last().header("Authorization")).isEqualTo("Bearer KEY_of_the_client");
                    assertThat(server.last().body()).contains("\"from\":\"+14165550177\"");
                });
    }

    @Test
    void sourcesOfTheApplicationAreAskedForOtherTenants() {
        TenantSource database = name -> name.equals("initech")
                ? Optional.of(Tenant.builder(name).apiKey("KEY_of_initech").build())
                : Optional.empty();

        configured.withBean(TenantSource.class, () -> database).run(context -> {
            TenantRegistry tenants = context.getBean(TenantRegistry.class);

            tenants.operations("initech").messages().send(MESSAGE);

            assertThat(server.last().header("Authorization")).isEqualTo("Bearer KEY_of_initech");
            assertThat(tenants.find("hooli")).isEmpty();
        });
    }

    @Test
    void anUnknownTenantIsNamedWhereItIsAName() {
        configured.run(context -> {
            TenantRegistry tenants = context.getBean(TenantRegistry.class);

            assertThatThrownBy(() -> tenants.operations("hooli"))
                    .isInstanceOf(UnknownTenantException.class)
                    .hasMessageContaining("\"hooli\"")
                    .hasMessageContaining("telnyx.tenants");
            assertThatThrownBy(() -> tenants.operations("+14165550123"))
                    .isInstanceOf(UnknownTenantException.class)
                    .hasMessageNotContaining("5550123");
        });
    }

    @Test
    void tenantsCanBeTheOnlyOnesWithKeys() {
        runner.withPropertyValues("telnyx.tenants.acme.api-key=KEY_of_acme")
                .run(context -> assertThat(context).hasNotFailed());
        runner.withBean(TenantSource.class, () -> name -> Optional.empty())
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void spansGoToTheApplicationsOpenTelemetry() {
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build();

        configured.withBean(OpenTelemetry.class, () -> sdk).run(context -> {
            context.getBean(Telnyx.class).messages().send(MESSAGE);

            assertThat(spans.getFinishedSpanItems())
                    .anySatisfy(span -> assertThat(span.getName()).isEqualTo("telnyx.messages.send"));
        });
    }

    @Test
    void environmentVariablesHaveTheMeaningThatTheyHaveWithoutSpring() {
        runner.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new org.springframework.core.env.SystemEnvironmentPropertySource(
                                "test-systemEnvironment",
                                java.util.Map.of(
                                        "TELNYX_API_KEY", "KEY_of_the_environment",
                                        "TELNYX_BASE_URL", server.baseUrl(),
                                        "TELNYX_MESSAGING_PROFILE_ID", "profile-1",
                                        "TELNYX_TIMEOUT", "7"))))
                .run(context -> {
                    context.getBean(Telnyx.class).messages().send(MESSAGE);

                    assertThat(server.last().header("Authorization")).isEqualTo("Bearer KEY_of_the_environment");
                    assertThat(server.last().body()).contains("\"messaging_profile_id\":\"profile-1\"");
                    assertThat(context.getBean(TelnyxProperties.class).timeout())
                            .hasSeconds(7);
                });
    }

    @Test
    void noToStringShowsASecret() {
        configured
                .withPropertyValues(
                        "telnyx.tenants.acme.api-key=KEY_of_acme",
                        "telnyx.http.proxy.host=proxy.example.com",
                        "telnyx.http.proxy.port=8080",
                        "telnyx.http.proxy.username=me",
                        "telnyx.http.proxy.password=hunter2")
                .run(context -> {
                    TelnyxProperties properties = context.getBean(TelnyxProperties.class);
                    assertThat(properties.toString()
                                    + properties.tenants()
                                    + properties.http()
                                    + properties.http().proxy()
                                    + context.getBean(TenantRegistry.class)
                                    + context.getBean(Telnyx.class))
                            .contains("acme", "proxy.example.com:8080")
                            .doesNotContain("KEY_of", "hunter2", "username=me");
                });
    }

    private static TelnyxConnectionDetails details(String apiKey, String baseUrl) {
        return new TelnyxConnectionDetails() {
            @Override
            public String getApiKey() {
                return apiKey;
            }

            @Override
            public String getBaseUrl() {
                return baseUrl;
            }
        };
    }

    private record Ordered(int order, String key) implements TelnyxBuilderCustomizer, org.springframework.core.Ordered {
        @Override
        public void customize(Telnyx.Builder builder) {
            builder.apiKey(key);
        }

        @Override
        public int getOrder() {
            return order;
        }
    }
}
