package org.telnyx4j.spring.boot4;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class HttpClientNoticeTest {
    private static final String NOTICE = "spring.http.clients.imperative.factory=jdk";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ImperativeHttpClientAutoConfiguration.class, TelnyxHttpClientNoticeAutoConfiguration.class));

    private final ApplicationContextRunner withClients =
            runner.withConfiguration(AutoConfigurations.of(RestClientAutoConfiguration.class));

    @Test
    void itIsReportedThatTheApplicationsOwnRequestsGoThroughHttpClient(CapturedOutput output) {
        withClients.run(context -> assertThat(output).containsOnlyOnce(NOTICE).contains("RestClient"));
    }

    @Test
    void nothingIsReportedWhereTheApplicationHasChosen(CapturedOutput output) {
        withClients
                .withPropertyValues("spring.http.clients.imperative.factory=jdk")
                .run(context -> assertThat(context).hasNotFailed());
        withClients
                .withPropertyValues("spring.http.clients.imperative.factory=http-components")
                .run(context -> assertThat(context).hasNotFailed());
        withClients
                .withBean(ClientHttpRequestFactoryBuilder.class, ClientHttpRequestFactoryBuilder::httpComponents)
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).doesNotContain(NOTICE);
    }

    @Test
    void nothingIsReportedWhereNothingIsSent(CapturedOutput output) {
        runner.run(context -> assertThat(context).hasNotFailed());

        assertThat(output).doesNotContain(NOTICE);
    }
}
