package org.telnyx4j.internal.messaging.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An account with messaging profiles behind a real socket, which can lose its answers. */
final class ProfileAccount implements AutoCloseable {
    /** What becomes of a request that makes a profile. */
    enum Creation {
        ANSWERED,
        /** The profile is made, and the connection closed without an answer. */
        MADE_AND_NOT_ANSWERED,
        /** The profile is made, and a gateway says 502. */
        MADE_AND_502,
        /** The profile is made, and the answer is a success without data. */
        MADE_AND_UNREADABLE,
        /** Nothing is made, and the connection is closed. */
        LOST,
        /** Nothing is made, and the answer is 422. */
        REFUSED
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<ObjectNode> profiles = new ArrayList<>();
    private final List<ObjectNode> late = new ArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private Creation creation = Creation.ANSWERED;
    private int listsUntilVisible;
    private int listsThatFail;
    private int listsRefused;
    private volatile @Nullable CountDownLatch hold;
    private volatile Runnable arrived = () -> {};
    private boolean counting = true;

    ProfileAccount() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    String baseUrl() {
        return "http://localhost:" + server.getAddress().getPort() + "/v2";
    }

    /** Says what becomes of requests that make a profile from now on. */
    synchronized ProfileAccount creation(Creation next) {
        creation = next;
        return this;
    }

    /** Keeps the profiles that are made from now on out of so many lists. */
    synchronized ProfileAccount visibleAfter(int lists) {
        listsUntilVisible = lists;
        return this;
    }

    /** Answers so many of the lists that follow a request to make a profile with 503. */
    synchronized ProfileAccount listsThatFailAfterCreation(int lists) {
        listsThatFail = lists;
        return this;
    }

    /** Answers all lists with an error. */
    synchronized ProfileAccount listsThatAreRefused(int status) {
        listsRefused = status;
        return this;
    }

    /** Keeps requests that make a profile waiting until the latch is released. */
    ProfileAccount holdingCreation(CountDownLatch latch) {
        hold = latch;
        return this;
    }

    /** Runs this when a request to make a profile has arrived. */
    ProfileAccount onCreation(Runnable action) {
        arrived = action;
        return this;
    }

    /** Leaves totals out of lists. */
    synchronized ProfileAccount withoutTotals() {
        counting = false;
        return this;
    }

    /** Adds a profile. */
    synchronized ObjectNode add(String name, String settings) throws IOException {
        ObjectNode profile = stored((ObjectNode) JSON.readTree(settings), name);
        profiles.add(profile);
        return profile;
    }

    /** Returns how many profiles there are of a name, visible or not. */
    synchronized long count(String name) {
        return Stream.of(profiles, late)
                .flatMap(List::stream)
                .filter(profile -> isNamed(profile, name))
                .count();
    }

    /** Returns method, path with query, and body of each request so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + (body.isEmpty() ? "" : " " + body));
        String path = exchange.getRequestURI().getPath();
        String id = path.substring(path.lastIndexOf('/') + 1);
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                arrived.run();
                awaitRelease();
                create(exchange, (ObjectNode) JSON.readTree(body));
            }
            case "PATCH" -> update(exchange, id, (ObjectNode) JSON.readTree(body));
            case "DELETE" -> remove(exchange, id);
            default -> {
                if (id.equals("messaging_profiles")) {
                    list(exchange);
                } else {
                    answer(exchange, find(id));
                }
            }
        }
    }

    private void awaitRelease() {
        CountDownLatch latch = hold;
        try {
            if (latch != null && !latch.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody released it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void create(HttpExchange exchange, ObjectNode settings) throws IOException {
        if (creation == Creation.LOST) {
            exchange.close();
            return;
        }
        if (creation == Creation.REFUSED) {
            send(exchange, 422, "{\"errors\":[{\"code\":\"10015\",\"title\":\"Bad request\"}]}");
            return;
        }
        ObjectNode profile = stored(settings, settings.path("name").asText());
        (listsUntilVisible > 0 ? late : profiles).add(profile);
        switch (creation) {
            case MADE_AND_NOT_ANSWERED -> exchange.close();
            case MADE_AND_502 -> send(exchange, 502, "<html>bad gateway</html>");
            case MADE_AND_UNREADABLE -> send(exchange, 200, "{}");
            default -> answer(exchange, profile);
        }
    }

    private synchronized void update(HttpExchange exchange, String id, ObjectNode changes) throws IOException {
        JsonNode profile = find(id);
        if (profile instanceof ObjectNode stored) {
            stored.setAll(changes);
        }
        answer(exchange, profile);
    }

    private synchronized void remove(HttpExchange exchange, String id) throws IOException {
        JsonNode profile = find(id);
        profiles.remove(profile);
        answer(exchange, profile);
    }

    private synchronized void list(HttpExchange exchange) throws IOException {
        boolean made = requests.stream().anyMatch(request -> request.startsWith("POST"));
        if (made && listsThatFail > 0) {
            listsThatFail--;
            send(exchange, 503, "");
            return;
        }
        if (listsRefused > 0) {
            send(exchange, listsRefused, "{\"errors\":[{\"code\":\"10007\",\"title\":\"No\"}]}");
            return;
        }
        Map<String, String> query = query(exchange);
        int number = Integer.parseInt(query.getOrDefault("page[number]", "1"));
        int size = Integer.parseInt(query.getOrDefault("page[size]", "20"));
        // Looser than by equality, as the real filter may be.
        String name = query.getOrDefault("filter[name][eq]", query.getOrDefault("filter[name][contains]", ""));
        List<ObjectNode> found = profiles.stream()
                .filter(profile -> lower(profile.path("name").asText()).contains(lower(name)))
                .toList();
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode data = answer.putArray("data");
        int from = Math.min(found.size(), (number - 1) * size);
        found.subList(from, Math.min(found.size(), from + size)).forEach(data::add);
        ObjectNode meta = answer.putObject("meta").put("page_number", number).put("page_size", size);
        if (counting) {
            meta.put("total_pages", (found.size() + size - 1) / size).put("total_results", found.size());
        }
        if (!late.isEmpty() && made && --listsUntilVisible == 0) {
            profiles.addAll(late);
            late.clear();
        }
        send(exchange, 200, answer.toString());
    }

    private synchronized JsonNode find(String id) {
        return profiles.stream()
                .filter(profile -> profile.path("id").asText().equals(id))
                .findFirst()
                .<JsonNode>map(profile -> profile)
                .orElse(JSON.nullNode());
    }

    private ObjectNode stored(ObjectNode settings, String name) {
        ObjectNode profile = JSON.createObjectNode();
        profile.put("record_type", "messaging_profile");
        profile.put("id", String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", profiles.size() + late.size()));
        profile.setAll(settings);
        profile.put("name", name);
        return profile;
    }

    private static void answer(HttpExchange exchange, JsonNode profile) throws IOException {
        if (profile.isNull()) {
            send(exchange, 404, "{\"errors\":[{\"code\":\"10005\",\"title\":\"Resource not found\"}]}");
        } else {
            send(exchange, 200, JSON.createObjectNode().set("data", profile).toString());
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("x-request-id", "request-1");
        exchange.getResponseHeaders().set("x-ratelimit-limit", "50");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : (raw == null ? "" : raw).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean isNamed(JsonNode profile, String name) {
        return profile.path("name").asText().equals(name);
    }
}
