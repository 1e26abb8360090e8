package org.telnyx4j.wire.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorageProvider;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telnyx4j.Telnyx;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.testing.ScriptedServer;

class BrokenOpenTelemetryTest {
    private static final OutgoingMessage MESSAGE =
            OutgoingMessage.builder().to("+14165550123").text("Hi").build();

    private final Recorder recorder = new Recorder();
    private ScriptedServer server;

    @BeforeEach
    void open() throws IOException {
        server = Account.server();
    }

    @AfterEach
    void close() {
        server.close();
        recorder.close();
    }

    @Test
    void oneThatFailsAtAnyOneOfItsMethodsChangesNothing() {
        int uses = uses();
        assertThat(uses).isGreaterThan(20);
        for (int broken = 1; broken <= uses; broken++) {
            int at = broken;
            AtomicInteger count = new AtomicInteger();
            assertSends(breaking(count, use -> use == at, recorder.sdk, OpenTelemetry.class));
        }
    }

    @Test
    void oneThatFailsFromAnyOneOfItsMethodsOnChangesNothing() {
        int uses = uses();
        for (int broken = 1; broken <= uses; broken++) {
            int from = broken;
            AtomicInteger count = new AtomicInteger();
            assertSends(breaking(count, use -> use >= from, recorder.sdk, OpenTelemetry.class));
        }
    }

    @Test
    void oneThatReturnsNothingChangesNothing() {
        assertSends((OpenTelemetry) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {OpenTelemetry.class}, (proxy, method, args) -> null));
    }

    @Test
    void anExporterThatThrowsChangesNothing() {
        SpanExporter throwing = new SpanExporter() {
            @Override
            public CompletableResultCode export(Collection<SpanData> spans) {
                throw new LinkageError("broken exporter");
            }

            @Override
            public CompletableResultCode flush() {
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode shutdown() {
                return CompletableResultCode.ofSuccess();
            }
        };
        try (OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(throwing))
                        .build())
                .build()) {
            assertSends(sdk);
        }
    }

    @Test
    void aSpanProcessorThatThrowsChangesNothing() {
        SpanProcessor throwing = new SpanProcessor() {
            @Override
            public void onStart(Context parent, ReadWriteSpan span) {
                throw new IllegalStateException("broken at the start");
            }

            @Override
            public boolean isStartRequired() {
                return true;
            }

            @Override
            public void onEnd(ReadableSpan span) {
                throw new LinkageError("broken at the end");
            }

            @Override
            public boolean isEndRequired() {
                return true;
            }
        };
        try (OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(
                        SdkTracerProvider.builder().addSpanProcessor(throwing).build())
                .build()) {
            assertSends(sdk);
        }
    }

    @Test
    void aHelperOfSeveralStepsIsNotChangedEither() {
        server.otherwise(Account::answer);
        AtomicInteger count = new AtomicInteger();
        assertBuys(breaking(count, use -> false, recorder.sdk, OpenTelemetry.class));
        int uses = count.get();
        assertThat(uses).isGreaterThan(40);
        for (int broken = 1; broken <= uses; broken += 3) {
            int at = broken;
            assertBuys(breaking(new AtomicInteger(), use -> use == at, recorder.sdk, OpenTelemetry.class));
            assertBuys(breaking(new AtomicInteger(), use -> use >= at, recorder.sdk, OpenTelemetry.class));
        }
    }

    /** In a process of its own, since the storage of the context is chosen once in a process. */
    @Test
    void aContextThatCannotBeReadOrSetChangesNothing(@TempDir Path folder) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(ContextStorageProvider.class.getName()), SendInBrokenContext.class.getName());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + File.pathSeparator + System.getProperty("java.class.path"),
                        SendInBrokenContext.class.getName(),
                        server.baseUrl())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("out.txt")))
                .isZero();
        assertThat(server.requests()).hasSize(2);
    }

    private void assertBuys(OpenTelemetry openTelemetry) {
        try (Telnyx telnyx = Telnyx.builder()
                .apiKey(PrivateValues.KEY)
                .baseUrl(server.baseUrl())
                .openTelemetry(openTelemetry)
                .build()) {
            assertThat(telnyx.phoneNumbers().searchAndBuyFirst("613"))
                    .hasValueSatisfying(
                            bought -> assertThat(bought.phoneNumber()).isEqualTo(PrivateValues.NUMBER));
            assertThat(Context.current()).isSameAs(Context.root());
        }
    }

    private int uses() {
        AtomicInteger count = new AtomicInteger();
        assertSends(breaking(count, use -> false, recorder.sdk, OpenTelemetry.class));
        return count.get();
    }

    private void assertSends(OpenTelemetry openTelemetry) {
        try (Telnyx telnyx = Telnyx.builder()
                .apiKey("KEY0123456789abcdef")
                .from("+14165550199")
                .baseUrl(server.baseUrl())
                .openTelemetry(openTelemetry)
                .build()) {
            MessageResult result = telnyx.messages().send(MESSAGE);

            assertThat(result.id()).isEqualTo(Account.MESSAGE_ID);
            assertThat(Context.current()).isSameAs(Context.root());
        }
    }

    private interface Breakage {
        boolean isNow(int use);
    }

    /** Passes everything on, and throws at the uses that are to break; what it returns does the same. */
    private static <T> T breaking(AtomicInteger count, Breakage breakage, T working, Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                BrokenOpenTelemetryTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    if (breakage.isNow(count.incrementAndGet())) {
                        throw new AssertionError("broken at " + method);
                    }
                    Object result = invoke(method, working, args);
                    Class<?> returned = method.getReturnType();
                    if (result == null
                            || !returned.isInterface()
                            || !returned.getName().startsWith("io.opentelemetry.api")) {
                        return result;
                    }
                    return result == working ? proxy : wrapped(count, breakage, result, returned);
                }));
    }

    private static <R> Object wrapped(AtomicInteger count, Breakage breakage, Object result, Class<R> type) {
        return breaking(count, breakage, type.cast(result), type);
    }

    private static @Nullable Object invoke(Method method, Object target, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
