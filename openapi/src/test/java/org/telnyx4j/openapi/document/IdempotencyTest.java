package org.telnyx4j.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdempotencyTest {
    private static final String COMPONENTS = """

            components:
              schemas:
                Plain: {type: object, properties: {text: {type: string}}}
                Command: {type: object, properties: {command_id: {type: string}}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "get | {} | idempotent",
                "put | {} | idempotent",
                "patch | {} | idempotent",
                "delete | {} | idempotent",
                "post | {} | not-idempotent",
                "post | {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Plain'}}}}} | not-idempotent",
                "post | {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Command'}}}}} | deduplicated",
                "post | {parameters: [{name: idempotency-key, in: header}]} | keyed",
                "post | {parameters: [{name: Idempotency-Key, in: query}]} | not-idempotent",
            })
    void itIsDerivedFromMethodHeadersAndBody(String method, String operation, String expected) {
        SpecDocument document =
                new SpecDocument(Documents.yaml("paths: {/a: {" + method + ": " + operation + "}}" + COMPONENTS));

        assertThat(Idempotency.of(document.operations().get(0), document).word())
                .isEqualTo(expected);
    }
}
