package org.telnyx4j.optouts;

import org.telnyx4j.internal.database.EnumNames;

/** How something about an opt-out became known. */
public enum OptOutSource {
    /** By a message from the recipient. */
    MESSAGE,
    /** By Telnyx's refusal to send to the recipient (code 40300). */
    REFUSAL,
    /** By the account's list of opt-outs. */
    LIST,
    /** By the application, such as its web page. */
    APPLICATION,
    /** By something that only a newer edition knows. */
    OTHER;

    /** Returns the source that a row has. */
    static OptOutSource of(String name) {
        return EnumNames.read(name, OTHER);
    }
}
