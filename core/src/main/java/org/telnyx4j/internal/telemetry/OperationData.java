package org.telnyx4j.internal.telemetry;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What becomes known of an operation while it is under way, with nothing private in it. */
final class OperationData {
    @Nullable
    String messageId;

    @Nullable
    Integer messageParts;

    @Nullable
    BigDecimal costAmount;

    @Nullable
    String costCurrency;

    @Nullable
    String callControlId;

    @Nullable
    String commandId;

    @Nullable
    String requestId;

    int retries;

    void requestId(@Nullable String id) {
        requestId = id == null || id.isBlank() ? requestId : Redaction.requestId(id);
    }
}
