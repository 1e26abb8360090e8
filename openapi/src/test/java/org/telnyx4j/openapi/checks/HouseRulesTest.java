package org.telnyx4j.openapi.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.telnyx4j.openapi.document.Documents;

class HouseRulesTest {
    private static final String GOOD = """
            tags: [{name: T}]
            paths:
              /a/{id}:
                get:
                  operationId: getA
                  description: Gets.
                  tags: [T]
                  parameters: [{name: id, in: path, description: Which.}]
                  responses: {default: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
            components:
              schemas: {A: {description: An A., properties: {default: {description: D.}}}}
            """;

    @Test
    void aGoodDocumentHasNoFindings() {
        assertThat(HouseRules.violations(Documents.yaml(GOOD))).isEmpty();
        assertThat(HouseRules.missingDescriptions(Documents.yaml(GOOD))).isEmpty();
    }

    @Test
    void everyMissingDescriptionIsListed() {
        assertThat(HouseRules.missingDescriptions(Documents.yaml(GOOD.replaceAll("description: [^,}\\n]*\\.", "x: y"))))
                .containsExactly(
                        "/paths/~1a~1{id}/get",
                        "/paths/~1a~1{id}/get/parameters id",
                        "/components/schemas/A",
                        "/components/schemas/A/properties/default");
    }

    @Test
    void defaultsExamplesAndUnknownExtensionsAreFound() {
        assertThat(HouseRules.violations(
                        Documents.yaml(GOOD.replace("An A.", "An A., default: 1, example: 2, x-a: 3"))))
                .containsExactly(
                        "/components/schemas/A/default: not in our specification",
                        "/components/schemas/A/example: not in our specification",
                        "/components/schemas/A/x-a: not in our specification");
    }

    @Test
    void aTagThatIsntDeclaredIsFound() {
        assertThat(HouseRules.violations(Documents.yaml(GOOD.replace("tags: [T]", "tags: [U]"))))
                .containsExactly("/a/{id}: the tag 'U' isn't declared");
    }

    @Test
    void anOperationWithoutAnIdIsFound() {
        assertThat(HouseRules.violations(Documents.yaml(GOOD.replace("operationId: getA", "deprecated: false"))))
                .containsExactly("/a/{id}: the operation id '' is empty or given twice");
    }

    @Test
    void aPathParameterThatIsntDeclaredIsFound() {
        assertThat(HouseRules.violations(Documents.yaml(GOOD.replace("{id}", "{other}"))))
                .containsExactly("/a/{other}: the path has [other], the parameters are [id]");
    }

    @Test
    void aSchemaThatNothingUsesIsFound() {
        assertThat(HouseRules.violations(
                        Documents.yaml(GOOD.replace("schemas: {", "schemas: {B: {description: B.}, "))))
                .containsExactly("/components/schemas/B: nothing uses it");
    }

    @Test
    void whatWouldEndACommentInJavaIsFound() {
        assertThat(HouseRules.violations(Documents.yaml(GOOD.replace("An A.", "'An */ A.'"))))
                .containsExactly("/components/schemas/A/description: holds '*/', a backslash or a control character,"
                        + " which Java source can't");
        assertThat(HouseRules.violations(Documents.yaml(GOOD.replace("An A.", "'An \\u0041.'"))))
                .hasSize(1);
    }
}
