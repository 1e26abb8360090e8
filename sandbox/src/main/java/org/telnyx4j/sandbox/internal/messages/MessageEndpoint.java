package org.telnyx4j.sandbox.internal.messages;

/** The operations that send a message, and how they differ in what they take. */
enum MessageEndpoint {
    ANY("/messages"),
    NUMBER_POOL("/messages/number_pool"),
    LONG_CODE("/messages/long_code"),
    SHORT_CODE("/messages/short_code"),
    GROUP_MMS("/messages/group_mms"),
    ALPHANUMERIC("/messages/alphanumeric_sender_id"),
    SCHEDULE("/messages/schedule");

    private final String path;

    MessageEndpoint(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    boolean takesSendAt() {
        return this == ANY || this == SCHEDULE;
    }

    boolean takesMedia() {
        return this != ALPHANUMERIC;
    }

    /** Whether the sender may be left out, or of any kind, depending on the messaging profile. */
    boolean takesAnySender() {
        return this == ANY || this == SCHEDULE;
    }

    boolean needsProfile() {
        return this == NUMBER_POOL || this == ALPHANUMERIC;
    }
}
