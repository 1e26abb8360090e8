package org.telnyx4j.wire.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telnyx4j.Telnyx;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.testing.ScriptedServer;

class GlobalOpenTelemetryTest {
    private ScriptedServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        GlobalOpenTelemetry.resetForTest();
        server = Account.server();
    }

    @AfterEach
    void close() {
        server.close();
        GlobalOpenTelemetry.resetForTest();
    }

    @Test
    void itIsFoundAsSoonAsItIsSetAndNeverSetHere() {
        try (Recorder recorder = new Recorder();
                Telnyx telnyx = client(server.baseUrl())) {
            send(telnyx);
            send(telnyx);
            assertThat(GlobalOpenTelemetry.isSet()).isFalse();

            GlobalOpenTelemetry.set(recorder.sdk);
            send(telnyx);

            assertThat(recorder.spans()).hasSize(2);
        }
    }

    @Test
    void aRawCallFindsItToo() {
        try (Recorder recorder = new Recorder();
                Telnyx telnyx = client(server.baseUrl())) {
            GlobalOpenTelemetry.set(recorder.sdk);
            telnyx.raw().messages().retrieveMessage(Account.MESSAGE_ID);

            assertThat(recorder.spans()).hasSize(2);
        }
    }

    @Test
    void theOneThatIsGivenIsUsedAndNotTheGlobalOne() {
        try (Recorder recorder = new Recorder();
                Recorder global = new Recorder();
                Telnyx telnyx = Telnyx.builder()
                        .apiKey("KEY0123456789abcdef")
                        .from("+14165550199")
                        .baseUrl(server.baseUrl())
                        .openTelemetry(recorder.sdk)
                        .build()) {
            GlobalOpenTelemetry.set(global.sdk);
            send(telnyx);

            assertThat(recorder.spans()).hasSize(2);
            assertThat(global.spans()).isEmpty();
        }
    }

    @Test
    void withoutAnSdkTheFirstMessageLoadsNothingOfOpenTelemetry() throws Exception {
        List<String> loaded = loadedInAProcessWithout("opentelemetry-sdk");

        assertThat(loaded).anyMatch(line -> line.contains("org.telnyx4j.internal.telemetry.Telemetry "));
        assertThat(loaded)
                .filteredOn(
                        line -> line.contains("] io.opentelemetry") || line.contains("java.util.logging.LogManager "))
                .isEmpty();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void withoutEvenTheApiMessagesAreSent() throws Exception {
        loadedInAProcessWithout("opentelemetry");

        assertThat(server.requests()).hasSize(1);
    }

    private List<String> loadedInAProcessWithout(String jar) throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith(jar))
                .collect(Collectors.joining(File.pathSeparator));
        Path log = folder.resolve("classes.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        classPath,
                        SendOnce.class.getName(),
                        server.baseUrl())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("out.txt")))
                .isZero();
        return Files.readAllLines(log);
    }

    private static Telnyx client(String baseUrl) {
        return Telnyx.builder()
                .apiKey("KEY0123456789abcdef")
                .from("+14165550199")
                .baseUrl(baseUrl)
                .build();
    }

    private static void send(Telnyx telnyx) {
        telnyx.messages()
                .send(OutgoingMessage.builder().to("+14165550123").text("Hi").build());
    }
}
