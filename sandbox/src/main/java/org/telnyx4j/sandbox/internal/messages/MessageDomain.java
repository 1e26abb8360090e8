package org.telnyx4j.sandbox.internal.messages;

import java.util.List;
import java.util.Map;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.model.GroupMessagesResponse;
import org.telnyx4j.generated.model.MessageResponse;
import org.telnyx4j.sandbox.internal.api.ApiCall;
import org.telnyx4j.sandbox.internal.api.ApiFailure;
import org.telnyx4j.sandbox.internal.api.ApiReply;
import org.telnyx4j.sandbox.internal.api.Domain;
import org.telnyx4j.sandbox.internal.api.ErrorCode;
import org.telnyx4j.sandbox.internal.api.ErrorEntry;
import org.telnyx4j.sandbox.internal.api.Routes;

/** The operations on messages. */
public final class MessageDomain implements Domain {
    private final MessageService service;

    public MessageDomain(MessageService service) {
        this.service = service;
    }

    @Override
    public void addTo(Routes routes) {
        for (MessageEndpoint endpoint : MessageEndpoint.values()) {
            routes.on(endpoint.operation(), call -> send(endpoint, call));
        }
        routes.on(MessagesApi.RETRIEVE_MESSAGE, this::retrieve);
        routes.on(MessagesApi.CANCEL_MESSAGE, this::cancel);
        routes.on(MessagesApi.RETRIEVE_GROUP_MESSAGES, this::group);
    }

    private ApiReply send(MessageEndpoint endpoint, ApiCall call) {
        MessageService.Accepted accepted = service.accept(MessageReader.read(endpoint, call.body(), call.now()));
        ApiReply reply = response(accepted.message());
        for (Map.Entry<String, String> header : accepted.headers().entrySet()) {
            reply = reply.withHeader(header.getKey(), header.getValue());
        }
        return reply;
    }

    private ApiReply retrieve(ApiCall call) {
        return response(message(call.pathParameter("id")));
    }

    private ApiReply cancel(ApiCall call) {
        String id = message(call.pathParameter("id")).id();
        return service.cancel(id)
                .map(cancelled -> ApiReply.ok(MessageModels.cancelled(cancelled, service.now())))
                .orElseThrow(() -> new ApiFailure(ErrorEntry.of(
                        403,
                        ErrorCode.BAD_REQUEST,
                        "Only a scheduled message with more than a minute to go can be cancelled.")));
    }

    private ApiReply group(ApiCall call) {
        List<StoredMessage> messages = service.conversationOf(call.pathParameter("message_id"));
        if (messages.isEmpty()) {
            throw ApiFailure.notFound();
        }
        return ApiReply.ok(GroupMessagesResponse.builder()
                .data(messages.stream()
                        .map(message -> MessageModels.payload(message, service.now()))
                        .toList())
                .build());
    }

    private StoredMessage message(String id) {
        return service.get(id).orElseThrow(ApiFailure::notFound);
    }

    private ApiReply response(StoredMessage message) {
        return ApiReply.ok(MessageResponse.builder()
                .data(MessageModels.payload(message, service.now()))
                .build());
    }
}
