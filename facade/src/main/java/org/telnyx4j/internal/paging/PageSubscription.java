package org.telnyx4j.internal.paging;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.async.TelnyxFuture;
import org.telnyx4j.internal.exchange.AsyncRunner;
import org.telnyx4j.paging.Page;

/**
 * One subscriber of a list. Whatever happens (more is requested, a page has come, it is cancelled) is followed by
 * {@link #drain}, which one thread at a time runs through: it gives the subscriber what was requested, and fetches the next
 * page when there is nothing left to give.
 *
 * @param <T> the class of the items of a page
 * @param <E> the class of what the subscriber gets: items, or whole pages
 */
final class PageSubscription<T, E> implements Flow.Subscription {
    private final Flow.Subscriber<? super E> subscriber;
    private final AsyncRunner.Sequence calls;
    private final Iterator<Page<T>> pages;
    private final Function<Page<T>, List<E>> parts;

    private final AtomicLong requested = new AtomicLong();
    /** How often drain was asked for while it was running. */
    private final AtomicInteger rounds = new AtomicInteger();

    private volatile boolean isOver;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable TelnyxFuture<?> fetching;
    // What follows is read and written by whoever runs drain, and by the fetch that it waits for.
    private volatile boolean isFetching;
    private volatile boolean isLast;
    private volatile Iterator<E> present = Collections.emptyIterator();

    PageSubscription(
            Flow.Subscriber<? super E> subscriber,
            AsyncRunner.Sequence calls,
            Iterator<Page<T>> pages,
            Function<Page<T>, List<E>> parts) {
        this.subscriber = subscriber;
        this.calls = calls;
        this.pages = pages;
        this.parts = parts;
    }

    void begin() {
        // Nothing is given while the subscriber takes its subscription, though it may request something by then.
        rounds.set(1);
        subscriber.onSubscribe(this);
        drainRounds(1);
    }

    @Override
    public void request(long count) {
        if (count <= 0) {
            failure = new IllegalArgumentException("a subscriber must request more than 0 items, not " + count);
        } else {
            requested.accumulateAndGet(count, (before, more) -> before + more < 0 ? Long.MAX_VALUE : before + more);
        }
        drain();
    }

    @Override
    public void cancel() {
        isOver = true;
        TelnyxFuture<?> underWay = fetching;
        if (underWay != null) {
            underWay.cancel(true);
        }
    }

    private void drain() {
        if (rounds.getAndIncrement() == 0) {
            drainRounds(1);
        }
    }

    private void drainRounds(int begun) {
        int round = begun;
        while (round != 0) {
            try {
                give();
            } catch (Throwable e) {
                // A subscriber must not throw. One that does gets nothing more.
                cancel();
                throw e;
            }
            round = rounds.addAndGet(-round);
        }
    }

    private void give() {
        while (!isOver) {
            Throwable why = failure;
            if (why != null) {
                cancel();
                subscriber.onError(why);
            } else if (present.hasNext()) {
                if (requested.get() == 0) {
                    return;
                }
                requested.accumulateAndGet(1, (before, one) -> before == Long.MAX_VALUE ? before : before - one);
                subscriber.onNext(present.next());
            } else if (isLast) {
                isOver = true;
                subscriber.onComplete();
            } else if (isFetching || requested.get() == 0) {
                return;
            } else {
                fetch();
            }
        }
    }

    private void fetch() {
        isFetching = true;
        TelnyxFuture<@Nullable Page<T>> page = calls.call(() -> pages.hasNext() ? pages.next() : null);
        fetching = page;
        if (isOver) {
            // It was cancelled while there was nothing to cancel yet.
            page.cancel(true);
        }
        var unused = page.whenComplete(this::fetched);
    }

    private void fetched(@Nullable Page<T> page, @Nullable Throwable why) {
        fetching = null;
        if (why != null) {
            failure =
                    why instanceof CompletionException wrapped && wrapped.getCause() != null ? wrapped.getCause() : why;
        } else if (page == null) {
            isLast = true;
        } else {
            present = parts.apply(page).iterator();
            isLast = !page.hasNext();
        }
        isFetching = false;
        drain();
    }
}
