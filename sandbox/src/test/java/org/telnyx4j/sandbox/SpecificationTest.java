package org.telnyx4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.sandbox.Specification.Operation;
import org.telnyx4j.sandbox.TestClient.Answer;

/** Holds the sandbox against the specification that the client is made from. */
class SpecificationTest {
    private static final TelnyxSandbox SANDBOX = TelnyxSandbox.start();

    private final TestClient client = new TestClient(SANDBOX);

    @BeforeEach
    void reset() {
        SANDBOX.reset();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    static List<Operation> operations() throws IOException {
        return Specification.read().operations();
    }

    static Stream<Operation> operationsWithoutState() throws IOException {
        return operations().stream()
                .filter(
                        operation -> operation
                                .path()
                                .matches(
                                        "/(conferences|detail_records|messaging_optouts|number_lookup|number_reservations)(/.*)?"));
    }

    private static String value(Operation operation, String field) throws IOException {
        return switch (Specification.read().typeOf(operation, field)) {
            case "array" -> "[]";
            case "object" -> "{}";
            case "boolean" -> "true";
            case "integer", "number" -> "1";
            default -> "'x'";
        };
    }

    static Stream<Operation> callCommands() throws IOException {
        return operations().stream().filter(operation -> operation.path().contains("/actions/"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationIsServed(Operation operation) throws IOException {
        String path = operation.path().replaceAll("\\{[^}]*}", "some-id");

        // A method that nobody has: the answer lists those that the path takes.
        Answer answer = client.send(
                client.request(path).method("PROBE", BodyPublishers.noBody()).build());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("allow").split(", ")).contains(operation.method());
    }

    @ParameterizedTest
    @MethodSource("callCommands")
    void everyCommandNeedsTheFieldsOfTheSpecification(Operation operation) throws IOException {
        String id = SANDBOX.calls().incoming("+14155550100", "+14165550123").id();
        List<String> required = Specification.read().requiredFields(operation);

        String path = operation.path().replace("{call_control_id}", id).replaceAll("\\{[^}]*}", "some-id");

        Answer answer = client.sendJson(operation.method(), path, "{}");

        if (required.isEmpty()) {
            assertThat(answer.status()).isEqualTo(200);
        } else {
            assertThat(answer.pointers())
                    .containsExactlyInAnyOrderElementsOf(
                            required.stream().map(name -> "/" + name).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"/messaging_profiles", "/calls"})
    void whatIsCreatedNeedsTheFieldsOfTheSpecification(String path) throws IOException {
        Specification specification = Specification.read();

        Answer answer = client.sendJson("POST", path, "{}");

        assertThat(answer.pointers())
                .containsExactlyInAnyOrderElementsOf(
                        specification.requiredFields(specification.operation("POST", path)).stream()
                                .map(name -> "/" + name)
                                .toList());
    }

    @Test
    void answersOnMessagingProfilesAreAsSpecified() throws IOException {
        check(
                "POST",
                "/messaging_profiles",
                "",
                "{'name':'Orders','whitelisted_destinations':['US'],'number_pool_settings':{'toll_free_weight':1,'long_code_weight':2,'skip_unhealthy':true}}");
        String id = SANDBOX.messagingProfiles().all().get(0).id();
        SANDBOX.messagingProfiles().addShortCode(id, "23456");
        assign(SANDBOX.numbers().addOwned("+14165550123").id(), id);

        check("GET", "/messaging_profiles", "", "");
        check("GET", "/messaging_profiles/{id}", id, "");
        check("GET", "/messaging_profiles/{id}/phone_numbers", id, "");
        check("GET", "/messaging_profiles/{id}/short_codes", id, "");
        check("PATCH", "/messaging_profiles/{id}", id, "{'webhook_url':null,'number_pool_settings':null}");
        check("DELETE", "/messaging_profiles/{id}", id, "");
    }

    @Test
    void answersOnPhoneNumbersAreAsSpecified() throws IOException {
        String id = SANDBOX.numbers().addOwned("+14165550123").id();
        SANDBOX.numbers().addOwned("+18335550123");
        assign(id, SANDBOX.messagingProfiles().add("Orders").id());

        check("GET", "/available_phone_numbers", "", "");
        for (String settings : List.of("", "/messaging", "/voice")) {
            check("GET", "/phone_numbers" + settings, "", "");
            check("GET", "/phone_numbers/{id}" + settings, id, "");
        }
        check("PATCH", "/phone_numbers/{id}", id, "{'connection_id':'c-1','customer_reference':'r-1','tags':['a']}");
        check("PATCH", "/phone_numbers/{id}/messaging", id, "{'messaging_profile_id':''}");
        check(
                "PATCH",
                "/phone_numbers/{id}/voice",
                id,
                "{'call_forwarding':{'call_forwarding_enabled':true,'forwarding_type':'always','forwards_to':'+14165550124'}}");
        check("DELETE", "/phone_numbers/{id}", id, "");
    }

    @Test
    void answersOnNumberOrdersAreAsSpecified() throws IOException {
        check("POST", "/number_orders", "", "{'phone_numbers':[{'phone_number':'+14165550110'}]}");
        check(
                "POST",
                "/number_orders",
                "",
                "{'phone_numbers':[{'phone_number':'+18335550110'}],'connection_id':'c-1','customer_reference':'r-1'}");
        String id = SANDBOX.orders().all().get(0).id();

        check("GET", "/number_orders", "", "");
        check("GET", "/number_orders/{number_order_id}", id, "");
        check("PATCH", "/number_orders/{number_order_id}", id, "{'customer_reference':'r-2'}");
    }

    @Test
    void answersOnCallsAreAsSpecified() throws IOException {
        check(
                "POST",
                "/calls",
                "",
                "{'connection_id':'c-1','from':'+14155550100','to':'+14165550123','client_state':'aGk=','record':'record-from-answer'}");
        String id = SANDBOX.calls().all().get(0).id();

        check("GET", "/calls/{call_control_id}", id, "");
        check("POST", "/calls/{call_control_id}/actions/hangup", id, "{}");
        check("GET", "/calls/{call_control_id}", id, "");
    }

    /** What the sandbox keeps no state for. An operation that is adopted by one line is among these at once. */
    @ParameterizedTest
    @MethodSource("operationsWithoutState")
    void answersWithoutStateAreAsSpecified(Operation operation) throws IOException {
        Specification specification = Specification.read();
        StringBuilder json = new StringBuilder("{");
        for (String field : specification.requiredFields(operation)) {
            json.append(json.length() > 1 ? "," : "")
                    .append("'")
                    .append(field)
                    .append("':")
                    .append(value(operation, field));
        }

        check(
                operation.method(),
                operation.path(),
                "some-id",
                operation.definition().has("requestBody") ? json + "}" : "");
    }

    @Test
    void aFieldOfTheWrongTypeIsRefusedWithoutStateToo() throws IOException {
        Answer answer =
                client.sendJson("POST", "/conferences/some-id/actions/speak", "{'payload':17,'voice':'female'}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointers()).containsExactly("/payload");
    }

    @Test
    void theCheckItselfNoticesWhatIsWrong() throws IOException {
        Specification specification = Specification.read();
        Operation retrieve = specification.operation("GET", "/calls/{call_control_id}");

        assertThat(
                        specification.violations(
                                retrieve,
                                TestClient.parse(
                                        TestClient.body(
                                                "{'data':{'record_type':'phone','is_alive':'yes','call_leg_id':null,'call_control_id':'x','extra':1}}"))))
                .containsExactlyInAnyOrder(
                        "/data/record_type is none of [\"call\"]",
                        "/data/is_alive is STRING instead of \"boolean\"",
                        "/data/call_leg_id is NULL instead of \"string\"",
                        "/data/call_session_id is missing",
                        "/data/extra is unknown");
    }

    private void assign(String numberId, String profileId) throws IOException {
        check("PATCH", "/phone_numbers/{id}/messaging", numberId, "{'messaging_profile_id':'%s'}".formatted(profileId));
    }

    private void check(String method, String template, String id, String json) throws IOException {
        String path = template.replaceAll("\\{[^}]*}", id);
        Answer answer = json.isEmpty()
                ? client.send(client.request(path)
                        .method(method, BodyPublishers.noBody())
                        .build())
                : client.sendJson(method, path, json);
        Specification specification = Specification.read();

        assertThat(answer.status()).as(method + " " + template).isEqualTo(200);
        assertThat(specification.violations(specification.operation(method, template), answer.json()))
                .as(method + " " + template)
                .isEmpty();
    }
}
