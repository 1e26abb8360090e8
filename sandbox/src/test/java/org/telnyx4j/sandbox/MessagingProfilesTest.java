package org.telnyx4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.generated.model.MessagingProfile;
import org.telnyx4j.sandbox.TestClient.Answer;

class MessagingProfilesTest {
    private static final String CREATE = "{'name':'Orders','whitelisted_destinations':['US','CA']}";

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
    void aProfileIsCreatedWithTheDefaultsOfTheApi() throws IOException {
        Answer answer = client.sendJson("POST", "/messaging_profiles", CREATE);

        JsonNode data = answer.data();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(data.get("name").textValue()).isEqualTo("Orders");
        assertThat(data.get("whitelisted_destinations").toString()).isEqualTo("[\"US\",\"CA\"]");
        assertThat(data.get("enabled").booleanValue()).isTrue();
        assertThat(data.get("mobile_only").booleanValue()).isFalse();
        assertThat(data.get("webhook_api_version").textValue()).isEqualTo("2");
        assertThat(data.get("number_pool_settings").isNull()).isTrue();
        assertThat(data.get("created_at").textValue()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(client.get("/messaging_profiles/" + data.get("id").textValue())
                        .data())
                .isEqualTo(data);
    }

    @Test
    void aProfileCanBeGivenExactlyTheFieldsThatATestWants() throws IOException {
        SandboxMessagingProfile profile = sandbox.messagingProfiles()
                .add(MessagingProfile.fromJson("{\"name\":\"Orders\",\"enabled\":false,\"of_tomorrow\":[1]}"));

        assertThat(client.get("/messaging_profiles/" + profile.id()).data())
                .isEqualTo(TestClient.parse("{\"record_type\":\"messaging_profile\",\"id\":\"" + profile.id()
                        + "\",\"enabled\":false,\"of_tomorrow\":[1],\"name\":\"Orders\"}"));
        assertThat(sandbox.messagingProfiles()
                        .add(MessagingProfile.builder().id("mine").name("Sales").build())
                        .id())
                .isEqualTo("mine");
        assertThatThrownBy(() -> sandbox.messagingProfiles()
                        .add(MessagingProfile.builder().build()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoProfilesMayHaveOneName() throws IOException {
        client.sendJson("POST", "/messaging_profiles", CREATE);
        client.sendJson("POST", "/messaging_profiles", CREATE);

        assertThat(sandbox.messagingProfiles().all())
                .extracting(SandboxMessagingProfile::name)
                .containsExactly("Orders", "Orders");
    }

    @Test
    void everythingThatIsMissingIsNamed() throws IOException {
        Answer answer = client.sendJson("POST", "/messaging_profiles", "{'name':' ','whitelisted_destinations':[]}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errorCodes()).containsExactly("10004", "10004");
        assertThat(answer.pointers()).containsExactlyInAnyOrder("/name", "/whitelisted_destinations");
        assertThat(sandbox.messagingProfiles().all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"enabled":"yes"}                     | 10026 | /enabled
            {"enabled":null}                      | 10026 | /enabled
            {"name":7}                            | 10026 | /name
            {"webhook_url":"ftp://example.com"}   | 10003 | /webhook_url
            {"webhook_api_version":"3"}           | 10032 | /webhook_api_version
            {"number_pool_settings":"off"}        | 10026 | /number_pool_settings
            {"whitelisted_destinations":"US"}     | 10026 | /whitelisted_destinations
            """)
    void aChangeOfTheWrongTypeIsRefusedAndChangesNothing(String body, String code, String pointer) throws IOException {
        SandboxMessagingProfile profile = sandbox.messagingProfiles().add("Orders");

        Answer answer = client.patch("/messaging_profiles/" + profile.id(), body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errorCodes()).containsExactly(code);
        assertThat(answer.pointers()).containsExactly(pointer);
        assertThat(sandbox.messagingProfiles().find(profile.id()).orElseThrow().settings())
                .isEqualTo(profile.settings());
    }

    @Test
    void anUpdateChangesExactlyTheFieldsThatWereSent() throws IOException {
        String id = sandbox.messagingProfiles().add("Orders").id();
        client.patch(
                "/messaging_profiles/" + id,
                "{'mobile_only':true,'webhook_url':'https://example.com/a','number_pool_settings':{'toll_free_weight':10,'long_code_weight':1,'skip_unhealthy':true}}");
        ObjectNode expected = (ObjectNode) TestClient.parse(
                sandbox.messagingProfiles().find(id).orElseThrow().settings().toJson());
        sandbox.clock().advance(Duration.ofSeconds(60));

        Answer answer = client.patch(
                "/messaging_profiles/" + id, "{'number_pool_settings':null,'enabled':false,'id':'mine','new_field':1}");

        expected.putNull("number_pool_settings");
        expected.put("enabled", false);
        expected.put("updated_at", "2026-03-01T12:01:00Z");
        assertThat(answer.data()).isEqualTo(expected);
        assertThat(answer.data().get("mobile_only").booleanValue()).isTrue();
        assertThat(client.get("/messaging_profiles/" + id).data()).isEqualTo(expected);
    }

    @Test
    void aDeletedProfileIsGoneAndItsNumbersAreFree() throws IOException {
        String id = sandbox.messagingProfiles().add("Orders").id();
        SandboxNumber number = sandbox.numbers().own("+14165550123");
        client.patch("/phone_numbers/" + number.id() + "/messaging", "{'messaging_profile_id':'" + id + "'}");

        Answer answer = client.delete("/messaging_profiles/" + id);

        assertThat(answer.data().get("id").textValue()).isEqualTo(id);
        assertThat(client.get("/messaging_profiles/" + id).status()).isEqualTo(404);
        assertThat(sandbox.messagingProfiles().find(id)).isEmpty();
        assertThat(sandbox.numbers().find(number.id()).orElseThrow().messagingProfileId())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            filter[name][eq]=Orders       | Orders
            filter[name][eq]=orders       |
            filter[name]=orders           | Orders,Orders EU,My orders
            filter[name][contains]=Orders | Orders,Orders EU,My orders
            filter[name][contains]=EU     | Orders EU
            filter[name][starts_with]=My  | Orders,Orders EU,My orders,Other
            name=Orders                   | Orders,Orders EU,My orders,Other
            filter.name=Orders            | Orders,Orders EU,My orders,Other
            """)
    void namesAreFilteredByTheFiltersOfTheApiAndNoOthers(String query, String names) throws IOException {
        for (String name : List.of("Orders", "Orders EU", "My orders", "Other")) {
            sandbox.messagingProfiles().add(name);
        }

        assertThat(client.list("/messaging_profiles", query).all("name"))
                .isEqualTo(names == null ? List.of() : List.of(names.split(",")));
    }

    @Test
    void aListComesInPages() throws IOException {
        IntStream.rangeClosed(1, 45).forEach(i -> sandbox.messagingProfiles().add("Profile " + i));

        Answer byDefault = client.get("/messaging_profiles");
        Answer last = client.list("/messaging_profiles", "page[number]=3", "page[size]=20");
        Answer beyond = client.list("/messaging_profiles", "page[number]=4", "page[size]=20");
        Answer farBeyond = client.list("/messaging_profiles", "page[number]=2147483647", "page[size]=250");

        assertThat(byDefault.all("name")).hasSize(20).startsWith("Profile 1", "Profile 2");
        assertThat(byDefault.json().get("meta"))
                .isEqualTo(TestClient.parse(
                        TestClient.body("{'page_number':1,'page_size':20,'total_pages':3,'total_results':45}")));
        assertThat(last.all("name"))
                .containsExactly("Profile 41", "Profile 42", "Profile 43", "Profile 44", "Profile 45");
        assertThat(beyond.all("name")).isEmpty();
        assertThat(farBeyond.all("name")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"page[size]=251", "page[size]=0", "page[number]=0", "page[number]=-1", "page[size]=ten"})
    void aPageThatCannotBeIsRefused(String query) throws IOException {
        Answer answer = client.list("/messaging_profiles", query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errorCodes()).containsExactly("10033");
        assertThat(answer.error().at("/source/parameter").textValue())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void theNumbersOfAProfileAreListedWithTheirMessagingSettings() throws IOException {
        String id = sandbox.messagingProfiles().add("Orders").id();
        sandbox.numbers().own("+14165550121");
        for (String number : List.of("+14165550122", "+14165550123")) {
            String numberId = sandbox.numbers().own(number).id();
            client.patch("/phone_numbers/" + numberId + "/messaging", "{'messaging_profile_id':'" + id + "'}");
        }

        Answer answer = client.get("/messaging_profiles/" + id + "/phone_numbers");

        assertThat(answer.all("phone_number")).containsExactlyInAnyOrder("+14165550122", "+14165550123");
        assertThat(answer.all("messaging_profile_id")).containsOnly(id);
        assertThat(answer.all("record_type")).containsOnly("messaging_settings");
    }

    @Test
    void theShortCodesOfAProfileAreListed() throws IOException {
        String id = sandbox.messagingProfiles().add("Orders").id();
        sandbox.messagingProfiles().addShortCode(id, "23456");

        Answer answer = client.get("/messaging_profiles/" + id + "/short_codes");

        assertThat(answer.all("short_code")).containsExactly("23456");
        assertThat(answer.all("messaging_profile_id")).containsExactly(id);
        assertThat(answer.json().at("/meta/total_results").intValue()).isEqualTo(1);
    }

    @Test
    void anUnknownProfileIsNotFound() throws IOException {
        for (Answer answer : List.of(
                client.get("/messaging_profiles/none"),
                client.patch("/messaging_profiles/none", "{'enabled':true}"),
                client.delete("/messaging_profiles/none"),
                client.get("/messaging_profiles/none/phone_numbers"),
                client.get("/messaging_profiles/none/short_codes"))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.errorCodes()).containsExactly("10005");
        }
    }

    @Test
    void whatATestSetsWrongIsRefused() {
        SandboxMessagingProfiles profiles = sandbox.messagingProfiles();
        String id = profiles.add("Orders").id();

        assertThatThrownBy(() -> profiles.add(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> profiles.addShortCode("none", "23456")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> profiles.addShortCode(id, "2345")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProfileShowsNoSecret() {
        SandboxMessagingProfile profile = sandbox.messagingProfiles().add("Orders");

        assertThat(profile).hasToString("SandboxMessagingProfile[" + profile.id() + ", Orders]");
    }
}
