package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.invoker.Json;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.generated.model.SendMessageRequest;

/** What comes in goes out again: fields, enum values and digits that this edition does not know included. */
class RoundTripTest {
    private static final JsonMapper MAPPER = Json.newMapper();

    static List<Class<?>> models() {
        return Generated.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelWithEveryFieldAndWithUnknownOnes_isWrittenBackByteForByte(Class<?> model) throws Exception {
        String json = Samples.json(model);

        Object read = MAPPER.readValue(json.getBytes(UTF_8), model);

        assertThat(MAPPER.writeValueAsBytes(read)).asString(UTF_8).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelWhoseFieldsAreAllNull_isReadAndKeepsTheNullsThatMean(Class<?> model) throws Exception {
        List<Property> properties = Property.of(model);
        String allNull = properties.stream().map(RoundTripTest::isNull).collect(Collectors.joining(",", "{", "}"));
        String kept = properties.stream()
                .filter(Property::isNullable)
                .map(RoundTripTest::isNull)
                .collect(Collectors.joining(",", "{", "}"));

        assertThat(MAPPER.writeValueAsString(MAPPER.readValue(allNull, model))).isEqualTo(kept);
    }

    private static String isNull(Property property) {
        return "\"" + property.wireName() + "\":null";
    }

    @Test
    void unknownFieldsOfAnAnswer_canBeRead() {
        String answer = "{\"data\":{\"id\":\"m1\",\"price_of_tomorrow\":0.0040,\"count\":12345678901234567890},"
                + "\"meta_of_tomorrow\":{\"a\":[1,null]}}";
        try (Wire wire = Wire.answering(Answer.json(200, answer))) {
            var response = new MessagesApi(wire.client()).sendMessage(new SendMessageRequest());

            MessagePayload data = response.getData();
            assertThat(data.getId()).isEqualTo("m1");
            assertThat(data.getAdditionalProperties())
                    .containsEntry("price_of_tomorrow", new BigDecimal("0.0040"))
                    .containsEntry("count", new BigInteger("12345678901234567890"));
            assertThat(response.getAdditionalProperties())
                    .containsEntry("meta_of_tomorrow", Map.of("a", Arrays.asList(1, null)));
        }
    }
}
