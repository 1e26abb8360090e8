package org.telnyx4j.benchmarks.faults.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What the server carried out. Everything here counts at the moment at which it is carried out, before anything is
 * answered, and so before any fault in answering.
 */
public final class Books {
    private final MessageBooks messages = new MessageBooks();
    private final CallBooks calls = new CallBooks();
    private final ProfileBooks profiles = new ProfileBooks();
    private final NumberBooks numbers;
    private final List<String> mistakes = new CopyOnWriteArrayList<>();

    Books(int inventory, long seed) {
        this.numbers = new NumberBooks(inventory, seed);
    }

    /** Returns the messages. */
    public MessageBooks messages() {
        return messages;
    }

    /** Returns the calls. */
    public CallBooks calls() {
        return calls;
    }

    /** Returns the profiles. */
    public ProfileBooks profiles() {
        return profiles;
    }

    /** Returns the numbers. */
    public NumberBooks numbers() {
        return numbers;
    }

    /** Returns what makes this run worthless, such as requests that the server did not understand. */
    public List<String> mistakes() {
        String contradiction = numbers.contradiction();
        if (contradiction != null) {
            mistakes.add(contradiction);
        }
        return List.copyOf(mistakes);
    }

    void mistake(String what) {
        mistakes.add(what);
    }

    /** Carries a request out. */
    Answer carryOut(WireRequest request, Ticket ticket) throws IOException {
        JsonNode body = request.json();
        List<String> path = List.of(request.path().substring(1).split("/", -1));
        String name = request.method() + " " + path.get(0) + (path.size() > 1 ? "/" : "");
        Answer answer = answer(name, path, request, ticket, body);
        if (answer == null) {
            mistake("The server does not know " + request.method() + " " + request.path());
            return Answer.error(404, "10005", "Resource not found", "There is no such path");
        }
        return answer;
    }

    private @Nullable Answer answer(String name, List<String> path, WireRequest request, Ticket ticket, JsonNode body) {
        return switch (name) {
            case "POST messages" -> {
                check(ticket, body.path("text").asText());
                yield messages.send(body);
            }
            case "GET messages/" -> messages.look(path.get(1));
            case "GET detail_records" -> messages.records().list(request);
            case "POST calls" -> {
                check(ticket, decoded(body.path("client_state").asText()));
                yield calls.dial(body);
            }
            case "POST calls/" -> {
                check(ticket, path.get(1));
                yield calls.command(path.get(1), path.get(3), body);
            }
            case "GET available_phone_numbers" -> numbers.search(request);
            case "POST number_orders" -> {
                check(ticket, NumberBooks.token(body));
                yield numbers.order(ticket, body);
            }
            case "GET number_orders" -> numbers.list(request);
            case "GET number_orders/" -> numbers.look(path.get(1));
            case "POST messaging_profiles" -> profiles.create(ticket, body);
            case "GET messaging_profiles" -> profiles.list(request);
            case "GET messaging_profiles/" -> profiles.look(path.get(1));
            case "PATCH messaging_profiles/" -> profiles.update(path.get(1), body);
            default -> null;
        };
    }

    /** What is counted is the token in the request itself; that of the header must be the same. */
    private void check(Ticket ticket, String token) {
        if (!ticket.token().equals(token)) {
            mistake("A request has the ticket of another one");
        }
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
