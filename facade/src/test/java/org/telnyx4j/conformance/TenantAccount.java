package org.telnyx4j.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telnyx4j.testing.ReceivedRequest;

/**
 * The accounts of many tenants. Everything that belongs to one has its number in it, so that whatever is in a request
 * can be held against the key that it came with.
 */
final class TenantAccount {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern OWNED = Pattern.compile("tenant-(\\d{4})|1(?:415|437)555(\\d{4})");
    private static final int PAGES = 3;

    private TenantAccount() {}

    static String mark(int tenant) {
        return "tenant-%04d".formatted(tenant);
    }

    static String sender(int tenant) {
        return "+1415555%04d".formatted(tenant);
    }

    static String number(int tenant) {
        return "+1437555%04d".formatted(tenant);
    }

    /** Returns whose request this is. */
    static int owner(ReceivedRequest request) {
        String key = Objects.requireNonNullElse(request.header("Authorization"), "");
        Matcher matcher = OWNED.matcher(key);
        if (!matcher.find()) {
            throw new AssertionError("A request without a tenant's key: " + request.requestLine());
        }
        return Integer.parseInt(matcher.group(1));
    }

    /** Returns what in a request belongs to somebody else, or should be there and is not. */
    static List<String> strangers(ReceivedRequest request) {
        int owner = owner(request);
        List<String> found = new ArrayList<>();
        String target = URLDecoder.decode(request.requestLine(), StandardCharsets.UTF_8);
        String everything = target + "\n" + request.head() + "\n" + request.body() + "\n" + clientState(request.body());
        Matcher matcher = OWNED.matcher(everything);
        int own = 0;
        while (matcher.find()) {
            String number = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            if (Integer.parseInt(number) == owner) {
                own++;
            } else {
                found.add(matcher.group() + " in a request of " + owner + ": " + target);
            }
        }
        if (request.requestLine().startsWith("POST /v2/messages ")) {
            for (String field : List.of("from", "messaging_profile_id", "webhook_url", "webhook_failover_url")) {
                if (!json(request.body()).has(field)) {
                    found.add("no " + field + " in a message of " + owner);
                }
            }
        }
        if (request.requestLine().startsWith("POST /v2/calls ")
                && !json(request.body()).path("connection_id").asText().equals(mark(owner))) {
            found.add("not the application of " + owner + " in a call");
        }
        if (own < 2) {
            found.add("nothing of " + owner + " but the key: " + target);
        }
        return found;
    }

    /** Returns the body of an answer, in which everything is its tenant's. */
    static String answer(ReceivedRequest request) {
        int owner = owner(request);
        String[] line = request.requestLine().split(" ", -1);
        String path = line[1].split("\\?", -1)[0].substring("/v2".length());
        String item = item(owner, path, request);
        boolean isList = line[0].equals("GET") && path.split("/", -1).length == 2;
        if (!isList) {
            return "{\"data\":" + item + "}";
        }
        Matcher page =
                Pattern.compile("page\\[number]=(\\d+)").matcher(URLDecoder.decode(line[1], StandardCharsets.UTF_8));
        int number = page.find() ? Integer.parseInt(page.group(1)) : 1;
        String own = item.replace("\"id\":\"", "\"page\":" + number + ",\"id\":\"");
        return "{\"data\":[" + own + "],\"meta\":{\"page_number\":" + number + ",\"page_size\":1,\"total_pages\":"
                + PAGES + ",\"total_results\":" + PAGES + "}}";
    }

    private static String item(int owner, String path, ReceivedRequest request) {
        String mark = mark(owner);
        String head = "{\"id\":\"" + mark + "\",";
        String group = path.split("/", -1)[1];
        return switch (group) {
            case "messages" ->
                head + "\"from\":{\"phone_number\":\"" + sender(owner) + "\"},\"to\":[{\"status\":\"queued\"}]}";
            case "calls" ->
                path.contains("/actions/")
                        ? "{\"result\":\"ok\"}"
                        : "{\"record_type\":\"call\",\"is_alive\":true,\"call_control_id\":\"" + mark
                                + "\",\"call_leg_id\":\"" + mark + "\",\"call_session_id\":\"" + mark + "\"}";
            case "messaging_profiles" -> head + "\"name\":\"" + mark + "\",\"enabled\":false}";
            case "available_phone_numbers" -> head + "\"phone_number\":\"" + number(owner) + "\"}";
            case "number_orders" ->
                head + "\"status\":\"success\",\"customer_reference\":\"" + reference(request)
                        + "\",\"phone_numbers\":[{\"phone_number\":\"" + number(owner) + "\",\"status\":\"success\"}]}";
            default ->
                head + "\"phone_number\":\"" + number(owner) + "\",\"status\":\"active\",\"messaging_profile_id\":\""
                        + mark + "\",\"connection_id\":\"" + mark + "\"}";
        };
    }

    private static String reference(ReceivedRequest request) {
        return json(request.body()).path("customer_reference").asText(mark(owner(request)));
    }

    private static String clientState(String body) {
        String state = json(body).path("client_state").asText("");
        return new String(Base64.getDecoder().decode(state), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String body) {
        try {
            return MAPPER.readTree(body.isEmpty() ? "{}" : body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
