package org.telnyx4j.openapi.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.telnyx4j.openapi.document.Documents;
import org.telnyx4j.openapi.document.SpecDocument;
import org.telnyx4j.openapi.document.SpecException;

class SharedEnumsTest {
    private static final String DOCUMENT = """
            paths:
              /a:
                get:
                  operationId: listA
                  parameters: [{name: 'filter[kind]', in: query, schema: {type: array, items: {type: string, enum: [x]}}}]
            components:
              schemas:
                A: {type: object, properties: {kind: {type: string, enum: [a, b], default: a}, text: {type: string}}}
                B: {type: object, properties: {sort: {type: [string, 'null'], enum: [b, c, null], deprecated: true}}}
                C: {type: object, properties: {kind: {$ref: '#/components/schemas/Own'}, number: {type: integer, enum: [1]}}}
                Own: {type: string, enum: [d]}
            """;

    @Test
    void enumsOfOneNameAreOneComponentWithTheValuesOfAll() {
        SpecDocument document = shared(Map.of("A.kind", "Kind", "B.sort", "Kind"));

        assertThat(Documents.show(document.schema("Kind"))).isEqualTo("{type:string,enum:[a,b,c]}");
    }

    @Test
    void whatOnlyOnePlaceSaysStaysThere() {
        SpecDocument document = shared(Map.of("A.kind", "Kind", "B.sort", "Kind"));

        assertThat(Documents.show(document.schema("A").path("properties").path("kind")))
                .isEqualTo("{$ref:#/components/schemas/Kind,default:a}");
        assertThat(Documents.show(document.schema("B").path("properties").path("sort")))
                .isEqualTo("{deprecated:true,anyOf:[{$ref:#/components/schemas/Kind},{type:null}]}");
    }

    @Test
    void aListAndAParameterShareTheEnumOfTheirItems() {
        SpecDocument document = shared(Map.of("A.kind", "Kind", "listA.filter[kind]", "Kind"));

        assertThat(Documents.show(document.schema("Kind"))).isEqualTo("{type:string,enum:[a,b,x]}");
        assertThat(Documents.show(
                        document.operations().get(0).parameters().get(0).path("schema")))
                .isEqualTo("{type:array,items:{$ref:#/components/schemas/Kind}}");
    }

    @Test
    void aComponentThatIsAnEnumAlreadyIsJoined() {
        SpecDocument document = shared(Map.of("A.kind", "Kind", "C.kind", "Kind"));

        assertThat(Documents.show(document.schema("Kind"))).isEqualTo("{type:string,enum:[a,b,d]}");
        assertThat(Documents.show(document.schema("C").path("properties").path("kind")))
                .isEqualTo("{$ref:#/components/schemas/Kind}");
    }

    @Test
    void theNextStepLeavesEnumComponentsInPlace() {
        SpecDocument document = shared(Map.of("A.kind", "Kind"));
        new ScalarComponents().apply(document);

        assertThat(document.schemaNames()).contains("Kind");
    }

    @Test
    void whatHasNoValuesIsRefused() {
        assertThatThrownBy(() -> shared(Map.of("A.text", "Kind")))
                .isInstanceOf(SpecException.class)
                .hasMessage("/components/schemas/Kind: trim.yaml makes an enum of what has no list of values");
    }

    @Test
    void valuesOfDifferentTypesAreRefused() {
        assertThatThrownBy(() -> shared(Map.of("A.kind", "Kind", "C.number", "Kind")))
                .isInstanceOf(SpecException.class)
                .hasMessage("/components/schemas/Kind: the enums of this name have different types");
    }

    @Test
    void anEntryThatMatchesNothingChangesNothing() {
        assertThat(shared(Map.of("A.gone", "Kind")).schemaNames()).containsExactly("A", "B", "C", "Own");
    }

    private static SpecDocument shared(Map<String, String> names) {
        SpecDocument document = new SpecDocument(Documents.yaml(DOCUMENT));
        new SharedEnums(names).apply(document);
        return document;
    }
}
