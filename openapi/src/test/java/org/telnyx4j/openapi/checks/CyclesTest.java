package org.telnyx4j.openapi.checks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.openapi.document.Documents;
import org.telnyx4j.openapi.document.SpecDocument;
import org.telnyx4j.openapi.document.SpecException;

class CyclesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}",
                "{A: {allOf: [{$ref: '#/components/schemas/B'}]}, B: {allOf: [{type: object}, {$ref: '#/components/schemas/A'}]}}",
                "{A: {required: [b], properties: {b: {$ref: '#/components/schemas/B'}}}, B: {$ref: '#/components/schemas/A'}}",
            })
    void aSchemaThatContainsItselfWithoutEndIsNamedWithTheWayBack(String schemas) {
        assertThatThrownBy(() -> check(schemas))
                .isInstanceOf(SpecException.class)
                .hasMessage("/components/schemas/theirs: the schema contains itself without end: theirs → B → theirs");
    }

    @Test
    void aTreeIsFine() {
        assertThatCode(() -> check(
                        "{A: {required: [b], properties: {b: {type: array, items: {$ref: '#/components/schemas/A'}},"
                                + " c: {$ref: '#/components/schemas/A'}}}}"))
                .doesNotThrowAnyException();
    }

    private static void check(String schemas) {
        Cycles.refuse(
                new SpecDocument(Documents.yaml("components: {schemas: " + schemas + "}")), Map.of("A", "theirs"));
    }
}
