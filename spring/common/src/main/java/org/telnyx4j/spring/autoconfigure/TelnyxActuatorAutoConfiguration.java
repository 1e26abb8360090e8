package org.telnyx4j.spring.autoconfigure;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.telnyx4j.Telnyx;
import org.telnyx4j.spring.TelnyxConnectionDetails;
import org.telnyx4j.spring.TenantRegistry;

/** What the actuator shows: a line in the info endpoint, and never a key or a password. */
@AutoConfiguration(after = {TelnyxAutoConfiguration.class, TelnyxWebhookAutoConfiguration.class})
@ConditionalOnClass(InfoContributor.class)
public final class TelnyxActuatorAutoConfiguration {
    private static final String REAL_API = "api.telnyx.com";

    /** Our secrets as properties and as environment variables: {@code telnyx.tenants.acme.apiKey}, {@code TELNYX_API_KEY}. */
    private static final Pattern SECRET = Pattern.compile("telnyx[._].*(?:apikey|password)");

    TelnyxActuatorAutoConfiguration() {}

    /** Hides our secrets also where the application shows all values of its properties. */
    @Bean
    @ConditionalOnMissingBean(name = "telnyxSanitizingFunction")
    static SanitizingFunction telnyxSanitizingFunction() {
        return data -> isSecret(data.getKey()) ? data.withSanitizedValue() : data;
    }

    static boolean isSecret(String property) {
        String name = property.toLowerCase(Locale.ROOT).replace("-", "").replace("api_key", "apikey");
        return SECRET.matcher(name).matches();
    }

    /** In a class of its own, since the annotation is in a module that an application can leave out. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ConditionalOnEnabledInfoContributor.class)
    @ConditionalOnBean({Telnyx.class, TelnyxConnectionDetails.class, TenantRegistry.class})
    static class Info {
        @Bean
        @ConditionalOnEnabledInfoContributor("telnyx")
        @ConditionalOnMissingBean(name = "telnyxInfoContributor")
        InfoContributor telnyxInfoContributor(TelnyxConnectionDetails connection, TenantRegistry tenants) {
            Map<String, Object> details = new LinkedHashMap<>();
            String version = Telnyx.class.getPackage().getImplementationVersion();
            if (version != null) {
                details.put("version", version);
            }
            details.put("host", host(connection.getBaseUrl()));
            details.put("tenants", tenants.configuredNames().size());
            return builder -> builder.withDetail("telnyx", details);
        }

        /** The host alone: a URL can contain a user and a password. */
        private static String host(@Nullable String baseUrl) {
            String host = baseUrl == null ? REAL_API : URI.create(baseUrl).getHost();
            return host == null ? "unknown" : host;
        }
    }
}
