package org.telnyx4j.internal.telemetry;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxError;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.telemetry.OperationResult;

/** The result of an operation that has ended. */
record OperationOutcome(
        Duration duration,
        Outcome outcome,
        Optional<String> errorType,
        Optional<String> errorCode,
        int retries,
        Optional<String> requestId,
        Optional<String> messageId,
        OptionalInt messageParts,
        Optional<BigDecimal> costAmount,
        Optional<String> costCurrency,
        Optional<String> callControlId,
        Optional<String> commandId)
        implements OperationResult {

    static OperationOutcome of(Duration duration, OperationData data, @Nullable Throwable failure) {
        TelnyxException known = failure instanceof TelnyxException ours ? ours : null;
        if (known != null) {
            known.requestId().ifPresent(data::requestId);
        }
        return new OperationOutcome(
                duration,
                known != null ? known.outcome() : failure == null ? Outcome.CARRIED_OUT : Outcome.UNKNOWN,
                known != null
                        ? Optional.of(known.type().name().toLowerCase(Locale.ROOT))
                        : Optional.ofNullable(failure)
                                .map(bare -> bare.getClass().getName()),
                Optional.ofNullable(known).flatMap(OperationOutcome::code),
                data.retries,
                Optional.ofNullable(data.requestId),
                Optional.ofNullable(data.messageId),
                data.messageParts == null ? OptionalInt.empty() : OptionalInt.of(data.messageParts),
                Optional.ofNullable(data.costAmount),
                Optional.ofNullable(data.costCurrency),
                Optional.ofNullable(data.callControlId),
                Optional.ofNullable(data.commandId));
    }

    private static Optional<String> code(TelnyxException failure) {
        return failure.errors().stream()
                .map(TelnyxError::code)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Redaction::code);
    }
}
