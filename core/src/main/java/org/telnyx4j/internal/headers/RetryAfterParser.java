package org.telnyx4j.internal.headers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.TelnyxError;

/**
 * Reads the delays that a response asks for. What is negative, past, not a number or too large to be a delay is ignored;
 * what is longer than 24 hours counts as 24 hours.
 */
public final class RetryAfterParser {
    private static final Duration LONGEST = Duration.ofHours(24);

    /** A number from here on is a point in time in Unix seconds that was put where a delay belongs. */
    private static final BigDecimal NO_DELAY_BUT_A_TIME = BigDecimal.valueOf(1_000_000_000L);

    /** So few digits are a delay, and no point in time. */
    private static final int USUAL_DIGITS = 9;

    private RetryAfterParser() {}

    /** The delay after a 429: from the first of three places that has one. */
    public static @Nullable Duration untilAllowed(ResponseHead.Headers headers, List<TelnyxError> errors, Clock clock) {
        Duration delay = retryAfter(headers, clock);
        if (delay == null) {
            delay = ofSeconds(headers.first("x-ratelimit-reset"));
        }
        if (delay == null && !errors.isEmpty()) {
            delay = ofMeta(errors.get(0));
        }
        return delay;
    }

    public static @Nullable Duration retryAfter(ResponseHead.Headers headers, Clock clock) {
        String value = headers.first("Retry-After");
        Duration delay = ofSeconds(value);
        return delay != null ? delay : untilDate(value, headers.first("Date"), clock);
    }

    public static @Nullable Duration ofSeconds(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String trimmed = value.strip();
        int whole = wholeSeconds(trimmed);
        if (whole >= 0) {
            return capped(Duration.ofSeconds(whole));
        }
        return Unusual.SECONDS.matcher(trimmed).matches() ? ofSeconds(new BigDecimal(trimmed)) : null;
    }

    /** Reads the usual form, by hand as most responses have it. Returns -1 for any other. */
    private static int wholeSeconds(String text) {
        if (text.isEmpty() || text.length() > USUAL_DIGITS) {
            return -1;
        }
        int seconds = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            seconds = seconds * 10 + (c - '0');
        }
        return seconds;
    }

    private static @Nullable Duration ofMeta(TelnyxError error) {
        Object value = error.meta().get("retry_after");
        return value instanceof Number || value instanceof String ? ofSeconds(value.toString()) : null;
    }

    private static @Nullable Duration ofSeconds(BigDecimal seconds) {
        if (seconds.compareTo(NO_DELAY_BUT_A_TIME) >= 0) {
            return null;
        }
        long millis =
                seconds.movePointRight(3).setScale(0, RoundingMode.CEILING).longValueExact();
        return capped(Duration.ofMillis(millis));
    }

    /**
     * Where the response has its own date, the delay is the difference of the two: both come from the same clock, so
     * it holds even if that clock and ours disagree.
     */
    private static @Nullable Duration untilDate(@Nullable String value, @Nullable String date, Clock clock) {
        Instant until = httpDate(value);
        if (until == null) {
            return null;
        }
        Instant responded = httpDate(date);
        Duration delay = Duration.between(responded != null ? responded : clock.instant(), until);
        return delay.isNegative() ? null : capped(delay);
    }

    private static @Nullable Instant httpDate(@Nullable String value) {
        if (value == null) {
            return null;
        }
        for (DateTimeFormatter form : Unusual.HTTP_DATES) {
            Instant date = parsed(value.strip(), form);
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private static @Nullable Instant parsed(String value, DateTimeFormatter form) {
        try {
            return ZonedDateTime.parse(value, form).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Duration capped(Duration delay) {
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    /** What a cold JVM takes long to load, and most responses do not need. */
    private static final class Unusual {
        private static final Pattern SECONDS = Pattern.compile("\\+?[0-9]{1,18}(?:\\.[0-9]{1,18})?");

        /** The three forms that RFC 9110 asks a recipient to accept. */
        private static final List<DateTimeFormatter> HTTP_DATES = List.of(
                DateTimeFormatter.RFC_1123_DATE_TIME,
                DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.US)
                        .withZone(ZoneOffset.UTC),
                DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US)
                        .withZone(ZoneOffset.UTC));

        private Unusual() {}
    }
}
