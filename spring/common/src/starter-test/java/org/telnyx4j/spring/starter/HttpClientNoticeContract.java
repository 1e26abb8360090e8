package org.telnyx4j.spring.starter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is reported of the client that the application's own requests go through. */
@ExtendWith(OutputCaptureExtension.class)
public abstract class HttpClientNoticeContract {
    private final String property;
    private final ApplicationContextRunner runner;
    private final ApplicationContextRunner withClients;

    protected HttpClientNoticeContract(
            String property, Class<?> httpClient, Class<?> restClient, Class<?> autoConfiguration) {
        this.property = property;
        this.runner =
                new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(httpClient, autoConfiguration));
        this.withClients = runner.withConfiguration(AutoConfigurations.of(restClient));
    }

    @Test
    void itIsReportedThatTheApplicationsOwnRequestsGoThroughHttpClient(CapturedOutput output) {
        withClients.run(context ->
                assertThat(output).containsOnlyOnce(property + "=jdk").contains("RestClient"));
    }

    @Test
    void nothingIsReportedWhereTheApplicationHasChosen(CapturedOutput output) {
        withClients
                .withPropertyValues(property + "=jdk")
                .run(context -> assertThat(context).hasNotFailed());
        withClients
                .withPropertyValues(property + "=http-components")
                .run(context -> assertThat(context).hasNotFailed());
        withClients
                .withBean(ClientHttpRequestFactoryBuilder.class, ClientHttpRequestFactoryBuilder::httpComponents)
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).doesNotContain(property + "=jdk");
    }

    @Test
    void nothingIsReportedWhereNothingIsSent(CapturedOutput output) {
        runner.run(context -> assertThat(context).hasNotFailed());

        assertThat(output).doesNotContain(property + "=jdk");
    }
}
