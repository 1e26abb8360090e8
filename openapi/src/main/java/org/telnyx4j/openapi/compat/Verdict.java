package org.telnyx4j.openapi.compat;

import java.util.List;
import org.telnyx4j.openapi.changes.Change;
import org.telnyx4j.openapi.changes.Impact;

/** How the version has to move when an update is shipped. */
public enum Verdict {
    /** Nothing that a program could notice by its own code. */
    PATCH("only words or limits changed; every program goes on as before"),
    /** Something can be used that wasn't there, or the API behaves otherwise; programs compile as before. */
    MINOR("programs compile and run as before, and can use what is new"),
    /** A program may not compile any more, or its requests may be refused. */
    MAJOR("a program may have to be changed; see what is marked BREAKING");

    private final String meaning;

    Verdict(String meaning) {
        this.meaning = meaning;
    }

    /** Returns what it means, in words. */
    public String meaning() {
        return meaning;
    }

    /** Decides by what the specification says has changed and by what the compiled API says. */
    public static Verdict of(List<Change> changes, ApiComparison api) {
        boolean breaking = changes.stream().anyMatch(change -> change.impact() == Impact.BREAKING);
        if (breaking || !api.breaking().isEmpty()) {
            return MAJOR;
        }
        boolean behaviour = changes.stream().anyMatch(change -> change.impact() == Impact.BEHAVIOUR);
        return behaviour || !api.added().isEmpty() || !changes.isEmpty() ? MINOR : PATCH;
    }
}
