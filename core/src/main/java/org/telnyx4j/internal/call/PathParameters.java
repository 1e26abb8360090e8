package org.telnyx4j.internal.call;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiRequest;

/** Finds the values of path parameters in a request. */
public final class PathParameters {
    private PathParameters() {}

    /**
     * Returns the value of a path parameter.
     *
     * @param request the request
     * @param name the parameter's name in the path template
     * @return the value, or null where the path has no such parameter
     */
    public static @Nullable String value(ApiRequest<?> request, String name) {
        String placeholder = "{" + name + "}";
        if (!request.operation().pathTemplate().contains(placeholder)) {
            return null;
        }
        String[] names = request.operation().pathTemplate().split("/", -1);
        String[] values = request.path().split("/", -1);
        for (int i = 0; i < names.length && i < values.length; i++) {
            if (names[i].equals(placeholder)) {
                return URLDecoder.decode(values[i].replace("+", "%2B"), StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    /**
     * Returns a path parameter that cannot be one: blank or dots, with which the path is that of another operation.
     *
     * @param request the request
     * @return the parameter's name in the path template, or null where all are in order
     */
    public static @Nullable String unusable(ApiRequest<?> request) {
        if (request.operation().pathTemplate().indexOf('{') < 0) {
            return null;
        }
        String[] names = request.operation().pathTemplate().split("/", -1);
        String[] values = request.path().split("/", -1);
        for (int i = 0; i < names.length && i < values.length; i++) {
            if (names[i].startsWith("{")) {
                String value = URLDecoder.decode(values[i].replace("+", "%2B"), StandardCharsets.UTF_8);
                if (value.isBlank() || value.equals(".") || value.equals("..")) {
                    return names[i].substring(1, names[i].length() - 1);
                }
            }
        }
        return null;
    }
}
