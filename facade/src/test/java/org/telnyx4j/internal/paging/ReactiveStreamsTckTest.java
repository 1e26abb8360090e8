package org.telnyx4j.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.fixtures.Fixtures.client;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.telnyx4j.Telnyx;
import org.telnyx4j.Tenant;
import org.telnyx4j.async.AsyncOptions;
import org.telnyx4j.numbers.OwnedNumber;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.ReceivedRequest;
import org.testng.SkipException;

/** The rules of Reactive Streams, by their own tests, which are written for TestNG and run here one by one. */
class ReactiveStreamsTckTest {
    private static final int PAGE_SIZE = 3;
    private static final long MILLIS_FOR_WHAT_MUST_COME = 5_000;
    private static final long MILLIS_FOR_WHAT_MUST_NOT_COME = 50;

    private static RawServer server;
    private static Telnyx withVirtualThreads;
    private static Telnyx withAPool;

    @BeforeAll
    static void start() throws Exception {
        server = RawServer.start(RawServer.answeringWith(ReactiveStreamsTckTest::page));
        withVirtualThreads = client(server).build();
        withAPool = client(server)
                .async(AsyncOptions.builder().virtualThreads(false).build())
                .build();
    }

    @AfterAll
    static void stop() throws Exception {
        withVirtualThreads.close();
        withAPool.close();
        server.close();
    }

    /** The tenant's key is how many items the account has. */
    private static String page(ReceivedRequest request) {
        long all =
                Long.parseLong(String.valueOf(request.header("Authorization")).replace("Bearer ", ""));
        String target = request.target().replace("%5B", "[").replace("%5D", "]");
        long number = Long.parseLong(target.replaceAll(".*page\\[number]=([0-9]+).*", "$1"));
        StringBuilder items = new StringBuilder();
        for (long i = (number - 1) * PAGE_SIZE; i < Math.min(all, number * PAGE_SIZE); i++) {
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"id\":\"")
                    .append(i)
                    .append("\"}");
        }
        return RawServer.json(
                200,
                "{\"data\":[" + items + "],\"meta\":{\"page_number\":" + number + ",\"page_size\":" + PAGE_SIZE
                        + ",\"total_pages\":" + (all + PAGE_SIZE - 1) / PAGE_SIZE + ",\"total_results\":" + all + "}}");
    }

    /** Lists of numbers, of any length. */
    public static final class OfLists extends FlowPublisherVerification<OwnedNumber> {
        private final Telnyx telnyx;

        OfLists(Telnyx telnyx) {
            super(new TestEnvironment(MILLIS_FOR_WHAT_MUST_COME, MILLIS_FOR_WHAT_MUST_NOT_COME));
            this.telnyx = telnyx;
        }

        @Override
        public Flow.Publisher<OwnedNumber> createFlowPublisher(long elements) {
            return telnyx.withTenant(Tenant.builder("tck")
                            .apiKey(String.valueOf(elements))
                            .build())
                    .async()
                    .phoneNumbers()
                    .list()
                    .withPageSize(PAGE_SIZE);
        }

        /** None: a list fails when something is requested, and not before. */
        @Override
        public Flow.@Nullable Publisher<OwnedNumber> createFailedFlowPublisher() {
            return null;
        }

        @Override
        public long maxElementsFromPublisher() {
            return 100;
        }
    }

    @TestFactory
    Stream<DynamicTest> itsPublishersFollowTheRules() {
        return Arrays.stream(OfLists.class.getMethods())
                .filter(method -> method.isAnnotationPresent(org.testng.annotations.Test.class))
                .sorted(Comparator.comparing(Method::getName))
                .flatMap(method -> Stream.of(withVirtualThreads, withAPool)
                        .map(telnyx -> DynamicTest.dynamicTest(
                                method.getName() + (telnyx == withAPool ? " (pool)" : ""), () -> run(telnyx, method))));
    }

    private static void run(Telnyx telnyx, Method method) throws Throwable {
        OfLists tests = new OfLists(telnyx);
        tests.setUp();
        try {
            method.invoke(tests);
        } catch (InvocationTargetException e) {
            // A rule that is about something else than such a publisher.
            Assumptions.assumeFalse(e.getCause() instanceof SkipException, () -> String.valueOf(e.getCause()));
            throw e.getCause();
        }
    }

    @Test
    void thereAreSuchTests() {
        assertThat(OfLists.class.getMethods())
                .filteredOn(method -> method.isAnnotationPresent(org.testng.annotations.Test.class))
                .hasSizeGreaterThan(30);
    }
}
