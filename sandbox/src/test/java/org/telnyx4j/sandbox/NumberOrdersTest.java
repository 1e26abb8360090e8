package org.telnyx4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telnyx4j.sandbox.TestClient.body;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telnyx4j.generated.model.MessagingProfile;
import org.telnyx4j.sandbox.TestClient.Answer;

class NumberOrdersTest {
    private static final String NUMBER = "+14165550110";

    private final TelnyxSandbox sandbox = TelnyxSandbox.builder()
            .emptyAccount()
            .acceptAnyConnection()
            .manualClock(Instant.parse("2026-03-01T12:00:00Z"))
            .start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void anOrderIsPendingAndASuccessWhenItsTimeHasCome() throws IOException {
        addProfile("p-1");
        Answer created = client.sendJson(
                "POST",
                "/number_orders",
                "{'phone_numbers':[{'phone_number':'%s'}],'customer_reference':'ref-1','messaging_profile_id':'p-1','connection_id':'c-1'}"
                        .formatted(NUMBER));
        String id = created.data().get("id").textValue();
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.data().get("status").textValue()).isEqualTo("pending");
        assertThat(created.data().get("customer_reference").textValue()).isEqualTo("ref-1");
        assertThat(created.data().at("/phone_numbers/0/phone_number").textValue())
                .isEqualTo(NUMBER);
        assertThat(created.data().at("/phone_numbers/0/country_iso_alpha2").textValue())
                .isEqualTo("CA");
        assertThat(sandbox.numbers().owned()).isEmpty();
        assertThat(sandbox.numbers().available()).doesNotContain(NUMBER);

        assertThat(retrievedStatus(id)).isEqualTo("pending");
        sandbox.clock().advance(Duration.ofMillis(100));
        Answer retrieved = client.get("/number_orders/" + id);

        assertThat(retrieved.data().get("status").textValue()).isEqualTo("success");
        assertThat(retrieved.data().at("/phone_numbers/0/status").textValue()).isEqualTo("success");
        SandboxNumber number = sandbox.numbers().findByNumber(NUMBER).orElseThrow();
        assertThat(number.messagingProfileId()).contains("p-1");
        assertThat(number.connectionId()).contains("c-1");
        assertThat(number.customerReference()).contains("ref-1");
        assertThat(client.list("/phone_numbers", "filter[phone_number]=14165550110")
                        .all("id"))
                .containsExactly(number.id());
    }

    @Test
    void ordersStayPendingUntilTheTestSaysOtherwise() throws IOException {
        sandbox.orders().keepPending();
        String id = order(NUMBER);

        sandbox.clock().advance(Duration.ofDays(1));
        assertThat(retrievedStatus(id)).isEqualTo("pending");
        assertThat(sandbox.orders().complete(id).status()).isEqualTo("success");
        assertThat(retrievedStatus(id)).isEqualTo("success");
        assertThat(sandbox.numbers().findByNumber(NUMBER)).isPresent();
        assertThat(sandbox.orders().fail(id).status()).isEqualTo("success");
    }

    @Test
    void anOrderFailsWhenTheTestSaysSoAndBuysNothing() throws IOException {
        sandbox.orders().letFail();
        String id = order(NUMBER);
        sandbox.orders().keepPending();
        String other = order("+14165550111");
        assertThat(sandbox.orders().fail(other).status()).isEqualTo("failure");
        sandbox.orders().letFail();
        sandbox.clock().advance(Duration.ofSeconds(1));

        assertThat(retrievedStatus(id)).isEqualTo("failure");

        sandbox.orders().letSucceed();
        assertThat(retrievedStatus(id)).isEqualTo("failure");
        assertThat(sandbox.numbers().owned()).isEmpty();
    }

    @Test
    void anOrderCanBeCarriedOutInPart() throws IOException {
        sandbox.orders().letFailFor("+14165550111");
        String id = order(NUMBER, "+14165550111");
        sandbox.clock().advance(Duration.ofSeconds(1));

        JsonNode order = client.get("/number_orders/" + id).data();

        assertThat(order.get("status").textValue()).isEqualTo("success");
        assertThat(order.at("/phone_numbers/0/status").textValue()).isEqualTo("success");
        assertThat(order.at("/phone_numbers/1/status").textValue()).isEqualTo("failure");
        assertThat(sandbox.numbers().owned())
                .extracting(SandboxNumber::phoneNumber)
                .containsExactly(NUMBER);
        assertThat(sandbox.orders().find(id).orElseThrow().failedPhoneNumbers()).containsExactly("+14165550111");
    }

    @Test
    void anOrderWaitsForWhatRegulationRequires() throws IOException {
        sandbox.numbers().requireRegulatoryInformation(NUMBER);
        String id = order(NUMBER);
        sandbox.clock().advance(Duration.ofDays(1));
        JsonNode waiting = client.get("/number_orders/" + id).data();
        String requirement = waiting.at("/phone_numbers/0/regulatory_requirements/0/requirement_id")
                .textValue();
        assertThat(waiting.get("status").textValue()).isEqualTo("pending");
        assertThat(waiting.get("requirements_met").booleanValue()).isFalse();
        assertThat(listed("filter[requirements_met]=false")).containsExactly(id);

        JsonNode sent = client.patch(
                        "/number_orders/" + id,
                        "{'regulatory_requirements':[{'requirement_id':'%s','field_value':'an-address'}]}"
                                .formatted(requirement))
                .data();
        sandbox.clock().advance(Duration.ofDays(1));
        assertThat(sent.at("/phone_numbers/0/requirements_status").textValue())
                .isEqualTo("requirement-info-under-review");
        assertThat(retrievedStatus(id)).isEqualTo("pending");

        sandbox.orders().approveRequirements(id);
        sandbox.clock().advance(Duration.ofSeconds(1));
        assertThat(retrievedStatus(id)).isEqualTo("success");
        assertThat(listed("filter[requirements_met]=true")).containsExactly(id);
    }

    @Test
    void whatWasOverdueIsSettledWhenTheTestSaysHow() throws IOException {
        sandbox.orders().keepPending();
        String id = order(NUMBER);
        sandbox.clock().advance(Duration.ofDays(1));

        sandbox.orders().letSucceed();

        assertThat(retrievedStatus(id)).isEqualTo("success");
    }

    @Test
    void anOrderTakesAsLongAsTheTestSays() throws IOException {
        sandbox.orders().settleAfter(Duration.ofHours(2));
        String id = order(NUMBER);

        sandbox.clock().advance(Duration.ofMinutes(119));
        assertThat(retrievedStatus(id)).isEqualTo("pending");
        sandbox.clock().advance(Duration.ofMinutes(1));
        assertThat(retrievedStatus(id)).isEqualTo("success");
    }

    @Test
    void aListShowsAnOrderLaterWhereListsLagBehind() throws IOException {
        sandbox.showInListsAfter(Duration.ofSeconds(5));
        String id = order(NUMBER);

        assertThat(listed("page[size]=20")).isEmpty();
        assertThat(client.get("/number_orders/" + id).status()).isEqualTo(200);
        assertThat(client.get("/phone_numbers").all("id")).isEmpty();

        sandbox.clock().advance(Duration.ofSeconds(10));
        assertThat(listed("page[size]=20")).containsExactly(id);
        assertThat(client.get("/phone_numbers").all("phone_number")).containsExactly(NUMBER);
    }

    @Test
    void anOrderRefersOnlyToWhatTheAccountHas() throws IOException {
        Answer answer = client.post(
                "/number_orders",
                body("{'phone_numbers':[{'phone_number':'%s'}],'messaging_profile_id':'none'}".formatted(NUMBER)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errorCodes()).containsExactly("10017");
        assertThat(answer.pointers()).containsExactly("/messaging_profile_id");
        assertThat(sandbox.numbers().available()).contains(NUMBER);
    }

    @Test
    void aNumberThatSomebodyElseBoughtMeanwhileIsRefusedAndThenGone() throws IOException {
        sandbox.numbers().loseToAnotherBuyer(NUMBER);

        Answer answer = tryToOrder(NUMBER);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errorCodes()).containsExactly("85001");
        assertThat(answer.pointers()).containsExactly("/phone_numbers/0/phone_number");
        assertThat(answer.json().toString()).doesNotContain(NUMBER.substring(1));
        assertThat(sandbox.numbers().available()).doesNotContain(NUMBER);
        assertThat(sandbox.orders().all()).isEmpty();
    }

    @Test
    void anOrderOfWhichOneNumberIsGoneBuysNone() throws IOException {
        Answer answer = client.sendJson(
                "POST",
                "/number_orders",
                "{'phone_numbers':[{'phone_number':'%s'},{'phone_number':'+19995550100'}]}".formatted(NUMBER));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointers()).containsExactly("/phone_numbers/1/phone_number");
        assertThat(sandbox.numbers().available()).contains(NUMBER);
    }

    @Test
    void aNumberIsSoldOnceHoweverManyWantIt() {
        List<CompletableFuture<Answer>> answers = IntStream.range(0, 20)
                .mapToObj(i -> client.sendAsync(
                        client.postRequest("/number_orders", orderBody(NUMBER)).build()))
                .toList();

        assertThat(answers)
                .extracting(
                        answer -> answer.orTimeout(20, TimeUnit.SECONDS).join().status())
                .containsOnlyOnce(200)
                .containsOnly(200, 422);
        assertThat(sandbox.orders().all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                     | 10004 | /phone_numbers
            {"phone_numbers":[]}                                   | 10004 | /phone_numbers
            {"phone_numbers":"+14165550110"}                       | 10026 | /phone_numbers
            {"phone_numbers":[{}]}                                 | 10004 | /phone_numbers/0/phone_number
            {"phone_numbers":["+14165550110"]}                     | 10026 | /phone_numbers/0
            {"phone_numbers":[{"phone_number":"+14165550110"},{"phone_number":"+14165550110"}]} | 10015 | /phone_numbers
            {"phone_numbers":[{"phone_number":"+14165550110","bundle_id":null}]} | 10026 | /phone_numbers/0/bundle_id
            {"phone_numbers":[{"phone_number":"14165550110"}]}     | 10016 | /phone_numbers/0/phone_number
            {"phone_numbers":[{"phone_number":"+14165550110"}],"connection_id":5} | 10026 | /connection_id
            """)
    void anOrderThatMakesNoSenseIsRefused(String body, String code, String pointer) throws IOException {
        Answer answer = client.post("/number_orders", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errorCodes()).containsExactly(code);
        assertThat(answer.pointers()).containsExactly(pointer);
        assertThat(sandbox.orders().all()).isEmpty();
    }

    @Test
    void anOrderIsFoundAgainByItsReferenceAndTheSearchSettlesNothing() throws IOException {
        order("+14165550111");
        String id = client.post(
                        "/number_orders",
                        body("{'phone_numbers':[{'phone_number':'%s'}],'customer_reference':'a b&c'}"
                                .formatted(NUMBER)))
                .data()
                .get("id")
                .textValue();

        Answer found = client.list("/number_orders", "filter[customer_reference]=a b&c");

        assertThat(found.all("id")).containsExactly(id);
        assertThat(found.all("status")).containsExactly("pending");
        assertThat(client.list("/number_orders", "filter[customer_reference]=other")
                        .all("id"))
                .isEmpty();
    }

    @Test
    void ordersAreListedNewestFirstAndFiltered() throws IOException {
        String first = order("+14165550111");
        sandbox.clock().advance(Duration.ofSeconds(60));
        String second = order("+14165550112", "+14165550113");
        sandbox.orders().complete(first);

        assertThat(client.get("/number_orders").all("id")).containsExactly(second, first);
        assertThat(listed("filter[status]=success")).containsExactly(first);
        assertThat(listed("filter[phone_numbers_count]=2")).containsExactly(second);
        assertThat(listed("filter[created_at][gt]=2026-03-01T12:00:00Z")).containsExactly(second);
        assertThat(listed("filter[created_at][lt]=2026-03-01T13:00:30+01:00")).containsExactly(first);
        assertThat(listed("filter[requirements_met]=false")).isEmpty();
        assertThat(client.list("/number_orders", "filter[created_at][gt]=yesterday")
                        .errorCodes())
                .containsExactly("10015");
        assertThat(listed("filter[reference]=x")).containsExactly(second, first);
    }

    @Test
    void theReferenceOfAnOrderCanBeChanged() throws IOException {
        String id = order(NUMBER);

        Answer answer = client.patch(
                "/number_orders/" + id, "{'customer_reference':'ref-2','regulatory_requirements':[],'status':'x'}");

        assertThat(answer.data().get("customer_reference").textValue()).isEqualTo("ref-2");
        assertThat(answer.data().get("status").textValue()).isEqualTo("pending");
        assertThat(sandbox.orders().find(id).orElseThrow().customerReference()).contains("ref-2");
    }

    @Test
    void anUnknownOrderIsNotFound() throws IOException {
        assertThat(client.get("/number_orders/none").status()).isEqualTo(404);
        assertThat(client.patch("/number_orders/none", "{'customer_reference':'r'}")
                        .status())
                .isEqualTo(404);
        assertThat(sandbox.orders().find("none")).isEmpty();
        assertThatThrownBy(() -> sandbox.orders().complete("none")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sandbox.orders().fail("none")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOrderInHandDoesNotChangeAndShowsNoNumber() throws IOException {
        String id = order(NUMBER);
        SandboxOrder before = sandbox.orders().all().get(0);

        sandbox.orders().complete(id);

        assertThat(before.phoneNumbers()).containsExactly(NUMBER);
        assertThat(before.messagingProfileId()).isEmpty();
        assertThat(before.connectionId()).isEmpty();
        assertThat(before).hasToString("SandboxOrder[" + id + ", pending, 1 numbers]");
    }

    @Test
    void aResetBringsBackTheStockAndTheDefault() throws IOException {
        sandbox.orders().letFail();
        String id = order(NUMBER);

        sandbox.reset();

        assertThat(client.get("/number_orders/" + id).status()).isEqualTo(404);
        assertThat(sandbox.numbers().available()).contains(NUMBER);
        String another = order(NUMBER);
        sandbox.clock().advance(Duration.ofSeconds(1));
        assertThat(retrievedStatus(another)).isEqualTo("success");
    }

    private String retrievedStatus(String id) throws IOException {
        return client.get("/number_orders/" + id).data().get("status").textValue();
    }

    private List<String> listed(String query) throws IOException {
        return client.list("/number_orders", query).all("id");
    }

    private String order(String... numbers) throws IOException {
        JsonNode data = tryToOrder(numbers).data();
        return data.get("id").textValue();
    }

    private Answer tryToOrder(String... numbers) throws IOException {
        return client.post("/number_orders", orderBody(numbers));
    }

    private static String orderBody(String... numbers) {
        List<String> entries = List.of(numbers).stream()
                .map("{'phone_number':'%s'}"::formatted)
                .toList();
        return body("{'phone_numbers':[" + String.join(",", entries) + "]}");
    }

    private void addProfile(String id) {
        sandbox.messagingProfiles()
                .add(MessagingProfile.builder().id(id).name("Profile " + id).build());
    }
}
