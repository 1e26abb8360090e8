package org.telnyx4j.wire.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.client;
import static org.telnyx4j.fixtures.Fixtures.message;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.async.AsyncOptions;
import org.telnyx4j.async.TelnyxFuture;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.telemetry.ObservedOperation;
import org.telnyx4j.telemetry.OperationListener;
import org.telnyx4j.telemetry.OperationResult;
import org.telnyx4j.testing.RawServer;

/** A call on another thread sees what belongs to the thread that called it, and leaves nothing of it there. */
class ContextOfCallsTest {
    private static final ThreadLocal<@Nullable String> OWN = new ThreadLocal<>();

    private static AsyncOptions with(Kind kind) {
        AsyncOptions.Builder options = AsyncOptions.builder()
                .virtualThreads(kind.options.virtualThreads())
                .maxThreads(1)
                .decorator(task -> {
                    String ofCaller = OWN.get();
                    return () -> {
                        OWN.set(ofCaller);
                        try {
                            task.run();
                        } finally {
                            OWN.remove();
                        }
                    };
                });
        kind.options.executor().ifPresent(options::executor);
        return options.build();
    }

    @ParameterizedTest
    @EnumSource
    void itsSpanIsAChildOfTheCallersAlsoForTheFirstCallOfAClient(Kind kind) throws Exception {
        InMemorySpanExporter exporter = InMemorySpanExporter.create();
        try (OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
                        .setTracerProvider(SdkTracerProvider.builder()
                                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                                .build())
                        .build();
                RawServer server = RawServer.answering(RawServer.json(200, SENT));
                Telnyx telnyx =
                        client(server).openTelemetry(sdk).async(kind.options).build()) {
            Span span = sdk.getTracer("test").spanBuilder("of the caller").startSpan();
            TelnyxFuture<?> future = Context.current()
                    .with(span)
                    .wrap(() -> telnyx.async().messages().send(message()))
                    .call();
            String dependent = future.thenApply(
                            result -> Span.current().getSpanContext().getSpanId())
                    .get(20, TimeUnit.SECONDS);

            SpanData operation = exporter.getFinishedSpanItems().stream()
                    .filter(each -> each.getName().equals("telnyx.messages.send"))
                    .findFirst()
                    .orElseThrow();
            assertThat(operation.getParentSpanId())
                    .isEqualTo(span.getSpanContext().getSpanId());
            // Where the future was complete already, it is this thread that runs the dependent function.
            assertThat(dependent)
                    .isIn(
                            span.getSpanContext().getSpanId(),
                            Span.getInvalid().getSpanContext().getSpanId());
        }
    }

    @ParameterizedTest
    @EnumSource
    void itSeesTheClassLoaderAndWhatTheDecoratorCarries(Kind kind) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (RawServer server = RawServer.answering("");
                Telnyx telnyx = client(server).async(with(kind)).build();
                URLClassLoader ofCaller = new URLClassLoader(new URL[0], before)) {
            OWN.set("of the caller");
            Thread.currentThread().setContextClassLoader(ofCaller);
            TelnyxFuture<List<Object>> future = telnyx.async()
                    .raw(raw -> List.of(
                            String.valueOf(OWN.get()), Thread.currentThread().getContextClassLoader()));
            assertThat(future.get(20, TimeUnit.SECONDS)).isEqualTo(List.of("of the caller", ofCaller));

            OWN.remove();
            Thread.currentThread().setContextClassLoader(before);
            TelnyxFuture<List<Object>> next = telnyx.async()
                    .raw(raw -> List.of(
                            String.valueOf(OWN.get()), Thread.currentThread().getContextClassLoader()));
            assertThat(next.get(20, TimeUnit.SECONDS)).isEqualTo(List.of("null", before));
        } finally {
            OWN.remove();
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aListenerSeesWhatEndedBeforeItBegan(Kind kind) throws Exception {
        AtomicReference<@Nullable String> seen = new AtomicReference<>();
        OperationListener listener = new OperationListener() {
            @Override
            public void failed(ObservedOperation operation, OperationResult result, Throwable failure) {
                seen.set(operation.name());
            }
        };
        AsyncOptions full = AsyncOptions.builder().executor(task -> {}).build();
        try (RawServer server = RawServer.answering("");
                Telnyx telnyx = client(server).async(full).listener(listener).build()) {
            TelnyxFuture<?> future = telnyx.async().calls().retrieve(new CallControlId("leg"));
            assertThat(future.cancel(true)).isTrue();

            assertThat(seen.get()).isEqualTo("calls.retrieve");
        }
    }
}
