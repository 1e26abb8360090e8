package org.telnyx4j.broadcast;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.telnyx4j.sandbox.SandboxAccount;
import org.telnyx4j.sandbox.SandboxMessage;
import org.telnyx4j.sandbox.TelnyxSandbox;

/** A sandbox with its books, a file with recipients, and the command that sends to them. */
final class Books implements AutoCloseable {
    final TelnyxSandbox sandbox;
    final Path csv;
    final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    Books(Path folder) {
        this.sandbox = TelnyxSandbox.start();
        this.csv = folder.resolve("people.csv");
        environment.put("TELNYX_API_KEY", sandbox.apiKey());
        environment.put("TELNYX_BASE_URL", sandbox.baseUrl().toString());
        environment.put("TELNYX_ALLOW_INSECURE_HTTP", "true");
        environment.put("TELNYX_FROM", SandboxAccount.NUMBERS.get(0));
    }

    static String number(int i) {
        return "+1416" + (5_000_000 + i);
    }

    /** Writes a file with these people, the first of whom is 0. */
    void people(int count) {
        StringBuilder text = new StringBuilder("name,phone_number\n");
        for (int i = 0; i < count; i++) {
            text.append("Person ").append(i).append(',').append(number(i)).append('\n');
        }
        write(text.toString());
    }

    void write(String text) {
        try {
            Files.writeString(csv, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    String[] arguments(String... more) {
        List<String> all = new ArrayList<>(List.of(csv.toString(), "--template", "Hello {name}!"));
        all.addAll(List.of(more));
        if (!all.contains("--rate") && all.stream().noneMatch(argument -> argument.startsWith("--rate="))) {
            all.addAll(List.of("--rate", "1000"));
        }
        if (!all.contains("--wait") && all.stream().noneMatch(argument -> argument.startsWith("--wait="))) {
            all.addAll(List.of("--wait", "0"));
        }
        return all.toArray(String[]::new);
    }

    /** Runs the command in this process, without a question. */
    int run(String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.add("--yes");
        return ask("", new Interruption(), all.toArray(String[]::new));
    }

    int ask(String answer, Interruption interruption, String... more) {
        return Broadcast.run(
                arguments(more),
                environment,
                new StringReader(answer),
                new Output(new PrintStream(printed, true, StandardCharsets.UTF_8), false, 100),
                interruption);
    }

    /** Returns all that was printed. */
    String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** Returns how many messages each recipient got. */
    Map<String, Long> received() {
        return sandbox.messages().all().stream()
                .flatMap(message -> message.to().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    Map<String, String> texts() {
        return sandbox.messages().all().stream()
                .collect(Collectors.toMap(
                        message -> message.to().get(0),
                        message -> message.text().orElse("")));
    }

    List<SandboxMessage> messages() {
        return sandbox.messages().all();
    }

    String report(String ending) {
        try {
            return Files.readString(csv.resolveSibling("people.csv.report" + ending));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
