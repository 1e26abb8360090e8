package org.telnyx4j.voice;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.Result;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.generated.model.DialedCall;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.internal.privacy.Mask;

/** A call that Telnyx is placing; nobody has answered yet. Immutable and safe for use by any number of threads. */
public final class PlacedCall extends Result<DialedCall> {
    private final CallControlId callControlId;
    private final @Nullable String commandId;

    /**
     * Creates a result.
     *
     * @param call the call, with its call control id
     * @param response the response that it came in, or null for a call that was stored and read back
     * @throws IllegalArgumentException if the call has no call control id
     */
    public PlacedCall(DialedCall call, @Nullable ApiResponse<?> response) {
        super(call, response);
        this.callControlId = CallIds.callControlId(call.getCallControlId());
        this.commandId = CallIds.commandId(response);
    }

    /**
     * Reads what {@link #toJson()} wrote. The call then has neither request id, rate limit nor command id.
     *
     * @param json a JSON object
     * @return the call
     * @throws org.telnyx4j.json.JsonFormatException if it is no JSON object
     * @throws IllegalArgumentException if it has no call control id
     */
    public static PlacedCall fromJson(String json) {
        return new PlacedCall(DialedCall.fromJson(json), null);
    }

    /**
     * Reads what {@link #toMap()} returned, as {@link #fromJson} does. Jackson uses this.
     *
     * @param fields the fields by their names on the wire
     * @return the call
     * @throws IllegalArgumentException if it has no call control id
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PlacedCall fromMap(Map<String, ? extends @Nullable Object> fields) {
        return new PlacedCall(DialedCall.fromMap(fields), null);
    }

    /**
     * Returns the key with which commands act on the new leg.
     *
     * @return the id
     */
    public CallControlId callControlId() {
        return callControlId;
    }

    /**
     * Returns the id of the leg, which all webhooks about it contain.
     *
     * @return the id, or empty where the response did not have it
     */
    public Optional<String> callLegId() {
        return Optional.ofNullable(raw().getCallLegId());
    }

    /**
     * Returns the id that all legs of one conversation share.
     *
     * @return the id, or empty where the response did not have it
     */
    public Optional<String> callSessionId() {
        return Optional.ofNullable(raw().getCallSessionId());
    }

    /**
     * Returns the command id that was sent: the caller's, or the fresh one.
     *
     * @return the id, or empty on a call that was read from JSON
     */
    public Optional<String> commandId() {
        return Optional.ofNullable(commandId);
    }

    /**
     * Returns the recording that begins with the answer, where one was asked for.
     *
     * @return its id, or empty where there is none
     */
    public Optional<String> recordingId() {
        return Optional.ofNullable(raw().getRecordingId());
    }

    /** Returns the ids. */
    @Override
    public String toString() {
        return "PlacedCall[callControlId=" + Mask.identifier(callControlId.value()) + ", callLegId="
                + raw().getCallLegId() + ", callSessionId=" + raw().getCallSessionId() + ", commandId="
                + CallIds.shown(commandId) + "]";
    }
}
