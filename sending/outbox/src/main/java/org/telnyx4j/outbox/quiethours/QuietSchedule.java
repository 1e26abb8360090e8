package org.telnyx4j.outbox.quiethours;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The quiet hours of each weekday, by the clock where the recipient is. Immutable and safe for use by any number of threads.
 *
 * <p>Quiet hours that run past midnight are read by the clock of their own day: {@code 21:00-08:00} on Saturday is Saturday
 * before 08:00 and Saturday from 21:00 on. They include their begin and not their end, so that with {@code 21:00-08:00} the
 * first message of the day goes out at 08:00:00 and none at 21:00:00.
 */
public final class QuietSchedule {
    private static final Pattern ENTRY = Pattern.compile(
            "(?:([A-Za-z]{3})(?:-([A-Za-z]{3}))?\\s+)?(?:([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})|(all day|none))");

    /** What is quiet of one day: from begin to end, or, if it ends before it begins, all but that. */
    private record Hours(LocalTime begin, LocalTime end) {
        /** Ends when it begins, so nothing is left out. */
        static final Hours ALL = new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        boolean contains(LocalTime time) {
            boolean hasBegun = !time.isBefore(begin);
            boolean hasNotEnded = time.isBefore(end);
            return begin.isBefore(end) ? hasBegun && hasNotEnded : hasBegun || hasNotEnded;
        }

        @Override
        public String toString() {
            return this.equals(ALL) ? "all day" : begin + "-" + end;
        }
    }

    private final Map<DayOfWeek, Hours> days;

    private QuietSchedule(Map<DayOfWeek, Hours> days) {
        this.days = days;
    }

    /**
     * Returns a schedule without quiet hours.
     *
     * @return the schedule
     */
    public static QuietSchedule none() {
        return new QuietSchedule(new EnumMap<>(DayOfWeek.class));
    }

    /**
     * Creates a schedule with the same quiet hours on all days.
     *
     * @param begin when they begin
     * @param end when they end, mostly on the next morning
     * @return the schedule
     * @throws IllegalArgumentException if both are the same
     */
    public static QuietSchedule daily(LocalTime begin, LocalTime end) {
        return none().with(EnumSet.allOf(DayOfWeek.class), begin, end);
    }

    /**
     * Reads a schedule: {@code 21:00-08:00}, or with days {@code 21:00-08:00, Sat 20:00-10:00, Sun all day}. Later entries
     * count before earlier ones, and {@code none} takes quiet hours away.
     *
     * @param text entries with commas between them, each with or without days ({@code Sun}, {@code Mon-Fri})
     * @return the schedule
     * @throws IllegalArgumentException naming the entry that can't be read
     */
    public static QuietSchedule parse(String text) {
        QuietSchedule schedule = none();
        for (String entry : text.split(",", -1)) {
            schedule = schedule.withEntry(entry.strip());
        }
        return schedule;
    }

    /**
     * Returns a copy in which some days have other quiet hours.
     *
     * @param of the days
     * @param begin when they begin
     * @param end when they end; before the begin for hours that run past midnight
     * @return the copy
     * @throws IllegalArgumentException if both are the same
     */
    public QuietSchedule with(Collection<DayOfWeek> of, LocalTime begin, LocalTime end) {
        if (begin.equals(end)) {
            throw new IllegalArgumentException("quiet hours must begin and end at different times, were " + begin + "-"
                    + end + "; there is \"all day\", too");
        }
        return with(of, new Hours(begin, end));
    }

    /**
     * Returns a copy in which some days are quiet from begin to end.
     *
     * @param of the days
     * @return the copy
     */
    public QuietSchedule withQuietDays(Collection<DayOfWeek> of) {
        return with(of, Hours.ALL);
    }

    private QuietSchedule with(Collection<DayOfWeek> of, @Nullable Hours hours) {
        Map<DayOfWeek, Hours> changed = new EnumMap<>(DayOfWeek.class);
        changed.putAll(days);
        for (DayOfWeek day : of) {
            if (hours == null) {
                changed.remove(day);
            } else {
                changed.put(day, hours);
            }
        }
        return new QuietSchedule(changed);
    }

    private QuietSchedule withEntry(String entry) {
        Matcher found = ENTRY.matcher(entry);
        if (!found.matches()) {
            throw new IllegalArgumentException("quiet hours must be such as 21:00-08:00, Mon-Fri 20:00-09:00, "
                    + "Sun all day or Sat none, was \"" + entry + "\"");
        }
        Set<DayOfWeek> of = daysOf(found.group(1), found.group(2));
        if ("none".equals(found.group(5))) {
            return with(of, (Hours) null);
        }
        return found.group(5) != null
                ? withQuietDays(of)
                : with(of, time(found.group(3), entry), time(found.group(4), entry));
    }

    private static LocalTime time(String text, String entry) {
        try {
            // The end of a day is the begin of the next one.
            return LocalTime.parse(text.equals("24:00") ? "00:00" : text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("quiet hours must be from 00:00 to 24:00, was \"" + entry + "\"", e);
        }
    }

    private static Set<DayOfWeek> daysOf(@Nullable String first, @Nullable String last) {
        if (first == null) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        DayOfWeek day = day(first);
        Set<DayOfWeek> found = EnumSet.of(day);
        DayOfWeek end = last == null ? day : day(last);
        while (day != end) {
            day = day.plus(1);
            found.add(day);
        }
        return found;
    }

    private static DayOfWeek day(String name) {
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> shortName(day).equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("a day must be Mon, Tue, Wed, Thu, Fri, Sat or Sun, was " + name));
    }

    private static String shortName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ROOT);
    }

    /**
     * Returns whether a time is in the quiet hours.
     *
     * @param local date and time where the recipient is
     * @return whether nothing may be sent then
     */
    public boolean isQuiet(LocalDateTime local) {
        Hours hours = days.get(local.getDayOfWeek());
        return hours != null && hours.contains(local.toLocalTime());
    }

    /** Returns the next local time after one in quiet hours at which a quiet period ends, or the day, if that is sooner. */
    LocalDateTime nextEdge(LocalDateTime local) {
        LocalDateTime tomorrow = local.toLocalDate().plusDays(1).atStartOfDay();
        Hours hours = days.get(local.getDayOfWeek());
        if (hours == null || !hours.end().isAfter(local.toLocalTime())) {
            return tomorrow;
        }
        return local.toLocalDate().atTime(hours.end());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QuietSchedule that && days.equals(that.days);
    }

    @Override
    public int hashCode() {
        return days.hashCode();
    }

    /** Shows the quiet hours of each day that has some, as {@link #parse} reads them. */
    @Override
    public String toString() {
        if (days.isEmpty()) {
            return "none";
        }
        StringJoiner shown = new StringJoiner(", ");
        days.forEach((day, hours) -> shown.add(shortName(day) + " " + hours));
        return shown.toString();
    }
}
