package org.telnyx4j.spring.boot4;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.telnyx4j.spring.internal.http.HttpClientNotice;

/** Reports at start where the application's own requests go through the HttpClient that this library brought along. */
@AutoConfiguration(
        afterName =
                "org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration")
@ConditionalOnClass(ClientHttpRequestFactoryBuilder.class)
@ConditionalOnBean(ClientHttpRequestFactoryBuilder.class)
public final class TelnyxHttpClientNoticeAutoConfiguration {
    private static final String PROPERTY = "spring.http.clients.imperative.factory";

    TelnyxHttpClientNoticeAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "telnyxHttpClientNotice")
    static SmartInitializingSingleton telnyxHttpClientNotice(
            ConfigurableListableBeanFactory beans, Environment environment) {
        return () -> new HttpClientNotice(beans, environment, PROPERTY)
                .reportIfUsed(
                        ClientHttpRequestFactoryBuilder.class, HttpComponentsClientHttpRequestFactoryBuilder.class);
    }
}
