package org.telnyx4j.outbox.quiethours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalQuietHoursTest {
    private static final String NUMBER = "+12125550123";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the first minute of the day | +12125550123 | 2026-01-15T13:00:00Z | 2026-01-15T13:00:00Z",
                "a second before it | +12125550123 | 2026-01-15T12:59:59Z | 2026-01-15T13:00:00Z",
                "the last second of the day | +12125550123 | 2026-01-16T01:59:59Z | 2026-01-16T01:59:59Z",
                "a second later | +12125550123 | 2026-01-16T02:00:00Z | 2026-01-16T13:00:00Z",
                "in summer | +12125550123 | 2026-07-15T11:00:00Z | 2026-07-15T12:00:00Z",
                "the night to summer time | +12125550123 | 2026-03-08T02:00:00Z | 2026-03-08T12:00:00Z",
                "the night to winter time | +12125550123 | 2026-11-01T01:00:00Z | 2026-11-01T13:00:00Z",
                "two zones: day in the east only | +18505550123 | 2026-01-15T13:30:00Z | 2026-01-15T14:00:00Z",
                "two zones: night in the east | +18505550123 | 2026-01-16T02:30:00Z | 2026-01-16T14:00:00Z",
                "half an hour beside the other zone | +17095550123 | 2026-01-16T00:30:00Z | 2026-01-16T00:30:00Z",
                "and night in the first of both | +17095550123 | 2026-01-16T01:00:00Z | 2026-01-16T13:00:00Z",
                "India | +919876543210 | 2026-01-15T00:00:00Z | 2026-01-15T02:30:00Z",
                "Nepal, a quarter of an hour more | +9779812345678 | 2026-01-15T00:00:00Z | 2026-01-15T02:15:00Z",
                "Kiritimati, where it is tomorrow | +68673012345 | 2026-01-15T00:00:00Z | 2026-01-15T00:00:00Z",
                "Honolulu | +18085550123 | 2026-01-15T10:00:00Z | 2026-01-15T18:00:00Z",
                "Canada on a weekday | +14165550123 | 2026-01-15T13:00:00Z | 2026-01-15T14:00:00Z",
                "Canada on a Saturday evening | +14165550123 | 2026-01-17T23:00:00Z | 2026-01-18T15:00:00Z",
                "Canada on a Sunday evening | +14165550123 | 2026-01-18T23:30:00Z | 2026-01-19T14:00:00Z",
                "all zones of Russia | +79161234567 | 2026-01-15T00:00:00Z | 2026-01-15T06:00:00Z",
            })
    void aMessageWaitsForTheDay(String what, String number, Instant at, Instant expected) {
        LocalQuietHours hours =
                LocalQuietHours.builder(PhoneNumberTimeZones.create()).build();

        assertThat(hours.earliest(number, at)).as(what).isEqualTo(expected);
    }

    @Test
    void aTollFreeNumberIsRefusedUnlessAZoneIsSetForIt() {
        Instant evening = Instant.parse("2026-01-16T01:30:00Z");
        LocalQuietHours.Builder builder = LocalQuietHours.builder(PhoneNumberTimeZones.create());
        assertThat(builder.build().nextAllowed("+18005550123", evening)).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> builder.build().earliest("+18005550123", evening))
                .withMessageNotContaining("555");

        builder.whenUnknown(ZoneId.of("America/New_York"));
        assertThat(builder.build().nextAllowed("+18005550123", evening)).contains(evening);

        builder.whenUnknown(ZoneId.of("America/New_York"), ZoneId.of("America/St_Johns"));
        assertThat(builder.build().nextAllowed("+18005550123", evening))
                .contains(Instant.parse("2026-01-16T13:00:00Z"));
    }

    @Test
    void aScheduleOfACountryCountsBeforeTheOneOfEverywhere() {
        Instant sunday = Instant.parse("2026-01-18T12:00:00Z");
        LocalQuietHours hours = LocalQuietHours.builder(PhoneNumberTimeZones.create())
                .everywhere(QuietSchedule.none())
                .country("fr", QuietSchedule.parse("22:00-08:00, Sun all day"))
                .build();

        assertThat(hours.nextAllowed("+33612345678", sunday)).contains(Instant.parse("2026-01-19T07:00:00Z"));
        assertThat(hours.nextAllowed("+12125550123", sunday)).contains(sunday);
        assertThat(hours.nextAllowed("+18005550123", sunday)).contains(sunday);
    }

    @Test
    void whereTheZonesHaveNoDayInCommonNothingIsSent() {
        LocalQuietHours hours = in("15:00-13:00", "Asia/Tokyo", "America/New_York");

        assertThat(hours.nextAllowed(NUMBER, Instant.parse("2026-01-15T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void whereEachDayIsQuietNothingIsSent() {
        assertThat(in("all day", "Asia/Tokyo").nextAllowed(NUMBER, Instant.parse("2026-01-15T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void quietHoursThatEndInTheHourThatIsLeftOutEndWithTheClockChange() {
        // At 02:00 it becomes 03:00.
        assertThat(in("21:00-02:30", "America/New_York").nextAllowed(NUMBER, Instant.parse("2026-03-08T06:00:00Z")))
                .contains(Instant.parse("2026-03-08T07:00:00Z"));
    }

    @Test
    void quietHoursThatEndInTheHourThatComesTwiceAreQuietAgain() {
        // At 02:00 it becomes 01:00.
        LocalQuietHours hours = in("21:00-01:30", "America/New_York");

        assertThat(hours.nextAllowed(NUMBER, Instant.parse("2026-11-01T05:00:00Z")))
                .contains(Instant.parse("2026-11-01T05:30:00Z"));
        assertThat(hours.nextAllowed(NUMBER, Instant.parse("2026-11-01T06:00:00Z")))
                .contains(Instant.parse("2026-11-01T06:30:00Z"));
    }

    @Test
    void aDayThatACountryLeftOutIsNotWaitedFor() {
        // Samoa went from Thursday 29 December 2011 to Saturday 31.
        assertThat(in("21:00-08:00, Thu all day", "Pacific/Apia")
                        .nextAllowed(NUMBER, Instant.parse("2011-12-29T20:00:00Z")))
                .contains(Instant.parse("2011-12-30T18:00:00Z"));
    }

    @Test
    void theNextAllowedTimeIsTheFirstOneThatIsDayInAllZones() {
        List<String> names = List.of(
                "America/New_York",
                "America/Los_Angeles",
                "America/St_Johns",
                "Pacific/Honolulu",
                "Pacific/Kiritimati",
                "Pacific/Chatham",
                "Asia/Kolkata",
                "Asia/Kathmandu",
                "Australia/Lord_Howe",
                "Europe/Berlin",
                "Africa/Cairo",
                "America/Asuncion",
                "Asia/Beirut");
        List<String> schedules = List.of(
                "21:00-08:00",
                "Mon-Fri 21:30-09:00, Sat 18:00-10:00, Sun all day",
                "02:00-05:00",
                "12:00-14:00",
                "23:00-00:30",
                "20:00-24:00, Wed none");
        Random random = new Random(20260115);
        for (int i = 0; i < 300; i++) {
            Set<String> zones = new LinkedHashSet<>();
            for (int j = random.nextInt(3); j >= 0; j--) {
                zones.add(names.get(random.nextInt(names.size())));
            }
            String schedule = schedules.get(random.nextInt(schedules.size()));
            Instant at = Instant.parse("2026-01-01T00:00:00Z").plus(random.nextInt(525_600), ChronoUnit.MINUTES);
            Optional<Instant> next = in(schedule, zones.toArray(String[]::new)).nextAllowed(NUMBER, at);
            assertThat(next)
                    .as("%s in %s at %s", schedule, zones, at)
                    .isEqualTo(firstMinute(QuietSchedule.parse(schedule), zones, at));
        }
    }

    private static Optional<Instant> firstMinute(QuietSchedule schedule, Set<String> zones, Instant at) {
        return Stream.iterate(at, minute -> minute.plus(1, ChronoUnit.MINUTES))
                .limit(15L * 24 * 60)
                .filter(minute -> zones.stream()
                        .noneMatch(zone -> schedule.isQuiet(LocalDateTime.ofInstant(minute, ZoneId.of(zone)))))
                .findFirst();
    }

    private static LocalQuietHours in(String schedule, String... zones) {
        Set<ZoneId> found = new LinkedHashSet<>();
        for (String zone : zones) {
            found.add(ZoneId.of(zone));
        }
        return LocalQuietHours.builder(number -> RecipientLocation.of("US", found))
                .everywhere(QuietSchedule.parse(schedule))
                .build();
    }
}
