package org.telnyx4j.sandbox.internal.api;

import java.util.List;
import org.telnyx4j.generated.model.PageMeta;
import org.telnyx4j.json.JsonModel;

/** Cuts a list into pages by {@code page[number]} and {@code page[size]}. */
public final class Pages {
    private static final int DEFAULT_SIZE = 20;

    private Pages() {}

    /**
     * One page of a list.
     *
     * @param items what is on it; empty beyond the last page
     */
    public record Page<T>(List<T> items, PageMeta meta) {}

    /** Returns the page that a query asks for: the first, of 20, unless it says otherwise. */
    public static <T> Page<T> of(JsonModel query, List<T> all) {
        int number = query.get("page[number]") instanceof Integer given ? given : 1;
        int size = query.get("page[size]") instanceof Integer given ? given : DEFAULT_SIZE;
        long start = Math.min((number - 1L) * size, all.size());
        long end = Math.min(start + size, all.size());
        PageMeta meta = PageMeta.builder()
                .pageNumber(number)
                .pageSize(size)
                .totalPages((all.size() + size - 1) / size)
                .totalResults(all.size())
                .build();
        return new Page<>(List.copyOf(all.subList((int) start, (int) end)), meta);
    }
}
