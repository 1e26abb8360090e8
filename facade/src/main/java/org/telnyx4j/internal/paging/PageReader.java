package org.telnyx4j.internal.paging;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.generated.model.PageMeta;
import org.telnyx4j.paging.Page;

/** Builds pages of what the generated client read. */
public final class PageReader {
    private PageReader() {}

    /**
     * Builds the items of a page.
     *
     * @param data the data of the response; nulls in it are passed over
     * @param response the response
     * @param item builds an item, such as {@code MessagingProfileResult::new}
     * @return an unmodifiable list
     */
    public static <M, T> List<T> items(
            List<? extends @Nullable M> data, ApiResponse<?> response, BiFunction<M, ApiResponse<?>, T> item) {
        return data.stream()
                .filter(Objects::nonNull)
                .map(each -> item.apply(each, response))
                .toList();
    }

    /**
     * Builds a page.
     *
     * @param page has the items, and number and size as they were asked for
     * @param response the response
     * @param meta what the response contains about the page, or null
     * @return the page; numbers in {@code meta} that cannot be correct count as not set
     */
    public static <T> Page<T> read(Page.Builder<T> page, ApiResponse<?> response, @Nullable PageMeta meta) {
        page.requestId(response.requestId().orElse(null))
                .rateLimit(response.rateLimit().orElse(null));
        if (meta == null) {
            return page.build();
        }
        Integer number = meta.getPageNumber();
        Integer size = meta.getPageSize();
        Integer totalPages = meta.getTotalPages();
        Integer totalResults = meta.getTotalResults();
        if (number != null && number >= 1) {
            page.number(number);
        }
        if (size != null && size >= 1) {
            page.size(size);
        }
        // No pages at all, on a page with items, is a server that does not count.
        boolean counted = totalPages != null
                && (totalPages >= 1 || (totalPages == 0 && page.build().items().isEmpty()));
        if (counted) {
            page.totalPages(totalPages);
        }
        if (totalResults != null && totalResults >= 0) {
            page.totalResults(totalResults.longValue());
        }
        return page.build();
    }
}
