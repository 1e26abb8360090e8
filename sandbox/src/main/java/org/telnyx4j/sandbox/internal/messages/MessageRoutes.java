package org.telnyx4j.sandbox.internal.messages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.telnyx4j.sandbox.internal.http.ApiError;
import org.telnyx4j.sandbox.internal.http.ApiException;
import org.telnyx4j.sandbox.internal.http.ApiResponse;
import org.telnyx4j.sandbox.internal.http.ErrorCode;
import org.telnyx4j.sandbox.internal.http.Json;
import org.telnyx4j.sandbox.internal.http.Route;
import org.telnyx4j.sandbox.internal.http.Routes;

/** The operations on messages. */
public final class MessageRoutes implements Routes {
    private final MessageStore store;

    public MessageRoutes(MessageStore store) {
        this.store = store;
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (MessageEndpoint endpoint : MessageEndpoint.values()) {
            routes.add(Route.post(endpoint.path(), body -> send(endpoint, body)));
        }
        routes.add(Route.get("/messages/group/{}", this::retrieveGroup));
        routes.add(Route.get("/messages/{}", this::retrieve));
        routes.add(Route.delete("/messages/{}", this::cancel));
        return routes;
    }

    private ApiResponse send(MessageEndpoint endpoint, ObjectNode body) {
        MessageDraft draft = MessageRequestReader.read(endpoint, body, store.now());
        return data(store.add(draft));
    }

    private ApiResponse retrieve(String id) {
        return data(existing(id));
    }

    private ApiResponse retrieveGroup(String id) {
        List<StoredMessage> conversation = store.conversationOf(id);
        if (conversation.isEmpty()) {
            throw new ApiException(ApiError.notFound());
        }
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        conversation.forEach(message -> data.add(MessageJson.of(message)));
        return ApiResponse.ok(body);
    }

    /** Answers with the bare message: this is the one operation that the API documents without an envelope. */
    private ApiResponse cancel(String id) {
        existing(id);
        StoredMessage cancelled = store.cancel(id)
                .orElseThrow(() -> new ApiException(ApiError.of(
                        403,
                        ErrorCode.BAD_REQUEST,
                        "Only a scheduled message with more than a minute to go can be cancelled.")));
        return ApiResponse.ok(MessageJson.of(cancelled));
    }

    private StoredMessage existing(String id) {
        return store.get(id).orElseThrow(() -> new ApiException(ApiError.notFound()));
    }

    private static ApiResponse data(StoredMessage message) {
        return ApiResponse.data(MessageJson.of(message));
    }
}
