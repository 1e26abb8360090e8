package org.telnyx4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telnyx4j.generated.model.MessagingProfile;
import org.telnyx4j.sandbox.TestClient.Answer;

class PhoneNumbersTest {
    private static final String TORONTO = "+14165550121";
    private static final String NEW_YORK = "+12125550122";
    private static final String TOLL_FREE = "+18335550123";

    private final TelnyxSandbox sandbox = TelnyxSandbox.builder()
            .emptyAccount()
            .acceptAnyConnection()
            .manualClock(Instant.parse("2026-03-01T12:00:00Z"))
            .start();
    private final TestClient client = new TestClient(sandbox);

    @BeforeEach
    void threeNumbers() {
        for (String number : List.of(TORONTO, NEW_YORK, TOLL_FREE)) {
            sandbox.numbers().own(number);
            sandbox.clock().advance(Duration.ofSeconds(60));
        }
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aNumberIsRetrievedByItsIdAndByItself() throws IOException {
        Answer answer = client.get("/phone_numbers/" + id(TORONTO));

        JsonNode data = answer.data();
        assertThat(data.get("id").textValue()).matches("[0-9]{19}");
        assertThat(data.get("phone_number").textValue()).isEqualTo(TORONTO);
        assertThat(data.get("country_iso_alpha2").textValue()).isEqualTo("CA");
        assertThat(data.get("phone_number_type").textValue()).isEqualTo("local");
        assertThat(data.get("status").textValue()).isEqualTo("active");
        assertThat(data.get("purchased_at").textValue()).isEqualTo("2026-03-01T12:00:00Z");
        for (String number : List.of(TORONTO, TestClient.encode(TORONTO))) {
            assertThat(client.get("/phone_numbers/" + number).data()).isEqualTo(data);
            assertThat(client.get("/phone_numbers/" + number + "/voice").data().get("id"))
                    .isEqualTo(data.get("id"));
        }
    }

    @Test
    void theNewestNumberIsListedFirst() throws IOException {
        assertThat(client.get("/phone_numbers").all("phone_number")).containsExactly(TOLL_FREE, NEW_YORK, TORONTO);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /phone_numbers           | sort=phone_number            | +12125550122,+14165550121,+18335550123
            /phone_numbers           | sort=purchased_at            | +14165550121,+12125550122,+18335550123
            /phone_numbers           | sort=usage_payment_method    | +12125550122,+18335550123,+14165550121
            /phone_numbers           | sort=connection_name         | +18335550123,+12125550122,+14165550121
            /phone_numbers           | order=size                   | +18335550123,+12125550122,+14165550121
            /phone_numbers/voice     | sort=phone_number            | +12125550122,+14165550121,+18335550123
            /phone_numbers/messaging | sort[phone_number]=asc       | +12125550122,+14165550121,+18335550123
            /phone_numbers/messaging | sort[phone_number]=desc      | +18335550123,+14165550121,+12125550122
            """)
    void aListIsSortedAsAsked(String path, String query, String numbers) throws IOException {
        client.patch("/phone_numbers/" + id(NEW_YORK) + "/voice", "{'usage_payment_method':'channel'}");

        assertThat(client.list(path, query).all("phone_number")).containsExactly(numbers.split(","));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            filter[phone_number]=14165550121                 | T
            filter[phone_number]=4165550121                  | T
            filter[phone_number]=555012                      | TNF
            filter[phone_number]=+14165550121                |
            filter[phone_number]=416-555-0121                |
            filter[phone_number]=41                          |
            filter[tag]=vip                                  | T
            filter[without_tags]=true                        | NF
            filter[without_tags]=false                       | TNF
            filter[customer_reference]=ref-1                 | T
            filter[connection_id]=c-1                        | N
            filter[connection_id]=null                       | TF
            filter[billing_group_id]=b-1                     | T
            filter[billing_group_id]=null                    | NF
            filter[emergency_address_id]=null                | TNF
            filter[emergency_address_id]=e-1                 |
            filter[country_iso_alpha2]=CA                    | T
            filter[country_iso_alpha2]=CA,US                 | TNF
            filter[number_type][eq]=toll_free                | F
            filter[number_type]=toll_free                    | TNF
            filter[source]=purchased                         | TNF
            filter[source]=ported                            |
            filter[status]=active                            | TNF
            filter[status]=port-pending                      |
            filter[voice.usage_payment_method]=channel       | N
            filter[voice.connection_name][contains]=main     |
            filter[phone_number][eq]=14165550121             | TNF
            phone_number=14165550121                         | TNF
            filter[phone-number]=14165550121                 | TNF
            """)
    void eachFilterFindsItsNumbersAndAnUnknownOneIsIgnored(String query, String found) throws IOException {
        client.patch(
                "/phone_numbers/" + id(TORONTO),
                "{'tags':['vip','x'],'customer_reference':'ref-1','billing_group_id':'b-1'}");
        client.patch("/phone_numbers/" + id(NEW_YORK), "{'connection_id':'c-1'}");
        client.patch("/phone_numbers/" + id(NEW_YORK) + "/voice", "{'usage_payment_method':'channel'}");

        assertThat(client.list("/phone_numbers", query).all("phone_number"))
                .containsExactlyInAnyOrderElementsOf(numbers(found));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sort=size                                  | 10032 | sort
            filter[status]=busy                        | 10032 | filter[status]
            filter[without_tags]=yes                   | 10032 | filter[without_tags]
            filter[number_type][eq]=big                | 10032 | filter[number_type][eq]
            filter[voice.connection_name][contains]=ab | 10015 | filter[voice.connection_name][contains]
            page[size]=251                             | 10033 | page[size]
            """)
    void aFilterThatCannotBeReadIsRefused(String query, String code, String parameter) throws IOException {
        Answer answer = client.list("/phone_numbers", query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errorCodes()).containsExactly(code);
        assertThat(answer.error().at("/source/parameter").textValue()).isEqualTo(parameter);
    }

    @Test
    void aParameterThatHasNoEffectIsNamedInTheRecord() throws IOException {
        client.list(
                "/phone_numbers",
                "filter[number]=1",
                "filter[tag]=",
                "page[size]=1",
                "filter[source]=a",
                "filter[source]=b");

        assertThat(sandbox.requests().get(0).ignoredParameters())
                .containsExactly("filter[number]", "filter[tag]", "filter[source]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            filter[messaging_profile_id]=p-1                 | N
            filter[phone_number]=+14165550121                | T
            filter[phone_number]=14165550121                 |
            filter[phone_number]=+14165550121,+12125550122   | TN
            filter[phone_number][contains]=833               | F
            filter[type]=tollfree                            | F
            filter[type]=longcode                            | TN
            filter[profile]=p-1                              | TNF
            """)
    void messagingSettingsAreFilteredInTheirOwnWay(String query, String found) throws IOException {
        addProfile("p-1");
        client.patch("/phone_numbers/" + id(NEW_YORK) + "/messaging", "{'messaging_profile_id':'p-1'}");

        assertThat(client.list("/phone_numbers/messaging", query).all("phone_number"))
                .containsExactlyInAnyOrderElementsOf(numbers(found));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            filter[phone_number]=2125550122               | N
            filter[phone_number]=+12125550122             |
            filter[customer_reference]=ref-1              | N
            filter[voice.usage_payment_method]=channel    | N
            filter[connection_name][contains]=main        |
            filter[usage_payment_method]=channel          | TNF
            """)
    void voiceSettingsAreFilteredInTheirOwnWay(String query, String found) throws IOException {
        client.patch("/phone_numbers/" + id(NEW_YORK), "{'customer_reference':'ref-1'}");
        client.patch("/phone_numbers/" + id(NEW_YORK) + "/voice", "{'usage_payment_method':'channel'}");

        assertThat(client.list("/phone_numbers/voice", query).all("phone_number"))
                .containsExactlyInAnyOrderElementsOf(numbers(found));
    }

    @Test
    void anUpdateChangesExactlyTheFieldsThatWereSent() throws IOException {
        String path = "/phone_numbers/" + id(TORONTO);
        client.patch(path, "{'connection_id':'c-1','tags':['a'],'external_pin':'1234'}");
        ObjectNode expected = (ObjectNode) client.get(path).data();

        Answer answer =
                client.patch(path, "{'customer_reference':'ref-2','connection_id':'','phone_number':'+19995550100'}");

        expected.put("customer_reference", "ref-2").putNull("connection_id");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data()).isEqualTo(expected);
        assertThat(client.get(path).data()).isEqualTo(expected);
    }

    @Test
    void aNumberIsAssignedToAProfileThroughItsMessagingSettingsAndNotThroughItsDetails() throws IOException {
        String profileId = sandbox.messagingProfiles().add("Orders").id();
        String path = "/phone_numbers/" + id(TORONTO);

        client.patch(path, "{'messaging_profile_id':'" + profileId + "'}");
        assertThat(number(TORONTO).messagingProfileId()).isEmpty();

        Answer answer = client.patch(path + "/messaging", "{'messaging_profile_id':'" + profileId + "'}");
        assertThat(answer.data().get("messaging_profile_id").textValue()).isEqualTo(profileId);
        assertThat(number(TORONTO).messagingProfileId()).contains(profileId);
        assertThat(client.get(path).data().get("messaging_profile_name").textValue())
                .isEqualTo("Orders");
    }

    @Test
    void inMessagingSettingsAnEmptyIdTakesTheNumberOutOfItsProfile() throws IOException {
        addProfile("p-1");
        String path = "/phone_numbers/" + id(TORONTO) + "/messaging";
        client.patch(path, "{'messaging_profile_id':'p-1','messaging_product':'P2P'}");

        client.patch(path, "{'tags':['a']}");
        JsonNode kept = client.get(path).data();
        client.patch(path, "{'messaging_profile_id':''}");
        JsonNode cleared = client.get(path).data();

        assertThat(kept.get("messaging_profile_id").textValue()).isEqualTo("p-1");
        assertThat(kept.get("messaging_product").textValue()).isEqualTo("P2P");
        assertThat(kept.get("tags").toString()).isEqualTo("[\"a\"]");
        assertThat(cleared.get("messaging_profile_id").isNull()).isTrue();
        assertThat(cleared.get("messaging_product").textValue()).isEqualTo("P2P");
    }

    @Test
    void aNumberIsAssignedOnlyToWhatTheAccountHas() throws IOException {
        try (TelnyxSandbox strict = TelnyxSandbox.start()) {
            TestClient strictClient = new TestClient(strict);
            String path = "/phone_numbers/" + SandboxAccount.NUMBERS.get(0);

            Answer profile = strictClient.patch(path + "/messaging", "{'messaging_profile_id':'none'}");
            Answer connection = strictClient.patch(path, "{'connection_id':'none'}");
            strict.connections().add("c-1");

            assertThat(profile.status()).isEqualTo(422);
            assertThat(profile.errorCodes()).containsExactly("10017");
            assertThat(profile.pointers()).containsExactly("/messaging_profile_id");
            assertThat(connection.pointers()).containsExactly("/connection_id");
            assertThat(strictClient.patch(path, "{'connection_id':'c-1'}").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aChangeOfVoiceSettingsLeavesTheOthersAsTheyAre() throws IOException {
        String path = "/phone_numbers/" + id(TORONTO) + "/voice";
        client.patch(
                path,
                "{'call_recording':{'inbound_call_recording_enabled':true},'translated_number':'+14165550199','inbound_call_screening':'flag_calls'}");
        ObjectNode expected = (ObjectNode) client.get(path).data();

        Answer answer =
                client.patch(path, "{'call_forwarding':{'call_forwarding_enabled':true,'forwards_to':'+14165550198'}}");

        ((ObjectNode) expected.get("call_forwarding"))
                .put("call_forwarding_enabled", true)
                .put("forwards_to", "+14165550198");
        assertThat(answer.data()).isEqualTo(expected);
        assertThat(TestClient.parse(number(TORONTO).voiceSettings().toJson())).isEqualTo(expected);
        assertThat(expected.at("/call_recording/inbound_call_recording_format").textValue())
                .isEqualTo("wav");

        client.patch(path, "{'call_forwarding':{'forwards_to':'+14165550197'}}");
        assertThat(client.get(path)
                        .data()
                        .at("/call_forwarding/call_forwarding_enabled")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void voiceSettingsShowInTheDetailsAsWell() throws IOException {
        String path = "/phone_numbers/" + id(TORONTO);
        client.patch(
                path + "/voice", "{'call_forwarding':{'call_forwarding_enabled':true},'caller_id_name_enabled':true}");

        JsonNode details = client.get(path).data();

        assertThat(details.get("call_forwarding_enabled").booleanValue()).isTrue();
        assertThat(details.get("caller_id_name_enabled").booleanValue()).isTrue();
        assertThat(details.get("call_recording_enabled").booleanValue()).isFalse();
        assertThat(client.get(path + "/voice").data().has("caller_id_name_enabled"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /voice     | {'usage_payment_method':'free'}     | 10032 | /usage_payment_method
            /voice     | {'call_forwarding':true}            | 10026 | /call_forwarding
            /voice     | {'tech_prefix_enabled':'no'}        | 10026 | /tech_prefix_enabled
            /messaging | {'messaging_profile_id':7}          | 10026 | /messaging_profile_id
            ''         | {'connection_id':null}              | 10026 | /connection_id
            /voice     | {'call_forwarding':{'call_forwarding_enabled':'yes'}} | 10026 | /call_forwarding/call_forwarding_enabled
            /voice     | {'call_forwarding':{'forwards_to':'+1416'}} | 10016 | /call_forwarding/forwards_to
            /voice     | {'call_recording':{'inbound_call_recording_format':'ogg'}} | 10032 | /call_recording/inbound_call_recording_format
            /messaging | {'messaging_profile_id':null}       | 10026 | /messaging_profile_id
            ''         | {'tags':'vip'}                      | 10026 | /tags
            ''         | {'tags':['vip',1]}                  | 10026 | /tags/1
            """)
    void aChangeOfTheWrongTypeIsRefused(String below, String body, String code, String pointer) throws IOException {
        // CsvSource takes an apostrophe at the start of a column only, so the bodies keep theirs.
        Answer answer = client.patch("/phone_numbers/" + id(TORONTO) + below, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errorCodes()).containsExactly(code);
        assertThat(answer.pointers()).containsExactly(pointer);
    }

    @Test
    void aReleasedNumberIsGone() throws IOException {
        String path = "/phone_numbers/" + id(TORONTO);

        Answer answer = client.delete(path);

        assertThat(answer.data().get("status").textValue()).isEqualTo("deleted");
        assertThat(answer.data().get("phone_number").textValue()).isEqualTo(TORONTO);
        assertThat(answer.data()).noneMatch(JsonNode::isNull);
        assertThat(client.get(path).status()).isEqualTo(404);
        assertThat(client.delete(path).status()).isEqualTo(404);
        assertThat(sandbox.numbers().findByNumber(TORONTO)).isEmpty();
        assertThat(sandbox.numbers().available()).doesNotContain(TORONTO);
    }

    @Test
    void anUnknownNumberIsNotFound() throws IOException {
        for (String below : List.of("", "/messaging", "/voice")) {
            assertThat(client.get("/phone_numbers/123" + below).status()).isEqualTo(404);
            String change = below.equals("/voice") ? "{'tech_prefix_enabled':true}" : "{'tags':[]}";
            assertThat(client.patch("/phone_numbers/123" + below, change).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aNumberInHandDoesNotChangeAndDoesNotShowItself() throws IOException {
        SandboxNumber before = number(TORONTO);

        client.patch("/phone_numbers/" + before.id(), "{'connection_id':'c-1','tags':['a']}");

        assertThat(before.connectionId()).isEmpty();
        assertThat(before.tags()).isEmpty();
        assertThat(number(TORONTO).connectionId()).contains("c-1");
        assertThat(number(TORONTO).tags()).containsExactly("a");
        assertThat(before).hasToString("SandboxNumber[" + before.id() + "]");
        assertThat(sandbox.numbers().own(TORONTO).id()).isEqualTo(before.id());
    }

    @Test
    void anAccountWithManyNumbersIsWalkedPageByPage() throws IOException {
        for (int i = 0; i < 10_000; i++) {
            sandbox.numbers().own("+1613%07d".formatted(i));
        }

        Answer last = client.list("/phone_numbers", "page[size]=250", "page[number]=41");

        assertThat(last.json().at("/meta/total_results").intValue()).isEqualTo(10_003);
        assertThat(last.json().at("/meta/total_pages").intValue()).isEqualTo(41);
        assertThat(last.all("phone_number")).containsExactly(TOLL_FREE, NEW_YORK, TORONTO);
    }

    private static List<String> numbers(String letters) {
        Map<Character, String> byLetter = Map.of('T', TORONTO, 'N', NEW_YORK, 'F', TOLL_FREE);
        return letters == null
                ? List.of()
                : letters.chars()
                        .mapToObj(letter -> byLetter.getOrDefault((char) letter, "?"))
                        .toList();
    }

    private SandboxNumber number(String phoneNumber) {
        return sandbox.numbers().findByNumber(phoneNumber).orElseThrow();
    }

    private String id(String phoneNumber) {
        return number(phoneNumber).id();
    }

    private void addProfile(String id) {
        sandbox.messagingProfiles()
                .add(MessagingProfile.builder().id(id).name("Profile " + id).build());
    }
}
