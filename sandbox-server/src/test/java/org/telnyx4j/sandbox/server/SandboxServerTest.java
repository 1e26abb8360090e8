package org.telnyx4j.sandbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxServerTest {
    private static final String SEED = """
            # What the account has. JSON works as well.
            profiles:
              - id: 40017f00-0000-4000-8000-0000000000aa
                name: orders
            connections:
              - {id: "77", name: calls, webhook_url: "https://example.com/calls"}
            numbers:
              - +14165550177
              - phone_number: +14165550178
                messaging_profile_id: 40017f00-0000-4000-8000-0000000000aa
                connection_id: "77"
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void aProcessServesAnyProgramAndEndsOnSigterm() throws Exception {
        Path seed = Files.writeString(folder.resolve("seed.yaml"), SEED);
        Process process = start("--port", "0", "--api-key", "KEY_of_the_test", "--seed", seed.toString());
        try {
            BufferedReader output = process.inputReader(UTF_8);
            Map<String, String> printed = new LinkedHashMap<>();
            List<String> lines = new ArrayList<>();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (line.startsWith("The sandbox is ready.")) {
                    break;
                }
                printed.put(line.substring(0, 12).strip(), line.substring(12));
            }
            assertThat(printed)
                    .as(String.join("\n", lines))
                    .containsOnlyKeys("Base URL", "API key", "Public key", "Page");
            assertThat(printed).containsEntry("API key", "KEY_of_the_test");
            String base = Objects.requireNonNull(printed.get("Base URL"));

            HttpResponse<String> sent =
                    post(base + "/messages", "{\"from\":\"+14165550178\",\"to\":\"+14165550123\",\"text\":\"hello\"}");

            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
            assertThat(get(Objects.requireNonNull(printed.get("Page")))).contains("<title>Telnyx sandbox</title>");
            assertThat(get(printed.get("Page") + "/numbers")).contains("+14165550177", "+14165550178");

            // Process.destroy would close the stream that the last line comes on.
            process.toHandle().destroy();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(output.readLine()).isEqualTo("Stopped.");
            // The port is free again.
            new ServerSocket(URI.create(base).getPort(), 1, InetAddress.getLoopbackAddress()).close();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void anExportIsASeedFile() throws Exception {
        Path seed = Files.writeString(folder.resolve("seed.yaml"), SEED);
        Path export = folder.resolve("export.json");
        try (var first = SeededSandbox.start(ServerOptions.parse(List.of("--port=0", "--seed=" + seed)))) {
            Files.writeString(
                    export, get(first.baseUrl().resolve("/_sandbox/export").toString()));
            try (var second = SeededSandbox.start(ServerOptions.parse(List.of("--port=0", "--seed=" + export)))) {
                assertThat(second.export()).isEqualTo(first.export());
                assertThat(second.numbers().owned()).hasSize(2);
                second.numbers().own("+14165550179");
                second.reset();
                assertThat(second.export()).isEqualTo(first.export());
            }
        }
    }

    @Test
    void helpIsPrinted() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(UTF_8)).contains("usage: sandbox", "--seed FILE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense",
                "--port",
                "--port x",
                "--port 65536",
                "--port 1 --port 2",
                "--webhook-url nonsense",
                "x"
            })
    void aCommandLineThatCannotBeUnderstoodGivesUsageAndStatusTwo(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("sandbox: ").contains("usage: sandbox");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThat(run("--port", Integer.toString(taken.getLocalPort()))).isEqualTo(1);
            assertThat(err.toString(UTF_8))
                    .contains("127.0.0.1:" + taken.getLocalPort(), "the port may be taken")
                    .doesNotContain("usage");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nubmers: []", "[1, 2]", "numbers: [", "numbers: [416]", "profiles: [{}]", "a: 1\na: 2"})
    void aSeedThatCannotBeUsedIsRefusedWithAReason(String seed) throws IOException {
        Path file = Files.writeString(folder.resolve("seed.yaml"), seed);

        assertThat(run("--port", "0", "--seed", file.toString())).isEqualTo(1);
        assertThat(err.toString(UTF_8)).startsWith("sandbox: ");
    }

    @Test
    void aSeedThatIsNotThereIsNamed() {
        assertThat(run("--port", "0", "--seed", folder.resolve("nothing.yaml").toString()))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("there is no seed file", "nothing.yaml");
    }

    private int run(String... arguments) {
        return SandboxServer.run(
                List.of(arguments), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SandboxServer.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static HttpResponse<String> post(String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("authorization", "Bearer KEY_of_the_test")
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static String get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
