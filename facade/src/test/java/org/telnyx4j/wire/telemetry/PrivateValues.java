package org.telnyx4j.wire.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.messaging.SettlementQuery;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.specification.ApiDocument;
import org.telnyx4j.specification.Arguments;
import org.telnyx4j.specification.FacadeMethod;
import org.telnyx4j.specification.Samples.Kind;

/** What callers say that is nobody else's business. Each can be recognised wherever it turns up. */
final class PrivateValues {
    static final String KEY = "KEY0123456789abcdef";
    static final String NUMBER = "+16135550142";
    static final String SENDER = "+16135550187";
    static final String TEXT = "Meet me at the quay";
    static final String STATE = "ticket of Jane Doe";
    static final String STATE_ON_THE_WIRE = "dGlja2V0IG9mIEphbmUgRG9l";
    static final String SIP = "sip:jane.doe@pbx.hidden.example;token=sesame";
    static final String HEADER = "diagnosis flu";
    static final String NAME = "Clinic of Jane Doe";
    static final String REFERENCE = "patient Jane Doe";
    static final String URL = "https://hook.hidden.example/jane/doe?token=sesame";
    static final String PASSWORD = "opensesame";
    static final String DIGITS = "9*02*10#";

    /** Parts of them that no text for a person may hold: what a mask leaves of a number or a host is not among them. */
    static final List<String> EVERYWHERE = List.of(
            "6135550142",
            "5550142",
            "6135550187",
            "5550187",
            KEY,
            "Bearer",
            "quay",
            STATE_ON_THE_WIRE,
            "Jane",
            "jane",
            "sesame",
            "flu",
            "9*02*10");

    /** Parts of them that are not exported either. */
    static final List<String> IN_TELEMETRY = List.of("hidden.example", "hook", "pbx");

    static final ApiDocument DOCUMENT = ApiDocument.ours();

    /** As arguments by themselves, by the names of the parameters; all others are ids. */
    private static final Map<String, String> STRINGS = Map.of(
            "destination", NUMBER,
            "sipUri", SIP,
            "audioUrl", URL,
            "digits", DIGITS,
            "queueName", NAME,
            "clientState", STATE,
            "areaCode", "613",
            "phoneNumber", NUMBER,
            "name", NAME,
            "customerReference", REFERENCE);

    /** Forms that any text has. */
    private static final Set<String> ANY_TEXT = Set.of("", "not-blank", "not-empty", "one-line");

    private PrivateValues() {}

    /** Returns private arguments for a method of the facade: every field of a request is set. */
    static List<Object> arguments(FacadeMethod method) {
        // What is found by its name is not to differ from what is asked for.
        Kind kind = method.isComposite() ? Kind.REQUIRED : Kind.FULL;
        List<Object> arguments =
                new Arguments(DOCUMENT, kind, 0, PrivateValues::word).of(method.method(), ofDomains(), STRINGS);
        if (arguments == null) {
            throw new AssertionError("There is no value for an argument of " + method);
        }
        return arguments;
    }

    private static Map<Class<?>, Object> ofDomains() {
        Map<Class<?>, Object> values = new HashMap<>();
        values.put(
                RequestOptions.class,
                RequestOptions.builder().apiKey(KEY).header("X-Note", HEADER).build());
        values.put(Duration.class, Duration.ofSeconds(1));
        values.put(
                SettlementQuery.class,
                SettlementQuery.builder().recipient(NUMBER).build());
        values.put(
                NumberOrderResult.class,
                NumberOrderResult.fromJson("{\"id\":\"" + Account.MESSAGE_ID + "\",\"status\":\"pending\"}"));
        values.put(
                PurchaseOptions.class,
                PurchaseOptions.builder()
                        .customerReference(REFERENCE)
                        .messagingProfileId(Account.MESSAGE_ID)
                        .build());
        return values;
    }

    /** Returns the private string for a field of a request or a response; null for one that is a word of the API. */
    static @Nullable String word(JsonNode schema, String name) {
        if (schema.path("x-encoding").asText().equals("base64-text")) {
            return STATE_ON_THE_WIRE;
        }
        String form = schema.path("x-format").asText();
        if (!ANY_TEXT.contains(form)) {
            return ofForm(form);
        }
        String word = ofName(name);
        return word == null && !schema.has("pattern") && !schema.has("format")
                ? ofSensitivity(schema.path("x-sensitive").asText(), name)
                : word;
    }

    private static @Nullable String ofForm(String form) {
        return switch (form) {
            case "e164", "recipient", "destination", "caller-id", "sender" -> NUMBER;
            case "sip-uri" -> SIP;
            case "http-url", "http-url-or-empty" -> URL;
            case "base64" -> STATE_ON_THE_WIRE;
            case "dtmf-keys", "dtmf-tones" -> DIGITS;
            case "sip-header-value" -> HEADER;
            case "display-name", "alphanumeric-sender" -> "Jane Doe";
            case "number-digits" -> NUMBER.substring(1);
            case "number-part" -> "5550142";
            default -> null;
        };
    }

    private static @Nullable String ofName(String name) {
        return switch (name) {
            case "id", "message_id" -> Account.MESSAGE_ID;
            case "call_control_id" -> Account.LEG;
            case "phone_number" -> NUMBER;
            case "forwards_to" -> SENDER;
            case "customer_reference" -> REFERENCE;
            case "client_state" -> STATE_ON_THE_WIRE;
            case "text", "payload" -> TEXT;
            case "amount" -> "0.0080";
            case "currency" -> "USD";
            case "whitelisted_destinations" -> "CA";
            default -> null;
        };
    }

    private static @Nullable String ofSensitivity(String sensitivity, String name) {
        return switch (sensitivity) {
            case "text" -> NAME;
            case "phone-number" -> NUMBER;
            case "url" -> URL;
            case "credential" -> PASSWORD;
            // Strings are private unless the specification says otherwise.
            case "" -> name.endsWith("_id") || name.endsWith("_cost") || name.endsWith("_time") ? null : NAME;
            default -> null;
        };
    }

    /** Returns the parts that a text has, each with what is around it. */
    static List<String> found(List<String> parts, String text) {
        List<String> found = new ArrayList<>();
        for (String part : parts) {
            int at = text.indexOf(part);
            if (at >= 0) {
                found.add(text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 200)));
            }
        }
        return found;
    }
}
