package org.telnyx4j.openapi.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telnyx4j.openapi.document.Documents;
import org.telnyx4j.openapi.document.SpecDocument;
import org.telnyx4j.openapi.document.SpecException;

class AlternativesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A value or null    | anyOf: [{type: string, format: date-time}, {type: 'null'}] | {type:[string,null],format:date-time}",
                "an enum or null    | anyOf: [{type: string, enum: [b, a]}, {type: 'null'}]      | {type:[string,null],enum:[a,b,null]}",
                "different scalars  | oneOf: [{type: string}, {type: integer}]                   | {}",
                "a value or a list  | anyOf: [{type: string}, {type: array, items: {type: string}}] | {}",
                "numbers            | oneOf: [{type: integer}, {type: number}]                   | {type:number}",
                "enums              | oneOf: [{type: string, enum: [a]}, {type: string, enum: [b]}] | {type:string,enum:[a,b]}",
                "an enum and any    | oneOf: [{type: string, enum: [a]}, {type: string}]         | {type:string}",
                "bounds that agree  | oneOf: [{type: string, maxLength: 5}, {type: string, maxLength: 5, minLength: 1}] | {type:string,maxLength:5}",
                "lists              | oneOf: [{type: array, items: {type: string}}, {type: array, items: {type: string}, maxItems: 1}] | {type:array,items:{type:string}}",
                "one alternative    | oneOf: [{type: string}]                                    | {type:string}",
                "annotations        | {oneOf: [{type: string}, {type: 'null'}], readOnly: true}   | {type:[string,null],readOnly:true}",
                "maps               | oneOf: [{type: object, additionalProperties: true}, {type: object, additionalProperties: true, maxProperties: 1}] | {type:object,additionalProperties:true}",
            })
    void alternativesBecomeOneSchemaThatAdmitsThemAll(String what, String schema, String expected) {
        assertThat(simplified(
                        "A: {" + (schema.startsWith("{") ? "properties: {a: " + schema + "}" : schema) + "}", what))
                .contains(expected);
    }

    private static String simplified(String schemas, String what) {
        SpecDocument document = Documents.schemas(schemas);
        new Alternatives().apply(document);
        return what + " " + Documents.show(document.schema("A"));
    }

    @Test
    void objectsBecomeOneWithAllPropertiesRequiredWhereAllRequireThem() {
        assertThat(a("""
                        A: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}
                        B: {type: object, required: [type, b], properties: {type: {type: string, enum: [b]}, b: {type: string}, x: {type: string}}}
                        C: {type: object, required: [type, c], properties: {type: {type: string, enum: [c]}, c: {type: string}, x: {type: integer}}}
                        """))
                .isEqualTo("{type:object,required:[type],properties:"
                        + "{type:{type:string,enum:[b,c]},b:{type:string},c:{type:string},x:{}}}");
    }

    @Test
    void aComponentOrNullStaysAChoice() {
        assertThat(a("""
                        A: {type: object, properties: {b: {oneOf: [{$ref: '#/components/schemas/B'}, {type: 'null'}]}}}
                        B: {type: object, properties: {c: {type: string}}}
                        """))
                .isEqualTo("{type:object,properties:{b:{anyOf:[{$ref:#/components/schemas/B},{type:null}]}}}");
    }

    @Test
    void theSameComponentTwiceIsThatComponent() {
        assertThat(a("""
                        A: {type: object, properties: {b: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/B'}]}}}
                        B: {type: object, properties: {c: {type: string}}}
                        """)).isEqualTo("{type:object,properties:{b:{$ref:#/components/schemas/B}}}");
    }

    @Test
    void allOfIsJoinedIntoOneObject() {
        assertThat(a("""
                        A: {allOf: [{$ref: '#/components/schemas/B'}, {type: object, required: [c], properties: {c: {type: string}}}]}
                        B: {type: object, required: [b], properties: {b: {type: string}}}
                        """)).isEqualTo("{type:object,required:[b,c],properties:{b:{type:string},c:{type:string}}}");
    }

    @Test
    void allOfAroundOneReferenceIsThatReference() {
        assertThat(a("""
                        A: {type: object, properties: {b: {allOf: [{$ref: '#/components/schemas/B'}], readOnly: true}}}
                        B: {type: object, properties: {b: {type: string}}}
                        """)).isEqualTo("{type:object,properties:{b:{$ref:#/components/schemas/B,readOnly:true}}}");
    }

    @Test
    void alternativesThatOnlySayWhatIsRequiredKeepTheProperties() {
        assertThat(a(
                        "A: {type: object, required: [a], properties: {a: {type: string}, b: {type: string}, c: {type: string}},"
                                + " anyOf: [{required: [b]}, {required: [c]}]}"))
                .isEqualTo("{type:object,required:[a],properties:{a:{type:string},b:{type:string},c:{type:string}}}");
    }

    @Test
    void objectsThatContainThemselvesEndInAnyValue() {
        assertThat(a("""
                        A: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}
                        B: {type: object, properties: {child: {$ref: '#/components/schemas/B'}, b: {type: string}}}
                        C: {type: object, properties: {child: {$ref: '#/components/schemas/C'}, c: {type: string}}}
                        """)).isEqualTo("{type:object,properties:{b:{type:string},c:{type:string},child:{}}}");
    }

    @Test
    void aSchemaThatContainsItselfIsFine() {
        assertThat(a("A: {type: object, properties: {child: {$ref: '#/components/schemas/A'}}}"))
                .isEqualTo("{type:object,properties:{child:{$ref:#/components/schemas/A}}}");
    }

    @Test
    void aSchemaThatIsAnAlternativeOfItselfIsRefused() {
        assertThatThrownBy(() -> a("""
                        A: {oneOf: [{$ref: '#/components/schemas/B'}, {type: object}]}
                        B: {oneOf: [{$ref: '#/components/schemas/A'}, {type: object}]}
                        """))
                .isInstanceOf(SpecException.class)
                .hasMessage("/components/schemas/A: the schema is an alternative or a part of itself");
    }

    private static String a(String schemas) {
        SpecDocument document = Documents.schemas(schemas);
        new Alternatives().apply(document);
        return Documents.show(document.schema("A"));
    }
}
