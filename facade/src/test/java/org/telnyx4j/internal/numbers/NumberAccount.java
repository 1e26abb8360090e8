package org.telnyx4j.internal.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.fixtures.FakeSleeper;
import org.telnyx4j.generated.model.MessagingProfile;
import org.telnyx4j.internal.call.CallSettings;
import org.telnyx4j.internal.exchange.ClientResources;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.settings.Remedies;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.internal.time.TimeSource;
import org.telnyx4j.sandbox.SandboxOrder;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.testing.FakeTime;
import org.telnyx4j.testing.FaultyProxy;
import org.telnyx4j.testing.FaultyProxy.Passage;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.Response;

/**
 * The sandbox with its numbers and orders, behind a proxy that misbehaves as a test wants it to. When an order ends is
 * decided here; that it has ended, and all else that lasts, is kept by the sandbox.
 */
final class NumberAccount implements AutoCloseable {
    /** What happens to one order that arrives. */
    enum OnOrder {
        ACCEPT(true),
        ACCEPT_TO_FAIL(true),
        LOSE_REQUEST(false),
        LOSE_RESPONSE(true),
        LOSE_RESPONSE_TO_FAIL(true),
        GARBLE_RESPONSE(true),
        BAD_GATEWAY_AFTER(true),
        BAD_GATEWAY_INSTEAD(false),
        HALF_A_RESPONSE(true),
        HALF_A_RESPONSE_TO_NOTHING(false),
        /** The order is carried out, and its response comes when the caller has long gone. */
        RESPONSE_TOO_LATE(true),
        /** No response comes, and nothing is carried out. */
        SILENCE(false),
        /** The order arrives twice and is carried out twice, and its response is lost. */
        TWICE(true),
        /** A gateway sends the order twice: it is carried out, and the caller gets the refusal of the copy. */
        COPY_TAKEN(true),
        COPY_CONFLICTS(true),
        COPY_NO_BALANCE(true),
        COPY_TOO_MANY(true),
        /** A gateway sends the order twice: it is carried out, and the caller gets the copy, an order that fails. */
        COPY_FAILS(true),
        REFUSE(false),
        TAKEN(false),
        TAKEN_IN_WORDS(false),
        NO_BALANCE(false),
        UNKNOWN_PROFILE(false),
        TOO_MANY(false);

        private final boolean carriedOut;

        OnOrder(boolean carriedOut) {
            this.carriedOut = carriedOut;
        }

        private boolean isToFail() {
            return this == ACCEPT_TO_FAIL || this == LOSE_RESPONSE_TO_FAIL || this == TWICE || this == COPY_FAILS;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "KEY_test";

    final List<String> requests = new ArrayList<>();
    final List<String> bodies = new ArrayList<>();
    private final Deque<OnOrder> script = new ArrayDeque<>();
    private final Deque<Response> refusals = new ArrayDeque<>();
    /** How many lookups of an order by id find it pending. Negative for ever. */
    int checksUntilDone;
    /** How many searches by reference do not show the orders yet. */
    int searchesUntilShown;
    /** How many lookups and searches are answered with 503. */
    int failingChecks;
    /** How many lookups and searches are answered with 429. */
    int limitedChecks;
    /** What such a response asks to wait, in seconds. */
    int retryAfter = 1;
    /** How many lookups and searches get no response. */
    int silentChecks;
    /** How many lookups by id do not find the order. */
    int unknownIds;
    /** States of an order and of its line, one pair for each time that it is shown; the last one stays. */
    final Deque<String> states = new ArrayDeque<>();
    /** What is shown in place of the settings of a number; null for those that it has. */
    @Nullable
    String settings;

    private final TelnyxSandbox sandbox = TelnyxSandbox.builder()
            .emptyAccount()
            .acceptAnyConnection()
            .apiKey(KEY)
            .start();
    private final FaultyProxy proxy;
    private final ClientResources resources;
    private final List<ClientResources> others = new ArrayList<>();
    private @Nullable List<String> found;
    private final Set<String> toFail = new HashSet<>();
    private final Map<String, Integer> checks = new HashMap<>();
    private final Map<String, String> shownStates = new HashMap<>();

    NumberAccount() throws IOException {
        this(FakeTime.frozen());
    }

    NumberAccount(FakeTime time) throws IOException {
        sandbox.messagingProfiles()
                .add(MessagingProfile.builder().id("profile-1").name("Orders").build());
        sandbox.numbers().clearAvailable();
        sandbox.orders().keepPending();
        proxy = FaultyProxy.inFrontOf(
                sandbox.baseUrl(), passage -> decide(passage).run());
        resources = anotherClient(FakeSleeper.source(time));
    }

    /** Returns a client whose waits take no time. */
    TelnyxClient client() {
        return client(resources);
    }

    static TelnyxClient client(ClientResources resources) {
        return new TelnyxClient(resources, new CallSettings(() -> KEY, Duration.ofSeconds(10), null), null);
    }

    DefaultPhoneNumbers numbers() {
        return new DefaultPhoneNumbers(client());
    }

    /** Returns operations whose time passes as it really does, apart from the waits. */
    DefaultPhoneNumbers numbersInRealTime() {
        ClientResources another = anotherClient(FakeSleeper.source(FakeTime.passing()));
        others.add(another);
        return new DefaultPhoneNumbers(client(another));
    }

    DefaultNumberOrders orders() {
        return new DefaultNumberOrders(client());
    }

    /** Creates another client of the same account, with connections of its own. The caller closes it. */
    ClientResources anotherClient(TimeSource time) {
        return new ClientResources(
                proxy.baseUrl(),
                HttpOptions.builder().build(),
                null,
                time,
                new Telemetry(null, true, List.of()),
                Remedies.WHEN_UNKNOWN);
    }

    /** Puts numbers up for sale. */
    NumberAccount sells(String... numbers) {
        List.of(numbers).forEach(sandbox.numbers()::addAvailable);
        return this;
    }

    /** Takes all numbers off sale. */
    void sellsNothing() {
        sandbox.numbers().clearAvailable();
    }

    /** Lets each search find these, for sale or not, whatever it asks for. */
    NumberAccount finds(String... numbers) {
        found = List.of(numbers);
        return this;
    }

    NumberAccount onOrders(OnOrder... each) {
        script.addAll(List.of(each));
        return this;
    }

    /** Refuses the next order. */
    NumberAccount refusesWith(int status, String error) {
        script.add(OnOrder.REFUSE);
        refusals.add(Response.json(status, "{\"errors\":[" + error + "]}"));
        return this;
    }

    /** Gives the account a number, and returns its id. */
    String owns(String number) {
        return sandbox.numbers().own(number).id();
    }

    /** Returns the first number of each order that has not failed and will not. */
    synchronized List<String> bought() {
        return sandbox.orders().all().stream()
                .filter(order -> !toFail.contains(order.id()))
                .map(order -> order.phoneNumbers().get(0))
                .toList();
    }

    List<String> orderIds() {
        return sandbox.orders().all().stream().map(SandboxOrder::id).toList();
    }

    /** Returns the references of the orders that were placed. */
    List<String> placedReferences() {
        return sandbox.orders().all().stream()
                .map(order -> order.customerReference().orElse(""))
                .toList();
    }

    /** Returns whether an order of this reference was placed, whatever became of it. */
    boolean placed(String reference) {
        return placedReferences().contains(reference);
    }

    /** Returns whether an order whose reference begins like this has not failed and will not. */
    synchronized boolean boughtBy(String owner) {
        return sandbox.orders().all().stream()
                .filter(order -> !toFail.contains(order.id()))
                .anyMatch(order -> order.customerReference().orElse("").startsWith(owner + "/"));
    }

    /** Returns the numbers of the orders that were requested. */
    List<String> orderedNumbers() throws IOException {
        List<String> numbers = new ArrayList<>();
        for (JsonNode body : posted()) {
            numbers.add(number(body));
        }
        return numbers;
    }

    /** Returns the references of the orders that were requested. */
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

    synchronized long count(String start) {
        return requests.stream().filter(request -> request.startsWith(start)).count();
    }

    /** Waits until an order has arrived. */
    synchronized void awaitOrder() throws InterruptedException {
        while (count("POST") == 0) {
            wait(10_000);
        }
    }

    @Override
    public void close() {
        resources.close();
        others.forEach(ClientResources::close);
        proxy.close();
        sandbox.close();
    }

    /** What the client gets to see, which is done without the lock. */
    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private synchronized Step decide(Passage passage) throws IOException {
        ReceivedRequest request = passage.request();
        String target = request.target().substring("/v2".length());
        String path = request.path().substring("/v2".length());
        requests.add(request.method() + " " + target);
        bodies.add(request.body());
        notifyAll();
        if (path.equals("/available_phone_numbers")) {
            return send(passage, search(passage));
        }
        if (path.equals("/number_orders") && request.method().equals("POST")) {
            return order(passage);
        }
        if (path.startsWith("/number_orders") && request.method().equals("GET")) {
            return check(passage, path);
        }
        if (path.equals("/phone_numbers")) {
            // Loosely: of all filters only the one that a lookup by number needs.
            return send(passage, passage.forward(without(request, "filter\\[(?!phone_number])")));
        }
        Response response = passage.forward();
        boolean replaced = settings != null && path.startsWith("/phone_numbers/");
        return send(passage, replaced ? response.withBody("{\"data\":" + settings + "}") : response);
    }

    private Response search(Passage passage) throws IOException {
        Response response = passage.forward();
        if (found == null) {
            return response;
        }
        ArrayNode data = JSON.createArrayNode();
        found.forEach(number -> data.addObject().put("phone_number", number));
        return response.withBody(data(data));
    }

    private Step order(Passage passage) throws IOException {
        JsonNode request = JSON.readTree(passage.request().body());
        OnOrder what = script.isEmpty() ? OnOrder.ACCEPT : script.element();
        Response placed = what.carriedOut ? place(passage, what.isToFail()) : null;
        if (placed != null && placed.status() != 200) {
            return send(passage, placed);
        }
        script.poll();
        if (what == OnOrder.TWICE || what == OnOrder.COPY_FAILS) {
            sells(number(request));
            place(passage, false);
        }
        return switch (what) {
            case ACCEPT, ACCEPT_TO_FAIL, COPY_FAILS -> send(passage, Objects.requireNonNull(placed));
            case LOSE_REQUEST, LOSE_RESPONSE, LOSE_RESPONSE_TO_FAIL, TWICE -> passage::close;
            case GARBLE_RESPONSE -> send(passage, Response.json(200, "<html>"));
            case BAD_GATEWAY_AFTER, BAD_GATEWAY_INSTEAD -> send(passage, Response.json(502, "<html>"));
            case HALF_A_RESPONSE -> () -> passage.sendHalf(Objects.requireNonNull(placed));
            case HALF_A_RESPONSE_TO_NOTHING ->
                () -> passage.sendHalf(Response.json(200, "{\"data\":{\"id\":\"never made\"}}"));
            case RESPONSE_TOO_LATE, SILENCE -> passage::ignore;
            default -> send(passage, refusal(what, number(request)));
        };
    }

    private Response refusal(OnOrder what, String number) {
        return switch (what) {
            case TAKEN, COPY_TAKEN ->
                error(422, "10015", "Number cannot be ordered", "Pick another one", "/phone_numbers/0/phone_number");
            case TAKEN_IN_WORDS ->
                error(400, "85001", "Number unavailable", "The phone number is no longer available", null);
            case COPY_CONFLICTS ->
                error(409, "10012", "Conflict", "The phone number is reserved", "/phone_numbers/0/phone_number");
            case NO_BALANCE, COPY_NO_BALANCE ->
                error(422, "20100", "Insufficient Funds", "Cannot order phone number " + number, "/phone_numbers/0");
            case UNKNOWN_PROFILE ->
                error(422, "10017", "Associated resource does not exist", "No such profile", "/messaging_profile_id");
            case TOO_MANY, COPY_TOO_MANY -> error(429, "10011", "Too many requests", "Slow down", null);
            default -> refusals.remove();
        };
    }

    private Response place(Passage passage, boolean fails) throws IOException {
        Response response = passage.forward();
        if (response.status() != 200) {
            return response;
        }
        ObjectNode order = (ObjectNode) JSON.readTree(response.body()).path("data");
        String id = order.path("id").asText();
        if (fails) {
            toFail.add(id);
        }
        if (checksUntilDone == 0) {
            end(id);
        }
        nextState(id);
        return response.withBody(data(shown(order)));
    }

    private void end(String id) {
        if (toFail.contains(id)) {
            sandbox.orders().fail(id);
        } else {
            sandbox.orders().complete(id);
        }
    }

    private void nextState(String id) {
        String state = states.size() > 1 ? states.poll() : states.peek();
        if (state != null) {
            shownStates.put(id, state);
        }
    }

    /** Writes the states that an order is to show into it, else those that it has. */
    private ObjectNode shown(ObjectNode order) {
        String id = order.path("id").asText();
        String actual = sandbox.orders().find(id).orElseThrow().status();
        String[] pair = shownStates.getOrDefault(id, actual + "/" + actual).split("/", 2);
        order.put("status", pair[0]);
        order.path("phone_numbers").forEach(line -> ((ObjectNode) line).put("status", pair[1]));
        return order;
    }

    private Step check(Passage passage, String path) throws IOException {
        if (silentChecks > 0) {
            silentChecks--;
            return passage::ignore;
        }
        if (limitedChecks > 0) {
            limitedChecks--;
            Response limited = error(429, "10011", "Too many requests", "Slow down", null);
            return send(passage, limited.with("Retry-After: " + retryAfter));
        }
        if (failingChecks > 0) {
            failingChecks--;
            return send(passage, Response.json(503, ""));
        }
        return send(passage, path.equals("/number_orders") ? list(passage) : lookup(passage, path));
    }

    private Response list(Passage passage) throws IOException {
        // Loosely, as a server that compares only the beginning would.
        Response response = passage.forward(without(passage.request(), "filter\\[customer_reference]"));
        ObjectNode body = (ObjectNode) JSON.readTree(response.body());
        if (searchesUntilShown-- > 0) {
            body.putArray("data");
        }
        body.path("data").forEach(order -> shown((ObjectNode) order));
        return response.withBody(body.toString());
    }

    private Response lookup(Passage passage, String path) throws IOException {
        String id = path.substring("/number_orders/".length());
        if (sandbox.orders().find(id).isEmpty()) {
            return passage.forward();
        }
        if (unknownIds-- > 0) {
            return error(404, "10005", "Resource not found", "No such order", null);
        }
        int check = checks.merge(id, 1, Integer::sum);
        if (checksUntilDone >= 0 && check >= checksUntilDone) {
            end(id);
        }
        nextState(id);
        Response response = passage.forward();
        return response.withBody(
                data(shown((ObjectNode) JSON.readTree(response.body()).path("data"))));
    }

    private static Step send(Passage passage, Response response) {
        return () -> passage.send(response);
    }

    private static String number(JsonNode order) {
        return order.path("phone_numbers").path(0).path("phone_number").asText();
    }

    private static String data(JsonNode data) {
        return JSON.createObjectNode().set("data", data).toString();
    }

    /** Takes the parameters whose names begin like this out of the query. */
    private static ReceivedRequest without(ReceivedRequest request, String names) {
        return request.withTarget(request.target().replaceAll("(?<=[?&])" + names + "[^&]*&?", ""));
    }

    private static Response error(int status, String code, String title, String detail, @Nullable String pointer) {
        ObjectNode error =
                JSON.createObjectNode().put("code", code).put("title", title).put("detail", detail);
        if (pointer != null) {
            error.putObject("source").put("pointer", pointer);
        }
        ObjectNode body = JSON.createObjectNode();
        body.putArray("errors").add(error);
        return Response.json(status, body.toString());
    }
}
