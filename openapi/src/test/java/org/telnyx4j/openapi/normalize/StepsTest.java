package org.telnyx4j.openapi.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telnyx4j.openapi.document.Documents;
import org.telnyx4j.openapi.document.SpecDocument;

/** The smaller steps. */
class StepsTest {
    private static final String OPERATIONS = """
            paths:
              /a:
                post:
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Create'}}}}
                  responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Shown'}}}}}
                patch:
                  parameters: [{name: page, in: query, schema: {type: integer, default: 1}}]
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Update'}}}}
                  responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Shown'}}}}}
            components:
              schemas:
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: string, nullable: true}                   | {type:[string,null]}",
                "{type: string, nullable: false}                  | {type:string}",
                "{allOf: [{type: string}], nullable: true}        | {anyOf:[{allOf:[{type:string}]},{type:null}]}",
                "{type: [array], items: {type: string}}           | {type:array,items:{type:string}}",
                "{type: string, const: a}                         | {type:string,enum:[a]}",
                "{enum: [a, b]}                                   | {type:string,enum:[a,b]}",
                "{type: string, enum: [a, null]}                  | {type:[string,null],enum:[a,null]}",
                "{enum: [a, null]}                                | {type:[string,null],enum:[a,null]}",
                "{type: boolean, enum: [true, false]}             | {type:boolean}",
                "{type: integer, minimum: 1, exclusiveMinimum: true} | {type:integer,exclusiveMinimum:1}",
                "{properties: {a: {type: string}}}                | {type:object,properties:{a:{type:string}}}",
                "{type: object, properties: {a: {}}, additionalProperties: false} | {type:object,properties:{a:{}}}",
                "{type: object, properties: {}, additionalProperties: false}      | {type:object,additionalProperties:true}",
                "{type: object, additionalProperties: {type: string}} | {type:object,additionalProperties:{type:string}}",
            })
    void oneFactIsWrittenInOneWay(String schema, String expected) {
        SpecDocument document = Documents.schemas("A: " + schema);
        new Keywords().apply(document);
        assertThat(Documents.show(document.schema("A"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "string,date-time,true",
        "string,date,true",
        "integer,int32,true",
        "integer,int64,true",
        "string,uuid,false",
        "string,uri,false",
        "string,email,false",
        "number,float,false",
        "string,int64,false"
    })
    void onlyFormatsThatTelnyxHonoursStay(String type, String format, boolean stays) {
        SpecDocument document = Documents.schemas("A: {type: %s, format: %s}".formatted(type, format));
        new Formats().apply(document);
        assertThat(document.schema("A").has("format")).isEqualTo(stays);
    }

    @Test
    void scalarComponentsAreWrittenWhereTheyAreUsed() {
        SpecDocument document = Documents.schemas("""
                A: {type: object, properties: {to: {$ref: '#/components/schemas/To', readOnly: true}, from: {anyOf: [{$ref: '#/components/schemas/Indirect'}, {type: 'null'}]}, e: {$ref: '#/components/schemas/E'}}}
                To: {type: string, minLength: 1}
                Indirect: {$ref: '#/components/schemas/To'}
                E: {type: string, enum: [a]}
                """);
        new ScalarComponents().apply(document);

        assertThat(document.schemaNames()).containsExactly("A", "E");
        assertThat(Documents.show(document.schema("A").path("properties")))
                .isEqualTo("{e:{$ref:#/components/schemas/E},from:{type:[string,null],minLength:1},"
                        + "to:{type:string,minLength:1,readOnly:true}}");
    }

    @Test
    void aNullableComponentIsNullableAtItsUsesInstead() {
        SpecDocument document = Documents.schemas("""
                A: {type: object, properties: {b: {$ref: '#/components/schemas/B', deprecated: true}}}
                B: {type: [object, 'null'], properties: {c: {type: string}}}
                """);
        new NullableComponents().apply(document);

        assertThat(Documents.show(document.schemas()))
                .isEqualTo(
                        "{A:{type:object,properties:{b:{deprecated:true,anyOf:[{$ref:#/components/schemas/B},{type:null}]}}},"
                                + "B:{type:object,properties:{c:{type:string}}}}");
    }

    @Test
    void fieldsThatOnlyTelnyxSetsAreKeptOutOfWhatIsOnlySent() {
        SpecDocument document = document("""
                Create: {type: object, required: [id, name], properties: {id: {type: string, readOnly: true}, name: {type: string, writeOnly: true}, shared: {$ref: '#/components/schemas/Shared'}}}
                Update: {type: object, properties: {id: {type: string, readOnly: true}}}
                Shown: {type: object, properties: {id: {type: string, readOnly: true}, shared: {$ref: '#/components/schemas/Shared'}}}
                Shared: {type: object, properties: {id: {type: string, readOnly: true}}}
                """);
        new ReadOnly().apply(document);

        assertThat(Documents.show(document.schema("Create")))
                .isEqualTo(
                        "{type:object,required:[name],properties:{name:{type:string},shared:{$ref:#/components/schemas/Shared}}}");
        assertThat(Documents.show(document.schema("Shown").path("properties").path("id")))
                .isEqualTo("{type:string}");
        assertThat(Documents.show(document.schema("Shared").path("properties"))).isEqualTo("{id:{type:string}}");
    }

    @Test
    void defaultsBecomeSentencesWhereTelnyxAssumesThem() {
        SpecDocument document = document("""
                Create: {type: object, properties: {a: {type: boolean, default: true}, b: {type: string, default: ''}, c: {type: string, default: x}}}
                Update: {type: object, properties: {a: {type: boolean, default: false}}}
                Shown: {type: object, properties: {a: {type: boolean, default: false}}}
                """);
        new Assumptions().apply(document);
        document.root().findParents("type").forEach(schema -> ((ObjectNode) schema).put("description", "Ours."));
        document.operations().get(1).parameters().get(0).put("description", "The page.");
        document.schema("Create").withObject("/properties/c").remove("description");
        Assumptions.write(document.root());

        assertThat(Documents.show(document.schema("Create").path("properties")))
                .isEqualTo("{a:{description:Ours. When left out, Telnyx assumes `true`.,type:boolean},"
                        + "b:{description:Ours.,type:string},c:{type:string,x-assumed:x}}");
        assertThat(Documents.show(document.schema("Update").path("properties")))
                .isEqualTo("{a:{description:Ours.,type:boolean}}");
        assertThat(Documents.show(document.schema("Shown").path("properties")))
                .isEqualTo("{a:{description:Ours.,type:boolean}}");
        assertThat(document.operations()
                        .get(1)
                        .parameters()
                        .get(0)
                        .path("description")
                        .asText())
                .isEqualTo("The page. When left out, Telnyx assumes `1`.");
    }

    @Test
    void whatTelnyxAssumesHasItsUnit() {
        SpecDocument document = Documents.schemas(
                "A: {type: object, properties: {a: {type: integer, description: Wait., x-unit: seconds, x-assumed: 5}}}");
        Assumptions.write(document.root());

        assertThat(document.root().findValuesAsText("description"))
                .containsExactly("Wait. When left out, Telnyx assumes `5` seconds.");
    }

    @Test
    void whatIsAssumedOfAFieldWithoutWordsStaysAFact() {
        SpecDocument document =
                Documents.schemas("A: {type: object, properties: {a: {type: boolean, x-assumed: false}}}");
        Assumptions.write(document.root());

        assertThat(Documents.show(document.schemas()))
                .isEqualTo("{A:{type:object,properties:{a:{type:boolean,x-assumed:false}}}}");
    }

    @Test
    void enumsOfWordsAndSmallNumbersStay() {
        SpecDocument document = Documents.schemas("""
                A:
                  type: object
                  properties:
                    word: {type: string, enum: [a]}
                    rate: {type: integer, enum: [8000]}
                    long: {type: integer, enum: [8000000000]}
                    wide: {type: integer, format: int64, enum: [1]}
                    half: {type: number, enum: [0.5]}
                    yes: {type: boolean, enum: [true]}
                """);
        new Keywords().apply(document);

        assertThat(document.root().findValues("enum")).map(Object::toString).containsExactly("[\"a\"]", "[8000]");
    }

    @Test
    void onlyWhatCanHoldTextIsMarkedSensitive() {
        SpecDocument document = Documents.schemas("""
                A:
                  type: object
                  properties:
                    text: {type: string, x-sensitive: text}
                    number: {type: integer, x-sensitive: text}
                    choice: {type: string, enum: [a], x-sensitive: text}
                    time: {type: string, format: date-time, x-sensitive: text}
                    inner: {$ref: '#/components/schemas/B', x-sensitive: text}
                    any: {$ref: '#/components/schemas/AnyValue', x-sensitive: text}
                """);
        new SensitiveMarks().apply(document);

        assertThat(document.root().findParents("x-sensitive"))
                .hasSize(2)
                .allSatisfy(marked -> assertThat(marked.has("$ref")
                                || marked.path("type").asText().equals("string"))
                        .isTrue());
    }

    @Test
    void aPropertyThatTakesAnythingRefersToTheOneSchemaThatSaysSo() {
        SpecDocument document =
                Documents.schemas("A: {type: object, properties: {a: {deprecated: true}, b: {type: string}}}");
        new AnyValues().apply(document);

        assertThat(Documents.show(document.schemas()))
                .isEqualTo(
                        "{A:{type:object,properties:{a:{deprecated:true,$ref:#/components/schemas/AnyValue},b:{type:string}}},"
                                + "AnyValue:{description:Any JSON value.}}");
    }

    @Test
    void whatNothingUsesIsPruned() {
        SpecDocument document = document("""
                Create: {type: object, properties: {child: {$ref: '#/components/schemas/Child'}}}
                Child: {type: object, properties: {parent: {$ref: '#/components/schemas/Child'}}}
                Update: {type: object}
                Shown: {type: object}
                Lonely: {type: object, properties: {self: {$ref: '#/components/schemas/Lonely'}}}
                """);
        document.prune();

        assertThat(document.schemaNames()).containsExactly("Child", "Create", "Shown", "Update");
    }

    private static SpecDocument document(String schemas) {
        return new SpecDocument(Documents.yaml(OPERATIONS + schemas.indent(4)));
    }
}
