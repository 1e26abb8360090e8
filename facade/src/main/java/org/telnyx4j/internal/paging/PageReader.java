package org.telnyx4j.internal.paging;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.invoker.ApiResponse;
import org.telnyx4j.generated.model.PageMeta;
import org.telnyx4j.internal.errors.RateLimits;
import org.telnyx4j.paging.Page;

/** Makes pages of what the generated client read. */
public final class PageReader {
    private PageReader() {}

    /**
     * Makes the items of a page.
     *
     * @param data what was answered; nulls in it are passed over
     * @param view makes an item
     * @return the items
     */
    public static <M, T> List<T> items(List<M> data, Function<M, T> view) {
        return data.stream().filter(Objects::nonNull).map(view).toList();
    }

    /**
     * Makes a page.
     *
     * @param page has the items, and number and size as they were asked for
     * @param response the answer
     * @param meta what the answer says of the page, or null
     * @return the page; what makes no sense in {@code meta} counts as not said
     */
    public static <T> Page<T> read(Page.Builder<T> page, ApiResponse<?> response, @Nullable PageMeta meta) {
        page.requestId(response.header("x-request-id")).rateLimit(RateLimits.of(response::header));
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
