package org.telnyx4j;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.json.JsonModel;

/**
 * What an operation returns: the data of Telnyx's response, with accessors that add meaning in the subclass, and all of
 * its fields in {@link #raw()}. Immutable, and safe for use by any number of threads. As JSON it is the data as Telnyx
 * sent it: with {@link #toJson()}, or written by Jackson 2 or 3; each subclass reads it back.
 *
 * @param <P> the generated class of the data
 */
public abstract class Result<P extends JsonModel> {
    private final P raw;
    private final @Nullable String requestId;
    private final @Nullable RateLimitState rateLimit;

    /**
     * Creates a result.
     *
     * @param raw the data
     * @param response the response that the data came in, or null for data that was stored and read back
     */
    protected Result(P raw, @Nullable ApiResponse<?> response) {
        this.raw = Objects.requireNonNull(raw, "raw");
        this.requestId = response == null ? null : response.requestId().orElse(null);
        this.rateLimit = response == null ? null : response.rateLimit().orElse(null);
    }

    /**
     * Returns Telnyx's id of the request, for its support.
     *
     * @return the id, or empty where the response had none, and on a result that was read from JSON
     */
    public final Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * Returns the state of the rate limit after the request.
     *
     * @return the state, or empty where the response did not have it, and on a result that was read from JSON
     */
    public final Optional<RateLimitState> rateLimit() {
        return Optional.ofNullable(rateLimit);
    }

    /**
     * Returns all fields of the data.
     *
     * @return the generated model, never null
     */
    public final P raw() {
        return raw;
    }

    /**
     * Returns the data as JSON. Request id and rate limit are not part of it.
     *
     * @return a JSON object as Telnyx sent it, with the fields that the specification does not have
     */
    public final String toJson() {
        return raw.toJson();
    }

    /**
     * Returns the data as what any JSON library writes. Jackson uses this.
     *
     * @return an unmodifiable map with the names that the fields have on the wire
     */
    @JsonValue
    public final Map<String, @Nullable Object> toMap() {
        return raw.toMap();
    }

    /** Returns whether the other is a result of the same class with the same data, whatever request it came from. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Result<?> that && getClass() == that.getClass() && raw.equals(that.raw));
    }

    @Override
    public final int hashCode() {
        return raw.hashCode();
    }

    /** Returns nothing private: subclasses mask what they show. */
    @Override
    public abstract String toString();
}
