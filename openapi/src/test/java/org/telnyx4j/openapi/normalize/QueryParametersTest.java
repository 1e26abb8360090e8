package org.telnyx4j.openapi.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.telnyx4j.openapi.document.Documents;
import org.telnyx4j.openapi.document.SpecDocument;

class QueryParametersTest {
    @Test
    void everyLeafOfADeepObjectBecomesAParameterNamedAsOnTheWire() {
        assertThat(flattened("""
                        - name: filter
                          in: query
                          required: false
                          style: deepObject
                          explode: true
                          schema:
                            type: object
                            properties:
                              voice.connection_name: {type: object, properties: {eq: {type: string}}}
                              phone_number: {type: object, properties: {starts_with: {type: string}, ends_with: {type: string}}}
                              limit: {type: integer}
                        """))
                .isEqualTo("[{name:filter[limit],in:query,required:false,schema:{type:integer}},"
                        + "{name:filter[phone_number][ends_with],in:query,required:false,schema:{type:string}},"
                        + "{name:filter[phone_number][starts_with],in:query,required:false,schema:{type:string}},"
                        + "{name:filter[voice.connection_name][eq],in:query,required:false,schema:{type:string}}]");
    }

    @Test
    void aParameterThatIsAlreadyFlatWinsOverItsNestedTwin() {
        assertThat(flattened("""
                        - {name: filter, in: query, style: deepObject, schema: {type: object, properties: {name: {type: string}}}}
                        - {name: 'filter[name]', in: query, required: true, schema: {type: integer}}
                        """)).isEqualTo("[{name:filter[name],in:query,required:true,schema:{type:integer}}]");
    }

    @Test
    void aLeafIsRequiredIfEverythingAboveItIs() {
        assertThat(flattened("""
                        - name: a
                          in: query
                          required: true
                          style: deepObject
                          schema: {type: object, required: [b], properties: {b: {type: string}, c: {type: string}}}
                        """))
                .isEqualTo("[{name:a[b],in:query,required:true,schema:{type:string}},"
                        + "{name:a[c],in:query,required:false,schema:{type:string}}]");
    }

    @Test
    void listsGoOutAsOneValueWithCommas() {
        assertThat(flattened("""
                        - name: filter
                          in: query
                          style: deepObject
                          schema: {type: object, properties: {features: {type: array, items: {type: string}}}}
                        """))
                .isEqualTo("[{name:filter[features],in:query,required:false,style:form,explode:false,"
                        + "schema:{type:array,items:{type:string}}}]");
    }

    @Test
    void aValueOrAListOfSuchValuesIsAList() {
        assertThat(flattened("""
                        - name: country
                          in: query
                          schema: {oneOf: [{type: string}, {type: array, items: {type: string}}]}
                        """))
                .isEqualTo("[{name:country,in:query,style:form,explode:false,"
                        + "schema:{type:array,items:{type:string}}}]");
    }

    @Test
    void aFilterOfTwoPartsIsTheFilterOfBoth() {
        assertThat(flattened("""
                        - name: filter
                          in: query
                          required: true
                          style: deepObject
                          schema:
                            allOf:
                              - {type: object, required: [a], properties: {a: {type: string}}}
                              - {allOf: [{type: object, properties: {b: {type: integer}}}]}
                        """))
                .isEqualTo("[{name:filter[a],in:query,required:true,schema:{type:string}},"
                        + "{name:filter[b],in:query,required:false,schema:{type:integer}}]");
    }

    @Test
    void pathAndHeaderParametersStayAsTheyAre() {
        assertThat(flattened("""
                        - {name: id, in: path, required: true, schema: {type: string}}
                        - {name: Idempotency-Key, in: header, required: false, schema: {type: string}}
                        """))
                .isEqualTo("[{name:Idempotency-Key,in:header,required:false,schema:{type:string}},"
                        + "{name:id,in:path,required:true,schema:{type:string}}]");
    }

    private static String flattened(String parameters) {
        SpecDocument document =
                new SpecDocument(Documents.yaml("paths:\n  /a:\n    get:\n      parameters:\n" + parameters.indent(8)));
        new QueryParameters().apply(document);
        return Documents.show(document.operations().get(0).node().path("parameters"));
    }
}
