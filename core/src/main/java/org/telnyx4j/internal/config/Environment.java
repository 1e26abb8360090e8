package org.telnyx4j.internal.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.validation.TextRules;

/** Reads the variables that configure a client; a variable that is blank counts as not set. */
public final class Environment {
    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(1_000_000);

    private final Map<String, String> variables;

    /**
     * Reads from a map.
     *
     * @param variables such as {@link System#getenv()}
     */
    public Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /**
     * Returns a variable that follows a rule.
     *
     * @return its value without white space around it, or {@code null} where it is not set
     * @throws IllegalArgumentException naming the variable and the rule, not the value
     */
    public @Nullable String text(String name, Function<String, @Nullable String> rule) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        return Arguments.require(value.strip(), name, rule);
    }

    /**
     * Returns a variable that is a duration: seconds such as {@code 10} or {@code 2.5}, or ISO 8601 such as
     * {@code PT2.5S}.
     *
     * @throws IllegalArgumentException naming the variable and the rule
     */
    public @Nullable Duration duration(String name) {
        String text = text(name, TextRules::notBlank);
        return text == null ? null : Arguments.require(parse(text, name), name, TextRules::positive);
    }

    /**
     * Returns a variable that is {@code true} or {@code false}, in any case.
     *
     * @param otherwise what it is where the variable is not set
     * @throws IllegalArgumentException naming the variable and the rule
     */
    public boolean flag(String name, boolean otherwise) {
        String text = text(
                name,
                value -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")
                        ? null
                        : "must be true or false");
        return text == null ? otherwise : Boolean.parseBoolean(text);
    }

    private static Duration parse(String text, String name) {
        try {
            if (text.charAt(0) == 'P' || text.charAt(0) == 'p') {
                return Duration.parse(text);
            }
            BigDecimal seconds = new BigDecimal(text);
            if (seconds.abs().compareTo(LONGEST_SECONDS) <= 0) {
                return Duration.ofMillis(seconds.movePointRight(3).longValue());
            }
        } catch (DateTimeParseException | NumberFormatException | ArithmeticException e) {
            // Told below, in words that a user of the variable understands.
        }
        throw new IllegalArgumentException(
                name + " must be a number of seconds such as 10 or 2.5, or an ISO 8601 duration such as PT2.5S");
    }
}
