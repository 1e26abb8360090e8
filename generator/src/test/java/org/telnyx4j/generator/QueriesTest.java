package org.telnyx4j.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes of query strings. */
class QueriesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void parametersWithEqualSchemasKeepTheirOwnDescriptions() throws IOException {
        Path specification = folder.resolve("spec.yaml");
        Files.writeString(specification, """
                openapi: "3.1.0"
                info: {title: T, version: "1"}
                tags: [{name: Things, description: Things.}]
                paths:
                  /things:
                    get:
                      operationId: listThings
                      tags: [Things]
                      summary: List things
                      parameters:
                        - {name: "filter[name]", in: query, description: Only of this name., schema: {type: string}}
                        - {name: "filter[city]", in: query, description: Only of this city., schema: {type: string}}
                      responses:
                        '200':
                          description: OK
                          content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
                components:
                  schemas:
                    Thing: {type: object, description: A thing., properties: {id: {type: string}}}
                """);
        Path output = folder.resolve("output");
        Generation.run(specification, output);

        String query;
        try (Stream<Path> files = Files.walk(output)) {
            query = Files.readString(files.filter(file -> file.endsWith("ListThingsQuery.java"))
                    .findFirst()
                    .orElseThrow());
        }
        assertThat(query).containsSubsequence("Only of this name.", "getName()", "Only of this city.", "getCity()");
    }
}
