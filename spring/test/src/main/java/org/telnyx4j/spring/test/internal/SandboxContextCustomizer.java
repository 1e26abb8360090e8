package org.telnyx4j.spring.test.internal;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.spring.TelnyxConnectionDetails;
import org.telnyx4j.spring.autoconfigure.TelnyxProperties;
import org.telnyx4j.webhooks.WebhookSigner;

/**
 * Adds a sandbox, a signer and the connection to both. All are equal, so that contexts that differ in nothing else are one.
 */
record SandboxContextCustomizer() implements ContextCustomizer {
    /** The sandbox has none of Telnyx's limits unless a test sets them, and a test is not to wait for its turn. */
    private static final Map<String, Object> UNLESS_SET = Map.of("telnyx.pacing.enabled", "false");

    @Override
    public void customizeContext(
            ConfigurableApplicationContext context, MergedContextConfiguration mergedConfiguration) {
        ConfigurableListableBeanFactory beans = context.getBeanFactory();
        ConfigurableEnvironment environment = context.getEnvironment();
        environment.getPropertySources().addLast(new MapPropertySource("telnyxSandbox", UNLESS_SET));
        add(beans, "telnyxSandbox", TelnyxSandbox.class, () -> start(environment))
                .setDestroyMethodName("close");
        add(beans, "telnyxWebhookSigner", WebhookSigner.class, WebhookSigner::generate);
        add(
                        beans,
                        "telnyxSandboxConnectionDetails",
                        TelnyxConnectionDetails.class,
                        () -> new SandboxConnectionDetails(
                                beans.getBean(TelnyxSandbox.class), beans.getBean(WebhookSigner.class)))
                .setPrimary(true);
    }

    private static <T> RootBeanDefinition add(
            ConfigurableListableBeanFactory beans, String name, Class<T> type, Supplier<T> supplier) {
        RootBeanDefinition definition = new RootBeanDefinition(type, supplier);
        ((BeanDefinitionRegistry) beans).registerBeanDefinition(name, definition);
        return definition;
    }

    /** Starts a sandbox that accepts the keys of the properties, so that each tenant sends with its own. */
    private static TelnyxSandbox start(Environment environment) {
        TelnyxSandbox.Builder builder = TelnyxSandbox.builder();
        Binder.get(environment)
                .bind("telnyx", TelnyxProperties.class)
                .map(SandboxContextCustomizer::keys)
                .orElse(List.of())
                .forEach(builder::apiKey);
        return builder.start();
    }

    private static List<String> keys(TelnyxProperties properties) {
        Stream<String> ofTenants = properties.tenants().values().stream().map(TelnyxProperties.Tenant::apiKey);
        return Stream.concat(Stream.ofNullable(properties.apiKey()), ofTenants.flatMap(Stream::ofNullable))
                .filter(key -> !key.isBlank())
                .toList();
    }
}
