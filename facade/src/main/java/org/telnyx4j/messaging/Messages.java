package org.telnyx4j.messaging;

import java.util.List;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.ListMessagingOptOutsQuery;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.generated.model.SendAlphanumericMessageRequest;
import org.telnyx4j.generated.model.SendGroupMmsRequest;
import org.telnyx4j.generated.model.SendLongCodeMessageRequest;
import org.telnyx4j.generated.model.SendNumberPoolMessageRequest;
import org.telnyx4j.generated.model.SendShortCodeMessageRequest;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.internal.async.AsyncForm;
import org.telnyx4j.paging.PagedList;

/**
 * Sends messages, retrieves them and cancels scheduled ones. Safe for use by any number of threads.
 *
 * <p>Fields that a message leaves open take the tenant's, then the client's defaults: sender, messaging profile and the
 * webhook URLs, as far as its class has them. Only what is set is sent, on the message or by default.
 *
 * <p>Telnyx offers nothing that keeps a message from going out twice if it is sent twice, so it is sent once: where the
 * response is lost, the exception reports that the outcome is unknown. A message that has a correlation token ({@code
 * correlateSends(true)} on the client, or {@link RequestOptions.Builder#correlationToken}) can be {@linkplain #settle
 * settled} then. The token changes its webhook URL, and nothing else of what is sent.
 *
 * <p>Before a message is sent, the client's {@linkplain SendGuard guards} are asked, if it has any.
 *
 * <p>Every method throws {@link TelnyxValidationException} before anything is sent if an argument breaks a rule, and a
 * {@link TelnyxException} of another kind if the call fails; its outcome reports whether the message may have been sent.
 */
@AsyncForm("messages")
public interface Messages {
    /**
     * Sends a message, or schedules it if {@code sendAt} is set.
     *
     * <pre>{@code
     * telnyx.messages().send(OutgoingMessage.builder().to("+14165550123").text("Hello!").build());
     * }</pre>
     *
     * @param message the message; a text without media has at most 1,600 characters
     * @return the accepted message; the delivery itself comes later
     * @throws TelnyxException if the message was not accepted, or that is unknown
     */
    default MessageResult send(OutgoingMessage message) {
        return send(message, RequestOptions.none());
    }

    /**
     * Sends a message with options for this call.
     *
     * @param message the message
     * @param options the options
     * @return the accepted message; the delivery itself comes later
     * @throws TelnyxException if the message was not accepted, or that is unknown
     */
    MessageResult send(OutgoingMessage message, RequestOptions options);

    /**
     * Sends an MMS to a group, whose members see each other and each other's replies.
     *
     * @param message the message, to 8 numbers at most
     * @return the accepted message; {@link #retrieveGroup} returns the message of each member
     * @throws TelnyxException if the message was not accepted, or that is unknown
     */
    default MessageResult sendGroupMms(SendGroupMmsRequest message) {
        return sendGroupMms(message, RequestOptions.none());
    }

    /**
     * Sends an MMS to a group with options for this call.
     *
     * @param message the message
     * @param options the options
     * @return the accepted message
     * @throws TelnyxException if the message was not accepted, or that is unknown
     */
    MessageResult sendGroupMms(SendGroupMmsRequest message, RequestOptions options);

    /**
     * Sends a message from a number that Telnyx chooses from the pool of the messaging profile, whatever the default
     * sender is.
     *
     * @param message the message
     * @return the accepted message, with its sender
     * @throws TelnyxException if the message was not accepted, or that is unknown
     */
    @AsyncForm("messages.send_number_pool")
    default MessageResult sendFromNumberPool(SendNumberPoolMessageRequest message) {
        return sendFromNumberPool(message, RequestOptions.none());
    }

    /**
     * Sends a message from a number pool with options for this call.
     *
     * @param message the message
     * @param options the options
     * @return the accepted message, with its sender
     * @throws TelnyxException if the message was not accepted, or that is unknown
     */
    @AsyncForm("messages.send_number_pool")
    MessageResult sendFromNumberPool(SendNumberPoolMessageRequest message, RequestOptions options);

    /**
     * Sends a message from a long code, and from no other kind of sender.
     *
     * @param message the message
     * @return the accepted message
     * @throws TelnyxException if the message was not accepted, or that is unknown
     */
    default MessageResult sendLongCode(SendLongCodeMessageRequest message) {
        return sendLongCode(message, RequestOptions.none());
    }

    /**
     * Sends a message from a long code with options for this call.
     *
     * @param message the message
     * @param options the options
     * @return the accepted message
     * @throws TelnyxException if the message was not accepted, or that is unknown
     */
    MessageResult sendLongCode(SendLongCodeMessageRequest message, RequestOptions options);

    /**
     * Sends a message from a short code, and from no other kind of sender.
     *
     * @param message the message
     * @return the accepted message
     * @throws TelnyxException if the message was not accepted, or that is unknown
     */
    default MessageResult sendShortCode(SendShortCodeMessageRequest message) {
        return sendShortCode(message, RequestOptions.none());
    }

    /**
     * Sends a message from a short code with options for this call.
     *
     * @param message the message
     * @param options the options
     * @return the accepted message
     * @throws TelnyxException if the message was not accepted, or that is unknown
     */
    MessageResult sendShortCode(SendShortCodeMessageRequest message, RequestOptions options);

    /**
     * Sends a text from an alphanumeric sender, and from no other kind. Nobody can reply to it.
     *
     * @param message the message
     * @return the accepted message
     * @throws TelnyxException if the message was not accepted, or that is unknown
     */
    default MessageResult sendAlphanumeric(SendAlphanumericMessageRequest message) {
        return sendAlphanumeric(message, RequestOptions.none());
    }

    /**
     * Sends a text from an alphanumeric sender with options for this call.
     *
     * @param message the message
     * @param options the options
     * @return the accepted message
     * @throws TelnyxException if the message was not accepted, or that is unknown
     */
    MessageResult sendAlphanumeric(SendAlphanumericMessageRequest message, RequestOptions options);

    /**
     * Retrieves a message, sent or received. Telnyx keeps messages for 10 days.
     *
     * @param id the message's id
     * @return its present state
     * @throws TelnyxException if there is no such message (status 404), or the call fails
     */
    default MessageResult retrieve(String id) {
        return retrieve(id, RequestOptions.none());
    }

    /**
     * Retrieves a message with options for this call.
     *
     * @param id the message's id
     * @param options the options
     * @return its present state
     * @throws TelnyxException if there is no such message (status 404), or the call fails
     */
    MessageResult retrieve(String id, RequestOptions options);

    /**
     * Retrieves the messages of a group MMS, one for each member.
     *
     * @param messageId the id of the group message
     * @return an unmodifiable list of their present states
     * @throws TelnyxException if there is no such message (status 404), or the call fails
     */
    default List<MessageResult> retrieveGroup(String messageId) {
        return retrieveGroup(messageId, RequestOptions.none());
    }

    /**
     * Retrieves the messages of a group MMS with options for this call.
     *
     * @param messageId the id of the group message
     * @param options the options
     * @return an unmodifiable list of their present states
     * @throws TelnyxException if there is no such message (status 404), or the call fails
     */
    List<MessageResult> retrieveGroup(String messageId, RequestOptions options);

    /**
     * Cancels a scheduled message. Telnyx refuses it for a message that is not scheduled, and less than a minute before
     * it would be sent.
     *
     * @param id the message's id
     * @return its state, cancelled
     * @throws TelnyxException if it cannot be cancelled, or the call fails
     */
    default MessageResult cancel(String id) {
        return cancel(id, RequestOptions.none());
    }

    /**
     * Cancels a scheduled message with options for this call.
     *
     * @param id the message's id
     * @param options the options
     * @return its state, cancelled
     * @throws TelnyxException if it cannot be cancelled, or the call fails
     */
    MessageResult cancel(String id, RequestOptions options);

    /**
     * Looks for the message of a send whose outcome is unknown, in the account's detail records.
     *
     * <pre>{@code
     * try {
     *     telnyx.messages().send(message);
     * } catch (TelnyxException e) {
     *     e.correlationToken().ifPresent(store::add); // only where the message may have been sent
     * }
     * // Some minutes later:
     * Settlement settlement = telnyx.messages().settle(token);
     * }</pre>
     *
     * <p>It reads the records of the messages that were sent in the time from an hour before the token was created until
     * a day after it; for a token of the application's own, from two days ago until tomorrow. {@link SettlementQuery}
     * sets another time, and the recipient, with which there is less to read. It has one deadline for all pages, and
     * needs a call for each 50 records.
     *
     * <p><b>What this rests on.</b> That the record of a message has the URL that its webhooks go to is in Telnyx's
     * specification ({@code delivery_status_webhook_url}), and was not tried against the live API. Telnyx documents
     * neither how late a record may be, nor whether a message that was refused by a carrier or is scheduled has one. So
     * a message that is found was sent; one that is not found may have been sent all the same. The webhook of the message
     * is the quicker and the surer way: see {@link UnknownSends}.
     *
     * @param token the token of one send of this account
     * @return whether it was carried out, as far as that is known
     * @throws TelnyxException if the call fails before it has found anything
     */
    default Settlement settle(CorrelationToken token) {
        return settle(token, SettlementQuery.none(), RequestOptions.none());
    }

    /**
     * Looks for the message of a send whose outcome is unknown, in the records of a time.
     *
     * @param token the token of one send of this account
     * @param query where to look
     * @return whether it was carried out, as far as that is known
     * @throws TelnyxException if the call fails before it has found anything
     */
    default Settlement settle(CorrelationToken token, SettlementQuery query) {
        return settle(token, query, RequestOptions.none());
    }

    /**
     * Looks for the message of a send whose outcome is unknown, with options for this call.
     *
     * @param token the token of one send of this account
     * @param query where to look
     * @param options the options; their timeout is that of all pages together
     * @return whether it was carried out, as far as that is known
     * @throws TelnyxException if the call fails before it has found anything
     */
    Settlement settle(CorrelationToken token, SettlementQuery query, RequestOptions options);

    /**
     * Lists all opt-outs of the account: who does not want messages of which messaging profile.
     *
     * @return a list that is fetched as it is read
     */
    @AsyncForm("messaging_opt_outs.list")
    default PagedList<OptOut> optOuts() {
        return optOuts(ListMessagingOptOutsQuery.builder().build(), RequestOptions.none());
    }

    /**
     * Lists opt-outs.
     *
     * @param query what to list, without a page number; a page size becomes that of the list
     * @return a list that is fetched as it is read
     */
    @AsyncForm("messaging_opt_outs.list")
    default PagedList<OptOut> optOuts(ListMessagingOptOutsQuery query) {
        return optOuts(query, RequestOptions.none());
    }

    /**
     * Lists opt-outs with options for the call of each page.
     *
     * @param query what to list, without a page number; a page size becomes that of the list
     * @param options the options
     * @return a list that is fetched as it is read
     */
    @AsyncForm("messaging_opt_outs.list")
    PagedList<OptOut> optOuts(ListMessagingOptOutsQuery query, RequestOptions options);
}
