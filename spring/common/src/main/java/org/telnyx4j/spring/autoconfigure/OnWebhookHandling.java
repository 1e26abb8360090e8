package org.telnyx4j.spring.autoconfigure;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.telnyx4j.spring.internal.webhooks.EventHandlerMethods;
import org.telnyx4j.spring.webhooks.EventRouterCustomizer;
import org.telnyx4j.spring.webhooks.TelnyxEventHandler;
import org.telnyx4j.webhooks.WebhookHandler;

/** Matches where something handles events, or the endpoint is wanted anyway. */
final class OnWebhookHandling extends AnyNestedCondition {
    OnWebhookHandling() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnProperty(name = "telnyx.webhooks.enabled")
    static class Enabled {}

    @ConditionalOnBean(WebhookHandler.class)
    static class HandlerBean {}

    @ConditionalOnBean(EventRouterCustomizer.class)
    static class CustomizerBean {}

    @Conditional(OnHandlerMethod.class)
    static class HandlerMethod {}

    /** Matches where a bean has a method with {@link TelnyxEventHandler}. */
    static class OnHandlerMethod extends SpringBootCondition implements ConfigurationCondition {
        @Override
        public ConfigurationPhase getConfigurationPhase() {
            return ConfigurationPhase.REGISTER_BEAN;
        }

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            ConfigurableListableBeanFactory beans = context.getBeanFactory();
            boolean found = beans != null && EventHandlerMethods.existIn(beans);
            ConditionMessage.Builder message = ConditionMessage.forCondition("@TelnyxEventHandler");
            return new ConditionOutcome(
                    found,
                    found ? message.because("a bean has such a method") : message.because("no bean has such a method"));
        }
    }
}
