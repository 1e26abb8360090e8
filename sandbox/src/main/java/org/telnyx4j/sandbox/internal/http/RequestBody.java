package org.telnyx4j.sandbox.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads the body of a request, or refuses it as the API does. */
final class RequestBody {
    private RequestBody() {}

    static ObjectNode read(ApiRequest request) {
        checkContentType(request);
        JsonNode node = parse(decode(request.rawBody()));
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new ApiException(ApiError.of(400, ErrorCode.BAD_REQUEST, "The body must be a JSON object.")
                .at("/"));
    }

    private static void checkContentType(ApiRequest request) {
        String contentType = request.header("content-type").orElse("");
        String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!mediaType.equals("application/json")) {
            throw new ApiException(
                    ApiError.of(415, ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The content type must be application/json."));
        }
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ApiException(ApiError.of(400, ErrorCode.INVALID_ENCODING, "The body isn't valid UTF-8."));
        }
    }

    private static JsonNode parse(String text) {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            throw new ApiException(ApiError.of(400, ErrorCode.INVALID_JSON, "The body isn't valid JSON" + where + "."));
        }
    }
}
