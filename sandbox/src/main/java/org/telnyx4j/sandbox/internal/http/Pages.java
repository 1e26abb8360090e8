package org.telnyx4j.sandbox.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** Answers a list one page at a time, by {@code page[number]} and {@code page[size]}. */
public final class Pages {
    private static final int DEFAULT_SIZE = 20;
    private static final int MAX_SIZE = 250;

    private Pages() {}

    /** Answers with the page that was asked for; only its entries are written. A page beyond the last is empty. */
    public static <T> ApiResponse answer(ApiRequest request, List<T> all, Function<? super T, JsonNode> writer) {
        int number = number(request, "page[number]", 1, Integer.MAX_VALUE);
        int size = number(request, "page[size]", DEFAULT_SIZE, MAX_SIZE);
        long start = Math.min((number - 1L) * size, all.size());
        long end = Math.min(start + size, all.size());
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        all.subList((int) start, (int) end).forEach(entry -> data.add(writer.apply(entry)));
        body.putObject("meta")
                .put("page_number", number)
                .put("page_size", size)
                .put("total_pages", (all.size() + size - 1) / size)
                .put("total_results", all.size());
        return ApiResponse.ok(body);
    }

    private static int number(ApiRequest request, String name, int byDefault, int max) {
        String value = request.queryParameter(name).orElse("");
        if (value.isEmpty()) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, as a number that is out of range is.
        }
        String range = max == Integer.MAX_VALUE ? "1 or more" : "from 1 to " + max;
        throw new ApiException(
                ApiError.of(422, ErrorCode.OUT_OF_RANGE, "The value must be a whole number, " + range + ".")
                        .atParameter(name));
    }
}
