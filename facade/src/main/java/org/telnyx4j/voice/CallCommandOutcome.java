package org.telnyx4j.voice;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.Result;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.generated.model.CallCommandResult;
import org.telnyx4j.ids.CallControlId;

/**
 * The response to a command: Telnyx has accepted it. The webhooks that follow report what comes of it; they contain the
 * same call control id. Immutable and safe for use by any number of threads.
 */
public final class CallCommandOutcome extends Result<CallCommandResult> {
    private final @Nullable CallControlId callControlId;
    private final @Nullable String action;
    private final @Nullable String commandId;

    /**
     * Creates a result.
     *
     * @param callControlId the leg that the command was for
     * @param result the data of the response
     * @param response the response to the command
     */
    public CallCommandOutcome(CallControlId callControlId, CallCommandResult result, ApiResponse<?> response) {
        super(result, response);
        this.callControlId = Objects.requireNonNull(callControlId, "callControlId");
        String path = response.request().operation().pathTemplate();
        this.action = path.substring(path.lastIndexOf('/') + 1);
        this.commandId = CallIds.commandId(response);
    }

    private CallCommandOutcome(CallCommandResult result) {
        super(result, null);
        this.callControlId = null;
        this.action = null;
        this.commandId = null;
    }

    /**
     * Reads what {@link #toJson()} wrote. The outcome then has only what Telnyx sent: status and recording id.
     *
     * @param json a JSON object
     * @return the outcome
     * @throws org.telnyx4j.json.JsonFormatException if it is no JSON object
     */
    public static CallCommandOutcome fromJson(String json) {
        return new CallCommandOutcome(CallCommandResult.fromJson(json));
    }

    /**
     * Reads what {@link #toMap()} returned, as {@link #fromJson} does. Jackson uses this.
     *
     * @param fields the fields by their names on the wire
     * @return the outcome
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CallCommandOutcome fromMap(Map<String, ? extends @Nullable Object> fields) {
        return new CallCommandOutcome(CallCommandResult.fromMap(fields));
    }

    /**
     * Returns Telnyx's name of the command: the last part of its path, such as {@code transfer}, {@code hangup} or
     * {@code record_start}.
     *
     * @return the name, or empty on an outcome that was read from JSON
     */
    public Optional<String> action() {
        return Optional.ofNullable(action);
    }

    /**
     * Returns the leg that the command was for.
     *
     * @return its id, as it was given, or empty on an outcome that was read from JSON
     */
    public Optional<CallControlId> callControlId() {
        return Optional.ofNullable(callControlId);
    }

    /**
     * Returns the command id that was sent: the caller's, or the fresh one.
     *
     * @return the id, or empty for a command that has none, and on an outcome that was read from JSON
     */
    public Optional<String> commandId() {
        return Optional.ofNullable(commandId);
    }

    /**
     * Returns the status of the command.
     *
     * @return {@code ok} as a rule, or empty where the response did not have it
     */
    public Optional<String> status() {
        return Optional.ofNullable(raw().getResult());
    }

    /**
     * Returns the recording that begins with the answer, where one was asked for.
     *
     * @return its id, or empty where there is none
     */
    public Optional<String> recordingId() {
        return Optional.ofNullable(raw().getRecordingId());
    }

    /** Returns command, leg and status. */
    @Override
    public String toString() {
        return "CallCommandOutcome[action=" + action + ", status=" + raw().getResult() + ", callControlId="
                + CallIds.shown(callControlId == null ? null : callControlId.value()) + ", commandId="
                + CallIds.shown(commandId) + "]";
    }
}
