package org.telnyx4j.errors;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;
import org.telnyx4j.internal.privacy.Mask;

/** One line for a log: what failed, why, whether it had its effect (unless it is a lookup), what to do, request id. */
final class ErrorMessage {
    private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private ErrorMessage() {}

    static String of(ErrorDetails details) {
        StringBuilder line = new StringBuilder(160);
        line.append(details.operation()).append(" failed");
        if (details.attempts() > 1) {
            line.append(" after ").append(details.attempts()).append(" attempts");
        }
        line.append(": ").append(problem(details));
        String remedy = details.remedy().orElseGet(() -> remedy(details));
        if (details.isLookup() && !remedy.isEmpty()) {
            // There is no effect whose outcome could be in question.
            line.append(". ").append(Character.toUpperCase(remedy.charAt(0))).append(remedy, 1, remedy.length());
        } else {
            line.append(". ").append(outcome(details)).append("; ").append(remedy);
        }
        line.append('.');
        details.requestId().ifPresent(id -> line.append(" Request id: ").append(loggable(id)));
        return line.toString();
    }

    private static String problem(ErrorDetails details) {
        return details.problem().orElseGet(() -> {
            StringBuilder codes = new StringBuilder();
            if (details.httpStatus().isPresent()) {
                codes.append("HTTP ").append(details.httpStatus().getAsInt());
            } else {
                codes.append("no response");
            }
            for (TelnyxError error : details.errors()) {
                if (error.code() != null) {
                    codes.append(", ").append(Mask.freeText(error.code()));
                }
            }
            return codes.toString();
        });
    }

    private static String outcome(ErrorDetails details) {
        return switch (details.outcome()) {
            case NOT_CARRIED_OUT -> "It was not carried out";
            case CARRIED_OUT -> "It was carried out";
            case UNKNOWN -> "Whether it was carried out is unknown";
        };
    }

    private static String remedy(ErrorDetails details) {
        return switch (details.advice()) {
            case DO_NOT_RETRY ->
                details.outcome() == Outcome.CARRIED_OUT && !details.isLookup()
                        ? "do not send it again, look up its result"
                        : "sending it again unchanged will not help";
            case RETRY_AFTER_DELAY ->
                "try again after " + seconds(details.retryAfter().orElseThrow());
            case RETRY_WITH_BACKOFF -> "try again, with a wait that grows from try to try";
            case FIND_OUT_FIRST ->
                "find out before trying again: wait for its webhook or look for what it would have created";
        };
    }

    private static String seconds(Duration delay) {
        return BigDecimal.valueOf(delay.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    /** The id comes from a header that anything on the way could have written. */
    private static String loggable(String requestId) {
        return PLAIN_ID.matcher(requestId).matches() ? Mask.identifier(requestId) : "<unprintable>";
    }
}
