package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.invoker.Json;
import org.telnyx4j.generated.invoker.OpenEnum;
import org.telnyx4j.generated.model.MessageRecipient;
import org.telnyx4j.generated.model.SendMessageRequest;
import org.telnyx4j.generated.model.StreamBidirectionalSamplingRate;

/** Enums grow without notice: a value that nobody knows yet is a value like any other. */
class OpenEnumTest {
    private static final JsonMapper MAPPER = Json.newMapper();

    static List<Class<?>> enums() {
        return Generated.enums();
    }

    @Test
    void thereAreEnumsOfBothKinds() {
        assertThat(enums()).hasSizeGreaterThan(100).contains(StreamBidirectionalSamplingRate.class);
    }

    @ParameterizedTest
    @MethodSource("enums")
    void anUnknownValue_isReadAndEqualsItselfAndIsWrittenUnchanged(Class<?> type) throws Exception {
        for (String json : List.of("\"value_of_tomorrow\"", "\"\"", "\"ÄÖ 👋\"", "123456", "-1", "0")) {
            boolean isText = json.startsWith("\"");
            if (isText != isOfText(type)) {
                continue;
            }
            OpenEnum<?> value = (OpenEnum<?>) MAPPER.readValue(json, type);
            OpenEnum<?> same = (OpenEnum<?>) MAPPER.readValue(json, type);

            assertThat(value).isEqualTo(same).hasSameHashCodeAs(same).isInstanceOf(type);
            assertThat(MAPPER.writeValueAsString(value)).isEqualTo(json);
            assertThat(value.toString()).isEqualTo(json.replace("\"", ""));
        }
    }

    @ParameterizedTest
    @MethodSource("enums")
    void aKnownValue_isReadAsTheConstant(Class<?> type) throws Exception {
        List<?> known = known(type);
        assertThat(known).isNotEmpty();
        assertThat(new HashSet<>(known)).hasSameSizeAs(known);
        for (Object constant : known) {
            assertThat((Object) MAPPER.readValue(MAPPER.writeValueAsString(constant), type))
                    .isSameAs(constant);
        }
        assertThatThrownBy(known::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void valuesOfDifferentEnums_areNotEqualThoughTheirTextIs() {
        OpenEnum<?> ofRequest = SendMessageRequest.TypeEnum.fromValue("new");
        OpenEnum<?> ofRecipient = MessageRecipient.StatusEnum.fromValue("new");

        assertThat((Object) ofRequest).isNotEqualTo(ofRecipient).isNotEqualTo("new");
    }

    @Test
    void anUnknownStatus_doesNotTurnASentMessageIntoAFailure() {
        String answer = "{\"data\":{\"type\":\"RCS\",\"to\":[{\"status\":\"pondering\"},{\"status\":\"queued\"}]}}";
        try (Wire wire = Wire.answering(Answer.json(200, answer))) {
            var data = new MessagesApi(wire.client())
                    .sendMessage(new SendMessageRequest())
                    .getData();

            assertThat(data.getType().getValue()).isEqualTo("RCS");
            assertThat(data.getTo())
                    .extracting(MessageRecipient::getStatus)
                    .containsExactly(
                            MessageRecipient.StatusEnum.fromValue("pondering"), MessageRecipient.StatusEnum.QUEUED);
        }
    }

    @Test
    void anUnknownValue_canBeSent() throws Exception {
        try (Wire wire = Wire.answering(Answer.json(200, "{\"data\":{}}"))) {
            new MessagesApi(wire.client())
                    .sendMessage(new SendMessageRequest().type(SendMessageRequest.TypeEnum.fromValue("RCS")));

            assertThat(wire.server().takeRequest().body()).asString(UTF_8).isEqualTo("{\"type\":\"RCS\"}");
        }
    }

    @Test
    void nullIsNoValue() {
        assertThatThrownBy(() -> call(SendMessageRequest.TypeEnum.class, "fromValue"))
                .hasRootCauseInstanceOf(NullPointerException.class)
                .hasRootCauseMessage("value");
    }

    private static boolean isOfText(Class<?> type) {
        return known(type).get(0) instanceof OpenEnum<?> constant && constant.getValue() instanceof String;
    }

    private static List<?> known(Class<?> type) {
        try {
            return (List<?>) type.getMethod("knownValues").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static void call(Class<?> type, String method) throws ReflectiveOperationException {
        type.getMethod(method, String.class).invoke(null, (Object) null);
    }
}
