package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.generated.model.MessageRecipient;
import org.telnyx4j.generated.model.MessageStatus;
import org.telnyx4j.generated.model.MessageType;
import org.telnyx4j.generated.model.StreamBidirectionalSamplingRate;
import org.telnyx4j.json.OpenEnum;

/** Enums grow without notice: a value that nobody knows yet is a value like any other. */
class OpenEnumTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static List<Class<?>> enums() {
        return Generated.enums();
    }

    @Test
    void thereAreEnumsOfBothKinds() {
        assertThat(enums()).hasSizeGreaterThan(100).contains(StreamBidirectionalSamplingRate.class);
        assertThat(enums()).anyMatch(type -> type.getEnclosingClass() != null);
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

            assertThat((Object) value)
                    .isEqualTo(same)
                    .hasSameHashCodeAs(same)
                    .isInstanceOf(type)
                    .isEqualTo(fromValue(type, isText ? json.replace("\"", "") : Integer.valueOf(json)));
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
        OpenEnum<?> ofRequest = MessageType.fromValue("new");
        OpenEnum<?> ofRecipient = MessageStatus.fromValue("new");

        assertThat((Object) ofRequest).isNotEqualTo(ofRecipient).isNotEqualTo("new");
    }

    @Test
    void anUnknownStatus_doesNotTurnASentMessageIntoAFailure() {
        String response = "{\"data\":{\"type\":\"RCS\",\"to\":[{\"status\":\"pondering\"},{\"status\":\"queued\"}]}}";
        try (Wire wire = Wire.answering(Wire.json(200, response))) {
            var data = Wire.message(wire.messages().sendMessage(Wire.MESSAGE));

            assertThat(data.getType()).hasToString("RCS");
            assertThat(data.getTo())
                    .extracting(MessageRecipient::getStatus)
                    .containsExactly(MessageStatus.fromValue("pondering"), MessageStatus.QUEUED);
        }
    }

    @Test
    void anUnknownValue_canBeSent() throws Exception {
        try (Wire wire = Wire.answering(Wire.json(200, "{\"data\":{}}"))) {
            wire.messages()
                    .sendMessage(Wire.MESSAGE.toBuilder()
                            .type(MessageType.fromValue("RCS"))
                            .build());

            assertThat(wire.server().awaitRequest().bodyBytes()).asString(UTF_8).contains("\"type\":\"RCS\"");
        }
    }

    @Test
    void nullIsNoValue() {
        assertThatThrownBy(() -> fromValue(MessageType.class, null))
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

    private static Object fromValue(Class<?> type, @Nullable Object value) throws ReflectiveOperationException {
        return type.getMethod("fromValue", isOfText(type) ? String.class : Integer.class)
                .invoke(null, value);
    }
}
