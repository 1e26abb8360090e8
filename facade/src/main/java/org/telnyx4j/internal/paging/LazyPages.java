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
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.validation.Validator;
import org.telnyx4j.internal.validation.Violation;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.paging.Page;
import org.telnyx4j.paging.PagedList;

/**
 * A list that fetches its pages as it is read.
 *
 * @param <T> the class of the items
 */
public final class LazyPages<T> implements PagedList<T> {
    private static final String NUMBER = "page[number]";
    private static final String SIZE = "page[size]";

    private final String operation;
    private final ErrorFactory errors;
    private final PageSource<T> source;
    private final int pageSize;

    /**
     * Creates a list of what a query finds, and checks the query. Its page size is that of the list; it has no page
     * number, since the list sets that itself. A domain builds its list so:
     *
     * <pre>{@code
     * LazyPages.of(client, operation, query, (number, size) -> {
     *     ListThingsQuery page = query.toBuilder().pageNumber(number).pageSize(size).build();
     *     ApiResponse<ThingListResponse> response = api.listThingsWithHttpInfo(page, options);
     *     List<Thing> data = client.data(response, response.data().getData());
     *     return PageReader.read(
     *             Page.builder(PageReader.items(data, response, ThingResult::new), number, size),
     *             response,
     *             response.data().getMeta());
     * });
     * }</pre>
     *
     * @param client the client; telemetry shows the operation only if the check fails
     * @param operation what errors call the fetching of a page
     * @param query the query
     * @param source fetches the pages of the query
     * @return the list, of which nothing is fetched yet
     * @throws TelnyxException if the query breaks a rule
     */
    public static <T> PagedList<T> of(TelnyxClient client, String operation, JsonModel query, PageSource<T> source) {
        ErrorFactory errors = client.errors();
        client.checked(operation, () -> check(operation, errors, query));
        int size = query.get(SIZE) instanceof Integer set ? set : DEFAULT_PAGE_SIZE;
        return new LazyPages<>(operation, errors, source, size);
    }

    private static JsonModel check(String operation, ErrorFactory errors, JsonModel query) {
        if (query.has(NUMBER)) {
            throw errors.localCheck(operation, NUMBER, "must not be set in the query of a list, use page(number)");
        }
        Violation violation = Validator.check(query);
        if (violation != null) {
            throw errors.localCheck(operation, violation.field(), violation.problem());
        }
        return query;
    }

    /**
     * Creates a list with pages of the default size.
     *
     * @param operation what errors call the fetching of a page
     * @param errors builds the exceptions
     * @param source fetches the pages
     */
    public LazyPages(String operation, ErrorFactory errors, PageSource<T> source) {
        this(operation, errors, source, DEFAULT_PAGE_SIZE);
    }

    private LazyPages(String operation, ErrorFactory errors, PageSource<T> source, int pageSize) {
        this.operation = operation;
        this.errors = errors;
        this.source = source;
        this.pageSize = pageSize;
    }

    @Override
    public PagedList<T> withPageSize(int size) {
        if (size < 1 || size > DEFAULT_PAGE_SIZE) {
            throw errors.localCheck(operation, SIZE, "must be from 1 to " + DEFAULT_PAGE_SIZE + ", was " + size);
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
            throw errors.localCheck(operation, NUMBER, "must be at least 1, was " + number);
        }
        return source.fetch(number, pageSize);
    }

    @Override
    public Page<T> firstPage() {
        return page(1);
    }

    /** Shows nothing of what is on the list. */
    @Override
    public String toString() {
        return "PagedList[operation=" + operation + ", pageSize=" + pageSize + "]";
    }

    /** One way through all pages. */
    private final class Walk implements Iterator<Page<T>> {
        private int asked;
        private @Nullable Page<T> last;
        /** The last page with a number that is a power of two: a server that repeats several pages comes back to it. */
        private @Nullable Page<T> checkpoint;

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
                // A server may return the last page when it is asked for one behind it. That is an end like any other,
                // unless its own total shows that there is such a page.
                boolean promised = page.totalPages().orElse(before.totalPages().orElse(0)) >= number;
                if (promised && !isTheOnlyOne(before, page)) {
                    throw repeatedPage(number, before.number(), page);
                }
                return null;
            }
            Page<T> earlier = checkpoint;
            if (earlier != null && hasSameItems(earlier, page)) {
                throw repeatedPage(number, earlier.number(), page);
            }
            asked = number;
            if (Integer.bitCount(number) == 1) {
                checkpoint = page;
            }
            return before != null && page.items().isEmpty() ? null : page;
        }

        private TelnyxException repeatedPage(int number, int earlier, Page<T> page) {
            ErrorDetails.Builder details = ErrorDetails.builder(operation, Outcome.CARRIED_OUT, Advice.DO_NOT_RETRY)
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
         * Whether the server has a single response for whatever page is asked for, like one that returns an example of
         * the specification: the same items under the same number, and fewer than a page before others would have.
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
