package org.telnyx4j.spring;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The application cannot start as it is configured. Spring Boot shows the problem and what to do instead of a stack trace.
 * Neither contains a value of a property.
 */
public final class TelnyxConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    private final String problem;

    /** What to do. */
    private final String action;

    /**
     * Creates an exception.
     *
     * @param problem what is wrong, as sentences that name the property or the bean
     * @param action what to do about it, as sentences
     * @param cause what was thrown, or null
     */
    public TelnyxConfigurationException(String problem, String action, @Nullable Throwable cause) {
        super(problem + " " + action, cause);
        this.problem = Objects.requireNonNull(problem, "problem");
        this.action = Objects.requireNonNull(action, "action");
    }

    /**
     * Returns what is wrong.
     *
     * @return sentences that name the property or the bean
     */
    public String problem() {
        return problem;
    }

    /**
     * Returns what to do.
     *
     * @return sentences
     */
    public String action() {
        return action;
    }
}
