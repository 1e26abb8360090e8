package org.telnyx4j.sandbox.internal.api;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.generated.api.Operations;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;
import org.telnyx4j.sandbox.internal.http.HttpResponse;
import org.telnyx4j.sandbox.internal.limits.Grant;
import org.telnyx4j.sandbox.internal.limits.RateLimits;

/** From a request to its response: checks the key, finds the operation, checks the request and lets a handler carry it out. */
public final class Dispatcher {
    /** The path that every operation is below. */
    public static final String BASE_PATH = "/v2";

    private static final String BEARER = "Bearer ";

    private final Set<String> apiKeys;
    private final OperationTable operations = new OperationTable();
    private final Routes routes;
    private final RateLimits limits;
    private final Supplier<Instant> now;

    public Dispatcher(Set<String> apiKeys, Routes routes, RateLimits limits, Supplier<Instant> now) {
        this.apiKeys = Set.copyOf(apiKeys);
        this.routes = routes;
        this.limits = limits;
        this.now = now;
    }

    /** Responds to a request; never throws. */
    public HttpResponse handle(Exchange exchange) {
        Map<String, String> limitHeaders = new HashMap<>();
        return response(exchange, limitHeaders)
                .withMissingHeaders(limitHeaders)
                .withMissingHeaders(commonHeaders(exchange));
    }

    /**
     * Returns the headers that every response of the API has. The rate limit is one that is never used up, unless the
     * sandbox was given another.
     */
    public static Map<String, String> commonHeaders(Exchange exchange) {
        return Map.of(
                "x-request-id", exchange.requestId(),
                "x-ratelimit-limit", "1000",
                "x-ratelimit-remaining", "999",
                "x-ratelimit-reset", "1");
    }

    /** Returns the id of the operation that a request asks for, or null where there is none. */
    public @Nullable String operationId(Exchange exchange) {
        OperationTable.Match match = find(exchange);
        return match == null ? null : match.operation().id();
    }

    private OperationTable.@Nullable Match find(Exchange exchange) {
        if (!exchange.isBelowBase()) {
            return null;
        }
        String method = exchange.method().equals("HEAD") ? "GET" : exchange.method();
        return operations.find(method, exchange.path());
    }

    private HttpResponse response(Exchange exchange, Map<String, String> limitHeaders) {
        try {
            if (!exchange.isBelowBase()) {
                throw ApiFailure.notFound();
            }
            authenticate(exchange);
            Optional<Grant> grant = limits.request(now.get());
            if (grant.isPresent()) {
                if (!grant.get().admitted()) {
                    throw ApiFailure.tooMany(grant.get());
                }
                limitHeaders.putAll(grant.get().headers());
            }
            return dispatch(exchange);
        } catch (ApiFailure e) {
            exchange.refused(e.errors());
            return e.toReply().toResponse();
        } catch (RuntimeException e) {
            // A fault of the sandbox itself. The class name says enough; a message might quote the request.
            ApiFailure failure = new ApiFailure(
                    ErrorCode.UNEXPECTED,
                    "The sandbox failed with " + e.getClass().getName() + ".");
            exchange.refused(failure.errors());
            return failure.toReply().toResponse();
        }
    }

    private void authenticate(Exchange exchange) {
        String header = exchange.header("authorization").orElse("");
        boolean isBearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        if (!isBearer || !apiKeys.contains(header.substring(BEARER.length()).strip())) {
            throw new ApiFailure(
                    ErrorCode.AUTHENTICATION_FAILED,
                    isBearer
                            ? "This API key isn't known to the sandbox."
                            : "The request needs an Authorization header with a bearer token.");
        }
    }

    private HttpResponse dispatch(Exchange exchange) {
        OperationTable.Match match = find(exchange);
        if (match == null) {
            throw noOperation(exchange);
        }
        ApiOperation operation = match.operation();
        exchange.found(operation);
        ModelType<?> queryType = Operations.queryType(operation);
        ModelType<?> bodyType = Operations.requestType(operation);
        JsonModel query = null;
        if (queryType == null) {
            exchange.request().queryParameters().keySet().forEach(exchange::ignored);
        } else {
            query = RequestChecks.query(queryType, exchange.request(), exchange::ignored);
        }
        JsonModel body = bodyType == null ? null : RequestChecks.body(bodyType, exchange.request());
        ApiCall call = new ApiCall(operation, match.parameters(), query, body, exchange, now.get());
        Handler handler = routes.find(operation);
        ApiReply reply = handler == null ? least(operation, query) : handler.handle(call);
        return reply.toResponse();
    }

    private static ApiReply least(ApiOperation operation, @Nullable JsonModel query) {
        ModelType<?> type = Operations.responseType(operation);
        if (type == null) {
            throw new IllegalStateException(operation.id() + " has no response");
        }
        return ApiReply.ok(LeastResponses.of(type, query));
    }

    private ApiFailure noOperation(Exchange exchange) {
        SortedSet<String> methods = operations.methods(exchange.path());
        if (methods.isEmpty()) {
            return ApiFailure.notFound();
        }
        String allowed = String.join(", ", methods);
        return new ApiFailure(
                List.of(ErrorEntry.of(405, ErrorCode.BAD_REQUEST, "This path takes " + allowed + " only.")),
                Map.of("allow", allowed));
    }
}
