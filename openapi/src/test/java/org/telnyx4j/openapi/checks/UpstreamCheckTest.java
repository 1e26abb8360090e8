package org.telnyx4j.openapi.checks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.openapi.document.Documents;
import org.telnyx4j.openapi.document.SpecException;

class UpstreamCheckTest {
    @ParameterizedTest
    @ValueSource(strings = {"3.0.0", "3.0.3", "3.1.0", "3.1.1"})
    void versions30And31AreAccepted(String version) {
        assertThatCode(() -> check("openapi: " + version + "\ninfo: {}\npaths: {}"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "3.2.0", "4.0.0", "'3.1'", "3", "x"})
    void otherVersionsAreRefusedByName(String version) {
        assertThatThrownBy(() -> check("openapi: " + version + "\ninfo: {}\npaths: {}"))
                .isInstanceOf(SpecException.class)
                .hasMessageStartingWith("/openapi: OpenAPI 3.0 or 3.1 is expected");
    }

    @Test
    void aDocumentWithoutAVersionIsRefused() {
        assertThatThrownBy(() -> check("info: {}\npaths: {}")).hasMessageContaining("no version");
    }

    @Test
    void swagger2IsRefusedByName() {
        assertThatThrownBy(() -> check("swagger: '2.0'\ninfo: {}\npaths: {}")).hasMessageContaining("Swagger 2");
    }

    @Test
    void pathsThatArentAMapAreRefused() {
        assertThatThrownBy(() -> check("openapi: 3.1.0\ninfo: {}\npaths: []")).hasMessageStartingWith("/paths: ");
    }

    @Test
    void aReferenceThatLeadsNowhereIsReportedWithItsPlace() {
        assertThatThrownBy(() -> check("""
                        openapi: 3.1.0
                        info: {}
                        paths: {/a/b: {get: {responses: {default: {$ref: '#/components/responses/Gone'}}}}}
                        """))
                .isInstanceOf(SpecException.class)
                .hasMessage("/paths/~1a~1b/get/responses/default/$ref: "
                        + "the reference #/components/responses/Gone leads nowhere");
    }

    @Test
    void aReferenceToAnotherFileIsRefused() {
        assertThatThrownBy(() -> check("openapi: 3.1.0\ninfo: {}\npaths: {/a: {$ref: 'other.yaml#/a'}}"))
                .hasMessageContaining("leads out of the document");
    }

    @Test
    void whatLooksLikeAReferenceInASampleIsNone() {
        assertThatCode(() -> check("""
                        openapi: 3.1.0
                        info: {}
                        paths: {}
                        components: {schemas: {A: {example: {$ref: '#/nowhere'}, properties: {$ref: {type: string}}}}}
                        """)).doesNotThrowAnyException();
    }

    private static void check(String yaml) {
        UpstreamCheck.check(Documents.yaml(yaml));
        UpstreamCheck.dangling(Documents.yaml(yaml)).forEach(fault -> {
            throw fault;
        });
    }
}
