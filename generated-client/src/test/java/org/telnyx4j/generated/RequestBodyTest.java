package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.generated.invoker.ApiClient;
import org.telnyx4j.generated.invoker.Json;
import org.telnyx4j.generated.model.MessagingProfile;
import org.telnyx4j.generated.model.SendMessageRequest;
import org.telnyx4j.generated.model.UpdateMessagingProfileRequest;

/** A request carries exactly the fields that the caller set. */
class RequestBodyTest {
    private static final JsonMapper MAPPER = Json.newMapper();

    static Stream<Generated.Operation> operationsWithABody() {
        return Generated.operations().stream().filter(Generated.Operation::hasBody);
    }

    static List<Class<?>> models() {
        return Generated.models();
    }

    static Stream<Property> properties() {
        return Generated.models().stream().flatMap(model -> Property.of(model).stream());
    }

    @ParameterizedTest
    @MethodSource("operationsWithABody")
    void aBodyOnWhichNothingIsSet_isAnEmptyObjectOnTheWire(Generated.Operation operation) throws Exception {
        try (Wire wire = Wire.answering(Answer.json(200, "{}"))) {
            operation.call(wire.client(), operation.arguments("id"));

            LoopbackServer.Request request = wire.server().takeRequest();
            assertThat(request.body()).asString(UTF_8).isEqualTo("{}");
            assertThat(request.values("Content-Length")).containsExactly("2");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelOnWhichNothingIsSet_isWrittenAsAnEmptyObject(Class<?> model) throws Exception {
        assertThat(MAPPER.writeValueAsString(Generated.create(model))).isEqualTo("{}");
    }

    @ParameterizedTest
    @MethodSource("properties")
    void aFieldThatIsSet_goesAlone(Property property) throws Exception {
        Object model = Generated.create(property.model());
        property.set(model, Samples.value(property.type()));

        JsonNode written = MAPPER.readTree(MAPPER.writeValueAsBytes(model));

        assertThat(written.fieldNames()).toIterable().containsExactly(property.wireName());
        assertThat(written.get(property.wireName()).isNull()).isFalse();
    }

    @Test
    void theModelsHaveFieldsToTest() {
        assertThat(properties().count()).isGreaterThan(500);
        assertThat(operationsWithABody().count()).isGreaterThan(40);
    }

    @Test
    void aMessage_isWrittenWithItsFieldsAndNothingElse() throws Exception {
        try (Wire wire = Wire.answering(Answer.json(200, "{\"data\":{}}"))) {
            new MessagesApi(wire.client())
                    .sendMessage(new SendMessageRequest()
                            .text("Hi")
                            .to("+14165550100")
                            .addMediaUrlsItem("https://example.com/a.png")
                            .useProfileWebhooks(false));

            assertThat(json(wire))
                    .isEqualTo(MAPPER.readTree("{\"text\":\"Hi\",\"to\":\"+14165550100\","
                            + "\"media_urls\":[\"https://example.com/a.png\"],\"use_profile_webhooks\":false}"));
        }
    }

    @Test
    void aFieldThatTheSpecificationDoesNotHave_isSentAsItIs() throws Exception {
        try (Wire wire = Wire.answering(Answer.json(200, "{\"data\":{}}"))) {
            new MessagesApi(wire.client())
                    .sendMessage(new SendMessageRequest()
                            .to("+14165550100")
                            .putAdditionalProperty("new_text", "👋")
                            .putAdditionalProperty("new_object", Map.of("list", Arrays.asList(1, null)))
                            .putAdditionalProperty("new_null", null));

            assertThat(wire.server().takeRequest().body())
                    .asString(UTF_8)
                    .isEqualTo("{\"to\":\"+14165550100\",\"new_text\":\"👋\","
                            + "\"new_object\":{\"list\":[1,null]},\"new_null\":null}");
        }
    }

    @Test
    void anEmptyList_isSentAsAnEmptyList() throws Exception {
        try (Wire wire = Wire.answering(Answer.json(200, "{\"data\":{}}"))) {
            new MessagingProfilesApi(wire.client())
                    .updateMessagingProfile(
                            "id", new UpdateMessagingProfileRequest().whitelistedDestinations(List.of()));

            assertThat(wire.server().takeRequest().body())
                    .asString(UTF_8)
                    .isEqualTo("{\"whitelisted_destinations\":[]}");
        }
    }

    @Test
    void addingAnItem_leavesTheListThatTheCallerGaveAsItWas() {
        List<String> callersOwn = List.of("US");

        MessagingProfile profile =
                new MessagingProfile().whitelistedDestinations(callersOwn).addWhitelistedDestinationsItem("CA");

        assertThat(profile.getWhitelistedDestinations()).containsExactly("US", "CA");
        assertThat(callersOwn).containsExactly("US");
    }

    @Test
    void aRequestWithABody_hasExactlyTheseHeaders() throws Exception {
        try (Wire wire = Wire.answering(Answer.json(200, "{\"data\":{}}"))) {
            new MessagesApi(wire.client()).sendMessage(new SendMessageRequest().text("Hi"));

            LoopbackServer.Request request = wire.server().takeRequest();
            assertThat(request.line()).isEqualTo("POST /v2/messages HTTP/1.1");
            assertThat(request.values("Content-Type")).containsExactly("application/json");
            assertThat(request.values("Accept")).containsExactly("application/json");
            assertThat(request.values("Authorization")).containsExactly("Bearer " + Wire.API_KEY);
            assertThat(request.headers()).noneMatch(header -> header.startsWith("Cookie"));
        }
    }

    @Test
    void aRequestWithoutABody_hasNoContentType() throws Exception {
        try (Wire wire = Wire.answering(Answer.json(200, "{\"data\":{}}"))) {
            new MessagesApi(wire.client()).retrieveMessage("id");

            LoopbackServer.Request request = wire.server().takeRequest();
            assertThat(request.line()).isEqualTo("GET /v2/messages/id HTTP/1.1");
            assertThat(request.values("Accept")).containsExactly("application/json");
            assertThat(request.headers()).noneMatch(header -> header.startsWith("Content-"));
        }
    }

    @Test
    void headersOfOneCall_winOverTheClientsOwnInAnyCase_andEndWithTheCall() throws Exception {
        try (Wire wire = Wire.answering(Answer.json(200, "{\"data\":{}}"))) {
            ApiClient client =
                    wire.client().toBuilder().header("X-Trace", "client").build();
            MessagesApi messages = new MessagesApi(client);

            messages.retrieveMessageWithHttpInfo("id", Map.of("x-trace", "call", "authorization", "Bearer other"));
            messages.retrieveMessage("id");

            LoopbackServer.Request first = wire.server().takeRequest();
            LoopbackServer.Request second = wire.server().takeRequest();
            assertThat(first.headers()).contains("x-trace: call", "authorization: Bearer other");
            assertThat(first.headers()).noneMatch(header -> header.contains("client") || header.contains(Wire.API_KEY));
            assertThat(second.headers()).contains("X-Trace: client", "Authorization: Bearer " + Wire.API_KEY);
        }
    }

    @Test
    void aLineBreakInAHeader_doesNotBecomeAHeader() throws Exception {
        try (Wire wire = Wire.answering(Answer.json(200, "{\"data\":{}}"))) {
            new MessagesApi(wire.client()).retrieveMessageWithHttpInfo("id", Map.of("X-Trace", "a\r\nX-Injected: b"));

            assertThat(wire.server().takeRequest().headers()).noneMatch(header -> header.startsWith("X-Injected"));
        }
    }

    @Test
    void theKeyIsAskedForEachRequest_andNullIsRefusedBeforeAnythingIsSent() throws Exception {
        try (Wire wire = Wire.answering(Answer.json(200, "{\"data\":{}}"))) {
            List<String> keys = new ArrayList<>(List.of("KEY1", "KEY2"));
            MessagesApi rotating = new MessagesApi(
                    wire.client().toBuilder().apiKey(() -> keys.remove(0)).build());
            rotating.retrieveMessage("id");
            rotating.retrieveMessage("id");
            assertThat(wire.server().takeRequest().values("Authorization")).containsExactly("Bearer KEY1");
            assertThat(wire.server().takeRequest().values("Authorization")).containsExactly("Bearer KEY2");

            Map<String, String> noKeys = Map.of();
            MessagesApi keyless = new MessagesApi(
                    wire.client().toBuilder().apiKey(() -> noKeys.get("key")).build());
            assertThatThrownBy(() -> keyless.retrieveMessage("id"))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("apiKey");
            assertThat(wire.server().waitingRequests()).isZero();
        }
    }

    @Test
    void aBodyThatCannotBeWritten_isRefusedWithoutQuotingIt() {
        try (Wire wire = Wire.answering(Answer.json(200, "{\"data\":{}}"))) {
            SendMessageRequest unwritable = new SendMessageRequest()
                    .text("meet me at noon")
                    .putAdditionalProperty("bad", new Object() {
                        @JsonProperty
                        String number() {
                            throw new IllegalStateException("+14165550100");
                        }
                    });

            assertThatThrownBy(() -> new MessagesApi(wire.client()).sendMessage(unwritable))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("sendMessage")
                    .hasMessageNotContainingAny("noon", "4165550100")
                    .hasNoCause();
            assertThat(wire.server().waitingRequests()).isZero();
        }
    }

    private static JsonNode json(Wire wire) throws IOException, InterruptedException {
        return MAPPER.readTree(wire.server().takeRequest().body());
    }
}
