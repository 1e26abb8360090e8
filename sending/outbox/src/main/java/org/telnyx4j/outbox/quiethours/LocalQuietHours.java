package org.telnyx4j.outbox.quiethours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.telnyx4j.outbox.QuietHours;

/**
 * Lets messages out only while it is day where the recipient is. Immutable and safe for use by any number of threads.
 *
 * <pre>{@code
 * QuietHours quietHours = LocalQuietHours.builder(PhoneNumberTimeZones.create())
 *         .country("FR", QuietSchedule.parse("22:00-08:00, Sun all day"))
 *         .whenUnknown(ZoneId.of("America/New_York"), ZoneId.of("America/Los_Angeles"))
 *         .build();
 * }</pre>
 *
 * <p>Where a number can be in several zones, it must be day in all of them. Where its zone isn't known, as for a toll-free
 * number, the zones of {@link Builder#whenUnknown} count, and without them nothing is sent to it.
 *
 * <p>Unless set, the quiet hours are:
 *
 * <ul>
 *   <li>United States ({@code US}): 21:00 to 08:00, as 47 CFR 64.1200(c)(1) has it for telephone solicitations, at the
 *       called party's location. Some states are stricter (Florida and Oklahoma from 20:00 on, Texas on Sundays until
 *       noon): a number does not show the state for certain, so set what is strictest of those that you send to.
 *   <li>Canada ({@code CA}): Monday to Friday 21:30 to 09:00, Saturday and Sunday 18:00 to 10:00, as the CRTC's Unsolicited
 *       Telecommunications Rules, part III, have it for telemarketing.
 *   <li>Everywhere else: 21:00 to 08:00, which is no country's law.
 * </ul>
 *
 * <p>Those rules are about advertising; a code for a login may go out at night. This is no legal advice.
 *
 * <p>Clock changes are kept: an hour that occurs twice is looked at twice, and one that does not occur has passed.
 */
public final class LocalQuietHours implements QuietHours {
    /** Two weeks, so that each weekday comes twice, and one day more for zones on both sides of the date line. */
    private static final Duration HORIZON = Duration.ofDays(15);

    private static final QuietSchedule NIGHT = QuietSchedule.daily(LocalTime.of(21, 0), LocalTime.of(8, 0));

    private final TimeZones timeZones;
    private final QuietSchedule everywhere;
    private final Map<String, QuietSchedule> byCountry;
    private final Set<ZoneId> whenUnknown;

    private LocalQuietHours(Builder builder) {
        this.timeZones = builder.timeZones;
        this.everywhere = builder.everywhere;
        this.byCountry = Map.copyOf(builder.byCountry);
        this.whenUnknown = builder.whenUnknown;
    }

    /**
     * Returns a builder with the quiet hours that are described above.
     *
     * @param timeZones where numbers are
     * @return the builder
     */
    public static Builder builder(TimeZones timeZones) {
        return new Builder(timeZones);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the zone of the number isn't known and no zones are set for that, or if there is no
     *     time within two weeks at which it is day in all of its zones; the outbox parks such a message
     */
    @Override
    public Instant earliest(String recipient, Instant now) {
        return nextAllowed(recipient, now)
                .orElseThrow(() -> new IllegalStateException(
                        "no time is known at which a message may be sent to this recipient: see whenUnknown(…)"));
    }

    /**
     * Returns from when on a message may be sent, as {@link #earliest} does.
     *
     * @param recipient the recipient's number
     * @param at the earliest time that is asked for
     * @return {@code at} itself if it may be sent then; else the next time at which it may; empty if none is known
     */
    public Optional<Instant> nextAllowed(String recipient, Instant at) {
        RecipientLocation location = timeZones.locate(recipient);
        QuietSchedule schedule = location.country()
                .map(country -> byCountry.getOrDefault(country, everywhere))
                .orElse(everywhere);
        if (schedule.equals(QuietSchedule.none())) {
            return Optional.of(at);
        }
        Set<ZoneId> zones = location.zones().isEmpty() ? whenUnknown : location.zones();
        return zones.isEmpty() ? Optional.empty() : firstInAll(zones, schedule, at);
    }

    /** Goes to the latest of what the zones allow, until all of them allow the same instant. */
    private static Optional<Instant> firstInAll(Set<ZoneId> zones, QuietSchedule schedule, Instant at) {
        Instant end = at.plus(HORIZON);
        Instant candidate = at;
        while (candidate.isBefore(end)) {
            Instant latest = candidate;
            for (ZoneId zone : zones) {
                Instant first = firstIn(zone.getRules(), schedule, candidate, end);
                latest = first.isAfter(latest) ? first : latest;
            }
            if (latest.equals(candidate)) {
                return Optional.of(candidate);
            }
            candidate = latest;
        }
        return Optional.empty();
    }

    /** Steps from edge to edge of the schedule. A step ends at a clock change, after which the local time is another. */
    private static Instant firstIn(ZoneRules rules, QuietSchedule schedule, Instant at, Instant end) {
        Instant candidate = at;
        while (candidate.isBefore(end)) {
            LocalDateTime local = LocalDateTime.ofInstant(candidate, rules.getOffset(candidate));
            if (!schedule.isQuiet(local)) {
                return candidate;
            }
            Instant edge = candidate.plus(Duration.between(local, schedule.nextEdge(local)));
            ZoneOffsetTransition change = rules.nextTransition(candidate);
            candidate = change != null && change.getInstant().isBefore(edge) ? change.getInstant() : edge;
        }
        return end;
    }

    /** Shows the settings. */
    @Override
    public String toString() {
        return "LocalQuietHours[everywhere=" + everywhere + ", byCountry=" + byCountry + ", whenUnknown=" + whenUnknown
                + "]";
    }

    /** Collects the settings of {@link LocalQuietHours}. Not safe for use by several threads. */
    public static final class Builder {
        private final TimeZones timeZones;
        private final Map<String, QuietSchedule> byCountry = new HashMap<>();
        private QuietSchedule everywhere = NIGHT;
        private Set<ZoneId> whenUnknown = Set.of();

        private Builder(TimeZones timeZones) {
            this.timeZones = Objects.requireNonNull(timeZones, "timeZones");
            byCountry.put("US", NIGHT);
            byCountry.put(
                    "CA",
                    QuietSchedule.daily(LocalTime.of(21, 30), LocalTime.of(9, 0))
                            .with(
                                    Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                                    LocalTime.of(18, 0),
                                    LocalTime.of(10, 0)));
        }

        /**
         * Sets the quiet hours of all countries, the United States and Canada among them. A later {@link #country} counts
         * before it.
         *
         * @param schedule the quiet hours
         * @return this builder
         */
        public Builder everywhere(QuietSchedule schedule) {
            this.everywhere = Objects.requireNonNull(schedule, "schedule");
            byCountry.clear();
            return this;
        }

        /**
         * Sets the quiet hours of one country.
         *
         * @param country two letters (ISO 3166-1 alpha-2)
         * @param schedule the quiet hours; {@link QuietSchedule#none()} for none
         * @return this builder
         * @throws IllegalArgumentException if the country is not two letters
         */
        public Builder country(String country, QuietSchedule schedule) {
            byCountry.put(RecipientLocation.country(country), Objects.requireNonNull(schedule, "schedule"));
            return this;
        }

        /**
         * Sets where numbers are taken to be whose zone is not known. Without it nothing is sent to them.
         *
         * @param zones one zone, or several, in all of which it must be day then
         * @return this builder
         */
        public Builder whenUnknown(ZoneId... zones) {
            this.whenUnknown = Set.of(zones);
            return this;
        }

        /**
         * Builds the quiet hours.
         *
         * @return the quiet hours
         */
        public LocalQuietHours build() {
            return new LocalQuietHours(this);
        }
    }
}
