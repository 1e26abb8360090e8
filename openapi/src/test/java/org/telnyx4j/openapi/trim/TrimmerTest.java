package org.telnyx4j.openapi.trim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.telnyx4j.openapi.document.Documents;
import org.telnyx4j.openapi.document.SpecDocument;
import org.telnyx4j.openapi.document.SpecException;

class TrimmerTest {
    private static final String PLAN = """
            tags: {Pets: About pets}
            operations:
              POST /pets: {id: addPet, tag: Pets, response: PetResponse}
              'GET /pets/{id}': {id: retrievePet, tag: Pets, response: PetResponse}
            """;

    private static final String UPSTREAM = """
            openapi: 3.1.0
            info: {title: Pets, version: '1'}
            paths:
              /pets:
                post:
                  operationId: PetsPost
                  tags: [Other]
                  description: A sentence of theirs
                  requestBody: {$ref: '#/components/requestBodies/NewPet'}
                  responses:
                    '201': {$ref: '#/components/responses/Pet'}
                    '200': {$ref: '#/components/responses/Pet'}
                    4XX: {content: {application/json: {schema: {$ref: '#/components/schemas/pet_Errors'}}}}
                delete: {responses: {'204': {description: Gone}}}
              /pets/{id}:
                parameters: [{$ref: '#/components/parameters/Id'}, {name: id, in: query, schema: {type: integer}}]
                get:
                  operationId: PetsGet
                  parameters:
                    - {name: id, in: query, description: Theirs, schema: {type: string}}
                    - {name: Idempotency-Key, in: header, schema: {type: string}}
                  responses: {'200': {content: {application/json: {schema: {properties: {data: {$ref: '#/components/schemas/pet'}}}}}}}
              /dogs: {get: {operationId: DogsGet, responses: {'200': {description: Dogs}}}}
            components:
              parameters: {Id: {name: id, in: path, required: true, schema: {type: string}}}
              requestBodies:
                NewPet: {content: {application/json: {schema: {$ref: '#/components/schemas/pet_new'}}}}
              responses:
                Pet: {content: {application/json: {schema: {properties: {data: {$ref: '#/components/schemas/pet'}}}}}}
              schemas:
                pet: {type: object, description: Theirs, properties: {name: {type: string}, friend: {$ref: '#/components/schemas/pet'}}}
                pet_new: {type: object, properties: {name: {type: string}, chip: {$ref: '#/components/schemas/chip'}}}
                chip: {type: object, properties: {number: {type: string}}}
                pet_Errors: {type: object, properties: {errors: {type: array}}}
                dog: {type: object}
            """;

    @Test
    void keptOperationsGetOurIdTagAndSchemaNames() {
        ObjectNode root = trim(UPSTREAM, PLAN).root();

        assertThat(Documents.show(root.path("paths").path("/pets")))
                .isEqualTo("{post:{tags:[Pets],operationId:addPet,x-name:pets.add,"
                        + "requestBody:{required:true,content:{application/json:{schema:{$ref:#/components/schemas/AddPetRequest}}}},"
                        + "responses:{200:{description:Success,content:{application/json:{schema:{$ref:#/components/schemas/PetResponse}}}},"
                        + "201:{description:Success,content:{application/json:{schema:{$ref:#/components/schemas/PetResponse}}}},"
                        + "default:{$ref:#/components/responses/Error}}}}");
        assertThat(root.path("paths").has("/dogs")).isFalse();
    }

    @Test
    void parametersOfThePathAreJoinedAndOverridden() {
        ObjectNode root = trim(UPSTREAM, PLAN).root();

        assertThat(Documents.show(
                        root.path("paths").path("/pets/{id}").path("get").path("parameters")))
                .isEqualTo("[{name:id,in:path,required:true,schema:{type:string}},"
                        + "{name:id,in:query,required:false,schema:{type:string}},"
                        + "{name:Idempotency-Key,in:header,required:false,schema:{type:string}}]");
    }

    @Test
    void onlySchemasThatAreReachedComeAlongEvenIfTheyReachThemselves() {
        assertThat(trim(UPSTREAM, PLAN).schemaNames())
                .containsExactly("AddPetRequest", "Chip", "ErrorResponse", "Pet", "PetResponse");
    }

    @Test
    void whatThePlanLeavesOutTakesAlongWhatOnlyItReaches() {
        assertThat(trim(UPSTREAM, PLAN + "leaveOut: [pet_new.chip]").schemaNames())
                .containsExactly("AddPetRequest", "ErrorResponse", "Pet", "PetResponse");
    }

    @Test
    void schemasThatGetOneNameBecomeAlternatives() {
        SpecDocument document = trim(UPSTREAM, PLAN + "schemas: {pet: Animal, chip: Animal}");

        assertThat(document.schema("Animal").path("oneOf")).hasSize(2);
    }

    @Test
    void aSecondSuccessWithAnotherSchemaIsAnAlternativeOfTheFirst() {
        SpecDocument document = trim(
                UPSTREAM.replace(
                        "'201': {$ref: '#/components/responses/Pet'}",
                        "'201': {content: {application/json: {schema: {$ref: '#/components/schemas/dog'}}}}"),
                PLAN);

        assertThat(document.schema("PetResponse").path("oneOf")).hasSize(2);
        assertThat(Documents.show(document.root()
                        .path("paths")
                        .path("/pets")
                        .path("post")
                        .path("responses")
                        .path("201")))
                .contains("#/components/schemas/PetResponse");
    }

    @Test
    void errorsOfAnotherAreaStayOutAndTheirLinesAreOffered() {
        String plan = PLAN + "schemas: {pet_Errors: ErrorResponse, pet_Error: ApiError}";
        String upstream = UPSTREAM.replace(
                        "'201':",
                        "'409': {content: {application/json: {schema: {$ref: '#/components/schemas/bill_Errors'}}}}\n"
                                + "        '201':")
                + "    bill_Errors: {type: object, properties: {errors: {type: array, items: {$ref:"
                + " '#/components/schemas/bill_Error'}}}}\n"
                + "    bill_Error: {type: object, properties: {amount: {type: string}}}\n";
        List<String> lines = new ArrayList<>();

        SpecDocument document =
                Trimmer.trim(Documents.yaml(upstream), TrimPlan.of(Documents.yaml(plan)), new HashMap<>(), lines);

        assertThat(document.schema("ErrorResponse"))
                .isEqualTo(trim(UPSTREAM, plan).schema("ErrorResponse"));
        assertThat(document.schemaNames()).doesNotContain("BillErrors", "BillError");
        assertThat(lines)
                .containsExactly("the error schema bill_Errors isn't joined with ours. To join it, add to trim.yaml,"
                        + " schemas:  bill_Errors: ErrorResponse  and  bill_Error: ApiError");
    }

    @Test
    void anErrorThatUpstreamRenamesIsStillWhatTheListOfErrorsHolds() {
        String plan = PLAN + "schemas: {pet_Errors: ErrorResponse, pet_Error: ApiError}";
        String upstream = UPSTREAM.replace(
                "pet_Errors: {type: object, properties: {errors: {type: array}}}",
                "pet_Errors: {type: object, properties: {errors: {type: array, items: {$ref:"
                        + " '#/components/schemas/pet_Fault'}}}}\n"
                        + "    pet_Fault: {type: object, properties: {code: {type: string}}}");
        List<String> lines = new ArrayList<>();

        SpecDocument document =
                Trimmer.trim(Documents.yaml(upstream), TrimPlan.of(Documents.yaml(plan)), new HashMap<>(), lines);

        assertThat(document.schemaNames()).contains("ApiError").doesNotContain("PetFault");
        assertThat(lines).singleElement().asString().endsWith("add to trim.yaml, schemas:  pet_Fault: ApiError");
    }

    @Test
    void aPartThatGetsTheNameOfItsWholeIsWrittenOut() {
        String upstream = UPSTREAM.replace(
                "chip: {type: object, properties: {number: {type: string}}}",
                "chip: {allOf: [{$ref: '#/components/schemas/between'}, {type: object, properties: {number: {type:"
                        + " string}}}]}\n"
                        + "    between: {allOf: [{$ref: '#/components/schemas/pet'}]}");
        SpecDocument document = trim(upstream, PLAN + "schemas: {pet: Animal, chip: Animal}");

        assertThat(document.schema("Animal").path("oneOf")).hasSize(2);
        assertThat(Documents.show(document.schema("Animal").path("oneOf").get(1)))
                .contains("allOf:[{allOf:[{type:object,properties:{friend:")
                .contains("number:");
    }

    @Test
    void schemasThatDifferOnlyInCaseAreNotJoined() {
        String upstream = UPSTREAM.replace(
                        "friend: {$ref: '#/components/schemas/pet'}",
                        "a: {$ref: '#/components/schemas/Priority'}, b: {$ref: '#/components/schemas/priority'}")
                + "    Priority: {type: string, enum: [high]}\n    priority: {type: integer}\n";

        assertThatThrownBy(() -> trim(upstream, PLAN))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("would both be called Priority; name one of them in trim.yaml, schemas:");
        assertThat(trim(upstream.replace("{type: string, enum: [high]}", "{type: integer}"), PLAN)
                        .schemaNames())
                .contains("Priority");
    }

    @Test
    void aResponseWithoutABodyHasNoSchema() {
        ObjectNode root = trim(UPSTREAM, PLAN + "  DELETE /pets: {id: deletePets, tag: Pets}")
                .root();

        assertThat(Documents.show(
                        root.path("paths").path("/pets").path("delete").path("responses")))
                .isEqualTo("{204:{description:Success},default:{$ref:#/components/responses/Error}}");
    }

    @Test
    void anOperationThatUpstreamLacksIsNamed() {
        assertThatThrownBy(() -> trim(UPSTREAM, PLAN + "  PUT /pets: {id: replacePets, tag: Pets}"))
                .isInstanceOf(SpecException.class)
                .hasMessage("/paths/~1pets/put: trim.yaml keeps PUT /pets, which upstream lacks");
    }

    @Test
    void twoKeptOperationsWithOneIdAreRefused() {
        assertThatThrownBy(() -> trim(UPSTREAM.replace("PetsGet", "PetsPost"), PLAN))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("/operationId: the operation id PetsPost is also that of /paths/~1pets/post");
    }

    @Test
    void anIdThatOnlyOperationsElsewhereShareIsNoConcern() {
        assertThat(trim(UPSTREAM.replace("DogsGet", "PetsGet"), PLAN).operations())
                .hasSize(2);
    }

    @Test
    void aSchemaThatWouldGetTwoNamesIsRefused() {
        String upstream = UPSTREAM.replace(
                "responses: {'200': {content: {application/json: {schema: {properties: {data: {$ref: '#/components/schemas/pet'}}}}}}}",
                "responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/pet_new'}}}}}");
        assertThatThrownBy(() -> trim(upstream, PLAN))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("pet_new would be named both AddPetRequest and PetResponse");
    }

    @Test
    void referencesThatLeadInACircleAreRefused() {
        String upstream = UPSTREAM.replace(
                "Pet: {content: {application/json: {schema: {properties: {data: {$ref: '#/components/schemas/pet'}}}}}}",
                "Pet: {$ref: '#/components/responses/Tep'}\n    Tep: {$ref: '#/components/responses/Pet'}");
        assertThatThrownBy(() -> trim(upstream, PLAN))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("leads back to itself");
    }

    @Test
    void aBodyThatIsntJsonIsRefused() {
        String upstream =
                UPSTREAM.replace("NewPet: {content: {application/json:", "NewPet: {content: {application/xml:");
        assertThatThrownBy(() -> trim(upstream, PLAN))
                .isInstanceOf(SpecException.class)
                .hasMessage("/paths/~1pets/post/requestBody: the body has no JSON schema");
    }

    @Test
    void aSchemaInsideAnotherSchemaCanBeReferredTo() {
        SpecDocument document = trim(
                UPSTREAM.replace(
                        "chip: {$ref: '#/components/schemas/chip'}",
                        "chip: {$ref: '#/components/schemas/chip/properties/number'}"),
                PLAN);

        assertThat(Documents.show(document.schema("AddPetRequest").path("properties")))
                .isEqualTo("{name:{type:string},chip:{type:string}}");
    }

    @Test
    void webhooksAreNamedByTheirStem() {
        String upstream = UPSTREAM + """
                    petEvent: {type: object, properties: {data: {$ref: '#/components/schemas/petMoved'}}}
                    petMoved: {type: object, properties: {id: {type: string}}}
                webhooks:
                  petMoved: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/petEvent'}}}}}}
                """;
        SpecDocument document = trim(upstream, PLAN + "webhooks: {petMoved: PetMoved}");

        assertThat(document.schemaNames()).contains("PetMovedWebhook", "PetMovedEvent");
        assertThat(document.webhooks()).singleElement().satisfies(webhook -> {
            assertThat(webhook.path()).isEqualTo("petMoved");
            assertThat(SpecDocument.refName(webhook.requestSchema())).isEqualTo("PetMovedWebhook");
        });
    }

    @Test
    void aWebhookThatUpstreamLacksIsNamed() {
        assertThatThrownBy(() -> trim(UPSTREAM, PLAN + "webhooks: {petMoved: PetMoved}"))
                .isInstanceOf(SpecException.class)
                .hasMessage("/webhooks/petMoved: trim.yaml keeps the webhook petMoved, which upstream lacks");
    }

    private static SpecDocument trim(String upstream, String plan) {
        return Trimmer.trim(Documents.yaml(upstream), TrimPlan.of(Documents.yaml(plan)));
    }
}
