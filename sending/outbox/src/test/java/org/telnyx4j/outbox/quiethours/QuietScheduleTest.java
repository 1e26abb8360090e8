package org.telnyx4j.outbox.quiethours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietScheduleTest {
    // 2026-11-28 is a Saturday.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "21:00-08:00 | 2026-11-28T07:59:59.999 | true",
                "21:00-08:00 | 2026-11-28T08:00 | false",
                "21:00-08:00 | 2026-11-28T20:59:59.999 | false",
                "21:00-08:00 | 2026-11-28T21:00 | true",
                "12:00-14:00 | 2026-11-28T11:59 | false",
                "12:00-14:00 | 2026-11-28T12:00 | true",
                "12:00-14:00 | 2026-11-28T14:00 | false",
                "20:00-24:00 | 2026-11-28T23:59 | true",
                "20:00-24:00 | 2026-11-28T00:00 | false",
                "21:00-08:00, Sat all day | 2026-11-28T12:00 | true",
                "21:00-08:00, Sat all day | 2026-11-29T12:00 | false",
                "21:00-08:00, Sat none | 2026-11-28T03:00 | false",
                "21:00-08:00, Fri-Mon 18:00-10:00 | 2026-11-29T09:00 | true",
                "21:00-08:00, Fri-Mon 18:00-10:00 | 2026-12-01T09:00 | false",
                "Mon-Fri 21:00-08:00 | 2026-11-28T03:00 | false",
            })
    void aTimeIsQuietOrNot(String schedule, String local, boolean isQuiet) {
        assertThat(QuietSchedule.parse(schedule).isQuiet(LocalDateTime.parse(local)))
                .isEqualTo(isQuiet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"21:00-08:00", "none", "Sun all day", "Mon-Fri 21:00-09:00, sat 18:00-10:00, Sun 12:00-14:00"})
    void whatIsShownReadsBackAsTheSame(String text) {
        QuietSchedule schedule = QuietSchedule.parse(text);

        assertThat(QuietSchedule.parse(schedule.toString())).isEqualTo(schedule);
    }

    @Test
    void aParsedScheduleIsTheOneThatIsBuilt() {
        assertThat(QuietSchedule.parse("21:00-08:00"))
                .isEqualTo(QuietSchedule.daily(LocalTime.of(21, 0), LocalTime.of(8, 0)))
                .hasToString("Mon 21:00-08:00, Tue 21:00-08:00, Wed 21:00-08:00, Thu 21:00-08:00, Fri 21:00-08:00, "
                        + "Sat 21:00-08:00, Sun 21:00-08:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9-5",
                "21:00",
                "21:00-08:00,",
                "25:00-08:00",
                "21:60-08:00",
                "Son 21:00-08:00",
                "08:00-08:00",
                "Sun"
            })
    void whatCannotBeReadIsNamed(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> QuietSchedule.parse(text));
    }
}
