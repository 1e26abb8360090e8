package org.telnyx4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.generated.invoker.Json;
import org.telnyx4j.generated.model.SendMessageRequest;

/** What holds for every model, found by reflection. */
class ModelContractTest {
    private static final JsonMapper MAPPER = Json.newMapper();

    // Keys of maps are the caller's own, names of unknown fields come from outside.
    private static final List<String> VALUES = List.of(
            Samples.TEXT,
            Samples.UNKNOWN_VALUE,
            Samples.UNKNOWN_FIELD,
            "null_of_tomorrow",
            "deep",
            "key of the caller's",
            "any",
            "1.1",
            "123456",
            "7654321",
            "2026",
            "true");

    static List<Class<?>> models() {
        return Generated.models();
    }

    static Stream<Property> properties() {
        return models().stream().flatMap(model -> Property.of(model).stream());
    }

    @ParameterizedTest
    @MethodSource("models")
    void toString_namesTheFieldsThatAreSetAndNoValue(Class<?> model) throws Exception {
        String printed = MAPPER.readValue(Samples.json(model), model).toString();

        String names = Property.of(model).stream()
                .map(property -> property.wireName() + ", ")
                .reduce("", String::concat);
        assertThat(printed).isEqualTo(model.getSimpleName() + "{" + names + "and 2 more}");
        String withoutNames = printed.replace(names, "");
        assertThat(VALUES).noneMatch(withoutNames::contains);
        assertThat(Generated.create(model)).hasToString(model.getSimpleName() + "{}");
    }

    @ParameterizedTest
    @MethodSource("models")
    void modelsWithTheSameFields_areEqual(Class<?> model) throws Exception {
        Object one = MAPPER.readValue(Samples.json(model), model);
        Object other = MAPPER.readValue(Samples.json(model), model);

        assertThat(one)
                .isEqualTo(other)
                .hasSameHashCodeAs(other)
                .isNotEqualTo(Generated.create(model))
                .isNotEqualTo(null)
                .isNotEqualTo("another class");
        assertThat(Generated.create(model)).isEqualTo(Generated.create(model));
    }

    @ParameterizedTest
    @MethodSource("properties")
    void modelsThatDifferInOneField_areNotEqual(Property property) throws Exception {
        Object one = Generated.create(property.model());
        Object other = Generated.create(property.model());
        property.set(one, Samples.value(property.type()));
        assertThat(one).isNotEqualTo(other);

        property.set(other, Samples.value(property.type()));
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @Test
    void unknownFields_countForEquality_andCannotBeChangedFromOutside() {
        SendMessageRequest one = new SendMessageRequest().putAdditionalProperty("a", 1);

        assertThat(one)
                .isNotEqualTo(new SendMessageRequest())
                .isNotEqualTo(new SendMessageRequest().putAdditionalProperty("a", 2))
                .isEqualTo(new SendMessageRequest().putAdditionalProperty("a", 1));
        assertThatThrownBy(() -> one.getAdditionalProperties().put("b", 1))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(new SendMessageRequest().getAdditionalProperties()).isEmpty();
    }
}
