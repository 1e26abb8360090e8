package org.telnyx4j.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.Socket;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.sandbox.SandboxAccount;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.webhooks.WebhookVerifier;

/** Runs test classes on the JUnit engine and looks at what became of them. The classes within are run by it alone. */
class SandboxExtensionTest {
    private static final Queue<TelnyxSandbox> SEEN = new ConcurrentLinkedQueue<>();
    private static final OutgoingMessage HELLO =
            OutgoingMessage.builder().to("+14165550123").text("the secret text").build();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void aTestGetsASandboxAndAClientThatSendsToIt() {
        succeeds(Injected.class, 1);
        assertThat(SEEN).isNotEmpty().allSatisfy(SandboxExtensionTest::isClosed);
    }

    @TelnyxSandboxTest
    static class Injected {
        @Test
        void test(TelnyxSandbox sandbox, Telnyx telnyx, TelnyxOperations operations, WebhookVerifier verifier) {
            SEEN.add(sandbox);
            telnyx.messages().send(HELLO);

            assertThat(sandbox.messages().all()).hasSize(1);
            assertThat(sandbox.messages().all().get(0).from()).isEqualTo(SandboxAccount.NUMBERS.get(0));
            assertThat(operations).isSameAs(telnyx);
            assertThat(verifier).isNotNull();
        }
    }

    @Test
    void theTestsOfAClassShareASandboxThatIsResetBeforeEach() {
        succeeds(Shared.class, 4);
        assertThat(SEEN).hasSize(4);
        assertThat(List.copyOf(SEEN).stream().distinct()).hasSize(1);
    }

    @ExtendWith(SandboxExtension.class)
    static class Shared {
        private final Telnyx telnyx;

        Shared(Telnyx telnyx) {
            this.telnyx = telnyx;
        }

        @RepeatedTest(2)
        void test(TelnyxSandbox sandbox) {
            SEEN.add(sandbox);
            assertThat(sandbox.messages().all()).isEmpty();
            telnyx.messages().send(HELLO);
        }

        @Nested
        class Inner {
            @RepeatedTest(2)
            void test(TelnyxSandbox sandbox) {
                SEEN.add(sandbox);
                assertThat(sandbox.messages().all()).isEmpty();
                telnyx.messages().send(HELLO);
            }
        }
    }

    @Test
    void whatAConstructorPutsInIsThereForItsTestAlone() {
        succeeds(FilledByTheConstructor.class, 2);
    }

    @TelnyxSandboxTest
    static class FilledByTheConstructor {
        FilledByTheConstructor(TelnyxSandbox sandbox, Telnyx telnyx) {
            telnyx.messages().send(HELLO);
            SEEN.add(sandbox);
        }

        @RepeatedTest(2)
        void test(TelnyxSandbox sandbox) {
            assertThat(sandbox.messages().all()).hasSize(1);
            assertThat(SEEN).contains(sandbox);
        }
    }

    @Test
    void whatAClassPutsInBeforeAllItsTestsStays() {
        succeeds(Seeded.class, 2);
    }

    @TelnyxSandboxTest
    static class Seeded {
        @BeforeAll
        static void seed(TelnyxSandbox sandbox) {
            sandbox.numbers().own("+14165550177");
        }

        @RepeatedTest(2)
        void test(TelnyxSandbox sandbox) {
            assertThat(sandbox.numbers().findByNumber("+14165550177")).isPresent();
        }
    }

    @Test
    void aSandboxForEachTestIsCreatedAndClosedWithIt() {
        succeeds(OfMethod.class, 2);
        assertThat(List.copyOf(SEEN).stream().distinct()).hasSize(2);
        assertThat(SEEN).allSatisfy(SandboxExtensionTest::isClosed);
    }

    @TelnyxSandboxTest(scope = SandboxScope.METHOD)
    static class OfMethod {
        @RepeatedTest(2)
        void test(TelnyxSandbox sandbox) {
            SEEN.add(sandbox);
        }
    }

    @Test
    void aConstructorCannotTakeTheSandboxOfATest() {
        assertThat(failures(TakenTooEarly.class))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("SandboxScope.CLASS"));
    }

    @TelnyxSandboxTest(scope = SandboxScope.METHOD)
    static class TakenTooEarly {
        TakenTooEarly(TelnyxSandbox sandbox) {
            SEEN.add(sandbox);
        }

        @Test
        void test() {}
    }

    @Test
    void testsThatRunConcurrentlyHaveSandboxesOfTheirOwn() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Concurrent.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(2).failed(0));
        assertThat(List.copyOf(SEEN).stream().distinct()).hasSize(2);
    }

    @TelnyxSandboxTest
    @Execution(ExecutionMode.CONCURRENT)
    static class Concurrent {
        private static final CountDownLatch BOTH = new CountDownLatch(2);

        @Test
        void first(TelnyxSandbox sandbox, Telnyx telnyx) throws InterruptedException {
            sendAlone(sandbox, telnyx);
        }

        @Test
        void second(TelnyxSandbox sandbox, Telnyx telnyx) throws InterruptedException {
            sendAlone(sandbox, telnyx);
        }

        private static void sendAlone(TelnyxSandbox sandbox, Telnyx telnyx) throws InterruptedException {
            SEEN.add(sandbox);
            telnyx.messages().send(HELLO);
            BOTH.countDown();
            assertThat(BOTH.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(sandbox.messages().all()).hasSize(1);
        }
    }

    @Test
    void aFailureShowsWhatTheSandboxHasSeenAndNothingPrivate() {
        assertThat(failures(Failing.class)).singleElement().satisfies(failure -> {
            assertThat(failure).hasMessage("of the test");
            assertThat(failure.getSuppressed()).singleElement().isInstanceOf(SandboxReport.class);
            assertThat(failure.getSuppressed()[0])
                    .hasMessageContaining("POST /messages -> 200")
                    .hasMessageContaining("POST /messages -> 503")
                    .hasMessageContaining("outbound …0100 -> …0123, SMS, 15 characters, ")
                    .hasMessageContaining("webhooks: none")
                    .hasMessageNotContaining("secret")
                    .hasMessageNotContaining("5550123")
                    .hasMessageNotContaining("KEY");
        });
    }

    @TelnyxSandboxTest
    static class Failing {
        @Test
        void test(TelnyxSandbox sandbox, Telnyx telnyx) {
            telnyx.messages().send(HELLO);
            sandbox.failNext(org.telnyx4j.sandbox.Fault.status(503));
            assertThatThrownBy(() -> telnyx.messages().send(HELLO)).isInstanceOf(TelnyxException.class);
            Assertions.fail("of the test");
        }
    }

    @Test
    void anAbortedTestHasNoReport() {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Aborted.class))
                .execute();

        results.testEvents().assertStatistics(statistics -> statistics.aborted(1));
        assertThat(throwables(results.testEvents().aborted().list()))
                .singleElement()
                .satisfies(aborted -> assertThat(aborted.getSuppressed()).isEmpty());
    }

    @TelnyxSandboxTest
    static class Aborted {
        @Test
        void test(TelnyxSandbox sandbox) {
            Assumptions.assumeTrue(sandbox.messages().all().size() > 5);
        }
    }

    @Test
    void anExtensionWithSettingsUsesThemForEachTest() {
        succeeds(WithSettings.class, 2);
    }

    static class WithSettings {
        @RegisterExtension
        static final SandboxExtension SANDBOX = SandboxExtension.builder()
                .sandbox(sandbox -> sandbox.emptyAccount().manualClock(Instant.parse("2026-03-01T12:00:00Z")))
                .seed(sandbox -> sandbox.numbers().own("+14165550177"))
                .client(client -> client.messagingProfileId("40017f00-0000-4000-8000-0000000000aa"))
                .scope(SandboxScope.CLASS)
                .build();

        @RepeatedTest(2)
        void test(TelnyxSandbox sandbox, Telnyx telnyx) {
            assertThat(sandbox.clock().now()).isEqualTo("2026-03-01T12:00:00Z");
            assertThat(sandbox.numbers().owned()).hasSize(1);
            assertThat(telnyx.phoneNumbers().findByNumber("+14165550177")).isPresent();
        }
    }

    private static void succeeds(Class<?> tests, int count) {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(count).failed(0));
    }

    private static List<Throwable> failures(Class<?> tests) {
        return throwables(EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .testEvents()
                .failed()
                .list());
    }

    private static List<Throwable> throwables(Collection<Event> events) {
        return events.stream()
                .map(event -> event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .toList();
    }

    private static void isClosed(TelnyxSandbox sandbox) {
        assertThatThrownBy(() -> new Socket(
                                sandbox.baseUrl().getHost(), sandbox.baseUrl().getPort())
                        .close())
                .isInstanceOf(java.net.ConnectException.class);
    }
}
