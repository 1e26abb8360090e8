package org.telnyx4j.paging;

import java.util.Iterator;
import java.util.stream.Stream;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;

/**
 * A list on Telnyx's side, fetched page by page as it is read. Nothing is sent before it is read, nothing is fetched
 * ahead, and no more than three pages are kept, so a list of any length takes the same memory.
 *
 * <pre>{@code
 * for (MessagingProfileResult profile : telnyx.messagingProfiles().list()) {
 *     ...
 * }
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads. Each iterator and each stream starts anew at the first page
 * and is for one thread. If a page cannot be fetched, the reader's call throws a {@link TelnyxException}; the
 * same call made again asks for the same page again, so nothing that was read is lost.
 *
 * <p>The end is given by the total number of pages on the page that was fetched last; where the response has none, at the
 * first page that is not full; and in any case at an empty page. A server that returns the same page again and
 * again is not followed: the repeated page is the end of the list, or an error where the total shows that there are more
 * pages and the repeated one is full. A server that repeats several pages in turn is recognised too, which is an error.
 *
 * <p>Telnyx counts pages afresh for each request. If the account changes in the meantime, an item can move across the
 * border of two pages and be read twice or not at all.
 *
 * @param <T> the class of the items
 */
public interface PagedList<T> extends Iterable<T> {
    /** How many items a page has unless something else is asked for, and the most that it can have. */
    int DEFAULT_PAGE_SIZE = 250;

    /**
     * Returns the same list, fetched in pages of another size.
     *
     * @param size 1 to 250
     * @return a new list, of which nothing is fetched yet
     * @throws TelnyxValidationException if the size is out of bounds; nothing is sent
     */
    PagedList<T> withPageSize(int size);

    /**
     * Returns how many items a page has that is asked for.
     *
     * @return the size
     */
    int pageSize();

    /**
     * Reads the items one after the other.
     *
     * @return a new iterator, which does not remove
     */
    @Override
    Iterator<T> iterator();

    /**
     * Reads the items as a stream, in their order. It fetches a page when the first of its items is needed, so
     * {@code limit} and {@code findFirst} leave the rest alone.
     *
     * @return a new sequential stream, which need not be closed
     */
    Stream<T> stream();

    /**
     * Reads the pages one after the other: the first one in any case, the others if there is something on them.
     *
     * @return a sequence that starts anew each time
     */
    Iterable<Page<T>> pages();

    /**
     * Fetches one page.
     *
     * @param number 1 for the first page
     * @return the page, which is empty behind the last one
     * @throws TelnyxValidationException if the number is less than 1; nothing is sent
     * @throws TelnyxException if the call fails
     */
    Page<T> page(int number);

    /**
     * Fetches the first page, which has the totals.
     *
     * @return the page
     * @throws TelnyxException if the call fails
     */
    Page<T> firstPage();
}
