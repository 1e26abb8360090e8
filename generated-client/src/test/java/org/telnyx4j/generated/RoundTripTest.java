package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;

/** What comes in goes out again: fields, enum values and digits that this edition does not know included. */
class RoundTripTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static List<ModelType<?>> models() {
        return Generated.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelWithEveryFieldAndWithUnknownOnes_isWrittenBackByteForByte(ModelType<?> model) {
        String json = Samples.json(model);

        JsonModel read = (JsonModel) model.read(json.getBytes(UTF_8));

        assertThat(read.unreadableFields()).isEmpty();
        assertThat(read.toJsonBytes()).asString(UTF_8).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelWhoseFieldsAreAllNull_isReadAndKeepsTheNulls(ModelType<?> model) {
        String allNull = Property.of(model).stream()
                .map(property -> Samples.quoted(property.wireName()) + ":null")
                .collect(Collectors.joining(",", "{", "}"));

        JsonModel read = Generated.read(model, allNull);

        assertThat(read.toJson()).isEqualTo(allNull);
        for (Property property : Property.of(model)) {
            assertThat(read.get(property.wireName())).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelThatIsBuiltAnew_isTheSame(ModelType<?> model) throws ReflectiveOperationException {
        JsonModel read = Generated.read(model, Samples.json(model));

        Object builder = read.getClass().getMethod("toBuilder").invoke(read);

        assertThat(builder.getClass().getMethod("build").invoke(builder)).isEqualTo(read);
    }

    /** Jackson finds the annotations of a class: no module is registered, nothing is configured. */
    @ParameterizedTest
    @MethodSource("models")
    void jacksonReadsAndWritesAModelAsTelnyxDoes(ModelType<?> model) throws Exception {
        JsonModel read = Generated.read(model, Samples.json(model).replace("1.10", "1.5"));

        String written = MAPPER.writeValueAsString(read);

        assertThat(written).isEqualTo(read.toJson());
        assertThat(MAPPER.readValue(written, Generated.modelClass(model)).toString())
                .isEqualTo(read.toString());
    }

    @Test
    void unknownFieldsOfAResponse_canBeRead() {
        String response = "{\"data\":{\"id\":\"m1\",\"price_of_tomorrow\":0.0040,\"count\":12345678901234567890},"
                + "\"meta_of_tomorrow\":{\"a\":[1,null]}}";
        try (Wire wire = Wire.answering(Wire.json(200, response))) {
            var read = wire.messages().sendMessage(Wire.MESSAGE);

            MessagePayload data = Wire.message(read);
            assertThat(data.getId()).isEqualTo("m1");
            assertThat(data.getAdditionalProperties())
                    .containsEntry("price_of_tomorrow", new BigDecimal("0.0040"))
                    .containsEntry("count", new BigInteger("12345678901234567890"));
            assertThat(read.getAdditionalProperties())
                    .containsEntry("meta_of_tomorrow", Map.of("a", Arrays.asList(1, null)));
            assertThat(read.toJson()).isEqualTo(response);
        }
    }
}
