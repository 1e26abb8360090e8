package org.telnyx4j.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrimPlanTest {
    @Test
    void schemaNamesFollowTheOperationIdUnlessGiven() {
        TrimPlan plan = plan("""
                tags: {Pets: About pets}
                operations:
                  POST /pets: {id: addPet, tag: Pets}
                  GET /pets: {id: listPets, tag: Pets, response: PetList}
                """);

        assertThat(plan.operations())
                .containsExactly(
                        new TrimPlan.Operation("post", "/pets", "addPet", "Pets", "AddPetRequest", "AddPetResponse"),
                        new TrimPlan.Operation("get", "/pets", "listPets", "Pets", "ListPetsRequest", "PetList"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "unknown: {} | trim.yaml#/unknown: unknown section",
                "operations: {FETCH /a: {id: a, tag: T}} | the key must read METHOD /path",
                "operations: {GET a: {id: a, tag: T}} | the key must read METHOD /path",
                "operations: {GET /a: {tag: T}} | id must be a Java method name",
                "operations: {GET /a: {id: A b, tag: T}} | id must be a Java method name",
                "operations: {GET /a: {id: a, tag: U}} | the tag U isn't in the section tags",
                "operations: {GET /a: {id: a, tag: T}, PUT /a: {id: a, tag: T}} | the operation id a is given twice",
                "operations: {GET /a: {id: a, tag: T, response: 'a b'}} | 'a b' can't be the name of a Java class",
                "schemas: {a: b} | 'b' can't be the name of a Java class",
                "schemas: {a: {}} | trim.yaml#/schemas/a: a string is expected here",
                "inline: {a: B} | the key must read Schema.property",
                "leaveOut: [Schema] | an entry must read Schema.property",
            })
    void aFaultIsRefusedWithItsPlace(String line, String message) {
        assertThatThrownBy(() -> plan("tags: {T: A tag}\n" + line))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining(message);
    }

    private static TrimPlan plan(String yaml) {
        return TrimPlan.of(Documents.yaml(yaml));
    }
}
