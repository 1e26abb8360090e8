package org.telnyx4j.internal.call;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.internal.version.Version;
import org.telnyx4j.json.JsonModel;

/**
 * One call on its way from the caller to the server, and all that the steps on this way need to know of it. Created
 * once, and never changed or copied on the way. Immutable.
 */
public final class Call {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String SETTLE = "settle it with messages().settle and the correlationToken() of this error, or"
            + " wait for its webhook, before sending it again";
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final long LONGEST_SHORTEST_NANOS = Duration.ofMillis(100).toNanos();

    private final ApiRequest<?> request;
    private final CallTarget target;
    private final CallSettings settings;
    private final TelemetryAttributes telemetry;
    private final URI uri;
    private final byte @Nullable [] body;
    private final Map<String, String> headers;
    private final Idempotency idempotency;
    private final CorrelationIds ids;

    /**
     * Creates a call.
     *
     * @param request what the caller asks for
     * @param target who sends it where, and under which name
     * @param settings the merged settings, with a deadline
     * @param telemetry the operation, as telemetry reports it
     */
    public Call(ApiRequest<?> request, CallTarget target, CallSettings settings, TelemetryAttributes telemetry) {
        this.request = request;
        this.target = target;
        this.settings = settings;
        this.telemetry = telemetry;
        JsonModel model = request.body();
        this.uri = target.baseUrl().resolve(request);
        this.body = model == null ? null : model.toJsonBytes();
        this.ids = CorrelationIds.of(model, request.options());
        this.headers = headers(request.operation(), settings);
        this.idempotency = effective(request.operation().idempotency(), ids);
    }

    /**
     * What really happens if this request arrives twice: a command is recognised by its command id, so one without has
     * nothing to be recognised by. That a keyed request has its key is seen to by {@link #headers}.
     */
    private static Idempotency effective(Idempotency declared, CorrelationIds ids) {
        boolean unrecognisable = declared == Idempotency.DEDUPLICATED && ids.commandId() == null;
        return unrecognisable ? Idempotency.NOT_IDEMPOTENT : declared;
    }

    private static Map<String, String> headers(ApiOperation operation, CallSettings settings) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        headers.put("User-Agent", Version.USER_AGENT);
        headers.putAll(settings.headers());
        boolean needsKey = operation.idempotency() == Idempotency.KEYED
                && settings.headers().keySet().stream().noneMatch(IDEMPOTENCY_KEY::equalsIgnoreCase);
        if (needsKey) {
            headers.put(IDEMPOTENCY_KEY, UUID.randomUUID().toString());
        }
        return Collections.unmodifiableMap(headers);
    }

    /** Returns what the caller asks for. */
    public ApiRequest<?> request() {
        return request;
    }

    /** Returns the operation, as the specification has it. */
    public ApiOperation operation() {
        return request.operation();
    }

    /** Returns the name that errors and telemetry use, such as {@code messages.send}. */
    public String name() {
        return target.name() == null ? request.operation().name() : target.name();
    }

    /** Returns the name of the tenant, or null for the client itself. */
    public @Nullable String tenant() {
        return target.tenant();
    }

    /** Returns whether it only looks something up, so that there is no effect whose outcome could be in question. */
    public boolean isLookup() {
        return request.operation().isLookup();
    }

    /** Returns what happens if this very request arrives twice. */
    public Idempotency idempotency() {
        return idempotency;
    }

    /** Returns the ids by which its effect can be recognised. */
    public CorrelationIds correlationIds() {
        return ids;
    }

    /** Returns what to do if the outcome is unknown, as a phrase; null to let the advice speak. */
    public @Nullable String remedyWhenUnknown() {
        return ids.correlationToken() == null ? target.remedies().get(name()) : SETTLE;
    }

    /**
     * Returns the values of the request that no message may repeat. Collected when it is called, which is for errors
     * alone.
     */
    public List<String> sensitiveValues() {
        return RequestModels.sensitiveValues(request);
    }

    /** Returns whether a success without data is a failure. */
    public boolean needsData() {
        return target.needsData();
    }

    /** Returns the operation, as telemetry reports it. */
    public TelemetryAttributes telemetry() {
        return telemetry;
    }

    /** Returns the whole URL. */
    public URI uri() {
        return uri;
    }

    /** Returns all headers but {@code Authorization}. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the body as JSON, or null where there is none. The array is not a copy. */
    public byte @Nullable [] body() {
        return body;
    }

    /** Returns the source of the API key, or null where none is set. */
    public @Nullable Supplier<String> apiKey() {
        return settings.apiKey();
    }

    /** Returns the time that the whole call has, at most a day. */
    public Duration timeout() {
        Duration timeout = Objects.requireNonNull(settings.timeout(), "the built-in timeout");
        return timeout.compareTo(LONGEST) < 0 ? timeout : LONGEST;
    }

    /**
     * Returns the shortest attempt that is worth beginning. A request that leaves with less time than that hardly gets its
     * response, and whether it was carried out would be unknown: it is not sent.
     *
     * @return a fiftieth of the deadline, at most 100 ms; in nanoseconds
     */
    public long shortestAttemptNanos() {
        return Math.min(LONGEST_SHORTEST_NANOS, timeout().toNanos() / 50);
    }

    /** Returns how it is sent again; never, where no level sets it. */
    public RetryOptions retries() {
        return Objects.requireNonNullElse(settings.retries(), RetryOptions.off());
    }

    /** Returns the name; all else may be private. */
    @Override
    public String toString() {
        return "Call[" + name() + ", " + idempotency + "]";
    }
}
