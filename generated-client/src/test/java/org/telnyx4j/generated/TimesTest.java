package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.invoker.Json;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.generated.model.ScheduleMessageRequest;

/** Times in the forms that Telnyx is known to use, to the last digit. */
class TimesTest {
    private static final JsonMapper MAPPER = Json.newMapper();

    @ParameterizedTest
    @CsvSource({
        "2026-07-16T09:08:07Z, 2026-07-16T09:08:07Z",
        "2026-07-16T09:08:00Z, 2026-07-16T09:08:00Z",
        "2026-07-16T00:00:00+00:00, 2026-07-16T00:00:00Z",
        "2026-07-16T09:08:07.1+02:00, 2026-07-16T09:08:07.1+02:00",
        "2026-07-16T09:08:07.123456-05:30, 2026-07-16T09:08:07.123456-05:30",
        "2026-07-16T09:08:07.123456789Z, 2026-07-16T09:08:07.123456789Z",
        "2026-07-16t09:08:07z, 2026-07-16T09:08:07Z",
        "2026-07-16T09:08:07.123456, 2026-07-16T09:08:07.123456Z",
        "2026-07-16 09:08:07+02:00, 2026-07-16T09:08:07+02:00",
        "2026-07-16 09:08:07, 2026-07-16T09:08:07Z",
        "' 2026-07-16T09:08:07Z ', 2026-07-16T09:08:07Z"
    })
    void aTime_isReadInItsFormAndWrittenInRfc3339(String wire, String written) throws Exception {
        MessagePayload read = MAPPER.readValue("{\"sent_at\":\"" + wire + "\"}", MessagePayload.class);

        assertThat(read.getSentAt()).isEqualTo(OffsetDateTime.parse(written));
        assertThat(MAPPER.writeValueAsString(read)).isEqualTo("{\"sent_at\":\"" + written + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"  \"", "null"})
    void anEmptyTime_isNone(String wire) throws Exception {
        MessagePayload read = MAPPER.readValue("{\"sent_at\":" + wire + ",\"id\":\"m\"}", MessagePayload.class);

        assertThat(read.getSentAt()).isNull();
        assertThat(read.getId()).isEqualTo("m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"yesterday\"", "\"2026-07-16\"", "1784192887", "{\"id\":\"x\"}", "[]", "true"})
    void whatIsNoTime_isRefused(String wire) {
        assertThatThrownBy(() -> MAPPER.readValue("{\"sent_at\":" + wire + "}", MessagePayload.class))
                .isInstanceOf(JsonMappingException.class);
    }

    @Test
    void aTimeOnTheFullMinute_isSentWithItsSeconds() throws Exception {
        try (Wire wire = Wire.answering(Answer.json(200, "{\"data\":{}}"))) {
            new MessagesApi(wire.client())
                    .scheduleMessage(new ScheduleMessageRequest().sendAt(OffsetDateTime.parse("2026-07-16T09:00Z")));

            assertThat(wire.server().takeRequest().body())
                    .asString(UTF_8)
                    .isEqualTo("{\"send_at\":\"2026-07-16T09:00:00Z\"}");
        }
    }
}
