package org.telnyx4j.sandbox.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.internal.control.ControlJson;

/** A headless Chromium with one page, steered by the DevTools protocol: real layout, real keys, real pictures. */
final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LISTENS = Pattern.compile("DevTools listening on ws://([^/]+)/.*");

    private final Process process;
    private final Path profile;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Integer, CompletableFuture<Map<String, @Nullable Object>>> waiting = new ConcurrentHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final WebSocket socket;

    /** Returns the browser of this machine, if there is one. */
    static Optional<Path> installed() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Chromium(Path program) throws Exception {
        profile = Files.createTempDirectory("sandbox-page");
        // As root it has no sandbox of its own; the rest keeps it from calling home.
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String address = addressFrom(process.errorReader(UTF_8));
        HttpRequest newPage = HttpRequest.newBuilder(URI.create("http://" + address + "/json/new?about:blank"))
                .PUT(BodyPublishers.noBody())
                .build();
        Map<String, @Nullable Object> page = ControlJson.readObject(
                http.send(newPage, BodyHandlers.ofByteArray()).body());
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(String.valueOf(page.get("webSocketDebuggerUrl"))), new Receiver())
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        send("Runtime.enable", Map.of());
        send("Log.enable", Map.of());
        send("Page.enable", Map.of());
    }

    private static String addressFrom(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher found = LISTENS.matcher(line);
            if (found.matches()) {
                Thread drain = new Thread(() -> drain(output), "chromium-output");
                drain.setDaemon(true);
                drain.start();
                return found.group(1);
            }
        }
        throw new IOException("Chromium ended before it listened");
    }

    private static void drain(BufferedReader output) {
        try {
            while (output.readLine() != null) {
                // Nobody reads it, and a full pipe would stop the browser.
            }
        } catch (IOException e) {
            // It has ended.
        }
    }

    /** Opens a page and waits until it has loaded. */
    void open(URI url) throws Exception {
        send("Page.navigate", Map.of("url", url.toString()));
        waitUntil("document.readyState === 'complete' && location.href.startsWith('" + url + "')");
    }

    void size(int width, int height, boolean dark) throws Exception {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        send(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Evaluates an expression in the page, and waits for it if it is a promise. */
    @Nullable
    Object evaluate(String expression) throws Exception {
        Map<String, @Nullable Object> result = send(
                "Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (result.get("exceptionDetails") != null) {
            throw new AssertionError("The page threw for " + expression + ": " + result.get("exceptionDetails"));
        }
        return result.get("result") instanceof Map<?, ?> value ? value.get("value") : null;
    }

    String text(String expression) throws Exception {
        return String.valueOf(evaluate(expression));
    }

    /** Waits until an expression is true in the page. */
    void waitUntil(String condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Boolean.TRUE.equals(evaluate("Boolean(" + condition + ")"))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("This did not become true: " + condition + ". The page shows: "
                        + text("document.body.innerText"));
            }
            TimeUnit.MILLISECONDS.sleep(30);
        }
    }

    /** Presses a key as a person does. */
    void press(String key) throws Exception {
        Map<String, Integer> codes = Map.of("Tab", 9, "Enter", 13, "Escape", 27, "ArrowUp", 38, "ArrowDown", 40);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", key.equals("Enter") ? "keyDown" : "rawKeyDown");
        event.put("key", key);
        event.put("code", key);
        event.put("windowsVirtualKeyCode", Objects.requireNonNull(codes.get(key)));
        if (key.equals("Enter")) {
            event.put("text", "\r");
        }
        send("Input.dispatchKeyEvent", event);
        event.put("type", "keyUp");
        event.remove("text");
        send("Input.dispatchKeyEvent", event);
    }

    void type(String text) throws Exception {
        send("Input.insertText", Map.of("text", text));
    }

    /** Returns name and role of everything in the tree that a screen reader gets. */
    List<String> accessibleNames() throws Exception {
        List<String> names = new ArrayList<>();
        if (send("Accessibility.getFullAXTree", Map.of()).get("nodes") instanceof List<?> nodes) {
            for (Object each : nodes) {
                if (each instanceof Map<?, ?> node
                        && node.get("role") instanceof Map<?, ?> role
                        && node.get("name") instanceof Map<?, ?> name) {
                    names.add(role.get("value") + " " + name.get("value"));
                }
            }
        }
        return names;
    }

    void screenshot(Path file) throws Exception {
        Object data = send("Page.captureScreenshot", Map.of("format", "png")).get("data");
        Files.write(file, Base64.getDecoder().decode(String.valueOf(data)));
    }

    /** Returns what the page's console and the browser's own log have complained about. */
    List<String> complaints() {
        synchronized (complaints) {
            return List.copyOf(complaints);
        }
    }

    /** For a test that has done what the browser has to complain about. */
    void forgetComplaints() {
        synchronized (complaints) {
            complaints.clear();
        }
    }

    private Map<String, @Nullable Object> send(String method, Map<String, ?> parameters) throws Exception {
        int id = ids.incrementAndGet();
        CompletableFuture<Map<String, @Nullable Object>> response = new CompletableFuture<>();
        waiting.put(id, response);
        String message = new String(ControlJson.write(Map.of("id", id, "method", method, "params", parameters)), UTF_8);
        socket.sendText(message, true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        try {
            return response.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("Chromium did not do " + method, e);
        }
    }

    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                take(ControlJson.readObject(message.toString().getBytes(UTF_8)));
                message.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @SuppressWarnings("unchecked")
        private void take(Map<String, @Nullable Object> message) {
            if (message.get("id") instanceof Integer id) {
                CompletableFuture<Map<String, @Nullable Object>> response = waiting.remove(id);
                if (response == null) {
                    return;
                }
                if (message.get("result") instanceof Map<?, ?> result) {
                    response.complete((Map<String, @Nullable Object>) result);
                } else {
                    response.completeExceptionally(new IllegalStateException(String.valueOf(message.get("error"))));
                }
            } else if ("Runtime.exceptionThrown".equals(message.get("method"))
                    || "Log.entryAdded".equals(message.get("method"))) {
                synchronized (complaints) {
                    complaints.add(String.valueOf(message.get("params")));
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit()
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(slow -> process.destroyForcibly())
                .join();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        }
    }
}
