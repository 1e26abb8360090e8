package org.telnyx4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.generated.invoker.ApiClient;
import org.telnyx4j.generated.invoker.Json;
import org.telnyx4j.generated.invoker.RawResponse;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.generated.model.MessageResponse;
import org.telnyx4j.generated.model.MessagingProfile;

/** A field that came in a type of its own takes nothing else with it, and can still be read. */
class WrongTypesTest {
    private static final JsonMapper MAPPER = Json.newMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parts | 99999999999999999999",
                "parts | 2147483648",
                "parts | \"many\"",
                "parts | true",
                "parts | {\"count\":1}",
                "text | {\"body\":\"hello\"}",
                "text | [\"hello\"]",
                "sent_at | \"yesterday\"",
                "sent_at | 1772600767",
                "sent_at | {\"at\":[1,2.5]}",
                "to | \"+14165550123\"",
                "to | [\"+14165550123\",{\"status\":\"queued\"}]",
                "to | {\"phone_number\":\"+14165550123\"}",
                "cost | \"0.0051 USD\"",
                "cost | 0.0051",
                "errors | {\"code\":\"10015\"}",
                "media | [[1]]",
                "type | {\"name\":\"SMS\"}"
            })
    void aFieldOfAWrongType_staysUnsetAndIsKeptAsItCame(String field, String value) throws IOException {
        String body = "{\"data\":{\"id\":\"m-1\",\"%s\":%s,\"direction\":\"outbound\"}}".formatted(field, value);

        MessagePayload message = message(body);

        assertThat(message.getId()).isEqualTo("m-1");
        assertThat(message.getDirection()).isEqualTo(MessagePayload.DirectionEnum.OUTBOUND);
        assertThat(message.getAdditionalProperties()).containsOnlyKeys(field);
        JsonNode kept = MAPPER.valueToTree(message.getAdditionalProperties().get(field));
        assertThat(kept).isEqualTo(MAPPER.readTree(value));
        // Written again, it is what came, and once.
        assertThat(MAPPER.valueToTree(message).toString()).contains("\"" + field + "\":" + value);
        assertThat(MAPPER.writeValueAsString(message).split("\"" + field + "\"", -1))
                .hasSize(2);
    }

    @Test
    void onlyTheInnermostFieldIsLost() {
        MessagePayload message = message(
                "{\"data\":{\"id\":\"m-1\",\"to\":[{\"phone_number\":\"+14165550123\",\"status\":{\"now\":1}},{\"status\":\"sent\"}]}}");

        assertThat(message.getAdditionalProperties()).isEmpty();
        assertThat(message.getTo()).hasSize(2);
        assertThat(message.getTo().get(0).getPhoneNumber()).isEqualTo("+14165550123");
        assertThat(message.getTo().get(0).getStatus()).isNull();
        assertThat(message.getTo().get(0).getAdditionalProperties()).isEqualTo(Map.of("status", Map.of("now", 1)));
        assertThat(message.getTo().get(1).getStatus()).hasToString("sent");
    }

    @Test
    void aNullableFieldOfAWrongType_isNotThereRatherThanNull() {
        MessagingProfile profile = new MessagingProfilesApi(client(
                        "{\"data\":{\"id\":\"p-1\",\"number_pool_settings\":\"none\",\"webhook_url\":{\"a\":1}}}"))
                .retrieveMessagingProfile("p-1")
                .getData();

        assertThat(profile.getId()).isEqualTo("p-1");
        assertThat(profile.hasNumberPoolSettings()).isFalse();
        assertThat(profile.hasWebhookUrl()).isFalse();
        assertThat(profile.getAdditionalProperties())
                .containsOnlyKeys("number_pool_settings", "webhook_url")
                .containsEntry("number_pool_settings", "none");
    }

    @Test
    void dataOfAWrongType_isKeptBesideDataThatIsNotThere() {
        MessageResponse response = new MessagesApi(client("{\"data\":[\"m-1\"]}")).retrieveMessage("m-1");

        assertThat(response.getData()).isNull();
        assertThat(response.getAdditionalProperties().get("data")).isEqualTo(List.of("m-1"));
    }

    private static MessagePayload message(String body) {
        return new MessagesApi(client(body)).retrieveMessage("m-1").getData();
    }

    private static ApiClient client(String body) {
        return ApiClient.builder((operation, request) ->
                        new RawResponse(200, new Header[0], body.getBytes(StandardCharsets.UTF_8), null))
                .build();
    }
}
