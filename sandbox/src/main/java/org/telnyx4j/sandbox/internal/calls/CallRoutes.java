package org.telnyx4j.sandbox.internal.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.telnyx4j.sandbox.internal.calls.CallStore.Result;
import org.telnyx4j.sandbox.internal.calls.StoredCall.Parties;
import org.telnyx4j.sandbox.internal.http.ApiError;
import org.telnyx4j.sandbox.internal.http.ApiException;
import org.telnyx4j.sandbox.internal.http.ApiResponse;
import org.telnyx4j.sandbox.internal.http.BodyRules;
import org.telnyx4j.sandbox.internal.http.ErrorCode;
import org.telnyx4j.sandbox.internal.http.FieldType;
import org.telnyx4j.sandbox.internal.http.Fields;
import org.telnyx4j.sandbox.internal.http.Json;
import org.telnyx4j.sandbox.internal.http.Route;
import org.telnyx4j.sandbox.internal.http.Routes;

/** The operations on calls. */
public final class CallRoutes implements Routes {
    private static final BodyRules DIAL = BodyRules.NONE
            .required(FieldType.STRING, "connection_id", "from")
            .required(FieldType.STRING_OR_STRINGS, "to")
            .nullable(FieldType.STRING, "command_id", "record")
            .nullable(FieldType.BASE64, "client_state")
            .nullable(FieldType.URL, "webhook_url")
            .nullable(FieldType.NUMBER, "timeout_secs", "time_limit_secs");

    /** A phone number, after which a comma and digits to play may follow, or a SIP URI. */
    private static final Pattern DESTINATION =
            Pattern.compile("\\+[1-9][0-9]{6,14}(,[0-9A-Dw*#,]*)?|sips?:\\S+", Pattern.CASE_INSENSITIVE);

    private final CallStore store;

    public CallRoutes(CallStore store) {
        this.store = store;
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.post("/calls", this::dial));
        routes.add(Route.get("/calls/{}", this::retrieve));
        for (CallAction action : CallAction.ALL) {
            routes.add(Route.change(
                    action.method(), "/calls/{}/actions/" + action.name(), (id, body) -> command(id, action, body)));
        }
        return routes;
    }

    private ApiResponse dial(ObjectNode body) {
        DIAL.read(body);
        List<String> to = new ArrayList<>();
        JsonNode given = body.get("to");
        if (given.isTextual()) {
            to.add(given.textValue());
        } else {
            given.forEach(destination -> to.add(destination.textValue()));
        }
        Fields fields = new Fields(body);
        if (!to.stream()
                .allMatch(destination -> DESTINATION.matcher(destination).matches())) {
            fields.refuse(ErrorCode.NOT_E164, "/to", "The destination must be in +E.164 format or a SIP URI.");
        }
        fields.throwIfRefused();
        Parties parties = new Parties("outgoing", body.get("from").textValue(), List.copyOf(to));
        return ApiResponse.data(store.dial(parties, body).toDialJson());
    }

    private ApiResponse retrieve(String id) {
        StoredCall call = store.get(id).orElseThrow(() -> new ApiException(ApiError.notFound()));
        return ApiResponse.data(call.toJson(store.now()));
    }

    private ApiResponse command(String id, CallAction action, ObjectNode body) {
        if (store.get(id).isEmpty()) {
            throw new ApiException(ApiError.notFound());
        }
        action.rules().read(body);
        Result result = store.command(id, action, body);
        if (result == Result.UNKNOWN_CALL) {
            throw new ApiException(ApiError.notFound());
        }
        if (result == Result.CALL_ENDED) {
            throw new ApiException(
                    ApiError.of(422, ErrorCode.CALL_ENDED, "This call has ended, so it takes no commands any more."));
        }
        return ApiResponse.data(Json.object().put("result", "ok"));
    }
}
