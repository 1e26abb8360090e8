package org.telnyx4j.wire.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.trace.Span;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.Tenant;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.telemetry.ObservedOperation;
import org.telnyx4j.telemetry.ObservedRequest;
import org.telnyx4j.telemetry.OperationListener;
import org.telnyx4j.telemetry.OperationResult;
import org.telnyx4j.telemetry.RequestResult;
import org.telnyx4j.testing.ClosedPort;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;
import org.telnyx4j.wire.telemetry.FacadeOperation.Use;
import org.telnyx4j.wire.telemetry.ListenerLog.Heard;

/** What an application's own listeners get, and what they cannot do to a call. */
class OperationListenerTest {
    private static final OutgoingMessage MESSAGE =
            OutgoingMessage.builder().to("+14165550123").text("Hello").build();

    private final ListenerLog log = new ListenerLog();
    private ScriptedServer server;

    @BeforeEach
    void open() throws IOException {
        server = Account.server();
    }

    @AfterEach
    void close() {
        server.close();
    }

    static Stream<FacadeOperation> all() {
        return FacadeOperation.all();
    }

    private Telnyx.Builder client() {
        return Telnyx.builder()
                .retries(RetryOptions.off())
                .apiKey("KEY0123456789abcdef")
                .from("+14165550199")
                .baseUrl(server.baseUrl());
    }

    @Test
    void aSentMessageIsAStartARequestAndASuccess() {
        try (Telnyx telnyx = client().listener(log).build()) {
            telnyx.withTenant(Tenant.builder("acme").build()).messages().send(MESSAGE);
        }

        assertThat(log.lines())
                .containsExactly(
                        "start messages.send",
                        "request messages.send",
                        "response messages.send",
                        "success messages.send");
        ObservedOperation operation = log.heard.get(0).operation();
        assertThat(operation.tenant()).contains("acme");
        assertThat(operation.parent()).isEmpty();
        assertThat(log.heard).allSatisfy(heard -> {
            assertThat(heard.operation()).isSameAs(operation);
            assertThat(heard.thread()).isSameAs(Thread.currentThread());
        });
        ObservedRequest request = log.heard.get(1).request();
        assertThat(request).isSameAs(log.heard.get(2).request());
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.pathTemplate()).isEqualTo("/v2/messages");
        assertThat(request.url()).isEqualTo(server.baseUrl() + "/messages");
        assertThat(request.serverAddress()).isEqualTo("127.0.0.1");
        assertThat(request.serverPort()).isEqualTo(server.port());
        assertThat(request.resends()).isZero();
        RequestResult response = log.heard.get(2).requestResult();
        assertThat(response.status()).hasValue(200);
        assertThat(response.requestId()).contains(Account.REQUEST_ID);
        assertThat(response.error()).isEmpty();
        OperationResult result = log.last().operationResult();
        assertThat(result.outcome()).isEqualTo(Outcome.CARRIED_OUT);
        assertThat(result.duration()).isBetween(response.duration(), Duration.ofMinutes(1));
        assertThat(result.errorType()).isEmpty();
        assertThat(result.errorCode()).isEmpty();
        assertThat(result.retries()).isZero();
        assertThat(result.requestId()).contains(Account.REQUEST_ID);
        assertThat(result.messageId()).contains(Account.MESSAGE_ID);
        assertThat(result.messageParts()).hasValue(2);
        assertThat(result.costAmount()).contains(new BigDecimal("0.0080"));
        assertThat(result.costCurrency()).contains("USD");
        assertThat(result.callControlId()).isEmpty();
        assertThat(result.commandId()).isEmpty();
    }

    @Test
    void aCommandNamesItsCallAndItself() {
        try (Telnyx telnyx = client().listener(log).build()) {
            server.then(200, "{\"data\":{\"result\":\"ok\"}}");
            telnyx.calls().hangUp(CallControlId.of(Account.LEG));
        }

        OperationResult result = log.last().operationResult();
        assertThat(result.callControlId()).contains(Account.LEG);
        assertThat(result.commandId()).isPresent();
        assertThat(server.requests().get(0).body()).contains(result.commandId().orElseThrow());
    }

    @Test
    void aRefusalIsAFailureWithItsCode() {
        server.then(422, "{\"errors\":[{\"code\":\"40300\",\"title\":\"Blocked\"}]}");
        Throwable thrown;
        try (Telnyx telnyx = client().listener(log).build()) {
            thrown = catchThrowable(() -> telnyx.messages().send(MESSAGE));
        }

        assertThat(log.lines())
                .containsExactly(
                        "start messages.send",
                        "request messages.send",
                        "response messages.send",
                        "failure messages.send");
        assertThat(log.last().failure()).isSameAs(thrown);
        assertThat(log.heard.get(2).requestResult().error()).contains("422");
        OperationResult result = log.last().operationResult();
        assertThat(result.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(result.errorType()).contains("validation");
        assertThat(result.errorCode()).contains("40300");
    }

    @Test
    void whatIsRefusedHereHasNoRequest() {
        try (Telnyx telnyx = client().listener(log).build()) {
            fail(() -> telnyx.messages()
                    .send(OutgoingMessage.builder().to("0123").text("Hello").build()));
        }

        assertThat(log.lines()).containsExactly("start messages.send", "failure messages.send");
        assertThat(log.last().operationResult().errorType()).contains("validation");
        assertThat(log.last().operationResult().outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
    }

    @Test
    void aCallAfterTheClientWasClosedIsAFailure() {
        Telnyx telnyx = client().listener(log).build();
        telnyx.close();
        fail(() -> telnyx.messages().send(MESSAGE));

        assertThat(log.lines()).startsWith("start messages.send").endsWith("failure messages.send");
        assertThat(log.last().operationResult().outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void retriesAreCountedAndNumbered() {
        server.then(503, "").then(503, "");
        RetryOptions quick = RetryOptions.builder()
                .baseDelay(Duration.ofMillis(1))
                .maxDelay(Duration.ofMillis(1))
                .build();
        try (Telnyx telnyx = client().retries(quick).listener(log).build()) {
            telnyx.messages().retrieve(Account.MESSAGE_ID);
        }

        assertThat(log.heard.stream().filter(heard -> heard.kind().equals("request")))
                .map(heard -> heard.request().resends())
                .containsExactly(0, 1, 2);
        assertThat(log.last().operationResult().retries()).isEqualTo(2);
    }

    @Test
    void aServerThatCannotBeReachedHasNoStatus() {
        try (Telnyx telnyx = client().baseUrl(ClosedPort.url()).listener(log).build()) {
            fail(() -> telnyx.messages().send(MESSAGE));
        }

        RequestResult result = log.heard.get(2).requestResult();
        assertThat(result.status()).isEqualTo(OptionalInt.empty());
        assertThat(result.requestId()).isEqualTo(Optional.empty());
        assertThat(result.error()).contains("connection");
        assertThat(log.last().operationResult().errorType()).contains("network");
    }

    @Test
    void aSecondRequestOfAHedgedCommandIsReportedFromItsOwnThread() throws Exception {
        CountDownLatch second = new CountDownLatch(2);
        server.otherwise(request -> {
            second.countDown();
            await(second);
            return Response.json(200, "{\"data\":{\"result\":\"ok\"}}");
        });
        RetryOptions hedged =
                RetryOptions.builder().hedgeCallCommands(Duration.ofMillis(1)).build();
        try (Telnyx telnyx = client().retries(hedged).listener(log).build()) {
            telnyx.calls().hangUp(CallControlId.of(Account.LEG));
            assertThat(log.last().operationResult().retries()).isEqualTo(1);
        }

        Set<Thread> threads = new HashSet<>();
        log.heard.stream()
                .filter(heard -> heard.kind().equals("request"))
                .forEach(heard -> threads.add(heard.thread()));
        assertThat(threads).hasSize(2).contains(Thread.currentThread());
    }

    /** Makes a call whose failure is expected; what the listener is told of it is what counts. */
    private static void fail(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(TelnyxException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyOperationStartsAndEndsOnceAndSoDoItsSteps(FacadeOperation operation) {
        server.otherwise(Account::answer);
        for (Use use : operation.overloads()) {
            assertBalanced(use, operation.name());
        }
        server.otherwise(request -> Response.json(400, "{\"errors\":[{\"code\":\"10015\"}]}"));
        assertBalanced(operation.overloads().get(0), operation.name());
        if (operation.refused() != null) {
            assertBalanced(operation.refused(), operation.name());
        }
    }

    private void assertBalanced(Use use, String name) {
        log.heard.clear();
        try (Telnyx telnyx = client().listener(log).build()) {
            Throwable failure = catchThrowable(() -> use.on(telnyx));
            String end = log.last().kind();
            assertThat(end).isEqualTo(failure == null ? "success" : "failure");
        }
        List<ObservedOperation> open = new ArrayList<>();
        for (Heard heard : log.heard) {
            if (heard.kind().equals("start")) {
                assertThat(heard.operation().parent()).isEqualTo(last(open));
                open.add(heard.operation());
            } else if (heard.request() != null) {
                assertThat(last(open)).containsSame(heard.operation());
            } else {
                assertThat(open.remove(open.size() - 1)).isSameAs(heard.operation());
            }
        }
        assertThat(open).isEmpty();
        assertThat(log.heard.get(0).operation().name()).isEqualTo(name);
    }

    private static Optional<ObservedOperation> last(List<ObservedOperation> open) {
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(open.size() - 1));
    }

    @Test
    void severalAreNested() {
        List<String> order = new CopyOnWriteArrayList<>();
        try (Telnyx telnyx = client().listener(naming("first", order))
                .listener(naming("second", order))
                .build()) {
            telnyx.messages().send(MESSAGE);
        }

        assertThat(order)
                .containsExactly(
                        "first started",
                        "second started",
                        "first requestStarted",
                        "second requestStarted",
                        "second requestEnded",
                        "first requestEnded",
                        "second succeeded",
                        "first succeeded");
    }

    @Test
    void theSpanIsCurrentForAll() {
        List<String> spans = new CopyOnWriteArrayList<>();
        OperationListener listener = handling((self, method, arguments) -> {
            spans.add(Span.current().getSpanContext().getSpanId());
            return null;
        });
        try (Recorder recorder = new Recorder()) {
            try (Telnyx telnyx =
                    client().openTelemetry(recorder.sdk).listener(listener).build()) {
                telnyx.messages().send(MESSAGE);
            }
            String operation = recorder.span("telnyx.messages.send").getSpanId();
            String request = recorder.span("POST /v2/messages").getSpanId();
            assertThat(spans).containsExactly(operation, request, request, operation);
        }
    }

    @Test
    void whatIsAttachedStaysWithItsOperationAndItsListener() {
        List<Object> found = new CopyOnWriteArrayList<>();
        class Timing implements OperationListener {
            @Override
            public void started(ObservedOperation operation) {
                assertThat(operation.attachment(this, Object.class)).isEmpty();
                operation.attach(this, operation.name());
            }

            @Override
            public void succeeded(ObservedOperation operation, OperationResult result) {
                found.add(operation.attachment(this, String.class).orElseThrow());
                assertThat(operation.attachment(this, Integer.class)).isEmpty();
            }
        }
        try (Telnyx telnyx =
                client().listener(new Timing()).listener(new Timing()).build()) {
            telnyx.messages().send(MESSAGE);
            telnyx.messages().retrieve(Account.MESSAGE_ID);
        }

        assertThat(found).containsExactly("messages.send", "messages.send", "messages.retrieve", "messages.retrieve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"started", "requestStarted", "requestEnded", "succeeded", "failed"})
    void oneThatThrowsChangesNothingAndIsLoggedOnce(String broken) {
        List<String> logged = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger("org.telnyx4j.telemetry");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        OperationListener thrower = handling((self, method, arguments) -> {
            if (method.getName().equals(broken)) {
                throw new StackOverflowError("+14165550123");
            }
            return null;
        });
        try (Telnyx telnyx = client().listener(thrower).listener(log).build()) {
            for (int i = 0; i < 2; i++) {
                assertThat(telnyx.messages().send(MESSAGE).id()).isEqualTo(Account.MESSAGE_ID);
                server.then(400, "{\"errors\":[{\"code\":\"10015\"}]}");
                assertThat(catchThrowable(() -> telnyx.messages().send(MESSAGE)))
                        .isInstanceOf(TelnyxException.class)
                        .hasNoSuppressedExceptions();
            }
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }

        assertThat(log.heard).hasSize(16);
        assertThat(logged)
                .singleElement()
                .satisfies(
                        line -> assertThat(line).contains("StackOverflowError").doesNotContain("4165550123"));
    }

    @Test
    void oneThatCallsTheClientIsCalledForThatToo() {
        Telnyx[] client = new Telnyx[1];
        OperationListener nosy = new OperationListener() {
            @Override
            public void succeeded(ObservedOperation operation, OperationResult result) {
                if (operation.name().equals("messages.send")) {
                    client[0].messages().retrieve(result.messageId().orElseThrow());
                }
            }
        };
        try (Telnyx telnyx = client().listener(nosy).listener(log).build()) {
            client[0] = telnyx;
            telnyx.messages().send(MESSAGE);
        }

        assertThat(log.lines()).contains("start messages.retrieve", "success messages.retrieve");
        assertThat(log.heard.stream().filter(heard -> heard.operation().name().equals("messages.retrieve")))
                .allSatisfy(heard -> assertThat(heard.operation().parent()).isEmpty());
    }

    private static OperationListener naming(String name, List<String> order) {
        return handling((self, method, arguments) -> {
            order.add(name + " " + method.getName());
            return null;
        });
    }

    private static OperationListener handling(InvocationHandler handler) {
        return (OperationListener) Proxy.newProxyInstance(
                OperationListenerTest.class.getClassLoader(), new Class<?>[] {OperationListener.class}, handler);
    }
}
