package org.telnyx4j.internal.paging;

import org.telnyx4j.paging.Page;

/**
 * Fetches pages. Must be safe for use by any number of threads.
 *
 * @param <T> the class of the items; an {@code equals} by value lets a repeated page be recognised
 */
@FunctionalInterface
public interface PageSource<T> {
    /**
     * Fetches one page.
     *
     * @param number 1 for the first page
     * @param size how many items a full page has
     * @return the page as it came
     */
    Page<T> fetch(int number, int size);
}
