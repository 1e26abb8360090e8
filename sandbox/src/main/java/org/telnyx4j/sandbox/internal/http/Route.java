package org.telnyx4j.sandbox.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One operation: a method, a path below the base URL in which {@code {}} stands for one segment, and a handler. */
public final class Route {
    private static final String PARAMETER = "{}";

    private final String method;
    private final List<String> segments;
    private final Handler handler;

    private Route(String method, String template, Handler handler) {
        this.method = method;
        this.segments = split(template);
        this.handler = handler;
    }

    /** Routes {@code GET template}; the handler gets what stands for {@code {}} in the path, else an empty string. */
    public static Route get(String template, PathHandler handler) {
        return new Route("GET", template, (request, parameter) -> handler.handle(parameter));
    }

    /** Routes {@code GET template} to a handler that reads filters and pages too. */
    public static Route list(String template, QueryHandler handler) {
        return new Route("GET", template, (request, parameter) -> handler.handle(parameter, request));
    }

    public static Route delete(String template, PathHandler handler) {
        return new Route("DELETE", template, (request, parameter) -> handler.handle(parameter));
    }

    /** Routes {@code POST template}; the handler gets the JSON object in the body. */
    public static Route post(String template, BodyHandler handler) {
        return new Route("POST", template, (request, parameter) -> handler.handle(RequestBody.read(request)));
    }

    /** Routes a method with a body on something in the path. */
    public static Route change(String method, String template, ChangeHandler handler) {
        return new Route(
                method, template, (request, parameter) -> handler.handle(parameter, RequestBody.read(request)));
    }

    String method() {
        return method;
    }

    /** Returns what stands for the parameter, decoded, if the path matches: an empty string if the template has none. */
    Optional<String> match(String path) {
        List<String> given = split(path);
        if (given.size() != segments.size()) {
            return Optional.empty();
        }
        String parameter = "";
        for (int i = 0; i < given.size(); i++) {
            if (segments.get(i).equals(PARAMETER)) {
                parameter = decode(given.get(i));
            } else if (!segments.get(i).equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameter);
    }

    ApiResponse handle(ApiRequest request, String parameter) {
        return handler.handle(request, parameter);
    }

    private static List<String> split(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    private static String decode(String segment) {
        try {
            // A plus sign is itself in a path; it stands for a space in a query only.
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    private interface Handler {
        ApiResponse handle(ApiRequest request, String parameter);
    }

    /** Answers a request that has no body. */
    public interface PathHandler {
        ApiResponse handle(String parameter);
    }

    /** Answers a request that has a JSON object for a body. */
    public interface BodyHandler {
        ApiResponse handle(ObjectNode body);
    }

    /** Answers a request that reads its query. */
    public interface QueryHandler {
        ApiResponse handle(String parameter, ApiRequest request);
    }

    /** Answers a request that has a JSON object for a body and something in its path that it is about. */
    public interface ChangeHandler {
        ApiResponse handle(String parameter, ObjectNode body);
    }
}
