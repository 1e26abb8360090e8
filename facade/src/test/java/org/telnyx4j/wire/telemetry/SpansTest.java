package org.telnyx4j.wire.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.telnyx4j.Telnyx;
import org.telnyx4j.Tenant;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.ListPhoneNumbersQuery;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.testing.ClosedPort;
import org.telnyx4j.testing.ScriptedServer;

class SpansTest {
    private static final OutgoingMessage MESSAGE = OutgoingMessage.builder()
            .to("+14165550123")
            .text("Meet me at the quay")
            .build();

    private final Recorder recorder = new Recorder();
    private ScriptedServer server;
    private Telnyx telnyx;

    @BeforeEach
    void open() throws IOException {
        server = Account.server();
        telnyx = client().build();
    }

    @AfterEach
    void close() {
        telnyx.close();
        server.close();
        recorder.close();
        assertThat(Context.current()).isSameAs(Context.root());
    }

    private Telnyx.Builder client() {
        return Telnyx.builder()
                .retries(RetryOptions.off())
                .apiKey("KEY0123456789abcdef")
                .from("+14165550199")
                .baseUrl(server.baseUrl())
                .openTelemetry(recorder.sdk);
    }

    @Test
    void aSentMessageIsAnOperationWithARequestBelow() {
        telnyx.messages().send(MESSAGE);

        SpanData operation = recorder.span("telnyx.messages.send");
        SpanData request = recorder.span("POST /v2/messages");
        assertThat(recorder.spans()).hasSize(2);
        assertThat(operation.getKind()).isEqualTo(SpanKind.INTERNAL);
        assertThat(operation.getInstrumentationScopeInfo().getName()).isEqualTo("org.telnyx4j");
        assertThat(operation.getInstrumentationScopeInfo().getVersion()).isNotBlank();
        assertThat(operation.getParentSpanId()).isEqualTo(SpanId.getInvalid());
        assertThat(operation.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(Recorder.map(operation.getAttributes()))
                .containsOnly(
                        entry("telnyx.operation", "messages.send"),
                        entry("telnyx.message.id", Account.MESSAGE_ID),
                        entry("telnyx.message.parts", 2L),
                        entry("telnyx.message.cost.amount", 0.008),
                        entry("telnyx.message.cost.currency", "USD"),
                        entry("telnyx.outcome", "carried_out"),
                        entry("telnyx.retry_count", 0L),
                        entry("telnyx.request_id", Account.REQUEST_ID));
        assertThat(request.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(request.getParentSpanId()).isEqualTo(operation.getSpanId());
        assertThat(request.getTraceId()).isEqualTo(operation.getTraceId());
        assertThat(request.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(Recorder.map(request.getAttributes()))
                .containsOnly(
                        entry("http.request.method", "POST"),
                        entry("server.address", "127.0.0.1"),
                        entry("server.port", (long) server.port()),
                        entry("url.full", server.baseUrl() + "/messages"),
                        entry("url.template", "/v2/messages"),
                        entry("http.response.status_code", 200L),
                        entry("network.protocol.version", "1.1"));
    }

    @Test
    void requestsCarryNoTraceContext() {
        telnyx.messages().send(MESSAGE);

        assertThat(server.requests().get(0).headerNames())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .contains("authorization")
                .doesNotContain("traceparent", "tracestate", "baggage");
    }

    @Test
    void theTenantIsNamed() {
        telnyx.withTenant(Tenant.builder("acme").build()).messages().retrieve(Account.MESSAGE_ID);

        assertThat(Recorder.map(recorder.span("telnyx.messages.retrieve").getAttributes()))
                .containsEntry("telnyx.tenant.name", "acme")
                .containsEntry("telnyx.message.id", Account.MESSAGE_ID);
        assertThat(Recorder.map(recorder.span("GET /v2/messages/{id}").getAttributes()))
                .containsEntry("url.full", server.baseUrl() + "/messages/" + Account.MESSAGE_ID);
    }

    @Test
    void whatTelnyxRefusesIsAnErrorOnBothSpans() {
        server.then(422, """
                {"errors":[{"code":"40300","title":"Blocked due to STOP message",
                "detail":"The text 'Meet me at the quay' was not sent to +14165550123"}]}""");

        assertThatThrownBy(() -> telnyx.messages().send(MESSAGE)).isInstanceOf(TelnyxException.class);

        SpanData operation = recorder.span("telnyx.messages.send");
        assertThat(Recorder.map(operation.getAttributes()))
                .containsOnly(
                        entry("telnyx.operation", "messages.send"),
                        entry("telnyx.outcome", "not_carried_out"),
                        entry("telnyx.retry_count", 0L),
                        entry("telnyx.request_id", Account.REQUEST_ID),
                        entry("telnyx.error.code", "40300"),
                        entry("error.type", "validation"));
        assertThat(operation.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(operation.getStatus().getDescription()).isEmpty();
        assertThat(operation.getEvents()).isEmpty();
        SpanData request = recorder.span("POST /v2/messages");
        assertThat(Recorder.map(request.getAttributes()))
                .containsEntry("http.response.status_code", 422L)
                .containsEntry("error.type", "422");
        assertThat(request.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(request.getStatus().getDescription()).isEmpty();
    }

    @Test
    void aLimitedRequestIsToldApart() {
        server.then(429, "{\"errors\":[{\"code\":\"10011\"}]}");

        assertThatThrownBy(() -> telnyx.messages().send(MESSAGE)).isInstanceOf(TelnyxRateLimitException.class);

        assertThat(Recorder.map(recorder.span("telnyx.messages.send").getAttributes()))
                .containsEntry("error.type", "rate_limit")
                .containsEntry("telnyx.error.code", "10011");
    }

    @Test
    void whatIsRefusedHereIsAnOperationWithoutRequest() {
        OutgoingMessage message =
                OutgoingMessage.builder().to("4165550123").text("Hi").build();

        assertThatThrownBy(() -> telnyx.messages().send(message)).isInstanceOf(TelnyxValidationException.class);

        assertThat(recorder.spans()).hasSize(1);
        assertThat(Recorder.map(recorder.span("telnyx.messages.send").getAttributes()))
                .containsOnly(
                        entry("telnyx.operation", "messages.send"),
                        entry("telnyx.outcome", "not_carried_out"),
                        entry("telnyx.retry_count", 0L),
                        entry("error.type", "validation"));
    }

    @Test
    void aConnectionThatCannotBeHadIsAnErrorWithoutStatus() throws IOException {
        int port = ClosedPort.find();
        try (Telnyx nowhere = client().baseUrl("http://127.0.0.1:" + port).build()) {
            assertThatThrownBy(() -> nowhere.messages().send(MESSAGE)).isInstanceOf(TelnyxNetworkException.class);
        }

        assertThat(Recorder.map(recorder.span("telnyx.messages.send").getAttributes()))
                .containsOnly(
                        entry("telnyx.operation", "messages.send"),
                        entry("telnyx.outcome", "not_carried_out"),
                        entry("telnyx.retry_count", 0L),
                        entry("error.type", "network"));
        SpanData request = recorder.span("POST /messages");
        assertThat(Recorder.map(request.getAttributes()))
                .containsEntry("error.type", "connection")
                .doesNotContainKey("http.response.status_code");
        assertThat(request.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aDeadlineThatPassesIsNamed() throws IOException {
        try (ServerSocket silent = new ServerSocket(0);
                Telnyx slow = client().baseUrl("http://127.0.0.1:" + silent.getLocalPort())
                        .timeout(Duration.ofSeconds(3))
                        .build()) {
            assertThatThrownBy(() -> slow.messages().send(MESSAGE)).isInstanceOf(TelnyxNetworkException.class);
        }

        assertThat(Recorder.map(recorder.span("POST /messages").getAttributes()))
                .containsEntry("error.type", "deadline");
        assertThat(Recorder.map(recorder.span("telnyx.messages.send").getAttributes()))
                .containsEntry("telnyx.outcome", "unknown");
    }

    @Test
    void anAnswerThatCannotBeReadIsASuccessOnTheWireAndAFailedOperation() {
        server.then(200, "<html>");

        assertThatThrownBy(() -> telnyx.messages().send(MESSAGE)).isInstanceOf(TelnyxException.class);

        assertThat(recorder.span("POST /v2/messages").getStatus().getStatusCode())
                .isEqualTo(StatusCode.UNSET);
        assertThat(Recorder.map(recorder.span("telnyx.messages.send").getAttributes()))
                .containsEntry("error.type", "api")
                .containsEntry("telnyx.outcome", "unknown");
    }

    @Test
    void aSuccessWithoutDataIsAFailedOperation() {
        server.then(200, "{}");

        assertThatThrownBy(() -> telnyx.messages().send(MESSAGE)).isInstanceOf(TelnyxException.class);

        assertThat(recorder.span("telnyx.messages.send").getStatus().getStatusCode())
                .isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aRawCallIsAnOperationUnderTheNameThatTheSpecificationHas() {
        server.then(200, "{\"data\":[]}");

        telnyx.raw()
                .phoneNumbers()
                .listPhoneNumbers(ListPhoneNumbersQuery.builder().pageSize(250).build());

        assertThat(recorder.spans()).hasSize(2);
        SpanData operation = recorder.span("telnyx.phone_numbers.list");
        SpanData request = recorder.span("GET /v2/phone_numbers");
        assertThat(operation.getParentSpanId()).isEqualTo(SpanId.getInvalid());
        assertThat(request.getParentSpanId()).isEqualTo(operation.getSpanId());
        assertThat(request.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat((String) Recorder.map(request.getAttributes()).get("url.full"))
                .startsWith(server.baseUrl() + "/phone_numbers?")
                .endsWith("=250");
    }

    @Test
    void requestsAreLeftToOthersWhenSwitchedOff() {
        try (Telnyx quiet = client().httpSpans(false).build()) {
            quiet.messages().send(MESSAGE);
            quiet.raw().messages().retrieveMessage(Account.MESSAGE_ID);
        }

        assertThat(recorder.spans())
                .extracting(SpanData::getName)
                .containsExactly("telnyx.messages.send", "telnyx.messages.retrieve");
        assertThat(Recorder.map(recorder.span("telnyx.messages.send").getAttributes()))
                .containsEntry("telnyx.request_id", Account.REQUEST_ID);
        assertThat(recorder.metrics()).hasSize(1);
    }

    @Test
    void operationsOfManyThreadsEachHaveTheirOwnParent() throws Exception {
        try (Closing threads = new Closing(Executors.newFixedThreadPool(8))) {
            assertThatEachHasItsOwnParent(threads.executor());
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void operationsOfVirtualThreadsEachHaveTheirOwnParent() throws Exception {
        try (Closing threads = new Closing(virtualThreads())) {
            assertThatEachHasItsOwnParent(threads.executor());
        }
    }

    @Test
    void aParentIsCarriedToAnotherThreadByItsContext() throws Exception {
        Span parent = recorder.tracer().spanBuilder("caller").startSpan();
        try (Closing threads = new Closing(Executors.newSingleThreadExecutor())) {
            Context context = Context.current().with(parent);
            threads.executor()
                    .submit(context.wrap(() -> telnyx.messages().send(MESSAGE)))
                    .get();
        }

        SpanData operation = recorder.span("telnyx.messages.send");
        assertThat(operation.getParentSpanId())
                .isEqualTo(parent.getSpanContext().getSpanId());
        assertThat(recorder.span("POST /v2/messages").getParentSpanId()).isEqualTo(operation.getSpanId());
    }

    private void assertThatEachHasItsOwnParent(ExecutorService threads) throws Exception {
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String tenant = "tenant-" + i;
            calls.add(threads.submit(() -> {
                Span parent = recorder.tracer().spanBuilder(tenant).startSpan();
                Runnable call = () -> telnyx.withTenant(Tenant.builder(tenant).build())
                        .messages()
                        .send(MESSAGE);
                Context.current().with(parent).wrap(call).run();
                parent.end();
            }));
        }
        for (Future<?> call : calls) {
            call.get();
        }
        Map<String, SpanData> byId = new HashMap<>();
        recorder.spans().forEach(span -> byId.put(span.getSpanId(), span));
        assertThat(byId).hasSize(300);
        for (SpanData span : byId.values()) {
            if (span.getKind() == SpanKind.CLIENT) {
                SpanData operation = Objects.requireNonNull(byId.get(span.getParentSpanId()));
                SpanData caller = Objects.requireNonNull(byId.get(operation.getParentSpanId()));
                assertThat(operation.getName()).isEqualTo("telnyx.messages.send");
                assertThat(Recorder.map(operation.getAttributes()))
                        .containsEntry("telnyx.tenant.name", caller.getName());
            }
        }
    }

    /** By name, since this is compiled for Java 17. */
    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }

    private record Closing(ExecutorService executor) implements AutoCloseable {
        @Override
        public void close() {
            executor.shutdownNow();
        }
    }
}
