package org.telnyx4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.context.Context;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.telnyx4j.client.ApiClient;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.generated.api.RawApi;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.webhooks.WebhookVerifier;

/** A modular program in a JVM of its own: it names our modules, and gives the JVM no flag but the module path. */
class ModulePathTest {
    private static final List<Class<?>> ONE_OF_EACH = List.of(
            Telnyx.class,
            RawApi.class,
            ApiClient.class,
            JsonParser.class,
            JsonValue.class,
            CloseableHttpClient.class,
            HttpHost.class,
            HttpVersionPolicy.class,
            LoggerFactory.class,
            OpenTelemetry.class,
            Context.class,
            ComponentLoader.class,
            NullMarked.class);

    private static final String SENDS = """
            package app;
            import org.telnyx4j.Telnyx;
            import org.telnyx4j.generated.model.OutgoingMessage;
            public class Main {
                public static void main(String[] args) {
                    try (Telnyx telnyx = Telnyx.builder().baseUrl(args[0]).apiKey("KEY").from("+14165550199").build()) {
                        System.out.println(telnyx.messages()
                                .send(OutgoingMessage.builder().to("+14165550123").text("Hello").build())
                                .id());
                        System.out.println(telnyx.raw().messages().retrieveMessage("1").getData().getId());
                        System.out.println(Telnyx.class.getModule() + ", " + OutgoingMessage.class.getModule());
                    }
                }
            }
            """;

    private static final String REACHES_INSIDE = """
            package app;
            public class Main {
                org.telnyx4j.internal.settings.MessagingDefaults ours;
                org.telnyx4j.internal.exchange.TelnyxClient client;
            }
            """;

    private static final String RECEIVES = """
            package app;
            import org.telnyx4j.events.routing.EventRouter;
            import org.telnyx4j.webhooks.WebhookVerifier;
            public class Main {
                public static void main(String[] args) {
                    System.out.println(EventRouter.class.getModule() + ", " + WebhookVerifier.class.getModule());
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aModularProgramSendsATextWithoutAFlag() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, Fixtures.SENT))) {
            assertThat(compile("requires org.telnyx4j;", SENDS, ONE_OF_EACH)).isEmpty();

            assertThat(run(ONE_OF_EACH, server.baseUrl()))
                    .contains(
                            "40385f64-5717-4562-b3fc-2c963f66afa6",
                            "module org.telnyx4j, module org.telnyx4j.generated");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aModularProgramReceivesWebhooksWithTheVerifierBeside() throws Exception {
        List<Class<?>> path = new ArrayList<>(ONE_OF_EACH);
        path.addAll(List.of(WebhookVerifier.class, Ed25519PublicKeyParameters.class));

        assertThat(compile("requires org.telnyx4j; requires org.telnyx4j.webhooks;", RECEIVES, path))
                .isEmpty();
        assertThat(run(path)).contains("module org.telnyx4j, module org.telnyx4j.webhooks");
    }

    @Test
    void aProgramCannotReachWhatIsInternal() throws IOException {
        assertThat(compile("requires org.telnyx4j;", REACHES_INSIDE, ONE_OF_EACH))
                .contains(
                        "package org.telnyx4j.internal.settings is not visible",
                        "package org.telnyx4j.internal.exchange is not visible");
    }

    /** Returns what the compiler complains about. */
    private String compile(String requires, String program, List<Class<?>> path) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("source/app"));
        Path module = Files.writeString(folder.resolve("source/module-info.java"), "module app { " + requires + " }");
        Path main = Files.writeString(sources.resolve("Main.java"), program);
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        complaints,
                        "-proc:none",
                        "-d",
                        folder.resolve("classes").toString(),
                        "-p",
                        modulePath(path),
                        module.toString(),
                        main.toString());
        return complaints.toString(StandardCharsets.UTF_8);
    }

    private String run(List<Class<?>> path, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-p",
                folder.resolve("classes") + File.pathSeparator + modulePath(path),
                "-m",
                "app/app.Main"));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        Process program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(output);
        assertThat(program.exitValue()).as(printed).isZero();
        return printed;
    }

    private static String modulePath(List<Class<?>> path) {
        return path.stream()
                .map(ModulePathTest::origin)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path origin(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
