package org.telnyx4j.openapi.trim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telnyx4j.openapi.document.Documents;
import org.telnyx4j.openapi.document.SpecException;

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
                        new TrimPlan.Operation(
                                "post", "/pets", "addPet", "Pets", "pets.add", "AddPetRequest", "AddPetResponse"),
                        new TrimPlan.Operation(
                                "get", "/pets", "listPets", "Pets", "pets.list", "ListPetsRequest", "PetList"));
    }

    @ParameterizedTest
    @CsvSource({
        "Messages, sendMessage, messages.send",
        "Messages, sendGroupMms, messages.send_group_mms",
        "Messages, retrieveGroupMessages, messages.retrieve_group",
        "Phone Numbers, updatePhoneNumberVoiceSettings, phone_numbers.update_voice_settings",
        "Calls, dial, calls.dial",
        "Pets, pets, pets.pets",
        "Opt-outs, listOptOuts, opt_outs.list"
    })
    void anOperationIsCalledByItsTagAndByItsIdWithoutTheTagsNoun(String tag, String id, String name) {
        assertThat(plan("tags: {" + tag + ": A tag}\noperations: {GET /a: {id: " + id + ", tag: " + tag + "}}")
                        .operations())
                .extracting(TrimPlan.Operation::name)
                .containsExactly(name);
    }

    @Test
    void anOperationCanBeGivenAName() {
        assertThat(plan("tags: {T: A tag}\noperations: {GET /a: {id: a, tag: T, name: things.do_it}}")
                        .operations())
                .extracting(TrimPlan.Operation::name)
                .containsExactly("things.do_it");
    }

    @Test
    void enumsHaveNamesByTheirPlaces() {
        assertThat(plan("enums: {Pet.kind: Kind, 'listPets.filter[kind]': Kind}")
                        .enumNames())
                .isEqualTo(Map.of("Pet.kind", "Kind", "listPets.filter[kind]", "Kind"));
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
                "operations: {GET /a: {id: a, tag: T, naem: b}} | unknown key naem",
                "operations: {GET /a: {id: a, tag: T, name: Send}} | 'Send' isn't a name such as calls.hang_up",
                "enums: {a: B} | trim.yaml#/enums/a: the key must read Schema.property",
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
