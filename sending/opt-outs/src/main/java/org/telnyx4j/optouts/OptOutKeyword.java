package org.telnyx4j.optouts;

/** What a recipient asks for by a word that is a whole message. */
public enum OptOutKeyword {
    /** No more messages. */
    STOP,
    /** Messages again. */
    START,
    /** Who sends this, and how to stop it. Changes nothing. */
    HELP
}
