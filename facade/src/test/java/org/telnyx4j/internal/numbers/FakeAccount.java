package org.telnyx4j.internal.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.HttpOptions;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.core.ClientCore;
import org.telnyx4j.internal.core.View;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.internal.time.TimeSource;

/** An account at a Telnyx on loopback: it sells numbers, remembers orders, and misbehaves as it is told to. */
final class FakeAccount implements AutoCloseable {
    /** What happens to one order that arrives. */
    enum OnOrder {
        ACCEPT,
        ACCEPT_TO_FAIL,
        LOSE_REQUEST,
        LOSE_ANSWER,
        LOSE_ANSWER_TO_FAIL,
        GARBLE_ANSWER,
        BAD_GATEWAY_AFTER,
        BAD_GATEWAY_INSTEAD,
        HALF_AN_ANSWER,
        HALF_AN_ANSWER_TO_NOTHING,
        /** The order is carried out, and its answer comes when the caller has long gone. */
        ANSWER_TOO_LATE,
        /** No answer comes, and nothing is carried out. */
        SILENCE,
        /** The order arrives twice and is carried out twice, and its answer is lost. */
        TWICE,
        REFUSE,
        TAKEN,
        TAKEN_IN_WORDS,
        NO_BALANCE,
        UNKNOWN_PROFILE,
        TOO_MANY
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<String> requests = new ArrayList<>();
    final List<String> bodies = new ArrayList<>();
    final List<String> inventory = new ArrayList<>();
    final List<ObjectNode> orders = new ArrayList<>();
    final List<ObjectNode> owned = new ArrayList<>();
    final Deque<OnOrder> script = new ArrayDeque<>();
    private final Deque<Refused> refusals = new ArrayDeque<>();
    /** How many looks at an order by id find it pending. Negative for ever. */
    int looksUntilDone;
    /** How many searches by reference do not show the orders yet. */
    int searchesUntilShown;
    /** How many looks and searches are answered with 503. */
    int failingLooks;
    /** How many looks and searches are answered with 429. */
    int limitedLooks;
    /** What such an answer asks to wait, in seconds. */
    int retryAfter = 1;
    /** How many looks and searches get no answer. */
    int silentLooks;
    /** How many looks by id do not find the order. */
    int unknownIds;
    /** States of an order and of its line, one pair for each time that it is answered; the last one stays. */
    final Deque<String> states = new ArrayDeque<>();
    /** Whether a number that is sold is refused from then on. */
    boolean sellsEachNumberOnce;
    /** Settings are answered with this. */
    String settings = "{\"id\":\"1\"}";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fake-account");
        thread.setDaemon(true);
        return thread;
    });
    private final String url;
    private final ClientCore core;
    private boolean closed;
    private final Map<String, Boolean> fated = new LinkedHashMap<>();
    private final Map<String, Integer> looks = new LinkedHashMap<>();

    FakeAccount() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/v2/", this::serve);
        server.setExecutor(threads);
        server.start();
        url = "http://localhost:" + server.getAddress().getPort() + "/v2";
        core = new ClientCore(url, HttpOptions.builder().build(), null, TimeSource.system(), new Telemetry(null, true));
    }

    View view() {
        return view(core);
    }

    View view(ClientCore core) {
        return new View(
                core,
                new SettingsLayer(() -> "KEY_test", null, "default-profile", null, null, null, Duration.ofSeconds(10)),
                null);
    }

    DefaultPhoneNumbers numbers(Sleeper sleeper) {
        return new DefaultPhoneNumbers(view(), sleeper);
    }

    /** Makes another client of the same account, with connections of its own. The caller closes it. */
    ClientCore anotherClient() {
        return new ClientCore(url, HttpOptions.builder().build(), null, TimeSource.system(), new Telemetry(null, true));
    }

    DefaultNumberOrders orders(Sleeper sleeper) {
        return new DefaultNumberOrders(view(), sleeper);
    }

    FakeAccount sells(String... numbers) {
        inventory.addAll(List.of(numbers));
        return this;
    }

    FakeAccount onOrders(OnOrder... each) {
        script.addAll(List.of(each));
        return this;
    }

    /** The numbers of all orders that have not failed and will not. */
    List<String> bought() {
        return orders.stream()
                .filter(order -> !Boolean.TRUE.equals(fated.get(order.path("id").asText())))
                .map(order ->
                        order.path("phone_numbers").path(0).path("phone_number").asText())
                .toList();
    }

    List<String> orderedNumbers() throws IOException {
        List<String> numbers = new ArrayList<>();
        for (JsonNode body : posted()) {
            numbers.add(body.path("phone_numbers").path(0).path("phone_number").asText());
        }
        return numbers;
    }

    List<String> references() throws IOException {
        List<String> references = new ArrayList<>();
        for (JsonNode body : posted()) {
            references.add(body.path("customer_reference").asText());
        }
        return references;
    }

    private List<JsonNode> posted() throws IOException {
        List<JsonNode> posted = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            if (requests.get(i).startsWith("POST ")) {
                posted.add(JSON.readTree(bodies.get(i)));
            }
        }
        return posted;
    }

    long count(String start) {
        return requests.stream().filter(request -> request.startsWith(start)).count();
    }

    void owns(String id, String number) {
        owned.add(JSON.createObjectNode()
                .put("id", id)
                .put("phone_number", number)
                .put("status", "active"));
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        core.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring("/v2".length());
            String query = exchange.getRequestURI().getRawQuery();
            String method = exchange.getRequestMethod();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(method + " " + path + (query == null ? "" : "?" + query));
            bodies.add(body);
            notifyAll();
            if (path.equals("/available_phone_numbers")) {
                ArrayNode data = JSON.createArrayNode();
                inventory.forEach(number -> data.addObject()
                        .put("phone_number", number)
                        .set(
                                "cost_information",
                                JSON.createObjectNode()
                                        .put("upfront_cost", "3.21")
                                        .put("monthly_cost", "6.54")
                                        .put("currency", "USD")));
                answer(exchange, 200, JSON.createObjectNode().set("data", data));
            } else if (path.equals("/number_orders") && method.equals("POST")) {
                post(exchange, JSON.readTree(body));
            } else if (path.startsWith("/number_orders") && method.equals("GET")) {
                look(exchange, path, query);
            } else if (path.equals("/phone_numbers")) {
                list(exchange, owned, query);
            } else if (path.startsWith("/number_orders/")) {
                answer(exchange, 200, JSON.createObjectNode().set("data", orders.get(0)));
            } else {
                answer(exchange, 200, JSON.createObjectNode().set("data", JSON.readTree(settings)));
            }
        }
    }

    /** Waits until an order has arrived. */
    synchronized void awaitOrder() throws InterruptedException {
        while (count("POST") == 0) {
            wait(10_000);
        }
    }

    /** Keeps a caller waiting until the test is over. */
    private synchronized void keepSilent() {
        try {
            while (!closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Refuses the next order. */
    FakeAccount refusesWith(int status, String error) {
        script.add(OnOrder.REFUSE);
        refusals.add(new Refused(status, error));
        return this;
    }

    private record Refused(int status, String error) {}

    private void post(HttpExchange exchange, JsonNode request) throws IOException {
        String number =
                request.path("phone_numbers").path(0).path("phone_number").asText();
        if (sellsEachNumberOnce && bought().contains(number)) {
            refuse(exchange, 422, "10027", "Unprocessable Entity", "Number is already taken", null);
            return;
        }
        OnOrder what = script.isEmpty() ? OnOrder.ACCEPT : script.poll();
        switch (what) {
            case ACCEPT -> answer(exchange, 200, data(place(request, false)));
            case ACCEPT_TO_FAIL -> answer(exchange, 200, data(place(request, true)));
            case LOSE_ANSWER -> place(request, false);
            case LOSE_ANSWER_TO_FAIL -> place(request, true);
            case GARBLE_ANSWER -> {
                place(request, false);
                answer(exchange, 200, "<html>".getBytes(StandardCharsets.UTF_8));
            }
            case BAD_GATEWAY_AFTER -> {
                place(request, false);
                answer(exchange, 502, "<html>".getBytes(StandardCharsets.UTF_8));
            }
            case BAD_GATEWAY_INSTEAD -> answer(exchange, 502, "<html>".getBytes(StandardCharsets.UTF_8));
            case HALF_AN_ANSWER -> half(exchange, data(place(request, false)));
            case HALF_AN_ANSWER_TO_NOTHING ->
                half(exchange, data(JSON.createObjectNode().put("id", "never made")));
            case ANSWER_TOO_LATE -> {
                place(request, false);
                keepSilent();
            }
            case SILENCE -> keepSilent();
            case TWICE -> {
                place(request, true);
                place(request, false);
            }
            case REFUSE -> {
                Refused refused = refusals.remove();
                answer(
                        exchange,
                        refused.status(),
                        ("{\"errors\":[" + refused.error() + "]}").getBytes(StandardCharsets.UTF_8));
            }
            case TAKEN ->
                refuse(
                        exchange,
                        422,
                        "10015",
                        "Number cannot be ordered",
                        "Pick another one",
                        "/phone_numbers/0/phone_number");
            case TAKEN_IN_WORDS ->
                refuse(exchange, 400, "85001", "Number unavailable", "The phone number is no longer available", null);
            case NO_BALANCE ->
                refuse(
                        exchange,
                        422,
                        "20100",
                        "Insufficient Funds",
                        "Cannot order phone number "
                                + request.path("phone_numbers")
                                        .path(0)
                                        .path("phone_number")
                                        .asText(),
                        "/phone_numbers/0");
            case UNKNOWN_PROFILE ->
                refuse(
                        exchange,
                        422,
                        "10017",
                        "Associated resource does not exist",
                        "No such profile",
                        "/messaging_profile_id");
            case TOO_MANY -> refuse(exchange, 429, "10011", "Too many requests", "Slow down", null);
            case LOSE_REQUEST -> {
                // The connection is closed without a word.
            }
        }
    }

    private ObjectNode place(JsonNode request, boolean toFail) {
        String id = String.format("00000000-0000-4000-8000-%012d", orders.size());
        ObjectNode order = JSON.createObjectNode().put("id", id).put("status", "pending");
        request.properties()
                .forEach(field -> order.set(field.getKey(), field.getValue().deepCopy()));
        order.path("phone_numbers").forEach(line -> ((ObjectNode) line).put("status", "pending"));
        fated.put(id, toFail);
        orders.add(order);
        if (looksUntilDone == 0) {
            end(order);
        }
        nextState(order);
        return order;
    }

    private static void half(HttpExchange exchange, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
    }

    private void end(ObjectNode order) {
        String status = Boolean.TRUE.equals(fated.get(order.path("id").asText())) ? "failure" : "success";
        order.put("status", status);
        order.path("phone_numbers").forEach(line -> ((ObjectNode) line).put("status", status));
    }

    private void look(HttpExchange exchange, String path, String query) throws IOException {
        if (silentLooks > 0) {
            silentLooks--;
            keepSilent();
        } else if (limitedLooks > 0) {
            limitedLooks--;
            exchange.getResponseHeaders().set("Retry-After", String.valueOf(retryAfter));
            refuse(exchange, 429, "10011", "Too many requests", "Slow down", null);
        } else if (failingLooks > 0) {
            failingLooks--;
            answer(exchange, 503, new byte[0]);
        } else if (path.equals("/number_orders")) {
            boolean shown = searchesUntilShown-- <= 0;
            // Loosely, as a server that compares only the beginning would.
            list(exchange, shown ? orders : List.of(), query);
        } else {
            String id = path.substring("/number_orders/".length());
            ObjectNode order = orders.stream()
                    .filter(each -> each.path("id").asText().equals(id))
                    .findFirst()
                    .orElse(null);
            if (order == null || unknownIds-- > 0) {
                refuse(exchange, 404, "10005", "Resource not found", "No such order", null);
                return;
            }
            int look = looks.merge(id, 1, Integer::sum);
            if (looksUntilDone >= 0 && look >= looksUntilDone) {
                end(order);
            }
            nextState(order);
            answer(exchange, 200, data(order));
        }
    }

    private void nextState(ObjectNode order) {
        String state = states.size() > 1 ? states.poll() : states.peek();
        if (state != null) {
            String[] pair = state.split("/", 2);
            order.put("status", pair[0]);
            order.path("phone_numbers").forEach(line -> ((ObjectNode) line).put("status", pair[1]));
        }
    }

    private static void list(HttpExchange exchange, List<ObjectNode> all, String query) throws IOException {
        int number = Integer.parseInt(parameter(query, "page[number]"));
        int size = Integer.parseInt(parameter(query, "page[size]"));
        String digits = parameter(query, "filter[phone_number]");
        List<ObjectNode> found = all.stream()
                .filter(each -> each.path("phone_number").asText().contains(digits) || digits.isEmpty())
                .toList();
        ArrayNode data = JSON.createArrayNode();
        found.stream().skip((number - 1L) * size).limit(size).forEach(data::add);
        ObjectNode answer = JSON.createObjectNode();
        answer.set("data", data);
        answer.putObject("meta")
                .put("page_number", number)
                .put("page_size", size)
                .put("total_pages", (found.size() + size - 1) / size)
                .put("total_results", found.size());
        answer(exchange, 200, answer);
    }

    private static String parameter(String query, String name) {
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (URLDecoder.decode(parts[0], StandardCharsets.UTF_8).equals(name)) {
                return URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static JsonNode data(JsonNode data) {
        return JSON.createObjectNode().set("data", data);
    }

    private static void refuse(
            HttpExchange exchange, int status, String code, String title, String detail, @Nullable String pointer)
            throws IOException {
        ObjectNode error =
                JSON.createObjectNode().put("code", code).put("title", title).put("detail", detail);
        if (pointer != null) {
            error.putObject("source").put("pointer", pointer);
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("errors").add(error);
        answer(exchange, status, answer);
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        answer(exchange, status, JSON.writeValueAsBytes(body));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
