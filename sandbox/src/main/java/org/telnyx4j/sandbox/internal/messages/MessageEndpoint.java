package org.telnyx4j.sandbox.internal.messages;

import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.generated.api.MessagesApi;

/** The operations that send a message, and how they differ beyond the fields that they take. */
enum MessageEndpoint {
    ANY,
    NUMBER_POOL,
    LONG_CODE,
    SHORT_CODE,
    GROUP_MMS,
    ALPHANUMERIC,
    SCHEDULE;

    ApiOperation operation() {
        return switch (this) {
            case ANY -> MessagesApi.SEND_MESSAGE;
            case NUMBER_POOL -> MessagesApi.SEND_NUMBER_POOL_MESSAGE;
            case LONG_CODE -> MessagesApi.SEND_LONG_CODE_MESSAGE;
            case SHORT_CODE -> MessagesApi.SEND_SHORT_CODE_MESSAGE;
            case GROUP_MMS -> MessagesApi.SEND_GROUP_MMS;
            case ALPHANUMERIC -> MessagesApi.SEND_ALPHANUMERIC_MESSAGE;
            case SCHEDULE -> MessagesApi.SCHEDULE_MESSAGE;
        };
    }

    /** Whether the sender may be left out, or of any kind, depending on the messaging profile. */
    boolean takesAnySender() {
        return this == ANY || this == SCHEDULE;
    }
}
