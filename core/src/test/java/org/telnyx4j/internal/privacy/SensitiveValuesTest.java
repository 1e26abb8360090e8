package org.telnyx4j.internal.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.telnyx4j.json.SampleModel;

class SensitiveValuesTest {
    @Test
    void allStringsButIdsAndWordsOfTheApi_areSensitive() {
        SampleModel model = SampleModel.fromJson(
                "{\"id\":\"m-1\",\"to\":\"+14165550123\",\"status\":\"sent\",\"parts\":1,"
                        + "\"custom_headers\":[{\"name\":\"X-A\",\"value\":\"secret\",\"new\":[\"deep\"]}],\"tags\":[\"tag\",\" \"],"
                        + "\"loop\":{\"a\":[\"any\"]},\"parent\":{\"webhook_url\":\"https://example.com/x\"},"
                        + "\"client_state\":\"b3JkZXItNDcxMQ==\",\"cost\":\"wrong type\",\"field_of_tomorrow\":\"unknown\"}");

        assertThat(SensitiveValues.of(model))
                .containsExactly(
                        "+14165550123",
                        "X-A",
                        "secret",
                        "deep",
                        "tag",
                        "any",
                        "https://example.com/x",
                        "b3JkZXItNDcxMQ==",
                        "order-4711",
                        "wrong type",
                        "unknown");
    }
}
