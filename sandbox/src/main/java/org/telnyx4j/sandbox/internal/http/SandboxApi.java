package org.telnyx4j.sandbox.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** From a request to its answer: checks the key, finds the route, and turns refusals into error bodies. */
public final class SandboxApi {
    /** The path that every operation is below. */
    public static final String BASE_PATH = "/v2";

    private static final String BEARER = "Bearer ";

    private final Set<String> apiKeys;
    private final List<Route> routes = new ArrayList<>();

    public SandboxApi(Set<String> apiKeys, List<Routes> parts) {
        this.apiKeys = Set.copyOf(apiKeys);
        parts.forEach(part -> routes.addAll(part.routes()));
    }

    /** Answers a request; never throws. */
    public ApiResponse handle(ApiRequest request) {
        return answer(request).withMissingHeaders(commonHeaders(request));
    }

    /**
     * Returns the headers that every answer of the API has. The rate limit is one that is never used up: a test
     * that wants to meet it asks for a fault.
     */
    public static Map<String, String> commonHeaders(ApiRequest request) {
        return Map.of(
                "x-request-id", request.requestId(),
                "x-ratelimit-limit", "1000",
                "x-ratelimit-remaining", "999",
                "x-ratelimit-reset", "1");
    }

    private ApiResponse answer(ApiRequest request) {
        try {
            if (!request.isBelowBase()) {
                throw new ApiException(ApiError.notFound());
            }
            authenticate(request);
            return dispatch(request);
        } catch (ApiException e) {
            return e.toResponse();
        } catch (RuntimeException e) {
            // A fault of the sandbox itself. The class name says enough; a message might quote the request.
            String detail = "The sandbox failed with " + e.getClass().getName() + ".";
            return new ApiException(ApiError.of(500, ErrorCode.UNEXPECTED, detail)).toResponse();
        }
    }

    private void authenticate(ApiRequest request) {
        String header = request.header("authorization").orElse("");
        boolean isBearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        if (!isBearer || !apiKeys.contains(header.substring(BEARER.length()).strip())) {
            String detail = isBearer
                    ? "This API key isn't known to the sandbox."
                    : "The request needs an Authorization header with a bearer token.";
            throw new ApiException(ApiError.of(401, ErrorCode.AUTHENTICATION_FAILED, detail));
        }
    }

    private ApiResponse dispatch(ApiRequest request) {
        Set<String> otherMethods = new TreeSet<>();
        for (Route route : routes) {
            Optional<String> parameter = route.match(request.path());
            if (parameter.isPresent()) {
                if (route.method().equals(request.method())) {
                    return route.handle(request, parameter.get());
                }
                otherMethods.add(route.method());
            }
        }
        // Only for what has no route: it reads the whole specification.
        SortedMap<String, JsonNode> specified = SpecifiedOperations.instance().on(request.path());
        JsonNode operation = specified.get(request.method());
        if (operation != null) {
            return SpecifiedOperations.instance().handle(operation, request);
        }
        otherMethods.addAll(specified.keySet());
        if (otherMethods.isEmpty()) {
            throw new ApiException(ApiError.notFound());
        }
        String allowed = String.join(", ", otherMethods);
        return new ApiException(ApiError.of(405, ErrorCode.BAD_REQUEST, "This path takes " + allowed + " only."))
                .toResponse()
                .withMissingHeaders(Map.of("allow", allowed));
    }
}
