package org.telnyx4j.spring.autoconfigure;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.server.WebFilter;
import org.telnyx4j.events.routing.EventErrorHandler;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.spring.TelnyxConfigurationException;
import org.telnyx4j.spring.TelnyxConnectionDetails;
import org.telnyx4j.spring.internal.webhooks.HandlerMethodCheck;
import org.telnyx4j.spring.internal.webhooks.RoutedMethods;
import org.telnyx4j.spring.internal.webhooks.RouterFactory;
import org.telnyx4j.spring.internal.webhooks.TelnyxWebhookFilter;
import org.telnyx4j.spring.internal.webhooks.TelnyxWebhookWebFilter;
import org.telnyx4j.spring.webhooks.EventRouterCustomizer;
import org.telnyx4j.webhooks.InMemoryReplayGuard;
import org.telnyx4j.webhooks.ReplayGuard;
import org.telnyx4j.webhooks.WebhookHandler;
import org.telnyx4j.webhooks.WebhookReceiver;
import org.telnyx4j.webhooks.WebhookRejectedException;
import org.telnyx4j.webhooks.WebhookVerifier;

/** The endpoint that receives webhooks, as the package {@code org.telnyx4j.spring.webhooks} describes it. */
@AutoConfiguration(after = TelnyxAutoConfiguration.class)
@ConditionalOnClass(WebhookVerifier.class)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "telnyx.webhooks.enabled", matchIfMissing = true)
@EnableConfigurationProperties(TelnyxProperties.class)
public final class TelnyxWebhookAutoConfiguration {
    /** After Boot's filters for the encoding and for observations (0 and 1), which do not read the body. */
    private static final int DEFAULT_ORDER = Ordered.HIGHEST_PRECEDENCE + 2;

    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9._~-]+)+");

    TelnyxWebhookAutoConfiguration() {}

    @Bean
    RoutedMethods telnyxRoutedMethods() {
        return new RoutedMethods();
    }

    @Bean
    HandlerMethodCheck telnyxHandlerMethodCheck(ConfigurableListableBeanFactory beans, RoutedMethods routed) {
        return new HandlerMethodCheck(beans, routed);
    }

    private static void addKeys(List<String> keys, WebhookVerifier.Builder builder) {
        try {
            builder.publicKeys(keys);
        } catch (WebhookRejectedException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static ReplayGuard guardFor(Duration tolerance) {
        Duration window = tolerance.multipliedBy(2);
        // A tolerance of zero is for tests with a fixed clock; a guard needs some time.
        return new InMemoryReplayGuard(window.isZero() ? Duration.ofSeconds(1) : window, 100_000);
    }

    private static String path(TelnyxProperties properties) {
        String path = properties.webhooks().path();
        if (!PATH.matcher(path).matches()) {
            throw new TelnyxConfigurationException(
                    "The property telnyx.webhooks.path is not a path such as /webhooks/telnyx.",
                    "Let it begin with a slash, end without one, and have no patterns, spaces or escapes.",
                    null);
        }
        return path;
    }

    private static int order(TelnyxProperties properties) {
        Integer order = properties.webhooks().order();
        return order == null ? DEFAULT_ORDER : order;
    }

    /** Where something handles events. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(OnWebhookHandling.class)
    static class Endpoint {
        @Bean
        @ConditionalOnMissingBean
        WebhookVerifier telnyxWebhookVerifier(TelnyxProperties properties, TelnyxConnectionDetails connection) {
            TelnyxProperties.Webhooks webhooks = properties.webhooks();
            if (connection.getWebhookPublicKeys().stream().allMatch(String::isBlank)) {
                throw new TelnyxConfigurationException(
                        "There is no public key to verify webhooks with: the property telnyx.webhooks.public-keys is not set.",
                        "Set it, or the environment variable TELNYX_PUBLIC_KEY, to the public key that the Telnyx portal "
                                + "shows (Keys & Credentials). telnyx.webhooks.enabled=false switches the endpoint off.",
                        null);
            }
            WebhookVerifier.Builder builder = WebhookVerifier.builder();
            Settings.set(
                    "telnyx.webhooks.public-keys", connection.getWebhookPublicKeys(), keys -> addKeys(keys, builder));
            Settings.set(
                    "telnyx.webhooks.tolerance",
                    webhooks.tolerance(),
                    tolerance -> builder.pastTolerance(tolerance).futureTolerance(tolerance));
            Settings.set(
                    "telnyx.webhooks.max-body-size",
                    webhooks.maxBodySize(),
                    size -> builder.maxBodyBytes(ClientFactory.bytes(size)));
            return builder.build();
        }

        @Bean
        @ConditionalOnMissingBean(WebhookHandler.class)
        EventRouter telnyxEventRouter(
                TelnyxProperties properties,
                ConfigurableListableBeanFactory beans,
                RoutedMethods routed,
                ObjectProvider<ReplayGuard> replayGuard,
                ObjectProvider<EventErrorHandler> errorHandler,
                ObjectProvider<EventRouterCustomizer> customizers) {
            EventRouter.Builder router = RouterFactory.withHandlerMethods(beans, routed);
            ReplayGuard own = replayGuard.getIfUnique();
            if (own != null) {
                router.replayGuard(own);
            } else if (properties.webhooks().dropDuplicates()) {
                router.replayGuard(guardFor(properties.webhooks().tolerance()));
            }
            errorHandler.ifUnique(router::errorHandler);
            RouterFactory.applyExecutor(router, properties.webhooks().executor(), beans);
            return RouterFactory.build(router, customizers.orderedStream());
        }

        /** In a servlet container. */
        @Configuration(proxyBeanMethods = false)
        @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
        @ConditionalOnClass({Servlet.class, ServerHttpObservationFilter.class})
        static class OnServlets {
            @Bean
            @ConditionalOnMissingBean(name = "telnyxWebhookFilter")
            FilterRegistrationBean<TelnyxWebhookFilter> telnyxWebhookFilter(
                    TelnyxProperties properties, WebhookVerifier verifier, WebhookHandler handler) {
                String path = path(properties);
                FilterRegistrationBean<TelnyxWebhookFilter> registration =
                        new FilterRegistrationBean<>(new TelnyxWebhookFilter(verifier, handler, path));
                registration.setName("telnyxWebhookFilter");
                registration.addUrlPatterns(path);
                registration.setDispatcherTypes(DispatcherType.REQUEST);
                registration.setOrder(order(properties));
                return registration;
            }
        }

        /** In WebFlux. */
        @Configuration(proxyBeanMethods = false)
        @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
        @ConditionalOnClass(WebFilter.class)
        static class OnWebFlux {
            @Bean
            @ConditionalOnMissingBean(name = "telnyxWebhookFilter")
            TelnyxWebhookWebFilter telnyxWebhookFilter(
                    TelnyxProperties properties, WebhookVerifier verifier, WebhookHandler handler) {
                return new TelnyxWebhookWebFilter(
                        new WebhookReceiver(verifier, handler),
                        path(properties),
                        verifier.maxBodyBytes(),
                        order(properties));
            }
        }
    }
}
