package org.telnyx4j.openapi.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telnyx4j.openapi.document.Documents;
import org.telnyx4j.openapi.document.SpecDocument;
import org.telnyx4j.openapi.document.SpecException;

class InlineSchemasTest {
    private static final String THING = "{type: object, properties: {x: {type: string}}}";

    @Test
    void objectsInsideAreNamedByOwnerAndPropertyListsAndMapsInTheSingular() {
        SpecDocument document = extracted(
                "A: {type: object, properties: {one_thing: %s, parties: {type: array, items: %s}, rates: {type: object, additionalProperties: %s}}}"
                        .formatted(THING, THING, THING),
                Map.of());

        assertThat(document.schemaNames()).containsExactly("A", "AOneThing", "AParty", "ARate");
        assertThat(Documents.show(document.schema("A").path("properties")))
                .isEqualTo("{one_thing:{$ref:#/components/schemas/AOneThing},"
                        + "parties:{type:array,items:{$ref:#/components/schemas/AParty}},"
                        + "rates:{type:object,additionalProperties:{$ref:#/components/schemas/ARate}}}");
    }

    @Test
    void objectsWithinObjectsAreNamedStepByStep() {
        SpecDocument document = extracted(
                "A: {type: object, properties: {b: {type: object, properties: {c: %s}}}}".formatted(THING), Map.of());

        assertThat(document.schemaNames()).containsExactly("A", "AB", "ABC");
    }

    @Test
    void thePlansNameIsTaken() {
        SpecDocument document =
                extracted("A: {type: object, properties: {b: %s}}".formatted(THING), Map.of("A.b", "Thing"));

        assertThat(document.schemaNames()).containsExactly("A", "Thing");
    }

    @Test
    void anObjectThatMayBeNullIsNullableWhereItIsUsed() {
        SpecDocument document = extracted(
                "A: {type: object, properties: {b: {type: [object, 'null'], properties: {x: {type: string}}}}}",
                Map.of());

        assertThat(Documents.show(document.schema("A").path("properties")))
                .isEqualTo("{b:{anyOf:[{$ref:#/components/schemas/AB},{type:null}]}}");
        assertThat(Documents.show(document.schema("AB"))).isEqualTo("{type:object,properties:{x:{type:string}}}");
    }

    @Test
    void equalStructuresShareAName() {
        SpecDocument document = extracted(
                "A: {type: object, properties: {b: {type: object, properties: {deep: %s}}}, }\nC: {type: object, properties: {d: {type: object, properties: {deep: %s}}}}"
                        .formatted(THING, THING),
                Map.of("A.b", "Thing", "C.d", "Thing"));

        assertThat(document.schemaNames()).containsExactly("A", "C", "Thing", "ThingDeep");
    }

    @Test
    void differentStructuresThatThePlanGivesOneNameBecomeOne() {
        SpecDocument document = extracted(
                "A: {type: object, properties: {b: %s, c: {type: object, properties: {y: {type: string}}}}}"
                        .formatted(THING),
                Map.of("A.b", "Thing", "A.c", "Thing"));

        assertThat(Documents.show(document.schema("Thing")))
                .isEqualTo("{type:object,properties:{x:{type:string},y:{type:string}}}");
    }

    @Test
    void differentStructuresUnderAMadeUpNameAreRefused() {
        assertThatThrownBy(() -> extracted(
                        "A: {type: object, properties: {b: %s}}\nAB: {type: object, properties: {y: {type: string}}}"
                                .formatted(THING),
                        Map.of()))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("/components/schemas/AB: two structures would have this name, the second at A.b");
    }

    @Test
    void enumsAndMapsStayInPlace() {
        String schema =
                "{type: object, properties: {e: {type: string, enum: [a]}, m: {type: object, additionalProperties: {type: string}}}}";
        assertThat(extracted("A: " + schema, Map.of()).schema("A")).isEqualTo(Documents.yaml(schema));
    }

    @ParameterizedTest
    @CsvSource({"policies,policy", "headers,header", "address,address", "media,media"})
    void singularsAreFormedAsFarAsTelnyxsNamesNeedIt(String plural, String singular) {
        assertThat(InlineSchemas.singular(plural)).isEqualTo(singular);
    }

    private static SpecDocument extracted(String schemas, Map<String, String> names) {
        SpecDocument document = Documents.schemas(schemas);
        new InlineSchemas(names).apply(document);
        return document;
    }
}
