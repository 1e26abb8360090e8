package org.telnyx4j.internal.messaging;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.invoker.ApiResponse;
import org.telnyx4j.generated.model.CancelMessageResponse;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.generated.model.MessageResponse;
import org.telnyx4j.generated.model.SendMessageRequest;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.core.Operation;
import org.telnyx4j.internal.core.View;
import org.telnyx4j.internal.errors.RateLimits;
import org.telnyx4j.internal.telemetry.OperationFacts;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.messaging.Messages;
import org.telnyx4j.messaging.OutgoingMessage;

/** The operations on messages, on one view of a client. */
public final class DefaultMessages implements Messages {
    private static final Operation SEND = new Operation(
            "messages.send",
            "wait for its webhook (message.sent or message.finalized) or look for it in the account before sending it"
                    + " again");
    private static final Operation RETRIEVE = new Operation("messages.retrieve");
    private static final Operation CANCEL = new Operation("messages.cancel");

    private final View view;
    private final MessageRules rules;

    /**
     * Makes the operations.
     *
     * @param view what they are run on
     */
    public DefaultMessages(View view) {
        this.view = view;
        this.rules = new MessageRules(SEND.name(), view.errors());
    }

    @Override
    public MessageResult send(OutgoingMessage message) {
        return send(message, RequestOptions.none());
    }

    @Override
    public MessageResult send(OutgoingMessage message, RequestOptions options) {
        Objects.requireNonNull(message, "message");
        SettingsLayer merged = view.merge(settings(message), options);
        return view.operation(SEND, facts -> {
            SendMessageRequest request = rules.request(message, merged);
            ApiResponse<MessageResponse> response = view.call(
                    SEND,
                    merged,
                    options,
                    rules.privateTexts(request),
                    client -> new MessagesApi(client).sendMessageWithHttpInfo(request, Map.of()));
            return noted(facts, result(response, response.data().getData()));
        });
    }

    @Override
    public MessageResult retrieve(String id) {
        return retrieve(id, RequestOptions.none());
    }

    @Override
    public MessageResult retrieve(String id, RequestOptions options) {
        SettingsLayer merged = view.merge(SettingsLayer.EMPTY, options);
        return view.operation(RETRIEVE, facts -> {
            view.requireId(RETRIEVE, "id", id);
            facts.messageId(id);
            ApiResponse<MessageResponse> response = view.call(
                    RETRIEVE,
                    merged,
                    options,
                    List.of(),
                    client -> new MessagesApi(client).retrieveMessageWithHttpInfo(id, Map.of()));
            return noted(facts, result(response, response.data().getData()));
        });
    }

    @Override
    public MessageResult cancel(String id) {
        return cancel(id, RequestOptions.none());
    }

    @Override
    public MessageResult cancel(String id, RequestOptions options) {
        SettingsLayer merged = view.merge(SettingsLayer.EMPTY, options);
        return view.operation(CANCEL, facts -> {
            view.requireId(CANCEL, "id", id);
            facts.messageId(id);
            ApiResponse<CancelMessageResponse> response = view.call(
                    CANCEL,
                    merged,
                    options,
                    List.of(),
                    client -> new MessagesApi(client).cancelMessageWithHttpInfo(id, Map.of()));
            return noted(facts, result(response, payload(response.data())));
        });
    }

    private static MessageResult noted(OperationFacts facts, MessageResult result) {
        facts.messageId(result.id());
        facts.messageParts(result.raw().getParts());
        facts.messageCost(result.cost().orElse(null));
        return result;
    }

    /** The specification has this answer without the envelope that every other has, so both are read. */
    private @Nullable MessagePayload payload(CancelMessageResponse answer) {
        if (answer.getData() != null || answer.getId() == null) {
            return answer.getData();
        }
        return view.convert(answer, MessagePayload.class);
    }

    private MessageResult result(ApiResponse<?> response, @Nullable MessagePayload payload) {
        RateLimitState rateLimit = RateLimits.of(response::header);
        return new MessageResult(view.data(response, payload), response.header("x-request-id"), rateLimit);
    }

    private static SettingsLayer settings(OutgoingMessage message) {
        return new SettingsLayer(
                null,
                message.from().orElse(null),
                message.messagingProfileId().orElse(null),
                message.webhookUrl().orElse(null),
                message.webhookFailoverUrl().orElse(null),
                null,
                null);
    }
}
