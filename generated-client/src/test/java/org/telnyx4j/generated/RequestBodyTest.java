package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.generated.api.CallCommandsApi;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.generated.model.MessagingProfile;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.generated.model.ScheduleMessageRequest;
import org.telnyx4j.generated.model.TransferCallRequest;
import org.telnyx4j.generated.model.UpdateMessagingProfileRequest;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.JsonValues;
import org.telnyx4j.json.ModelType;
import org.telnyx4j.testing.ReceivedRequest;

/** A request carries exactly the fields that the caller set. */
class RequestBodyTest {
    static Stream<Generated.Operation> operationsWithABody() {
        return Generated.operations().stream().filter(Generated.Operation::hasBody);
    }

    static List<ModelType<?>> models() {
        return Generated.models();
    }

    static Stream<Property> properties() {
        return Generated.models().stream().flatMap(model -> Property.of(model).stream());
    }

    @ParameterizedTest
    @MethodSource("operationsWithABody")
    void aBodyOnWhichNothingIsSet_isAnEmptyObject(Generated.Operation operation) {
        RecordingClient recorder = new RecordingClient("{}");

        operation.call(recorder, operation.arguments("id"));

        JsonModel body = recorder.last().body();
        assertThat(body).isNotNull();
        assertThat(body.toJson()).isEqualTo("{}");
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelOnWhichNothingIsSet_isWrittenAsAnEmptyObject(ModelType<?> model) {
        assertThat(Generated.empty(model).toJson()).isEqualTo("{}");
    }

    @ParameterizedTest
    @MethodSource("properties")
    void aFieldThatIsSet_goesAlone(Property property) {
        JsonModel alone = property.alone();

        assertThat(alone.fieldNames()).containsExactly(property.wireName());
        assertThat(alone.toMap()).containsOnlyKeys(property.wireName()).doesNotContainValue(null);
        assertThat(JsonValues.read(alone.toJsonBytes())).isEqualTo(alone.toMap());
    }

    @Test
    void theModelsHaveFieldsToTest() {
        assertThat(properties().count()).isGreaterThan(500);
        assertThat(operationsWithABody().count()).isGreaterThan(40);
    }

    @Test
    void aMessage_isWrittenWithItsFieldsAndNothingElse() throws Exception {
        try (Wire wire = Wire.answering(Wire.json(200, "{\"data\":{}}"))) {
            wire.messages()
                    .sendMessage(Wire.MESSAGE.toBuilder()
                            .addMediaUrl("https://example.com/a.png")
                            .useProfileWebhooks(false)
                            .build());

            assertThat(JsonValues.read(wire.server().awaitRequest().bodyBytes()))
                    .isEqualTo(Map.of(
                            "from", "+14165550199",
                            "text", "Hi",
                            "to", "+14165550100",
                            "media_urls", List.of("https://example.com/a.png"),
                            "use_profile_webhooks", false));
        }
    }

    @Test
    void durationsAndClientState_goInTheFormOfTheWire() throws Exception {
        try (Wire wire = Wire.answering(Wire.json(200, "{\"data\":{}}"))) {
            new CallCommandsApi(wire.client())
                    .transferCall(
                            "v3:abc",
                            TransferCallRequest.builder()
                                    .to("sip:desk@example.com")
                                    .timeout(Duration.ofMillis(29_001))
                                    .clientState("Grüße")
                                    .addCustomHeader("X-Ticket", "17")
                                    .build());

            assertThat(JsonValues.read(wire.server().awaitRequest().bodyBytes()))
                    .isEqualTo(Map.of(
                            "to",
                            "sip:desk@example.com",
                            "timeout_secs",
                            30,
                            "client_state",
                            "R3LDvMOfZQ==",
                            "custom_headers",
                            List.of(Map.of("name", "X-Ticket", "value", "17"))));
        }
    }

    @Test
    void aTimeOnTheFullMinute_isSentWithItsSeconds() {
        RecordingClient recorder = new RecordingClient("{\"data\":{}}");

        new MessagesApi(recorder)
                .scheduleMessage(ScheduleMessageRequest.builder()
                        .sendAt(OffsetDateTime.parse("2026-07-16T09:00Z"))
                        .build());

        assertThat(bodyOf(recorder)).isEqualTo("{\"send_at\":\"2026-07-16T09:00:00Z\"}");
    }

    @Test
    void aFieldThatTheSpecificationDoesNotHave_isSentAsItIs() throws Exception {
        try (Wire wire = Wire.answering(Wire.json(200, "{\"data\":{}}"))) {
            wire.messages()
                    .sendMessage(Wire.MESSAGE.toBuilder()
                            .putAdditionalProperty("new_text", "👋")
                            .putAdditionalProperty("new_object", Map.of("list", Arrays.asList(1, null)))
                            .putAdditionalProperty("new_null", null)
                            .build());

            assertThat(wire.server().awaitRequest().bodyBytes())
                    .asString(UTF_8)
                    .endsWith(",\"new_text\":\"👋\",\"new_object\":{\"list\":[1,null]},\"new_null\":null}");
        }
    }

    @Test
    void anEmptyList_isSentAsAnEmptyList() {
        RecordingClient recorder = new RecordingClient("{\"data\":{}}");

        new MessagingProfilesApi(recorder)
                .updateMessagingProfile(
                        "id",
                        UpdateMessagingProfileRequest.builder()
                                .whitelistedDestinations(List.of())
                                .build());

        assertThat(bodyOf(recorder)).isEqualTo("{\"whitelisted_destinations\":[]}");
    }

    @Test
    void addingAnItem_leavesTheListThatTheCallerGaveAsItWas() {
        List<String> callersOwn = new ArrayList<>(List.of("US"));

        MessagingProfile profile = MessagingProfile.builder()
                .whitelistedDestinations(callersOwn)
                .addWhitelistedDestination("CA")
                .build();

        assertThat(profile.getWhitelistedDestinations()).containsExactly("US", "CA");
        assertThat(callersOwn).containsExactly("US");
        assertThatThrownBy(() -> Collections.addAll(profile.getWhitelistedDestinations(), "DE"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aRequestWithABody_hasExactlyTheseHeaders() throws Exception {
        try (Wire wire = Wire.answering(Wire.json(200, "{\"data\":{}}"))) {
            wire.messages().sendMessage(Wire.MESSAGE);

            ReceivedRequest request = wire.server().awaitRequest();
            assertThat(request.requestLine()).isEqualTo("POST /v2/messages HTTP/1.1");
            assertThat(request.headers("Content-Type")).containsExactly("application/json");
            assertThat(request.headers("Accept")).containsExactly("application/json");
            assertThat(request.headers("Authorization")).containsExactly("Bearer " + Wire.API_KEY);
            assertThat(request.headers("Content-Length")).containsExactly(Integer.toString(request.bodyBytes().length));
            assertThat(request.headerLines()).noneMatch(header -> header.startsWith("Cookie"));
        }
    }

    @Test
    void aRequestWithoutABody_hasNoContentType() throws Exception {
        try (Wire wire = Wire.answering(Wire.json(200, "{\"data\":{}}"))) {
            wire.messages().retrieveMessage("id");

            ReceivedRequest request = wire.server().awaitRequest();
            assertThat(request.requestLine()).isEqualTo("GET /v2/messages/id HTTP/1.1");
            assertThat(request.headers("Accept")).containsExactly("application/json");
            assertThat(request.headerLines()).noneMatch(header -> header.startsWith("Content-"));
        }
    }

    @Test
    void headersOfOneCall_endWithTheCall() throws Exception {
        try (Wire wire = Wire.answering(Wire.json(200, "{\"data\":{}}"))) {
            RequestOptions options =
                    RequestOptions.builder().header("x-trace", "call").build();

            wire.messages().retrieveMessageWithHttpInfo("id", options);
            wire.messages().retrieveMessage("id");

            assertThat(wire.server().awaitRequest().headerLines()).contains("x-trace: call");
            assertThat(wire.server().awaitRequest().headerLines())
                    .noneMatch(header -> header.startsWith("x-trace"))
                    .contains("Authorization: Bearer " + Wire.API_KEY);
        }
    }

    @Test
    void theKeyIsAskedForEachRequest() throws Exception {
        List<String> keys = new ArrayList<>(List.of("KEY1", "KEY2"));
        try (Wire wire = Wire.withKeys(() -> keys.remove(0))) {
            wire.messages().retrieveMessage("id");
            wire.messages().retrieveMessage("id");

            assertThat(wire.server().awaitRequest().headers("Authorization")).containsExactly("Bearer KEY1");
            assertThat(wire.server().awaitRequest().headers("Authorization")).containsExactly("Bearer KEY2");
        }
    }

    @Test
    void aValueThatCannotBeWritten_isRefusedWithoutQuotingIt() {
        OutgoingMessage.Builder builder = OutgoingMessage.builder().text("meet me at noon");

        assertThatThrownBy(() -> builder.putAdditionalProperty("bad", Thread.currentThread()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bad")
                .hasMessageNotContainingAny("noon", "4165550100")
                .hasNoCause();
    }

    private static String bodyOf(RecordingClient recorder) {
        JsonModel body = recorder.last().body();
        if (body == null) {
            throw new AssertionError("no body");
        }
        return body.toJson();
    }
}
