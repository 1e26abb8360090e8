package org.telnyx4j.sandbox.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a JSON object and collects everything that is wrong with them. A field that is null counts
 * as absent; fields that nobody asks for are let through.
 */
public final class Fields {
    private static final int MAX_URL_LENGTH = 2000;

    private final ObjectNode body;
    private final List<ApiError> errors = new ArrayList<>();

    public Fields(ObjectNode body) {
        this.body = body;
    }

    public void refuse(ErrorCode code, String pointer, String detail) {
        errors.add(ApiError.of(422, code, detail).at(pointer));
    }

    /** Refuses with 400, for what the API documents as a bad request rather than an unprocessable one. */
    public void refuseAsBadRequest(ErrorCode code, String pointer, String detail) {
        errors.add(ApiError.of(400, code, detail).at(pointer));
    }

    public void refuseMissing(String name) {
        refuse(
                ErrorCode.MISSING_PARAMETER,
                "/" + name,
                "The '" + name + "' parameter is needed and must not be blank.");
    }

    public void throwIfRefused() {
        if (!errors.isEmpty()) {
            throw new ApiException(errors);
        }
    }

    public boolean isAbsent(String name) {
        return !body.hasNonNull(name);
    }

    public @Nullable String string(String name) {
        if (isAbsent(name)) {
            return null;
        }
        JsonNode node = body.get(name);
        if (!node.isTextual()) {
            refuse(ErrorCode.INVALID_TYPE, "/" + name, "The '" + name + "' parameter must be a string.");
            return null;
        }
        return node.textValue();
    }

    /** Reads a string that must be there; an empty string, once refused, keeps the other checks going. */
    public String requiredString(String name) {
        int before = errors.size();
        String value = string(name);
        if (errors.size() == before && (value == null || value.isBlank())) {
            refuseMissing(name);
        }
        return value == null ? "" : value;
    }

    public @Nullable String oneOf(String name, List<String> allowed) {
        String value = string(name);
        if (value != null && !allowed.contains(value)) {
            refuse(
                    ErrorCode.INVALID_ENUM_VALUE,
                    "/" + name,
                    "The value must be one of " + String.join(", ", allowed) + ".");
            return null;
        }
        return value;
    }

    void checkNumber(String name) {
        if (!isAbsent(name) && !body.get(name).isNumber()) {
            refuse(ErrorCode.INVALID_TYPE, "/" + name, "The '" + name + "' parameter must be a number.");
        }
    }

    void checkObject(String name) {
        if (!isAbsent(name) && !body.get(name).isObject()) {
            refuse(ErrorCode.INVALID_TYPE, "/" + name, "The '" + name + "' parameter must be an object.");
        }
    }

    void checkArray(String name) {
        if (!isAbsent(name) && !body.get(name).isArray()) {
            refuse(ErrorCode.INVALID_TYPE, "/" + name, "The '" + name + "' parameter must be an array.");
        }
    }

    void stringOrStrings(String name) {
        if (isAbsent(name) || !body.get(name).isTextual()) {
            strings(name);
        }
    }

    void checkBase64(String name) {
        String value = string(name);
        if (value == null) {
            return;
        }
        try {
            Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            refuse(ErrorCode.BAD_REQUEST, "/" + name, "The '" + name + "' parameter must be in Base64.");
        }
    }

    public void checkBoolean(String name) {
        if (!isAbsent(name) && !body.get(name).isBoolean()) {
            refuse(ErrorCode.INVALID_TYPE, "/" + name, "The '" + name + "' parameter must be a boolean.");
        }
    }

    public List<String> strings(String name) {
        List<String> values = new ArrayList<>();
        if (isAbsent(name)) {
            return values;
        }
        JsonNode node = body.get(name);
        if (!node.isArray()) {
            refuse(ErrorCode.INVALID_TYPE, "/" + name, "The '" + name + "' parameter must be an array.");
            return values;
        }
        for (int i = 0; i < node.size(); i++) {
            if (node.get(i).isTextual()) {
                values.add(node.get(i).textValue());
            } else {
                refuse(ErrorCode.INVALID_TYPE, "/" + name + "/" + i, "The value must be a string.");
            }
        }
        return values;
    }

    /** Reads an array of strings that must be there and not be empty. */
    public List<String> requiredStrings(String name) {
        int before = errors.size();
        List<String> values = strings(name);
        if (errors.size() == before && values.isEmpty()) {
            refuseMissing(name);
        }
        return values;
    }

    public @Nullable String url(String name) {
        String value = string(name);
        if (value != null) {
            checkUrl(value, "/" + name);
        }
        return value;
    }

    public void checkUrl(String value, String pointer) {
        if (value.length() > MAX_URL_LENGTH || !isHttpUrl(value)) {
            refuse(
                    ErrorCode.INVALID_URL,
                    pointer,
                    "The value must be an http or https URL of 2000 characters at most.");
        }
    }

    private static boolean isHttpUrl(String value) {
        try {
            URI uri = new URI(value);
            String scheme = uri.getScheme();
            return uri.getHost() != null && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
