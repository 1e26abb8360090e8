package org.telnyx4j.internal.paging;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorDetails;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.core.Operation;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.paging.Page;
import org.telnyx4j.paging.PagedList;

/**
 * A list that fetches its pages as it is read.
 *
 * @param <T> what the list holds
 */
public final class LazyPages<T> implements PagedList<T> {
    private final Operation operation;
    private final ErrorFactory errors;
    private final PageSource<T> source;
    private final int pageSize;

    /**
     * Makes a list with pages of the default size.
     *
     * @param operation what errors call the fetching of a page
     * @param errors builds the exceptions
     * @param source fetches the pages
     */
    public LazyPages(Operation operation, ErrorFactory errors, PageSource<T> source) {
        this(operation, errors, source, DEFAULT_PAGE_SIZE);
    }

    private LazyPages(Operation operation, ErrorFactory errors, PageSource<T> source, int pageSize) {
        this.operation = operation;
        this.errors = errors;
        this.source = source;
        this.pageSize = pageSize;
    }

    @Override
    public PagedList<T> withPageSize(int size) {
        if (size < 1 || size > DEFAULT_PAGE_SIZE) {
            throw errors.localCheck(
                    operation.name(), "page[size]", "must be from 1 to " + DEFAULT_PAGE_SIZE + ", was " + size);
        }
        return new LazyPages<>(operation, errors, source, size);
    }

    @Override
    public int pageSize() {
        return pageSize;
    }

    @Override
    public Iterator<T> iterator() {
        return new Items<>(new Walk());
    }

    @Override
    public Spliterator<T> spliterator() {
        return Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL);
    }

    @Override
    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    @Override
    public Iterable<Page<T>> pages() {
        return Walk::new;
    }

    @Override
    public Page<T> page(int number) {
        if (number < 1) {
            throw errors.localCheck(operation.name(), "page[number]", "must be at least 1, was " + number);
        }
        return source.fetch(number, pageSize);
    }

    @Override
    public Page<T> firstPage() {
        return page(1);
    }

    /** Tells nothing of what is on the list. */
    @Override
    public String toString() {
        return "PagedList[operation=" + operation.name() + ", pageSize=" + pageSize + "]";
    }

    /** One way through all pages. */
    private final class Walk implements Iterator<Page<T>> {
        private int asked;
        private @Nullable Page<T> last;
        /** The last page with a number that is a power of two: whatever circle a server goes in, it comes by again. */
        private @Nullable Page<T> landmark;

        private @Nullable Page<T> fetched;
        private boolean ended;

        @Override
        public boolean hasNext() {
            if (fetched == null && !ended) {
                fetched = fetch();
                ended = fetched == null;
            }
            return fetched != null;
        }

        @Override
        public Page<T> next() {
            if (!hasNext() || fetched == null) {
                throw new NoSuchElementException();
            }
            Page<T> page = fetched;
            fetched = null;
            last = page;
            return page;
        }

        /** Returns the next page, or null at the end. If it throws, nothing has changed. */
        private @Nullable Page<T> fetch() {
            Page<T> before = last;
            if (before != null && (!before.hasNext() || asked == Integer.MAX_VALUE)) {
                return null;
            }
            int number = asked + 1;
            Page<T> page = source.fetch(number, pageSize);
            if (before != null && isRepeated(before, page)) {
                // A server may answer with the last page when it is asked for one behind it. That is an end like any
                // other, unless it has said itself that there is such a page.
                boolean promised = page.totalPages().orElse(before.totalPages().orElse(0)) >= number;
                if (promised && !isTheOnlyOne(before, page)) {
                    throw goesInCircles(number, before.number(), page);
                }
                return null;
            }
            Page<T> earlier = landmark;
            if (earlier != null && hasSameItems(earlier, page)) {
                throw goesInCircles(number, earlier.number(), page);
            }
            asked = number;
            if (Integer.bitCount(number) == 1) {
                landmark = page;
            }
            return before != null && page.items().isEmpty() ? null : page;
        }

        private TelnyxException goesInCircles(int number, int earlier, Page<T> page) {
            ErrorDetails.Builder details = ErrorDetails.builder(
                            operation.name(), Outcome.CARRIED_OUT, Advice.DO_NOT_RETRY)
                    .problem("page " + number + " of the list is page " + earlier
                            + " once more, so the list would never end")
                    .remedy("read it in pages of another size, or by another filter")
                    .requestId(page.requestId().orElse(null))
                    .rateLimit(page.rateLimit().orElse(null));
            return errors.ofSteps(details.build(), null);
        }

        private boolean isRepeated(Page<T> before, Page<T> page) {
            return hasSameItems(before, page) || page.number() <= before.number();
        }

        /**
         * Whether the server has a single answer for whatever page is asked, as one that plays back an example of the
         * specification has: the same items under the same number, and fewer than a page before others would hold.
         */
        private boolean isTheOnlyOne(Page<T> before, Page<T> page) {
            return page.number() == before.number() && page.items().size() < pageSize && hasSameItems(before, page);
        }

        private boolean hasSameItems(Page<T> before, Page<T> page) {
            return !page.items().isEmpty() && page.items().equals(before.items());
        }
    }

    /** The items of all pages. */
    private static final class Items<T> implements Iterator<T> {
        private final Iterator<Page<T>> pages;
        private Iterator<T> items = Collections.emptyIterator();

        Items(Iterator<Page<T>> pages) {
            this.pages = pages;
        }

        @Override
        public boolean hasNext() {
            while (!items.hasNext() && pages.hasNext()) {
                items = pages.next().items().iterator();
            }
            return items.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return items.next();
        }
    }
}
