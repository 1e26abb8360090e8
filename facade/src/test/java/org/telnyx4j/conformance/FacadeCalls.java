package org.telnyx4j.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.messaging.SettlementQuery;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.specification.ApiDocument;
import org.telnyx4j.specification.Arguments;
import org.telnyx4j.specification.Endpoint;
import org.telnyx4j.specification.FacadeMethod;
import org.telnyx4j.specification.Samples;
import org.telnyx4j.specification.Samples.Kind;

/** Calls of every method of the facade: with as little as it takes, and with all that it takes. */
final class FacadeCalls {
    static final String REFERENCE = "text of customer_reference";
    static final String NUMBER = "+14165550123";

    /** Strings that are arguments by themselves, by the names of the parameters; all others are ids. */
    private static final Map<String, String> STRINGS = Map.of(
            "destination", "sip:+14155550101@trunk.livekit.cloud",
            "sipUri", "sip:+14155550101@trunk.livekit.cloud",
            "audioUrl", "https://example.com/a.mp3",
            "digits", "1www2WABCDw9*#",
            "queueName", "support",
            "clientState", "state",
            "areaCode", "416",
            "phoneNumber", NUMBER,
            "name", "text of name",
            "customerReference", REFERENCE);

    /**
     * A call.
     *
     * @param facade the method
     * @param variant tells calls of one method apart
     * @param arguments what it is called with
     */
    record Call(FacadeMethod facade, String variant, List<Object> arguments) {
        Object send(TelnyxOperations telnyx) {
            return facade.send(telnyx, arguments);
        }

        Endpoint endpoint(ApiDocument document) {
            return document.endpoint(facade.operation().id());
        }

        boolean isDial() {
            return facade.name().equals("calls.dial");
        }

        @Override
        public String toString() {
            return facade + " " + variant;
        }
    }

    private FacadeCalls() {}

    /** Returns calls of all methods that send one request, one for each of what they can be called with. */
    static List<Call> single(ApiDocument document) {
        List<Call> calls = new ArrayList<>();
        for (FacadeMethod method : FacadeMethod.all()) {
            // Waiting for an order asks for it again for as long as it is pending.
            if (!method.isComposite() && !method.name().endsWith("await_completion")) {
                calls.add(call(document, method, Kind.REQUIRED, 0));
                int turns = method.hasOptions() ? turns(document, method) : 1;
                for (int turn = 0; turn < turns; turn++) {
                    calls.add(call(document, method, Kind.FULL, turn));
                }
            }
        }
        return calls;
    }

    /** Every form of a method sends the same, so that all the values need to be tried with one alone. */
    private static int turns(ApiDocument document, FacadeMethod method) {
        return Samples.turns(
                document, document.endpoint(method.operation().id()).requestSchema(document));
    }

    /** Returns one call of each method that sends one request. */
    static List<Call> oneOfEach(ApiDocument document) {
        return single(document).stream()
                .filter(call -> call.variant().equals("FULL 0"))
                .toList();
    }

    /** Returns calls of all methods that send several requests. */
    static List<Call> composite(ApiDocument document) {
        List<Call> calls = new ArrayList<>();
        for (FacadeMethod method : FacadeMethod.all()) {
            if (method.isComposite() || method.name().endsWith("await_completion")) {
                calls.add(call(document, method, Kind.REQUIRED, 0));
                calls.add(call(document, method, Kind.FULL, 0));
            }
        }
        return calls;
    }

    private static Call call(ApiDocument document, FacadeMethod method, Kind kind, int turn) {
        List<Object> arguments = new Arguments(document, kind, turn).of(method.method(), ofDomains(document), STRINGS);
        if (arguments == null) {
            throw new AssertionError("There is no value for an argument of " + method);
        }
        if (method.name().equals("messaging_profiles.create_or_update")) {
            arguments.replaceAll(FacadeCalls::withoutWhatIsSetOnce);
        }
        return new Call(method, kind + " " + turn, arguments);
    }

    /** What a profile has of these cannot be changed. */
    private static Object withoutWhatIsSetOnce(Object argument) {
        if (!(argument instanceof CreateMessagingProfileRequest request)) {
            return argument;
        }
        return request.toBuilder().healthWebhookUrl(null).resourceGroupId(null).build();
    }

    /** Values of classes that the specification does not have. */
    private static Map<Class<?>, Object> ofDomains(ApiDocument document) {
        ObjectNode order = (ObjectNode) new Samples(document, Kind.FULL, 0).of(document.component("NumberOrder"));
        order.put("status", "pending").put("id", Arguments.ID);
        Map<Class<?>, Object> values = new HashMap<>();
        values.put(Duration.class, Duration.ofSeconds(20));
        values.put(
                SettlementQuery.class,
                SettlementQuery.builder().recipient(NUMBER).build());
        values.put(NumberOrderResult.class, NumberOrderResult.fromJson(order.toString()));
        values.put(
                PurchaseOptions.class,
                PurchaseOptions.builder()
                        .messagingProfileId(Arguments.ID)
                        .connectionId(Arguments.ID)
                        .billingGroupId(Arguments.ID)
                        .customerReference(REFERENCE)
                        .mostCandidates(3)
                        .build());
        return values;
    }
}
