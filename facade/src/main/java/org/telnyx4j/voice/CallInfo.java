package org.telnyx4j.voice;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.Result;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.generated.model.CallStatus;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.internal.privacy.Mask;

/** The state of a leg at one moment. Immutable and safe for use by any number of threads. */
public final class CallInfo extends Result<CallStatus> {
    private final CallControlId callControlId;

    /**
     * Creates a result.
     *
     * @param callControlId the leg
     * @param call its state
     * @param response the response that it came in, or null for a state that was stored and read back
     */
    public CallInfo(CallControlId callControlId, CallStatus call, @Nullable ApiResponse<?> response) {
        super(call, response);
        this.callControlId = Objects.requireNonNull(callControlId, "callControlId");
    }

    /**
     * Reads what {@link #toJson()} wrote. The state then has neither request id nor rate limit.
     *
     * @param json a JSON object
     * @return the state
     * @throws org.telnyx4j.json.JsonFormatException if it is no JSON object
     * @throws IllegalArgumentException if it has no call control id
     */
    public static CallInfo fromJson(String json) {
        return of(CallStatus.fromJson(json));
    }

    /**
     * Reads what {@link #toMap()} returned, as {@link #fromJson} does. Jackson uses this.
     *
     * @param fields the fields by their names on the wire
     * @return the state
     * @throws IllegalArgumentException if it has no call control id
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CallInfo fromMap(Map<String, ? extends @Nullable Object> fields) {
        return of(CallStatus.fromMap(fields));
    }

    private static CallInfo of(CallStatus call) {
        return new CallInfo(CallIds.callControlId(call.getCallControlId()), call, null);
    }

    /**
     * Returns the leg.
     *
     * @return its id, as it was given
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
     * Returns whether the leg is up.
     *
     * @return false if it is not, or the response did not contain it
     */
    public boolean isAlive() {
        return Boolean.TRUE.equals(raw().getIsAlive());
    }

    /**
     * Returns how long the leg has lasted, in whole seconds.
     *
     * @return the duration so far, or in all once the leg has ended; empty where the response did not have it
     */
    public Optional<Duration> duration() {
        return Optional.ofNullable(raw().getCallDuration());
    }

    /**
     * Returns when the leg began.
     *
     * @return the time, or empty where the response did not have it
     */
    public Optional<OffsetDateTime> startedAt() {
        return time(raw().getStartTime());
    }

    /**
     * Returns when the leg ended.
     *
     * @return the time, or empty while it is up
     */
    public Optional<OffsetDateTime> endedAt() {
        return time(raw().getEndTime());
    }

    /**
     * Returns the client state that Telnyx stores with the leg.
     *
     * @return the text, or empty where there is none, or it is not Base64 of UTF-8
     */
    public Optional<String> clientState() {
        return Optional.ofNullable(raw().getClientState());
    }

    /** Returns the ids and whether the leg is up; the client state is private. */
    @Override
    public String toString() {
        return "CallInfo[callControlId=" + Mask.identifier(callControlId.value()) + ", callLegId="
                + raw().getCallLegId() + ", callSessionId=" + raw().getCallSessionId() + ", alive=" + isAlive() + "]";
    }

    private static Optional<OffsetDateTime> time(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException unreadable) {
            // A time that cannot be read is no reason to lose the rest; raw() has it as it came.
            return Optional.empty();
        }
    }
}
