package org.telnyx4j.spring.autoconfigure;

import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.telnyx4j.Telnyx;
import org.telnyx4j.async.AsyncOptions;
import org.telnyx4j.messaging.SendGuard;
import org.telnyx4j.spring.TelnyxBuilderCustomizer;
import org.telnyx4j.spring.TelnyxConfigurationException;
import org.telnyx4j.spring.TelnyxConnectionDetails;
import org.telnyx4j.spring.TenantRegistry;
import org.telnyx4j.spring.TenantSource;
import org.telnyx4j.telemetry.OperationListener;

/**
 * The client and the tenants of the application. Nothing here connects: the client does so with its first call. Each bean
 * gives way to one of the application's own. Beans of type {@code OperationListener} are called for
 * each operation, and those of type {@code SendGuard} are asked in their order ({@code @Order}) before each send;
 * one of type {@code AsyncOptions} decides where asynchronous calls run.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration",
            // Spring Boot 3
            "org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration",
            // Spring Boot 4
            "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration"
        })
@EnableConfigurationProperties(TelnyxProperties.class)
public final class TelnyxAutoConfiguration {
    TelnyxAutoConfiguration() {}

    @Bean
    static GracefulClosing telnyxGracefulClosing(Environment environment) {
        return new GracefulClosing(environment);
    }

    @Bean
    @ConditionalOnMissingBean
    TelnyxConnectionDetails telnyxConnectionDetails(TelnyxProperties properties, Environment environment) {
        return new PropertiesConnectionDetails(properties, environment);
    }

    @Bean
    @ConditionalOnMissingBean
    Telnyx telnyx(
            TelnyxProperties properties,
            TelnyxConnectionDetails connection,
            ObjectProvider<TelnyxBuilderCustomizer> customizers,
            ListableBeanFactory beans,
            ObjectProvider<OpenTelemetry> openTelemetry,
            ObjectProvider<OperationListener> listeners,
            ObjectProvider<SendGuard> guards,
            ObjectProvider<AsyncOptions> async,
            ObjectProvider<SslBundles> sslBundles) {
        Telnyx.Builder builder = new ClientFactory(properties).client(connection, sslBundles.getIfAvailable());
        openTelemetry.ifUnique(builder::openTelemetry);
        listeners.orderedStream().forEach(builder::listener);
        guards.orderedStream().forEach(builder::sendGuard);
        async.ifUnique(builder::async);
        List<TelnyxBuilderCustomizer> all = customizers.orderedStream().toList();
        if (connection.getApiKey() == null && all.isEmpty() && !tenantsHaveKeys(properties, beans)) {
            throw new TelnyxConfigurationException(
                    "There is no API key for Telnyx: the property telnyx.api-key is not set.",
                    "Set it, or the environment variable TELNYX_API_KEY, to a key from the Telnyx portal. "
                            + "For a key that changes, add a bean of type TelnyxBuilderCustomizer; for keys of tenants "
                            + "only, set telnyx.tenants.<name>.api-key or add a bean of type TenantSource.",
                    null);
        }
        all.forEach(customizer -> customizer.customize(builder));
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new TelnyxConfigurationException(
                    "The Telnyx client cannot be created: " + e.getMessage() + ".",
                    "Correct telnyx.base-url, telnyx.allow-insecure-http or telnyx.http.*.",
                    e);
        }
    }

    @Bean
    @ConditionalOnMissingBean
    TenantRegistry telnyxTenantRegistry(
            Telnyx telnyx, TelnyxProperties properties, ObjectProvider<TenantSource> sources) {
        return new TenantRegistry(
                telnyx,
                new ClientFactory(properties).tenants(),
                sources.orderedStream().toList());
    }

    /** Only asks whether there are sources: creating them here could need the client that is being created. */
    private static boolean tenantsHaveKeys(TelnyxProperties properties, ListableBeanFactory beans) {
        return beans.getBeanNamesForType(TenantSource.class, true, false).length > 0
                || properties.tenants().values().stream().anyMatch(tenant -> tenant.apiKey() != null);
    }
}
