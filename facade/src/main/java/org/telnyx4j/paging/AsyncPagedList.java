package org.telnyx4j.paging;

import java.util.concurrent.Flow;
import org.telnyx4j.async.TelnyxFuture;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;

/**
 * A list on Telnyx's side, which is published page by page to those who subscribe to it. Nothing is sent before a
 * subscriber requests something, and no page is fetched before one of its items is requested: so a slow subscriber takes no
 * more memory than a fast one.
 *
 * <p>Each subscriber gets all items from the first page on. Each page is a call of its own, with a deadline that counts
 * from when the page is needed. If one cannot be fetched, the subscriber gets the {@link TelnyxException}, and nothing
 * after it. {@code cancel()} ends the call that is under way. The end of the list is found as {@link PagedList} describes.
 *
 * <p>A subscriber is called on the thread that has fetched the page, or on the one on which it requests more, never on two
 * at once. It sees the context of the thread on which it has subscribed as far as pages are fetched. Immutable and safe for
 * use by any number of threads; follows the rules of Reactive Streams ({@code Flow}).
 *
 * @param <T> the class of the items
 */
public interface AsyncPagedList<T> extends Flow.Publisher<T> {
    /**
     * Returns the same list, fetched in pages of another size.
     *
     * @param size 1 to 250
     * @return a new list, of which nothing is fetched yet
     * @throws TelnyxValidationException if the size is out of bounds; nothing is sent
     */
    AsyncPagedList<T> withPageSize(int size);

    /**
     * Returns how many items a page has that is asked for.
     *
     * @return the size
     */
    int pageSize();

    /**
     * Returns the pages: the first one in any case, the others if there is something on them. Each is fetched when it is
     * requested.
     *
     * @return a publisher, to which any number may subscribe
     */
    Flow.Publisher<Page<T>> pages();

    /**
     * Fetches one page. The future fails with a {@link TelnyxValidationException} if the number is less than 1, and with
     * another {@link TelnyxException} if the call fails.
     *
     * @param number 1 for the first page
     * @return a future of: the page, which is empty behind the last one
     */
    TelnyxFuture<Page<T>> page(int number);

    /**
     * Fetches the first page, which has the totals. The future fails with a {@link TelnyxException} if the call fails.
     *
     * @return a future of: the page
     */
    TelnyxFuture<Page<T>> firstPage();
}
