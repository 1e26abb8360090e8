package org.telnyx4j.spring.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.spring.autoconfigure.TelnyxAutoConfiguration;
import org.telnyx4j.spring.autoconfigure.TelnyxFailureAnalyzer;
import org.telnyx4j.spring.autoconfigure.TelnyxWebhookAutoConfiguration;
import org.telnyx4j.spring.internal.webhooks.TelnyxWebhookFilter;
import org.telnyx4j.webhooks.WebhookHandler;
import org.telnyx4j.webhooks.WebhookSigner;
import org.telnyx4j.webhooks.WebhookVerifier;

class EndpointConditionsTest {
    private static final WebhookSigner SIGNER = WebhookSigner.generate();
    private static final String PUBLIC_KEY = "telnyx.webhooks.public-keys=" + SIGNER.publicKey();
    private static final AutoConfigurations AUTO_CONFIGURATIONS =
            AutoConfigurations.of(TelnyxAutoConfiguration.class, TelnyxWebhookAutoConfiguration.class);

    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withConfiguration(AUTO_CONFIGURATIONS)
            .withPropertyValues("telnyx.api-key=KEY");

    private final WebApplicationContextRunner withKey = runner.withPropertyValues(PUBLIC_KEY);

    @Test
    void anApplicationThatHandlesNoEventsHasNoEndpointAndNeedsNoPublicKey() {
        runner.run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(WebhookVerifier.class)
                .doesNotHaveBean("telnyxWebhookFilter"));
    }

    @Test
    void aHandlerMethodACustomizerAHandlerOrAPropertySwitchesTheEndpointOn() {
        withKey.withBean(Handlers.class).run(context -> assertThat(context).hasBean("telnyxWebhookFilter"));
        withKey.withBean(EventRouterCustomizer.class, () -> router -> {})
                .run(context -> assertThat(context).hasBean("telnyxWebhookFilter"));
        withKey.withBean(WebhookHandler.class, () -> webhook -> {})
                .run(context ->
                        assertThat(context).hasBean("telnyxWebhookFilter").doesNotHaveBean(EventRouter.class));
        withKey.withPropertyValues("telnyx.webhooks.enabled=true")
                .run(context -> assertThat(context).hasBean("telnyxWebhookFilter"));
    }

    @Test
    void aPropertySwitchesItOffInAnyCase() {
        runner.withBean(Handlers.class)
                .withPropertyValues("telnyx.webhooks.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("telnyxWebhookFilter"));
    }

    @Test
    void thereIsNoneWithoutAWebServerOrWithoutTheVerifier() {
        new ApplicationContextRunner()
                .withConfiguration(AUTO_CONFIGURATIONS)
                .withPropertyValues("telnyx.api-key=KEY", PUBLIC_KEY)
                .withBean(Handlers.class)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EventRouter.class));
        runner.withClassLoader(new FilteredClassLoader("org.telnyx4j.webhooks"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("telnyxWebhookFilter"));
    }

    @Test
    void ownBeansAreUsed() {
        WebhookVerifier verifier =
                WebhookVerifier.builder().publicKey(SIGNER.publicKey()).build();

        runner.withBean(Handlers.class)
                .withBean("own", WebhookVerifier.class, () -> verifier)
                .run(context ->
                        assertThat(context.getBean(WebhookVerifier.class)).isSameAs(verifier));
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(AUTO_CONFIGURATIONS)
                .withPropertyValues("telnyx.api-key=KEY")
                .withBean(Handlers.class)
                .withBean("own", WebhookVerifier.class, () -> verifier)
                .run(context -> assertThat(context).hasBean("telnyxWebhookFilter"));
    }

    @Test
    void aCustomizerAddsHandlersAndTheExecutorRunsThem() {
        AtomicInteger executed = new AtomicInteger();
        AtomicInteger handled = new AtomicInteger();
        Executor executor = task -> {
            executed.incrementAndGet();
            task.run();
        };

        withKey.withPropertyValues("telnyx.webhooks.executor=workers", "telnyx.webhooks.path=/hooks")
                .withBean("workers", Executor.class, () -> executor)
                .withBean(
                        EventRouterCustomizer.class,
                        () -> router -> router.fallback(event -> handled.incrementAndGet()))
                .run(context -> {
                    assertThat(deliver(filter(context), "message.received")).isEqualTo(200);

                    assertThat(executed).hasValue(1);
                    assertThat(handled).hasValue(1);
                });
    }

    @Test
    void beansAreNotCreatedForTheirMethodsAndProxiesAreSeenThrough() {
        withKey.withUserConfiguration(LazyAndProxied.class).run(context -> {
            assertThat(context.getBean(LazyAndProxied.class).created).hasValue(0);

            assertThat(deliver(filter(context), "message.received")).isEqualTo(200);

            assertThat(context.getBean(LazyAndProxied.class).created).hasValue(1);
            assertThat(context.getBean(Handlers.class).whatItGot()).hasSize(1);
        });
    }

    @Test
    void aMissingPublicKeyIsReported() {
        runner.withBean(Handlers.class)
                .run(context -> assertThat(analyse(context.getStartupFailure()))
                        .contains("telnyx.webhooks.public-keys is not set", "TELNYX_PUBLIC_KEY"));
    }

    @Test
    void thePublicKeyOfTheEnvironmentIsUsed() {
        runner.withBean(Handlers.class)
                .withPropertyValues("TELNYX_PUBLIC_KEY=" + SIGNER.publicKey())
                .run(context -> assertThat(
                                context.getBean(WebhookVerifier.class).keyCount())
                        .isEqualTo(1));
    }

    @Test
    void aKeyThatIsNoneAPathThatIsNoneAndAnExecutorThatIsNoneAreReported() {
        runner.withBean(Handlers.class)
                .withPropertyValues("telnyx.webhooks.public-keys=abc")
                .run(context ->
                        assertThat(analyse(context.getStartupFailure())).contains("telnyx.webhooks.public-keys"));
        withKey.withBean(Handlers.class)
                .withPropertyValues("telnyx.webhooks.path=hooks/**")
                .run(context -> assertThat(analyse(context.getStartupFailure())).contains("telnyx.webhooks.path"));
        withKey.withBean(Handlers.class)
                .withPropertyValues("telnyx.webhooks.executor=none")
                .run(context -> assertThat(analyse(context.getStartupFailure())).contains("telnyx.webhooks.executor"));
        withKey.withBean(Handlers.class)
                .withPropertyValues("telnyx.webhooks.tolerance=25h")
                .run(context -> assertThat(analyse(context.getStartupFailure())).contains("telnyx.webhooks.tolerance"));
    }

    @Test
    void methodsThatCannotHandleEventsAreReported() {
        withKey.withBean(NoEvent.class)
                .run(context ->
                        assertThat(analyse(context.getStartupFailure())).contains("NoEvent.handle", "one parameter"));
        withKey.withBean("a", Handlers.class)
                .withBean("b", Handlers.class)
                .run(context -> assertThat(analyse(context.getStartupFailure())).contains("Handlers.", "already"));
        withKey.withBean(TypedTwice.class)
                .run(context -> assertThat(analyse(context.getStartupFailure())).contains("TypedTwice.handle"));
    }

    @Test
    void methodsThatNoEventWouldReachAreReported() {
        withKey.withUserConfiguration(DeclaredAsInterface.class)
                .run(context -> assertThat(analyse(context.getStartupFailure()))
                        .contains("Hidden.handle would never be called", "declared with a type"));
        withKey.withBean(Handlers.class)
                .withBean("own", WebhookHandler.class, () -> webhook -> {})
                .run(context -> assertThat(analyse(context.getStartupFailure()))
                        .contains("would never be called", "WebhookHandler"));
    }

    private static TelnyxWebhookFilter filter(ApplicationContext context) {
        FilterRegistrationBean<?> registration = context.getBean(FilterRegistrationBean.class);
        return (TelnyxWebhookFilter) Objects.requireNonNull(registration.getFilter());
    }

    private static int deliver(TelnyxWebhookFilter filter, String type) throws Exception {
        byte[] body = SignedWebhooks.event(type, "e-1").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/hooks");
        request.setContent(body);
        SIGNER.headers(body).forEach(request::addHeader);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private static String analyse(@org.jspecify.annotations.Nullable Throwable failure) {
        assertThat(failure).isNotNull();
        FailureAnalysis analysis = new TelnyxFailureAnalyzer().analyze(failure);
        assertThat(analysis).as("analysis of %s", failure).isNotNull();
        return analysis.getDescription() + " " + analysis.getAction();
    }

    static class NoEvent {
        @TelnyxEventHandler
        void handle(String event) {}
    }

    static class TypedTwice {
        @TelnyxEventHandler(type = "message.sent")
        void handle(MessageEvent.Sent event) {}
    }

    interface Marker {}

    static class Hidden implements Marker {
        @TelnyxEventHandler
        void handle(WebhookEvent event) {}
    }

    @Configuration
    static class DeclaredAsInterface {
        @Bean
        Marker hidden() {
            return new Hidden();
        }
    }

    @Configuration
    static class LazyAndProxied {
        final AtomicInteger created = new AtomicInteger();

        @Bean
        @Lazy
        Handlers handlers() {
            created.incrementAndGet();
            ProxyFactory proxies = new ProxyFactory(new Handlers());
            proxies.setProxyTargetClass(true);
            return (Handlers) proxies.getProxy();
        }
    }
}
