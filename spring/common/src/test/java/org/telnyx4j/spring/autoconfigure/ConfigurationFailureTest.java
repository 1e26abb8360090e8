package org.telnyx4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ConfigurationFailureTest {
    private static final String KEY = "telnyx.api-key=KEY0123456789";

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(TelnyxAutoConfiguration.class));

    @Test
    void aMissingKeyIsReportedWithWhatToSet() {
        runner.run(context -> {
            FailureAnalysis analysis = analyse(context.getStartupFailure());

            assertThat(analysis.getDescription()).contains("telnyx.api-key is not set");
            assertThat(analysis.getAction()).contains("TELNYX_API_KEY", "TelnyxBuilderCustomizer");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            telnyx.api-key=Bearer KEY_secret                  | telnyx.api-key                   | without the word Bearer
            telnyx.api-key='"KEY_secret"'                     | telnyx.api-key                   | without quotes
            telnyx.tenants.acme.api-key=Bearer KEY_secret     | telnyx.tenants.acme.api-key      | without the word Bearer
            telnyx.base-url=KEY_secret                        | telnyx.base-url                  | such as https://api.telnyx.com/v2
            telnyx.base-url=http://telnyx.example.com         | telnyx.allow-insecure-http       | must be https
            telnyx.from=KEY_secret_is_no_number               | telnyx.from                      | E.164
            telnyx.tenants.acme.webhook-url=ftp://KEY_secret  | telnyx.tenants.acme.webhook-url  | http
            telnyx.timeout=0s                                 | telnyx.timeout                   | longer than zero
            telnyx.retries.max-retries=11                     | telnyx.retries.max-retries       | 0 to 10
            telnyx.http.max-connections=0                     | telnyx.http.max-connections      | at least 1
            telnyx.http.proxy.host=proxy                      | telnyx.http.proxy                | port
            telnyx.http.ssl-bundle=none                       | telnyx.http.ssl-bundle           | does not exist
            telnyx.http.trusted-certificates=missing.pem      | telnyx.http                      | certificates
            """)
    void aPropertyThatCannotBeUsedIsNamedWithWhatIsExpectedAndWithoutItsValue(
            String property, String named, String expected) {
        ApplicationContextRunner configured =
                property.startsWith("telnyx.api-key") ? runner : runner.withPropertyValues(KEY);

        configured.withPropertyValues(property).run(context -> {
            FailureAnalysis analysis = analyse(context.getStartupFailure());

            assertThat(analysis.getDescription() + analysis.getAction())
                    .contains(named)
                    .containsIgnoringCase(expected);
            assertThat(stackTrace(context.getStartupFailure())).doesNotContain("KEY_secret");
        });
    }

    @Test
    void aBlankKeyIsNoKey() {
        runner.withPropertyValues("telnyx.api-key=")
                .run(context -> assertThat(analyse(context.getStartupFailure()).getDescription())
                        .contains("telnyx.api-key", "is blank"));
    }

    private static FailureAnalysis analyse(@org.jspecify.annotations.Nullable Throwable failure) {
        assertThat(failure).isNotNull();
        FailureAnalysis analysis = new TelnyxFailureAnalyzer().analyze(failure);
        assertThat(analysis).as("analysis of %s", failure).isNotNull();
        return analysis;
    }

    private static String stackTrace(@org.jspecify.annotations.Nullable Throwable failure) {
        assertThat(failure).isNotNull();
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
