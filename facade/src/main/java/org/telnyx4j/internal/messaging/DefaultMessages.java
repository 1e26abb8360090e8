package org.telnyx4j.internal.messaging;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.api.MessagingOptOutsApi;
import org.telnyx4j.generated.model.CancelMessageResponse;
import org.telnyx4j.generated.model.GroupMessagesResponse;
import org.telnyx4j.generated.model.ListMessagingOptOutsQuery;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.generated.model.MessageResponse;
import org.telnyx4j.generated.model.MessagingOptOut;
import org.telnyx4j.generated.model.MessagingOptOutListResponse;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.generated.model.SendAlphanumericMessageRequest;
import org.telnyx4j.generated.model.SendGroupMmsRequest;
import org.telnyx4j.generated.model.SendLongCodeMessageRequest;
import org.telnyx4j.generated.model.SendNumberPoolMessageRequest;
import org.telnyx4j.generated.model.SendShortCodeMessageRequest;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.internal.call.PathParameters;
import org.telnyx4j.internal.call.TelemetryAttributes;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.paging.LazyPages;
import org.telnyx4j.internal.paging.PageReader;
import org.telnyx4j.internal.settings.MessagingDefaults;
import org.telnyx4j.messaging.Cost;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.messaging.Messages;
import org.telnyx4j.messaging.OptOut;
import org.telnyx4j.messaging.Settlement;
import org.telnyx4j.messaging.SettlementQuery;
import org.telnyx4j.paging.Page;
import org.telnyx4j.paging.PagedList;

/** The operations on messages, of a client or one of its tenants. */
public final class DefaultMessages implements Messages {
    private final TelnyxClient client;
    private final MessagesApi api;
    /** The same, past the guards. */
    private final MessagesApi sending;

    private final MessageRequests requests;

    /**
     * Creates the operations.
     *
     * @param client sends
     * @param defaults what goes into messages that leave it open
     * @param guards are asked before a message goes out
     */
    public DefaultMessages(TelnyxClient client, MessagingDefaults defaults, SendGuards guards) {
        this.client = client;
        TelnyxClient described = client.describedBy(DefaultMessages::describe);
        this.api = new MessagesApi(described);
        this.sending = new MessagesApi(guards.guarded(described));
        this.requests = new MessageRequests(client, defaults);
    }

    @Override
    public MessageResult send(OutgoingMessage message, RequestOptions options) {
        SendCorrelation.Send<OutgoingMessage> send = requests.complete(MessagesApi.SEND_MESSAGE, message, options);
        return result(sending.sendMessageWithHttpInfo(send.message(), send.options()));
    }

    @Override
    public MessageResult sendGroupMms(SendGroupMmsRequest message, RequestOptions options) {
        SendCorrelation.Send<SendGroupMmsRequest> send =
                requests.complete(MessagesApi.SEND_GROUP_MMS, message, options);
        return result(sending.sendGroupMmsWithHttpInfo(send.message(), send.options()));
    }

    @Override
    public MessageResult sendFromNumberPool(SendNumberPoolMessageRequest message, RequestOptions options) {
        SendCorrelation.Send<SendNumberPoolMessageRequest> send =
                requests.complete(MessagesApi.SEND_NUMBER_POOL_MESSAGE, message, options);
        return result(sending.sendNumberPoolMessageWithHttpInfo(send.message(), send.options()));
    }

    @Override
    public MessageResult sendLongCode(SendLongCodeMessageRequest message, RequestOptions options) {
        SendCorrelation.Send<SendLongCodeMessageRequest> send =
                requests.complete(MessagesApi.SEND_LONG_CODE_MESSAGE, message, options);
        return result(sending.sendLongCodeMessageWithHttpInfo(send.message(), send.options()));
    }

    @Override
    public MessageResult sendShortCode(SendShortCodeMessageRequest message, RequestOptions options) {
        SendCorrelation.Send<SendShortCodeMessageRequest> send =
                requests.complete(MessagesApi.SEND_SHORT_CODE_MESSAGE, message, options);
        return result(sending.sendShortCodeMessageWithHttpInfo(send.message(), send.options()));
    }

    @Override
    public MessageResult sendAlphanumeric(SendAlphanumericMessageRequest message, RequestOptions options) {
        SendCorrelation.Send<SendAlphanumericMessageRequest> send =
                requests.complete(MessagesApi.SEND_ALPHANUMERIC_MESSAGE, message, options);
        return result(sending.sendAlphanumericMessageWithHttpInfo(send.message(), send.options()));
    }

    @Override
    public MessageResult retrieve(String id, RequestOptions options) {
        return result(api.retrieveMessageWithHttpInfo(id, options));
    }

    @Override
    public List<MessageResult> retrieveGroup(String messageId, RequestOptions options) {
        ApiResponse<GroupMessagesResponse> response = api.retrieveGroupMessagesWithHttpInfo(messageId, options);
        List<MessagePayload> messages = client.data(response, response.data().getData());
        return PageReader.items(messages, response, MessageResult::new);
    }

    @Override
    public MessageResult cancel(String id, RequestOptions options) {
        return result(api.cancelMessageWithHttpInfo(id, options));
    }

    @Override
    public Settlement settle(CorrelationToken token, SettlementQuery query, RequestOptions options) {
        return SettlementSearch.settle(client, token, query, options);
    }

    @Override
    public PagedList<OptOut> optOuts(ListMessagingOptOutsQuery query, RequestOptions options) {
        Objects.requireNonNull(query, "query");
        MessagingOptOutsApi optOuts = new MessagingOptOutsApi(client.with(options));
        String operation = MessagingOptOutsApi.LIST_MESSAGING_OPT_OUTS.name();
        return LazyPages.of(client, operation, query, (number, size) -> {
            ApiResponse<MessagingOptOutListResponse> response = optOuts.listMessagingOptOutsWithHttpInfo(
                    query.toBuilder().pageNumber(number).pageSize(size).build(), RequestOptions.none());
            List<MessagingOptOut> data = client.data(response, response.data().getData());
            return PageReader.read(
                    Page.builder(PageReader.items(data, response, OptOut::new), number, size),
                    response,
                    response.data().getMeta());
        });
    }

    /**
     * Builds the result of a response.
     *
     * @throws TelnyxException if there is no message in it
     */
    private MessageResult result(ApiResponse<?> response) {
        return new MessageResult(client.data(response, payload(response.data())), response);
    }

    private static @Nullable MessagePayload payload(@Nullable Object body) {
        if (body instanceof MessageResponse response) {
            return response.getData();
        }
        if (!(body instanceof CancelMessageResponse cancelled)) {
            return null;
        }
        // The specification has this response without the envelope that every other has, so both are read.
        boolean bare = cancelled.getData() == null && cancelled.getId() != null;
        return bare ? MessagePayload.fromMap(cancelled.toMap()) : cancelled.getData();
    }

    private static void describe(
            TelemetryAttributes attributes, ApiRequest<?> request, @Nullable ApiResponse<?> response) {
        attributes.messageId(PathParameters.value(request, "id"));
        MessagePayload payload = response == null ? null : payload(response.data());
        if (payload != null) {
            attributes.messageId(payload.getId());
            attributes.messageParts(payload.getParts());
            Cost cost = MessageResult.of(payload).cost().orElse(null);
            if (cost != null) {
                attributes.messageCost(cost.amount(), cost.currency());
            }
        }
    }
}
