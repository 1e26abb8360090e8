package org.telnyx4j.webhooks.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormParametersTest {
    @Test
    void noBytesAreTooOddForAForm() {
        Random random = new Random(20260301);
        String odd = "&=%+\u00e9a1;?#\0";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(odd.charAt(random.nextInt(odd.length())));
            }
            Map<String, String[]> parameters = FormParameters.of(text.toString().getBytes(UTF_8));

            assertThat(parameters.values()).allMatch(values -> values.length > 0);
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            assertThat(FormParameters.of(bytes).values()).allMatch(values -> values.length > 0);
        }
    }

    @Test
    void aSemicolonSeparatesNothing() {
        assertThat(FormParameters.of("a=1;b=2".getBytes(UTF_8))).containsOnlyKeys("a");
    }
}
