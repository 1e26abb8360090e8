package org.telnyx4j.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.telnyx4j.fixtures.Fixtures.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.ListPhoneNumbersQuery;
import org.telnyx4j.numbers.OwnedNumber;
import org.telnyx4j.paging.AsyncPagedList;
import org.telnyx4j.paging.Page;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.Threads;

/** A list as a publisher: items as they are requested, pages as they are needed. */
class PublisherTest {
    private static final int PAGES = 4;

    /** Keeps what it gets. */
    private static final class Collector<T> implements Flow.Subscriber<T> {
        private final List<T> items = new ArrayList<>();
        private final CompletableFuture<List<T>> all = new CompletableFuture<>();
        private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
        private final long atOnce;

        Collector(long atOnce) {
            this.atOnce = atOnce;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription.set(given);
            if (atOnce > 0) {
                given.request(atOnce);
            }
        }

        @Override
        public synchronized void onNext(T item) {
            items.add(item);
        }

        @Override
        public void onError(Throwable failure) {
            all.completeExceptionally(failure);
        }

        @Override
        public synchronized void onComplete() {
            all.complete(List.copyOf(items));
        }

        synchronized int size() {
            return items.size();
        }

        Flow.Subscription subscription() {
            return Objects.requireNonNull(subscription.get());
        }

        List<T> await() throws Exception {
            return all.get(20, TimeUnit.SECONDS);
        }

        @Nullable
        Throwable failure() throws Exception {
            return all.handle((items, e) -> e).get(20, TimeUnit.SECONDS);
        }
    }

    private static String page(ReceivedRequest request) {
        int number = number(request);
        return RawServer.json(
                200,
                "{\"data\":[{\"id\":\"" + number + "a\"},{\"id\":\"" + number + "b\"}],\"meta\":{\"page_number\":"
                        + number + ",\"page_size\":2,\"total_pages\":" + PAGES + ",\"total_results\":" + 2 * PAGES
                        + "}}");
    }

    private static int number(ReceivedRequest request) {
        return Integer.parseInt(request.target()
                .replace("%5B", "[")
                .replace("%5D", "]")
                .replaceAll(".*page\\[number]=([0-9]+).*", "$1"));
    }

    private static AsyncPagedList<OwnedNumber> list(Telnyx telnyx) {
        return telnyx.async().phoneNumbers().list().withPageSize(2);
    }

    @Test
    void aSubscriberGetsAllItemsInTheirOrder() throws Exception {
        try (RawServer server = RawServer.start(RawServer.answeringWith(PublisherTest::page));
                Telnyx telnyx = client(server).build()) {
            AsyncPagedList<OwnedNumber> list = list(telnyx);
            Collector<OwnedNumber> first = new Collector<>(Long.MAX_VALUE);
            Collector<OwnedNumber> second = new Collector<>(Long.MAX_VALUE);
            list.subscribe(first);
            list.subscribe(second);

            assertThat(first.await())
                    .extracting(number -> number.id().value())
                    .containsExactly("1a", "1b", "2a", "2b", "3a", "3b", "4a", "4b");
            assertThat(second.await()).isEqualTo(first.await());
            assertThat(server.requests()).hasSize(2 * PAGES);
        }
    }

    @Test
    void noPageIsFetchedBeforeItIsNeeded() throws Exception {
        try (RawServer server = RawServer.start(RawServer.answeringWith(PublisherTest::page));
                Telnyx telnyx = client(server).build()) {
            Collector<OwnedNumber> collector = new Collector<>(0);
            list(telnyx).subscribe(collector);
            assertThat(server.connections()).isZero();

            collector.subscription().request(1);
            Threads.await("the first item", () -> collector.size() == 1);
            collector.subscription().request(1);
            Threads.await("the second item", () -> collector.size() == 2);
            assertThat(server.requests()).hasSize(1);

            collector.subscription().request(3);
            Threads.await("the fifth item", () -> collector.size() == 5);
            assertThat(server.requests()).hasSize(3);

            collector.subscription().request(3);
            assertThat(collector.await()).hasSize(8);
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void pagesArePublishedAsWell() throws Exception {
        try (RawServer server = RawServer.start(RawServer.answeringWith(PublisherTest::page));
                Telnyx telnyx = client(server).build()) {
            Collector<Page<OwnedNumber>> collector = new Collector<>(Long.MAX_VALUE);
            list(telnyx).pages().subscribe(collector);

            assertThat(collector.await()).extracting(Page::number).containsExactly(1, 2, 3, 4);
            assertThat(list(telnyx).firstPage().get(20, TimeUnit.SECONDS).totalResults())
                    .hasValue(8);
            assertThat(list(telnyx).page(3).get(20, TimeUnit.SECONDS).number()).isEqualTo(3);
        }
    }

    @Test
    void toCancelEndsTheCallUnderWay() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.read();
                    connection.awaitClose();
                });
                Telnyx telnyx = client(server).build()) {
            Collector<OwnedNumber> collector = new Collector<>(1);
            list(telnyx).subscribe(collector);
            server.awaitRequest();

            collector.subscription().cancel();

            Threads.await("the connection is cut", () -> server.openConnections() == 0);
            assertThat(collector.all).isNotDone();
        }
    }

    @Test
    void aPageThatCannotBeFetchedIsTheEnd() throws Exception {
        try (RawServer server = RawServer.start(RawServer.answeringWith(request -> number(request) == 2
                        ? RawServer.json(403, "{\"errors\":[{\"code\":\"10010\"}]}")
                        : page(request)));
                Telnyx telnyx = client(server).build()) {
            Collector<OwnedNumber> collector = new Collector<>(Long.MAX_VALUE);
            list(telnyx).subscribe(collector);

            assertThat(collector.failure()).isInstanceOf(TelnyxException.class).hasMessageContaining("403");
            assertThat(collector.size()).isEqualTo(2);
        }
    }

    /** The deadline would not do for all pages together; it does for each. */
    @Test
    void eachPageHasADeadlineOfItsOwn() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (RawServer server = RawServer.start(RawServer.toEach((request, connection) -> {
                    if (number(request) == PAGES) {
                        never.await();
                    }
                    // Four of these are longer than the deadline.
                    assertThat(never.await(1_100, TimeUnit.MILLISECONDS)).isFalse();
                    connection.send(page(request));
                }));
                Telnyx telnyx = client(server).retries(RetryOptions.off()).build()) {
            Collector<OwnedNumber> collector = new Collector<>(Long.MAX_VALUE);
            telnyx.async()
                    .phoneNumbers()
                    .list(
                            ListPhoneNumbersQuery.builder().pageSize(2).build(),
                            RequestOptions.timeout(Duration.ofSeconds(4)))
                    .subscribe(collector);

            assertThat(collector.failure()).isInstanceOfSatisfying(TelnyxNetworkException.class, failure -> {
                assertThat(failure.failure()).isEqualTo(NetworkFailure.DEADLINE);
                assertThat(failure.operation()).isEqualTo("phone_numbers.list");
            });
            assertThat(collector.size()).isEqualTo(6);
            never.countDown();
        }
    }

    @Test
    void aQueryThatBreaksARuleIsRefusedAtOnce() throws Exception {
        try (RawServer server = RawServer.answering("");
                Telnyx telnyx = client(server).build()) {
            assertThat(catchThrowable(() -> telnyx.async().phoneNumbers().list().withPageSize(251)))
                    .isInstanceOf(TelnyxValidationException.class);
            assertThat(list(telnyx).toString()).isEqualTo("AsyncPagedList[operation=phone_numbers.list, pageSize=2]");
        }
    }
}
