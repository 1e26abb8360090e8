package org.telnyx4j.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telnyx4j.openapi.compat.SmallBuilds;

/** Whole updates of a small project, with a compiler in Maven's place. */
class UpdateTest {
    private static final String UPSTREAM = """
            openapi: 3.1.0
            info: {title: Pets, version: '7'}
            paths:
              /pets:
                get:
                  operationId: PetsGet
                  responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}}}
                post:
                  operationId: PetsPost
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/NewPet'}}}}
                  responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
              /pets/{pet_id}:
                get:
                  operationId: PetGet
                  parameters: [{name: pet_id, in: path, required: true, schema: {type: string}}]
                  responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
            components:
              schemas:
                Page: {type: object, properties: {data: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
                NewPet: {type: object, required: [name], properties: {name: {type: string}, colour: {type: string, enum: [red, blue]}}}
                Pet: {type: object, properties: {name: {type: string}, age: {type: integer}, tag: {type: object, properties: {chip: {type: string}}}}}
            """;

    @TempDir
    Path project;

    private final SmallBuilds builds = new SmallBuilds();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void aProjectWithAFacade() throws IOException {
        write("openapi/trim.yaml", """
                tags: {Pets: About pets}
                operations:
                  GET /pets: {id: listPets, tag: Pets, response: PetPage}
                  POST /pets: {id: createPet, tag: Pets}
                  'GET /pets/{id}': {id: retrievePet, tag: Pets, response: Pet}
                schemas: {Pet: Pet}
                """);
        write("openapi/overlay/words.yaml", """
                overlay: 1.0.0
                actions: [{target: $.components.schemas.Pet.properties.age, update: {description: Years.}}]
                """);
        assertThat(run(UPSTREAM)).as(error()).isEqualTo(10);
        out.reset();
        builds.runs().clear();
        write(
                "facade/src/org/telnyx4j/TelnyxOperations.java",
                "package org.telnyx4j; public interface TelnyxOperations { Pets pets(); }");
        write(
                "facade/src/org/telnyx4j/Pets.java",
                "package org.telnyx4j; public interface Pets { String nameOfFirst(); int count(); Object one(); }");
        write("facade/src/org/telnyx4j/internal/DefaultPets.java", """
                package org.telnyx4j.internal;
                import org.telnyx4j.generated.api.PetsApi;
                public final class DefaultPets implements org.telnyx4j.Pets {
                    private static final java.util.function.Function<PetsApi, Object> ONE = PetsApi::retrievePetWithHttpInfo;
                    public int count() { return 0; }
                    public Object one() { return ONE.apply(new PetsApi()); }
                    public String nameOfFirst() {
                        java.util.function.Supplier<String> name =
                                () -> new PetsApi().listPetsWithHttpInfo().getData().get(0).getName();
                        return name.get();
                    }
                }
                """);
    }

    @Test
    void theSameDocumentLeavesEverythingAsItIsWithoutABuild() throws IOException {
        assertThat(run(UPSTREAM)).isZero();

        assertThat(output()).contains("telnyx.yaml is unchanged.");
        assertThat(builds.runs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version: '7'                 | version: '8'",
                "operationId: PetsGet         | operationId: getPets, summary: Their words",
                "{type: integer}              | {type: integer, description: Their words}",
                "/pets/{pet_id}               | /pets/{the_pet}",
                "required: [name], properties | description: Their words, required: [name], properties",
                "schemas/NewPet'              | schemas/FreshPet'",
                "schemas/NewPet'              | schemas/New%50et'",
                "'#/components/schemas/Page'  | '#/paths/~1pages/schema'",
            })
    void whatChangesNothingForUsGivesNoDiff(String before, String after) throws IOException {
        Map<String, String> tree = tree();
        String upstream = UPSTREAM.replace(before, after)
                .replace("operationId: getPets, summary", "operationId: getPets\n      summary");
        if (after.contains("Fresh")) {
            upstream = upstream.replace("    NewPet:", "    FreshPet:");
        }
        if (after.contains("~1pages")) {
            upstream = upstream.replace(
                    "paths:",
                    "paths:\n  /pages: {schema: {type: object, properties: {data: {type: array, items: {$ref:"
                            + " '#/components/schemas/Pet'}}}}}");
        }
        if (after.contains("the_pet")) {
            upstream = upstream.replace("name: pet_id", "name: the_pet");
        }
        assertThat(upstream).isNotEqualTo(UPSTREAM);

        assertThat(run(upstream)).as(error()).isZero();

        assertThat(tree()).isEqualTo(tree);
    }

    @Test
    void aNewFieldIsCompatibleAndListedWithTheFacadesOperations() throws IOException {
        assertThat(run(UPSTREAM.replace("{type: integer}", "{type: integer}, size: {type: integer}")))
                .isEqualTo(10);

        assertThat(output())
                .contains(
                        "Compatible (1):\n  Pet.size: (received) new field (integer)\n      facade: pets.nameOfFirst, pets.one; API: ")
                .contains("added org.telnyx4j.generated.model.Pet.getSize()")
                .contains("Verdict: minor")
                .contains("/components/schemas/Pet/properties/size");
        assertThat(specification())
                .contains("#   /components/schemas/Pet/properties/size\n")
                .contains("        size:\n          type: integer");
        assertThat(builds.runs()).containsExactly("before: compile", "after: compile", "after: verify");
    }

    @Test
    void checkDoesAllOfItAndWritesNothing() throws IOException {
        Map<String, String> tree = tree();

        assertThat(run(UPSTREAM.replace("{type: integer}", "{type: integer}, size: {type: integer}"), "--check"))
                .isEqualTo(10);

        assertThat(tree()).isEqualTo(tree);
        assertThat(output()).contains("Verdict: minor").contains("Nothing was written.");
        assertThat(builds.runs()).hasSize(3);
    }

    @Test
    void quickTellsTheChangesWithoutABuild() throws IOException {
        Map<String, String> tree = tree();

        assertThat(run(UPSTREAM.replace(" age: {", " years: {"), "--quick")).isEqualTo(20);

        assertThat(tree()).isEqualTo(tree);
        assertThat(output()).contains("Pet.age: (received) field removed; renamed to years?");
        assertThat(builds.runs()).isEmpty();
    }

    @Test
    void aFieldThatTheFacadeDoesntNeedMayGoAsABreakingChange() throws IOException {
        assertThat(run(UPSTREAM.replace("age: {type: integer}, ", ""))).isEqualTo(20);

        assertThat(output())
                .contains("BREAKING for users (1):\n  Pet.age: (received) field removed")
                .contains("BREAKING org.telnyx4j.generated.model.Pet.getAge(): method removed")
                .contains("overlay/words.yaml: nothing matches $.components.schemas.Pet.properties.age")
                .contains("Verdict: major");
        assertThat(specification()).doesNotContain(" age:");
    }

    @Test
    void aFieldThatTheFacadeNeedsStopsTheRunAndIsNamedWithItsUsers() throws IOException {
        Map<String, String> tree = tree();

        assertThat(run(UPSTREAM.replace(
                        "Pet: {type: object, properties: {name: {type: string}, ",
                        "Pet: {type: object, properties: {")))
                .isEqualTo(1);

        assertThat(tree()).isEqualTo(tree);
        assertThat(error())
                .startsWith("Stopped, nothing was written. The facade needs what this document lacks:")
                .contains("the field name of Pet (Pet.getName()) is gone; needed by pets.nameOfFirst;"
                        + " used in org.telnyx4j.internal.DefaultPets.nameOfFirst");
    }

    @Test
    void aFieldOfAnotherTypeStopsTheRunAndBothTypesAreNamed() throws IOException {
        assertThat(run(UPSTREAM.replace(
                        "Pet: {type: object, properties: {name: {type: string}",
                        "Pet: {type: object, properties: {name: {type: integer}")))
                .isEqualTo(1);

        assertThat(error())
                .contains("the field name of Pet (Pet.getName()) has changed: it was String() and is Integer()");
    }

    @Test
    void anOperationThatTheFacadeNeedsStopsTheRunBeforeTheNewBuild() throws IOException {
        Map<String, String> tree = tree();

        assertThat(run(UPSTREAM.replace("  /pets:\n    get:", "  /animals:\n    get:")
                        .replace("    post:", "  /pets:\n    post:")))
                .isEqualTo(1);

        assertThat(tree()).isEqualTo(tree);
        assertThat(error())
                .contains("GET /pets (listPets) isn't in the document any more")
                .contains("needed by pets.nameOfFirst; used in org.telnyx4j.internal.DefaultPets");
        assertThat(builds.runs()).containsExactly("before: compile");
    }

    @Test
    void anOperationThatMovedIsFoundAgain() throws IOException {
        assertThat(run(UPSTREAM.replace("/pets/{pet_id}:", "/v2/pets/{pet_id}:"), "--quick"))
                .isEqualTo(20);

        assertThat(output())
                .contains("GET /pets/{id} (retrievePet) isn't in the document any more; if it has moved, change its key"
                        + " in trim.yaml to GET /v2/pets/{pet_id}");
    }

    @Test
    void anOperationThatAConstantOfTheFacadeCallsIsNeededByWhoReadsTheConstant() throws IOException {
        assertThat(run(UPSTREAM.substring(0, UPSTREAM.indexOf("  /pets/{pet_id}"))
                        + UPSTREAM.substring(UPSTREAM.indexOf("components:"))))
                .isEqualTo(1);

        assertThat(error()).contains("(retrievePet) isn't in the document any more; needed by pets.one; used in");
    }

    @Test
    void anOperationThatOnlyTheGeneratedClientHasMayGoAsABreakingChange() throws IOException {
        assertThat(run(UPSTREAM.substring(0, UPSTREAM.indexOf("    post:"))
                        + UPSTREAM.substring(UPSTREAM.indexOf("  /pets/{pet_id}"))))
                .isEqualTo(20);

        assertThat(output()).contains("createPet: removed (POST /pets)");
    }

    @Test
    void failingTestsLeaveTheTreeAsItWasAndAreQuoted() throws IOException {
        Map<String, String> tree = tree();
        builds.letTestsFail();

        assertThat(run(UPSTREAM.replace("{type: integer}", "{type: integer}, size: {type: integer}")))
                .isEqualTo(1);

        assertThat(tree()).isEqualTo(tree);
        assertThat(error())
                .contains("The build 'after-verify' failed")
                .contains("  PetTest.itBarks: expected a bark\n");
    }

    @Test
    void anObjectThatUpstreamNowWritesElsewhereKeepsItsJavaName() throws IOException {
        String moved = UPSTREAM.replace(
                        "tag: {type: object, properties: {chip: {type: string}}}",
                        "tag: {$ref: '#/components/schemas/Label'}")
                + "    Label: {type: object, properties: {chip: {type: string}}}\n";

        assertThat(run(moved)).as(error()).isZero();

        assertThat(output()).contains("add to trim.yaml, schemas:  Label: PetTag");
    }

    @Test
    void aSchemaCanBeAllOfOneThatHasANameOfItsOwn() throws IOException {
        String composed = UPSTREAM.replace(
                "NewPet: {type: object, required: [name], properties: {name: {type: string}, colour:",
                "NewPet: {allOf: [{$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/Colours'}]}\n"
                        + "    Colours: {type: object, required: [name], properties: {colour:");
        assertThat(composed).isNotEqualTo(UPSTREAM);

        assertThat(run(composed, "--unbuilt")).as(error()).isEqualTo(10);

        assertThat(output()).contains("CreatePetRequest.age: (sent) new field (integer)");
        assertThat(specification()).contains("    Pet:\n").containsPattern("CreatePetRequest:\n.*\n.*\n +- name");
    }

    @Test
    void aRequestFieldThatBecomesRequiredIsBreaking() throws IOException {
        assertThat(run(UPSTREAM.replace("required: [name]", "required: [name, colour]"), "--quick"))
                .isEqualTo(20);

        assertThat(output()).contains("CreatePetRequest.colour: (sent) is required now");
    }

    @Test
    void aDocumentThatIsCalledOtherwiseIsNeverUnchanged() throws IOException {
        Map<String, String> tree = tree();

        assertThat(run(UPSTREAM.replace("paths:", "servers: [{url: https://eu.example.com}]\npaths:")))
                .isEqualTo(20);

        assertThat(output())
                .contains("all operations: goes to the server https://eu.example.com")
                .contains("Verdict: major");
        assertThat(tree()).isEqualTo(tree);
    }

    @Test
    void anEnumThatBecomesAComponentStaysWithItsClass() throws IOException {
        String moved = UPSTREAM.replace(
                        "colour: {type: string, enum: [red, blue]}", "colour: {$ref: '#/components/schemas/Colour'}")
                + "    Colour: {type: string, enum: [blue, red]}\n";

        assertThat(run(moved)).as(error()).isZero();

        assertThat(output()).contains("add to trim.yaml, inPlace:  - Colour");
    }

    @Test
    void anEnumThatIsNoComponentAnyMoreKeepsItsName() throws IOException {
        String component = UPSTREAM.replace(
                        "age: {type: integer}", "age: {type: integer}, kind: {$ref: '#/components/schemas/Kind'}")
                + "    Kind: {type: string, enum: [cat, dog]}\n";
        assertThat(run(component)).isEqualTo(10);

        assertThat(run(UPSTREAM.replace(
                        "age: {type: integer}", "age: {type: integer}, kind: {type: string, enum: [cat, dog]}")))
                .as(error())
                .isZero();

        assertThat(output()).contains("add to trim.yaml, enums:  Pet.kind: Kind");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /pets:        | GET /pest:         | operations/GET ~1pest: neither this document nor openapi/telnyx.yaml has it; mistyped? The nearest: GET /pets",
                "POST /pets:       | PUT /pets:         | operations/PUT ~1pets: neither this document nor openapi/telnyx.yaml has it; mistyped? The nearest: GET /pets, POST /pets",
                "schemas: {Pet: Pet} | webhooks: {petMovd: PetMoved} | webhooks/petMovd: neither this document nor openapi/telnyx.yaml has it; mistyped? The nearest: petMoved",
            })
    void aMistypedKeyOfThePlanIsNamedAtOnce(String key, String mistyped, String message) throws IOException {
        String plan = Files.readString(project.resolve("openapi/trim.yaml"));
        write("openapi/trim.yaml", plan.replace(key, mistyped));

        assertThat(run(UPSTREAM + "webhooks: {petMoved: {post: {}}}\n")).isEqualTo(1);

        assertThat(error()).contains("trim.yaml#/" + message);
    }

    @Test
    void anUnrelatedSchemaOfANameOfOursStopsTheRun() throws IOException {
        assertThat(run(UPSTREAM.replace(
                                "age: {type: integer}",
                                "age: {type: integer}, x: {$ref: '#/components/schemas/CreatePetRequest'}")
                        + "    CreatePetRequest: {type: object, properties: {q: {type: integer}}}\n"))
                .isEqualTo(1);

        assertThat(error())
                .contains("this schema and another schema would both be called CreatePetRequest; name one of them in"
                        + " trim.yaml, schemas:  CreatePetRequest: OtherCreatePetRequest");
    }

    @Test
    void theSecondRunComparesWithTheSameCommitAsTheFirst() throws IOException {
        git("init", "-q");
        git("add", "openapi");
        git("-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-qm", "x");
        String changed = UPSTREAM.replace("age: {type: integer}", "age: {type: array, items: {type: integer}}");

        assertThat(run(changed, "--unbuilt")).isEqualTo(20);
        out.reset();
        assertThat(run(changed.replace("chip: {type", "size: {type: integer}, chip: {type"), "--quick"))
                .isEqualTo(20);

        assertThat(output()).contains("Pet.age: (received) is list of integer instead of integer");
    }

    @Test
    void aRevisionThatIsntThereStopsTheRun() throws IOException {
        assertThat(run(UPSTREAM, "--quick", "--against", "v1")).isEqualTo(1);
        assertThat(error()).contains("--against v1 needs git").contains("Leave --against out");

        git("init", "-q");
        git("add", "openapi/trim.yaml");
        git("-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-qm", "x");
        git("tag", "v0");
        err.reset();
        assertThat(run(UPSTREAM, "--quick", "--against", "v1")).isEqualTo(1);
        assertThat(error()).contains("--against v1: there is no such commit, branch or tag here. `git tag` lists");

        err.reset();
        assertThat(run(UPSTREAM, "--quick", "--against", "v0")).isEqualTo(1);
        assertThat(error()).contains("--against v0: there was no openapi/telnyx.yaml then.");

        git("add", "openapi/telnyx.yaml");
        git("-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-qm", "x");
        git("tag", "v1");
        assertThat(run(UPSTREAM, "--quick", "--against", "v1")).isZero();
        assertThat(builds.runs()).isEmpty();
    }

    @Test
    void aRunWithoutABuildNamesTheFacadesOperationsOfAnEarlierOne() throws IOException {
        git("init", "-q");
        write(".gitignore", "target/\n");
        write("pom.xml", "<project/>");
        git("add", ".");
        git("-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-qm", "x");
        String changed = UPSTREAM.replace("tag: {type: object", "size: {type: integer}, tag: {type: object");

        assertThat(run(changed, "--quick")).isEqualTo(10);
        assertThat(output()).contains("facade: not looked for, for nothing is built yet");
        assertThat(run(changed, "--check")).isEqualTo(10);
        out.reset();
        assertThat(run(changed, "--quick")).isEqualTo(10);

        assertThat(output()).contains("facade: pets.nameOfFirst, pets.one; API:");
    }

    @Test
    void theDefaultOfAFieldWithoutADescriptionIsCompared() throws IOException {
        String first = UPSTREAM.replace(
                "NewPet: {type: object, required: [name], properties: {",
                "NewPet: {type: object, required: [name], properties: {good: {type: boolean, description: 'Defaults to"
                        + " `true`.'}, size: {type: integer, default: 4}, ");
        assertThat(run(first, "--unbuilt")).isEqualTo(10);
        out.reset();

        assertThat(run(first.replace("default: 4", "default: 5").replace("`true`", "`false`"), "--quick"))
                .isEqualTo(10);

        assertThat(output())
                .contains("CreatePetRequest.size: (sent) when left out, Telnyx assumes 5 instead of 4")
                .contains("CreatePetRequest.good: (sent) when left out, Telnyx assumes false instead of true")
                .contains("Verdict: minor");
    }

    private void git(String... arguments) throws IOException {
        try {
            Process process = new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments))
                            .toList())
                    .directory(project.toFile())
                    .redirectErrorStream(true)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(text).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void quickSaysThatNothingWasBuilt() throws IOException {
        assertThat(run(UPSTREAM.replace("{type: integer}", "{type: integer}, size: {type: integer}"), "--quick"))
                .isEqualTo(10);

        assertThat(output())
                .contains("Nothing was built: whether everything compiles and passes its tests isn't known.");
    }

    @Test
    void aFaultOfUpstreamCanBeCorrectedBeforeTrimming() throws IOException {
        String faulty = UPSTREAM.replace("{type: integer}", "{type: integer, required: true}");

        assertThat(run(faulty)).isEqualTo(1);
        String action =
                "{target: \"$['components']['schemas']['Pet']['properties']['age']['required']\", remove: true}";
        assertThat(error()).contains("add to overlay/upstream/corrections.yaml, actions:  - " + action);

        write("openapi/overlay/upstream/corrections.yaml", "overlay: 1.0.0\nactions:\n  - " + action + "\n");
        assertThat(run(faulty)).as(error()).isZero();
        assertThat(run(UPSTREAM)).isZero();
        assertThat(output()).contains("overlay/upstream/corrections.yaml: nothing matches $['components']");
    }

    @Test
    void aDocumentThatLacksALargePartIsSuspectedToBeTruncated() throws IOException {
        StringBuilder plan = new StringBuilder(Files.readString(project.resolve("openapi/trim.yaml")));
        StringBuilder hooks = new StringBuilder("webhooks:\n");
        plan.append("webhooks:\n");
        for (String name : new String[] {"petBarked", "petMoved", "petSlept"}) {
            plan.append("  ")
                    .append(name)
                    .append(": P")
                    .append(name.substring(1))
                    .append('\n');
            hooks.append("  ")
                    .append(name)
                    .append(": {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {"
                            + "id: {type: string}}}}}}}}\n");
        }
        write("openapi/trim.yaml", plan.toString());
        write(
                "openapi/trim.yaml",
                plan.toString().replace("tags: {Pets: About pets}", "tags: {Pets: About pets, Webhooks: Sent}"));
        assertThat(run(UPSTREAM + hooks, "--unbuilt")).as(error()).isEqualTo(10);
        Map<String, String> tree = tree();

        assertThat(run(UPSTREAM, "--quick")).isEqualTo(1);
        assertThat(error())
                .contains("lacks 0 of the 3 operations and 3 of the 3 webhooks that trim.yaml keeps. Is it whole?")
                .contains("the webhook petBarked isn't in the document any more");
        assertThat(run(UPSTREAM, "--quick", "--accept-losses")).isEqualTo(20);

        assertThat(run(UPSTREAM + hooks.toString().replace("petSlept", "pet.slept"), "--quick"))
                .isEqualTo(20);
        assertThat(output())
                .contains("the webhook petSlept isn't in the document any more; if it has moved, change its key in"
                        + " trim.yaml to pet.slept");
        assertThat(tree()).isEqualTo(tree);
    }

    @Test
    void whatIsNewBesideTheKeptComesFirst() throws IOException {
        String first = UPSTREAM.replace(
                        "    post:",
                        "    delete: {operationId: PetsDelete, responses: {'204': {description: x}}}\n    post:")
                + "webhooks: {petMoved: {post: {}}}\n";
        assertThat(run(first.replace("{type: integer}", "{type: integer}, size: {type: integer}"), "--unbuilt"))
                .isEqualTo(10);
        String second = first.replace("{type: integer}", "{type: integer}, size: {type: integer}")
                .replace("{petMoved:", "{petSlept: {post: {}}, petMoved:");

        assertThat(run(second)).isZero();

        assertThat(output()).contains("""
                        NEW beside what we keep; to adopt one, add its line to trim.yaml (1):
                          'petSlept': PetSlept  (webhooks)
                        """).contains("""
                        Available, not kept; to adopt one, add its line to trim.yaml (2):
                          'DELETE /pets': {id: petsDelete, tag: Pets}
                          'petMoved': PetMoved  (webhooks)
                        """);
    }

    @Test
    void afterAStopNoReportOfAnEarlierRunIsLeft() throws IOException {
        assertThat(run(UPSTREAM)).isZero();
        assertThat(project.resolve("target/regenerate/report.txt")).exists();

        assertThat(run("[")).isEqualTo(1);

        assertThat(project.resolve("target/regenerate/report.txt")).doesNotExist();
    }

    @Test
    void aDeprecatedOperationIsNamed() throws IOException {
        assertThat(run(
                        UPSTREAM.replace("operationId: PetGet", "operationId: PetGet\n      deprecated: true"),
                        "--quick"))
                .isEqualTo(10);

        assertThat(output()).contains("retrievePet: is deprecated by Telnyx");
    }

    @Test
    void operationsBesideTheKeptOnesAreListedAsLinesForThePlan() throws IOException {
        String more = UPSTREAM.replace(
                "    post:", "    delete: {operationId: PetsDelete, responses: {'204': {description: x}}}\n    post:");

        assertThat(run(more)).isZero();

        assertThat(output())
                .contains("Available, not kept")
                .contains("\n  'DELETE /pets': {id: petsDelete, tag: Pets}\n");
    }

    @Test
    void aDocumentOfAnotherApiIsRefused() throws IOException {
        assertThat(run(UPSTREAM.replace("/pets", "/cakes"))).isEqualTo(1);
        assertThat(error()).contains("none of the operations that trim.yaml keeps is here");
    }

    @Test
    void theLineOfAFaultIsTold() throws IOException {
        assertThat(run(UPSTREAM.replace("{type: integer}", "{$ref: '#/components/schemas/Gone'}")))
                .isEqualTo(1);
        assertThat(error())
                .contains("/components/schemas/Pet/properties/age/$ref: the reference #/components/schemas/Gone leads"
                        + " nowhere (line 21 of upstream.yml)");
    }

    private void write(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    private int run(String upstream, String... options) throws IOException {
        Path source = Files.createDirectories(project.resolve("target")).resolve("upstream.yml");
        Files.writeString(source, upstream);
        String[] arguments = Stream.concat(
                        Stream.of(project.toString()), Stream.concat(Stream.of(options), Stream.of(source.toString())))
                .toArray(String[]::new);
        return new RegenerateCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        builds)
                .run(arguments);
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String error() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String specification() throws IOException {
        return Files.readString(project.resolve("openapi/telnyx.yaml"));
    }

    /** Everything in the project but what builds leave behind. */
    private Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = project.relativize(file).toString();
                if (!name.startsWith("target")) {
                    tree.put(name, Files.readString(file));
                }
            }
        }
        return tree;
    }
}
