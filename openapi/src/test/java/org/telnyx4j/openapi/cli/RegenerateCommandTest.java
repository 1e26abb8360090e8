package org.telnyx4j.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telnyx4j.openapi.compat.SmallBuilds;
import org.telnyx4j.openapi.document.Provenance;

class RegenerateTest {
    private static final String UPSTREAM = """
            openapi: 3.0.3
            info: {title: Pets, version: '7'}
            paths:
              /pets:
                get:
                  operationId: PetsGet
                  summary: A sentence of theirs
                  parameters:
                    - name: filter
                      in: query
                      style: deepObject
                      schema: {type: object, properties: {name: {type: object, properties: {eq: {type: string}}}}}
                    - {name: page, in: query, style: deepObject, schema: {type: object, properties: {size: {type: integer, default: 20}}}}
                  responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/pets'}}}}}
            components:
              schemas:
                pets: {type: object, required: [data], properties: {data: {type: array, items: {type: object, properties: {name: {type: string, nullable: true}}}}}}
            """;

    @TempDir
    Path project;

    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void writeOurFiles() throws IOException {
        directory = project.resolve("openapi");
        Files.createDirectories(directory.resolve("overlay"));
        Files.writeString(
                directory.resolve("trim.yaml"),
                "info: {title: Ours, description: What it is.}\n"
                        + "tags: {Pets: About pets}\noperations: {GET /pets: {id: listPets, tag: Pets}}");
        Files.writeString(directory.resolve("overlay/b.yaml"), """
                overlay: 1.0.0
                actions:
                  - {target: $.components.schemas.ListPetsResponse, update: {description: A page of pets.}}
                  - {target: "$.paths['/pets'].get.parameters[?(@.name=='page[size]')]", update: {description: Pets per page.}}
                """);
    }

    @Test
    void theSpecificationIsMadeOfUpstreamThePlanAndTheOverlays() throws IOException {
        assertThat(run(upstream("pets-2026-01-02.yml", UPSTREAM))).isEqualTo(10);

        assertThat(specification())
                .startsWith("# Made by scripts/regenerate")
                .contains("# Source: Pets 7\n# Edition: 2026-01-02, sha-256 ")
                .endsWith("""
                        openapi: "3.1.0"
                        info:
                          title: Ours
                          version: "7"
                          description: What it is.
                        servers:
                          - url: https://api.telnyx.com/v2
                        security:
                          - bearerAuth: []
                        tags:
                          - name: Pets
                            description: About pets
                        paths:
                          /pets:
                            get:
                              tags:
                                - Pets
                              operationId: listPets
                              x-name: pets.list
                              x-idempotency: idempotent
                              parameters:
                                - name: filter[name][eq]
                                  in: query
                                  required: false
                                  schema:
                                    type: string
                                - name: page[size]
                                  in: query
                                  description: Pets per page. When left out, Telnyx assumes `20`.
                                  required: false
                                  schema:
                                    type: integer
                              responses:
                                "200":
                                  description: Success
                                  content:
                                    application/json:
                                      schema:
                                        $ref: "#/components/schemas/ListPetsResponse"
                                default:
                                  $ref: "#/components/responses/Error"
                        webhooks: {}
                        components:
                          responses:
                            Error:
                              description: Failure
                              content:
                                application/json:
                                  schema:
                                    $ref: "#/components/schemas/ErrorResponse"
                          schemas:
                            ErrorResponse:
                              type: object
                              additionalProperties: true
                            ListPetsResponse:
                              description: A page of pets.
                              type: object
                              required:
                                - data
                              properties:
                                data:
                                  type: array
                                  items:
                                    $ref: "#/components/schemas/ListPetsResponseData"
                            ListPetsResponseData:
                              type: object
                              properties:
                                name:
                                  type:
                                    - string
                                    - "null"
                          securitySchemes:
                            bearerAuth:
                              description: The API key of the account.
                              type: http
                              scheme: bearer
                        """);
    }

    @Test
    void missingDescriptionsAreCountedAndListed() throws IOException {
        run(upstream("pets.yml", UPSTREAM));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("To be described in openapi/overlay/, allowed until then (6)");
        assertThat(Provenance.toDescribe(specification()))
                .hasSize(6)
                .contains("/components/schemas/ListPetsResponseData/properties/name");
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        run(upstream("pets-2026-01-02.yml", UPSTREAM));
        String first = specification();
        run(upstream("renamed.yml", UPSTREAM));

        assertThat(specification()).isEqualTo(first);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("telnyx.yaml is unchanged.");
    }

    @Test
    void theOrderOfKeysUpstreamDoesntShow() throws IOException {
        run(upstream("pets.yml", UPSTREAM));
        String first = withoutHash();
        String shuffled = UPSTREAM.replace(
                "{type: object, required: [data], properties: {data: {type: array, items: {type: object, properties: {name: {type: string, nullable: true}}}}}}",
                "{properties: {data: {items: {properties: {name: {nullable: true, type: string}}, type: object}, type: array}}, required: [data], type: object}");
        assertThat(shuffled).isNotEqualTo(UPSTREAM);
        run(upstream("pets.yml", shuffled));

        assertThat(withoutHash()).isEqualTo(first);
    }

    @Test
    void overlaysAreAppliedInTheOrderOfTheirNames() throws IOException {
        Files.writeString(
                directory.resolve("overlay/c.yaml"),
                "overlay: 1.0.0\nactions: [{target: $.components.schemas.ListPetsResponse, update: {description: Later.}}]");
        run(upstream("pets.yml", UPSTREAM));

        assertThat(specification()).contains("description: Later.").doesNotContain("A page of pets.");
    }

    @Test
    void afterAFaultTheOldSpecificationStandsAndTheExitCodeIs1() throws IOException {
        run(upstream("pets.yml", UPSTREAM));
        String before = specification();

        assertThat(run(upstream("pets.yml", UPSTREAM.replace("schemas/pets'", "schemas/gone'"))))
                .isEqualTo(1);

        assertThat(specification()).isEqualTo(before);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith(
                        "Stopped, nothing was written. /paths/~1pets/get/responses/200/content/application~1json/schema/$ref: ");
    }

    @Test
    void anOverlayThatBreaksAReferenceIsAFault() throws IOException {
        Files.writeString(
                directory.resolve("overlay/c.yaml"),
                "overlay: 1.0.0\nactions: [{target: $.components.schemas.ListPetsResponse.properties, update: {x: {$ref: '#/nowhere'}}}]");

        assertThat(run(upstream("pets.yml", UPSTREAM))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("#/nowhere leads nowhere");
    }

    @Test
    void entriesOfThePlanThatMatchNothingAreToldAndStopNothing() throws IOException {
        Files.writeString(directory.resolve("trim.yaml"), """

                schemas: {gone: Gone}
                inline: {ListPetsResponse.gone: Gone}
                leaveOut: [pets.gone]
                """, StandardOpenOption.APPEND);

        assertThat(run(upstream("pets.yml", UPSTREAM))).isEqualTo(10);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("trim.yaml, schemas: upstream has no schema gone")
                .contains("trim.yaml, inline: there is no property ListPetsResponse.gone")
                .contains("trim.yaml, leaveOut: upstream has no property pets.gone");
    }

    @Test
    void anOverlayOverridesWhatWasDerivedOfAnOperation() throws IOException {
        Files.writeString(
                directory.resolve("overlay/c.yaml"),
                "overlay: 1.0.0\nactions: [{target: \"$.paths['/pets'].get\", update: {x-idempotency: keyed, x-name: zoo.list}}]");
        run(upstream("pets.yml", UPSTREAM));

        assertThat(specification()).contains("x-name: zoo.list\n      x-idempotency: keyed\n");
    }

    @Test
    void anOverlayWithAnExtensionThatWeDontHaveIsAFault() throws IOException {
        Files.writeString(
                directory.resolve("overlay/c.yaml"),
                "overlay: 1.0.0\nactions: [{target: \"$.paths['/pets'].get\", update: {x-retry: true}}]");

        assertThat(run(upstream("pets.yml", UPSTREAM))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("/paths/~1pets/get/x-retry: not in our specification");
    }

    @Test
    void aNameThatThePlanGivesReplacesTheCommittedOne() throws IOException {
        run(upstream("pets.yml", UPSTREAM));
        Path plan = directory.resolve("trim.yaml");
        Files.writeString(plan, Files.readString(plan).replace("tag: Pets}", "tag: Pets, response: PetPage}"));
        run(upstream("pets.yml", UPSTREAM));

        assertThat(specification()).contains("    PetPage:\n").doesNotContain("ListPetsResponse:");
    }

    @Test
    void withoutABuildTheFileIsWrittenIfAskedFor() throws IOException {
        assertThat(command()
                        .run(
                                project.toString(),
                                "--unbuilt",
                                upstream("pets.yml", UPSTREAM).toString()))
                .isEqualTo(10);

        assertThat(specification()).contains("operationId: listPets");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("(without a build)")
                .contains("telnyx.yaml written.");
    }

    @Test
    void aWrongCommandLineGetsTheUsageAndExitCode2() {
        RegenerateCommand command = command();

        assertThat(command.run()).isEqualTo(2);
        assertThat(command.run(project.toString())).isEqualTo(2);
        assertThat(command.run(project.toString(), "--checkk", "x.yml")).isEqualTo(2);
        assertThat(command.run(project.toString(), "no-such-file.yml")).isEqualTo(2);
        assertThat(command.run(project.toString(), project.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage: scripts/regenerate [--check");
    }

    private Path upstream(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private int run(Path upstream) {
        return command().run(project.toString(), upstream.toString());
    }

    private RegenerateCommand command() {
        return new RegenerateCommand(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new SmallBuilds());
    }

    private String specification() throws IOException {
        return Files.readString(directory.resolve("telnyx.yaml"));
    }

    private String withoutHash() throws IOException {
        return specification().replaceAll("sha-256 \\p{XDigit}+", "");
    }
}
