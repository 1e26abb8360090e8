package org.telnyx4j.optouts;

import java.util.Objects;
import org.telnyx4j.internal.database.EnumNames;

/**
 * Which messages a recipient does not want. Telnyx keeps opt-outs by messaging profile: who sends STOP to one of its numbers
 * gets nothing from all of them. Immutable.
 *
 * @param kind what the id is of
 * @param id the id; empty for {@link Kind#ACCOUNT}
 */
public record OptOutScope(Kind kind, String id) {
    /** What an opt-out can be about. */
    public enum Kind {
        /** All numbers of one messaging profile. */
        PROFILE,
        /** One sender, whose messaging profile is not known. */
        SENDER,
        /** All that the account sends. */
        ACCOUNT,
        /**
         * Something that only a newer edition knows. An opt-out from it counts for all that the account sends, since this
         * edition cannot tell which messages it is about.
         */
        OTHER;

        /** Returns the kind that a row has. */
        static Kind of(String name) {
            return EnumNames.read(name, OTHER);
        }
    }

    /** Checks that nothing is null. */
    public OptOutScope {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    /**
     * Returns the scope of a messaging profile.
     *
     * @param messagingProfileId the profile's id
     * @return the scope
     */
    public static OptOutScope profile(String messagingProfileId) {
        return new OptOutScope(Kind.PROFILE, messagingProfileId);
    }

    /**
     * Returns the scope of one sender.
     *
     * @param sender a number in E.164 form, a short code or an alphanumeric id
     * @return the scope
     */
    public static OptOutScope sender(String sender) {
        return new OptOutScope(Kind.SENDER, sender);
    }

    /**
     * Returns the scope of all that the account sends.
     *
     * @return the scope
     */
    public static OptOutScope account() {
        return new OptOutScope(Kind.ACCOUNT, "");
    }

    /** Shows the profile; a sender is masked, and so is what may be one. */
    @Override
    public String toString() {
        return "OptOutScope[" + kind + (kind == Kind.ACCOUNT ? "" : " " + (kind == Kind.PROFILE ? id : Masked.of(id)))
                + "]";
    }
}
