package org.telnyx4j.openapi.trim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.openapi.document.Documents;
import org.telnyx4j.openapi.document.SpecException;

class FactsOnlyTest {
    @Test
    void proseExamplesAndExtensionsAreLeftBehind() {
        assertThat(facts("""
                        type: object
                        title: A title
                        description: A sentence
                        summary: Another
                        example: {a: 1}
                        examples: [{a: 1}]
                        externalDocs: {url: 'https://example.com'}
                        $comment: A remark
                        x-internal: true
                        required: [a]
                        properties:
                          a: {type: string, description: A sentence, x-format: phone, maxLength: 5}
                        """)).isEqualTo("{type:object,required:[a],properties:{a:{type:string,maxLength:5}}}");
    }

    @Test
    void propertiesWhoseNamesAreKeywordsStay() {
        assertThat(facts("properties: {description: {type: string}, title: {type: string}, x-a: {type: string}}"))
                .isEqualTo("{properties:{description:{type:string},title:{type:string},x-a:{type:string}}}");
    }

    @Test
    void discriminatorsAreLeftBehind() {
        assertThat(facts("oneOf: [{type: string}]\ndiscriminator: {propertyName: a}"))
                .isEqualTo("{oneOf:[{type:string}]}");
    }

    @Test
    void structureAndBoundsStay() {
        String text = "{type: array, items: {type: integer, format: int32, minimum: 1}, minItems: 1, deprecated: true}";
        assertThat(FactsOnly.of(Documents.yaml(text), "")).isEqualTo(Documents.yaml(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type: text",
                "type: 5",
                "properties: [a]",
                "items: 5",
                "oneOf: {type: string}",
                "required: a",
                "$ref: 5",
                "properties: {a: 5}"
            })
    void whatIsntBuiltLikeASchemaIsRefusedWithItsPlace(String text) {
        assertThatThrownBy(() -> FactsOnly.of(Documents.yaml(text), "/components/schemas/A"))
                .isInstanceOf(SpecException.class)
                .hasMessageStartingWith("/components/schemas/A/");
    }

    private static String facts(String text) {
        return Documents.show(FactsOnly.of(Documents.yaml(text), ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "type: boolean, description: 'Hold it. Defaults to `false`.' | default:false",
                "type: boolean, description: 'Defaults to \"true\"' | default:true",
                "type: integer, description: 'The default value is 250.' | default:250",
                "type: number, description: 'Default: 0.5, at most 1.' | default:0.5",
                "type: string, enum: [us-east, eu], description: 'Defaults to us-east.' | default:us-east",
                "type: boolean, default: true, description: 'Defaults to `false`.' | default:true",
            })
    void aDefaultThatUpstreamStatesInProseIsAFact(String schema, String fact) {
        assertThat(Documents.show(FactsOnly.of(Documents.yaml("{" + schema + "}"), "")))
                .contains(fact);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type: string, description: 'Defaults to `from`.'",
                "type: string, enum: [a], description: 'Defaults to the first.'",
                "type: boolean, description: 'Defaults to the setting of the profile.'",
                "type: integer, description: 'Defaults to 2 days.'",
                "type: integer, description: 'By default, 5 are shown.'",
            })
    void wordsThatTheTypeDoesntAdmitAreNoDefault(String schema) {
        assertThat(Documents.show(FactsOnly.of(Documents.yaml("{" + schema + "}"), "")))
                .doesNotContain("default");
    }
}
