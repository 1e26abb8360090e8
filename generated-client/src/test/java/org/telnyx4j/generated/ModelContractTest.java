package org.telnyx4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;

/** What holds for every model, found by reflection. */
class ModelContractTest {
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

    static List<ModelType<?>> models() {
        return Generated.models();
    }

    static Stream<Property> properties() {
        return models().stream().flatMap(model -> Property.of(model).stream());
    }

    @ParameterizedTest
    @MethodSource("models")
    void toString_namesTheFieldsThatAreSetAndNoValue(ModelType<?> model) {
        String printed = Generated.read(model, Samples.json(model)).toString();

        String names = Property.of(model).stream()
                .map(property -> property.wireName() + ", ")
                .reduce("", String::concat);
        assertThat(printed).isEqualTo(model.name() + "{" + names + "and 2 more}");
        String withoutNames = printed.replace(names, "");
        assertThat(VALUES).noneMatch(withoutNames::contains);
        assertThat(Generated.empty(model)).hasToString(model.name() + "{}");
        assertThat(Generated.modelClass(model).getSimpleName()).isEqualTo(model.name());
    }

    @ParameterizedTest
    @MethodSource("models")
    void modelsWithTheSameFields_areEqual(ModelType<?> model) {
        JsonModel one = Generated.read(model, Samples.json(model));
        JsonModel other = Generated.read(model, Samples.json(model));

        assertThat(one)
                .isEqualTo(other)
                .hasSameHashCodeAs(other)
                .isNotEqualTo(Generated.empty(model))
                .isNotEqualTo(null)
                .isNotEqualTo("another class");
        assertThat(Generated.empty(model)).isEqualTo(Generated.empty(model));
    }

    @ParameterizedTest
    @MethodSource("properties")
    void modelsThatDifferInOneField_areNotEqual(Property property) {
        JsonModel one = property.alone();

        assertThat(one).isNotEqualTo(Generated.empty(property.model()));
        assertThat(one).isEqualTo(property.alone()).hasSameHashCodeAs(property.alone());
    }

    @ParameterizedTest
    @MethodSource("properties")
    void everyField_hasItsGetterAndItsMethodOnTheBuilder(Property property) {
        boolean base64 = property.field().isBase64Text();

        assertThat(property.getters()).hasSize(base64 ? 2 : 1);
        assertThat(property.setters()).isNotEmpty();
        assertThat(property.getters())
                .anySatisfy(getter -> assertThat(property.setters().stream().map(ModelContractTest::capitalized))
                        .contains(getter.substring("get".length())));
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    @Test
    void unknownFields_countForEquality_andCannotBeChangedFromOutside() {
        OutgoingMessage one =
                OutgoingMessage.builder().putAdditionalProperty("a", 1).build();

        assertThat(one)
                .isNotEqualTo(OutgoingMessage.builder().build())
                .isNotEqualTo(
                        OutgoingMessage.builder().putAdditionalProperty("a", 2).build())
                .isEqualTo(
                        OutgoingMessage.builder().putAdditionalProperty("a", 1).build());
        assertThatThrownBy(() -> one.getAdditionalProperties().put("b", 1))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(OutgoingMessage.builder().build().getAdditionalProperties()).isEmpty();
    }
}
