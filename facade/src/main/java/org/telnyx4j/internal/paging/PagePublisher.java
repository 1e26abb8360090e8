package org.telnyx4j.internal.paging;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.telnyx4j.async.TelnyxFuture;
import org.telnyx4j.internal.exchange.AsyncRunner;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.paging.AsyncPagedList;
import org.telnyx4j.paging.Page;
import org.telnyx4j.paging.PagedList;

/**
 * A list whose pages are fetched on other threads. Each subscriber has a list of its own, whose client counts the deadline
 * of a page from when it was needed.
 *
 * @param <T> the class of the items
 */
public final class PagePublisher<T> implements AsyncPagedList<T> {
    private final AsyncRunner runner;
    private final String operation;
    private final Duration timeout;
    private final Function<TelnyxClient, PagedList<T>> sync;
    private final int pageSize;

    private PagePublisher(
            AsyncRunner runner,
            String operation,
            Duration timeout,
            Function<TelnyxClient, PagedList<T>> sync,
            int pageSize) {
        this.runner = runner;
        this.operation = operation;
        this.timeout = timeout;
        this.sync = sync;
        this.pageSize = pageSize;
    }

    /**
     * Creates a list.
     *
     * @param runner fetches pages on other threads
     * @param operation what errors and telemetry call the fetching of a page
     * @param timeout how long that may take
     * @param sync creates the list that is read, with a client, and checks its query
     * @return the list, of which nothing is fetched yet
     */
    public static <T> AsyncPagedList<T> of(
            AsyncRunner runner, String operation, Duration timeout, Function<TelnyxClient, PagedList<T>> sync) {
        int size = sync.apply(runner.client()).pageSize();
        return new PagePublisher<>(runner, operation, timeout, sync, size);
    }

    @Override
    public AsyncPagedList<T> withPageSize(int size) {
        Function<TelnyxClient, PagedList<T>> other =
                client -> sync.apply(client).withPageSize(size);
        return of(runner, operation, timeout, other);
    }

    @Override
    public int pageSize() {
        return pageSize;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        subscribe(subscriber, Page::items);
    }

    @Override
    public Flow.Publisher<Page<T>> pages() {
        return subscriber -> subscribe(subscriber, List::of);
    }

    private <E> void subscribe(Flow.Subscriber<? super E> subscriber, Function<Page<T>, List<E>> parts) {
        Objects.requireNonNull(subscriber, "subscriber");
        AsyncRunner.Sequence calls = runner.sequence(operation, timeout);
        PagedList<T> list = sync.apply(calls.client());
        new PageSubscription<>(subscriber, calls, list.pages().iterator(), parts).begin();
    }

    @Override
    public TelnyxFuture<Page<T>> page(int number) {
        return runner.call(operation, timeout, client -> sync.apply(client).page(number));
    }

    @Override
    public TelnyxFuture<Page<T>> firstPage() {
        return page(1);
    }

    /** Shows nothing of what is on the list. */
    @Override
    public String toString() {
        return "AsyncPagedList[operation=" + operation + ", pageSize=" + pageSize + "]";
    }
}
