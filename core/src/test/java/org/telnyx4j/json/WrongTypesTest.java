package org.telnyx4j.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A field that came in a type of its own takes nothing else with it, and can still be read. */
class WrongTypesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parts | 99999999999999999999",
                "parts | 2147483648",
                "parts | 3.7",
                "parts | 3.0",
                "parts | \"3\"",
                "parts | \"many\"",
                "parts | true",
                "parts | {\"count\":1}",
                "bytes | 9223372036854775808",
                "bytes | 1E+2",
                "cost | \"0.0051 USD\"",
                "cost | \"0.0051\"",
                "to | {\"body\":\"hello\"}",
                "to | [\"hello\"]",
                "to | 5",
                "to | true",
                "urgent | \"true\"",
                "urgent | 1",
                "sent_at | \"yesterday\"",
                "sent_at | \"2026-07-16\"",
                "sent_at | 1772600767",
                "sent_at | {\"at\":[1,2.5]}",
                "day | \"tomorrow\"",
                "day | \"2026-02-30\"",
                "timeout_secs | 3.7",
                "timeout_secs | \"30\"",
                "timeout_secs | 9223372036854775807",
                "validity_minutes | 9223372036854775807",
                "status | {\"name\":\"sent\"}",
                "status | 5",
                "rate | \"8000\"",
                "rate | 8000.5",
                "custom_headers | \"X-A: 1\"",
                "custom_headers | [\"X-A: 1\",{\"name\":\"X-B\"}]",
                "custom_headers | [{\"name\":\"X-A\",\"at\":1.50},7,{\"name\":\"X-B\"}]",
                "custom_headers | {\"name\":\"X-A\"}",
                "custom_headers | [null]",
                "custom_headers | [[{}]]",
                "tags | [\"a\",{\"b\":[1,{\"c\":\"d\"}]},\"e\"]",
                "tags | [\"a\",null]",
                "counts | {\"a\":1,\"b\":[{\"c\":2}],\"d\":4}",
                "counts | [1]",
                "counts | {\"a\":null}",
                "parent | [1]",
                "parent | \"m-0\"",
                "statuses | [\"sent\",1]",
                "matrix | [[1,2],[3,[4]],[5]]",
                "matrix | [[1,2],3]"
            })
    void aFieldOfAWrongType_staysUnsetAndIsKeptAsItCame(String field, String value) {
        String json = "{\"id\":\"m-1\",\"" + field + "\":" + value + ",\"webhook_url\":\"https://example.com/\"}";

        for (SampleModel model : new SampleModel[] {SampleModel.fromJson(json), fromMap(json)}) {
            assertThat(model.getId()).isEqualTo("m-1");
            assertThat(model.getWebhookUrl()).isEqualTo("https://example.com/");
            assertThat(model.getAdditionalProperties()).containsOnlyKeys(field);
            assertThat(JsonValues.toJson(model.getAdditionalProperties().get(field)))
                    .isEqualTo(value);
            assertThat(model.has(field)).isTrue();
            assertThat(model.toMap()).hasSize(3);
            assertThat(model.unreadableFields()).containsExactly("/" + field);
            // Written again, it is what came, and once.
            assertThat(model.toJson())
                    .isEqualTo("{\"id\":\"m-1\",\"webhook_url\":\"https://example.com/\",\"" + field + "\":" + value
                            + "}");
            assertThat(SampleModel.fromJson(model.toJson())).isEqualTo(model);
        }
    }

    @Test
    void onlyTheInnermostFieldIsLost() {
        SampleModel model = SampleModel.fromJson(
                "{\"custom_headers\":[{\"name\":\"X-A\",\"value\":{\"now\":1}},{\"value\":\"2\"}],\"parent\":{\"parts\":\"x\"}}");

        assertThat(model.getAdditionalProperties()).isEmpty();
        assertThat(model.getCustomHeaders()).hasSize(2);
        assertThat(model.getCustomHeaders().get(0).getName()).isEqualTo("X-A");
        assertThat(model.getCustomHeaders().get(0).getValue()).isNull();
        assertThat(model.getCustomHeaders().get(0).getAdditionalProperties())
                .isEqualTo(Map.of("value", Map.of("now", 1)));
        assertThat(model.getCustomHeaders().get(1).getValue()).isEqualTo("2");
        assertThat(model.unreadableFields()).containsExactly("/custom_headers/0/value", "/parent/parts");
    }

    @Test
    void aWrongTypedField_canBeSetOnACopy() {
        SampleModel model = SampleModel.fromJson("{\"parts\":\"many\",\"cost\":\"x\"}");

        assertThat(model.toBuilder().parts(3).build().toJson()).isEqualTo("{\"parts\":3,\"cost\":\"x\"}");
        assertThat(model.toBuilder().parts(null).build().toJson()).isEqualTo("{\"cost\":\"x\"}");
        assertThat(model.toBuilder().build()).isEqualTo(model);
    }

    private static SampleModel fromMap(String json) {
        return SampleModel.fromMap(SampleModel.fromJson(json).toMap());
    }
}
