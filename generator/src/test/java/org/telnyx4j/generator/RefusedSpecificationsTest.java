package org.telnyx4j.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what no code can be generated is refused, with its place. */
class RefusedSpecificationsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aUnitThatNobodyKnows() throws IOException {
        refused("name: {type: integer, x-unit: weeks}", "Thing.name: x-unit weeks is not known");
    }

    @Test
    void aUnitOfAString() throws IOException {
        refused("name: {type: string, x-unit: seconds}", "Thing.name: x-unit is for numbers, this is String");
    }

    @Test
    void anEncodingThatNobodyKnows() throws IOException {
        refused("name: {type: string, x-encoding: rot13}", "Thing.name: x-encoding rot13 is not known");
    }

    @Test
    void aRuleForAFieldThatIsNotThere() throws IOException {
        refused(
                "name: {type: string}\n      x-at-most-one-of: [[name, nomen]]",
                "Thing: atMostOneOf names nomen, which it does not have");
    }

    @Test
    void aWebhookWithoutAType() throws IOException {
        refused(
                "name: {type: string}\nwebhooks:\n  thingDone:\n    post:\n      requestBody: {content: {application/json:"
                        + " {schema: {$ref: '#/components/schemas/Thing'}}}}\n      responses: {'200': {description: OK}}",
                "webhook thingDone: neither event_type nor record_type has an enum with its type: put one into the"
                        + " overlay");
    }

    @Test
    void aResponseThatIsAList() throws IOException {
        Path specification = folder.resolve("spec.yaml");
        Files.writeString(specification, """
                openapi: "3.1.0"
                info: {title: T, version: "1"}
                paths:
                  /things:
                    get:
                      tags: [Things]
                      operationId: listThings
                      responses:
                        "200":
                          description: OK
                          content: {application/json: {schema: {type: array, items: {type: string}}}}
                components: {schemas: {Thing: {type: object, properties: {name: {type: string}}}}}
                """, UTF_8);
        assertThatThrownBy(() -> Generation.run(specification, folder.resolve("out")))
                .hasStackTraceContaining("listThings: its response's body is not a JSON object");
    }

    private void refused(String properties, String message) throws IOException {
        Path specification = folder.resolve("spec.yaml");
        String start = """
                openapi: "3.1.0"
                info: {title: T, version: "1"}
                paths: {}
                components:
                  schemas:
                    Thing:
                      type: object
                      properties:
                """;
        Files.writeString(specification, start + "        " + properties + "\n", UTF_8);
        assertThatThrownBy(() -> Generation.run(specification, folder.resolve("out")))
                .hasStackTraceContaining(message);
    }
}
