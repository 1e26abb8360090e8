package org.telnyx4j.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times in the forms that Telnyx is known to use, to the last digit, and durations in the units of the wire. */
class TimesOnTheWireTest {
    @ParameterizedTest
    @CsvSource({
        "2026-07-16T09:08:07Z, 2026-07-16T09:08:07Z",
        "2026-07-16T09:08:00Z, 2026-07-16T09:08:00Z",
        "2026-07-16T09:08Z, 2026-07-16T09:08:00Z",
        "2026-07-16T00:00:00+00:00, 2026-07-16T00:00:00Z",
        "2026-07-16T00:00:00+0000, 2026-07-16T00:00:00Z",
        "2026-07-16T00:00:00.5-0530, 2026-07-16T00:00:00.5-05:30",
        "2026-07-16T00:00:00-0030, 2026-07-16T00:00:00-00:30",
        "2026-07-16T09:08:07.1+02:00, 2026-07-16T09:08:07.1+02:00",
        "2026-07-16T09:08:07.123456-05:30, 2026-07-16T09:08:07.123456-05:30",
        "2026-07-16T09:08:07.123456789Z, 2026-07-16T09:08:07.123456789Z",
        "2026-07-16t09:08:07z, 2026-07-16T09:08:07Z",
        "2026-07-16T09:08:07.123456, 2026-07-16T09:08:07.123456Z",
        "2026-07-16 09:08:07+02:00, 2026-07-16T09:08:07+02:00",
        "2026-07-16 09:08:07, 2026-07-16T09:08:07Z",
        "' 2026-07-16T09:08:07Z ', 2026-07-16T09:08:07Z",
        "1969-12-31T23:59:59Z, 1969-12-31T23:59:59Z"
    })
    void aTime_isReadInItsFormAndWrittenInRfc3339(String wire, String written) {
        SampleModel read = SampleModel.fromJson("{\"sent_at\":\"" + wire + "\"}");

        assertThat(read.getSentAt()).isEqualTo(OffsetDateTime.parse(written));
        assertThat(read.toJson()).isEqualTo("{\"sent_at\":\"" + written + "\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T09:08:07Z",
                "2026-07-16T24:08:07Z",
                "2026-07-16T09:08:07.1234567890Z",
                "2026-07-16T09:08:07+2:00",
                "2026-07-16T09:08:07+99:00",
                "2026-07-16T09:08:07+02:00x",
                "2026-07-16T09:08:0xZ",
                "2026-07-16",
                "16.07.2026",
                "now",
                "2026-07-16T09:08:07Zulu"
            })
    void whatIsNoTime_isSetAside(String wire) {
        SampleModel read = SampleModel.fromJson("{\"sent_at\":\"" + wire + "\"}");

        assertThat(read.getSentAt()).isNull();
        assertThat(read.getAdditionalProperties()).containsEntry("sent_at", wire);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"  \"", "null"})
    void anEmptyTime_isNone(String wire) {
        SampleModel read = SampleModel.fromJson("{\"sent_at\":" + wire + ",\"day\":" + wire + ",\"id\":\"m\"}");

        assertThat(read.getSentAt()).isNull();
        assertThat(read.getDay()).isNull();
        assertThat(read.has("day")).isTrue();
        assertThat(read.getId()).isEqualTo("m");
        assertThat(read.getAdditionalProperties()).isEmpty();
    }

    @Test
    void aTimeOnTheFullMinute_isSentWithItsSeconds() {
        assertThat(SampleModel.builder()
                        .sentAt(OffsetDateTime.parse("2026-07-16T09:00Z"))
                        .build()
                        .toJson())
                .isEqualTo("{\"sent_at\":\"2026-07-16T09:00:00Z\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0, 0, 0",
        "PT1S, 1, 1000, 1",
        "PT1.5S, 2, 1500, 1",
        "PT0.000000001S, 1, 1, 1",
        "PT1M, 60, 60000, 1",
        "PT1M0.001S, 61, 60001, 2",
        "PT-1.5S, -1, -1500, 0",
        "PT-1M, -60, -60000, -1"
    })
    void aDuration_isRoundedUpToWholeUnits(String duration, long seconds, long milliseconds, long minutes) {
        Duration given = Duration.parse(duration);

        SampleModel model = SampleModel.builder()
                .timeout(given)
                .pause(given)
                .validity(given)
                .build();

        assertThat(model.toJson())
                .isEqualTo("{\"timeout_secs\":" + seconds + ",\"pause_millis\":" + milliseconds
                        + ",\"validity_minutes\":" + minutes + "}");
        assertThat(model.getTimeout()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(SampleModel.fromJson(model.toJson())).isEqualTo(model);
    }

    @Test
    void aDurationWithoutEnd_canBeSentAndPrinted() {
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

        assertThat(SampleModel.builder()
                        .timeout(endless)
                        .pause(endless)
                        .validity(endless)
                        .build()
                        .toJson())
                .startsWith("{\"timeout_secs\":9");
    }
}
