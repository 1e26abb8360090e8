package org.telnyx4j.messaging;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.generated.model.MessageRecipient;
import org.telnyx4j.generated.model.MessageStatus;
import org.telnyx4j.ids.CorrelationToken;

/**
 * What is known of a send whose outcome was unknown. It comes from {@link Messages#settle} and from events, and two of
 * them can be {@linkplain #merge merged}. That a message was not seen never means that it was not sent. Immutable.
 */
public final class Settlement {
    /** What is known. */
    public enum Kind {
        /** The message was sent: it must not be sent again. */
        CARRIED_OUT,
        /**
         * More than one message was sent to the same recipient with this token: a duplicate. Either something on the way
         * to Telnyx repeated the request, or the application sent twice with one token.
         */
        CARRIED_OUT_TWICE,
        /**
         * All records of the time were read, the time is over, and none was of this send. It is no proof that the message
         * was not sent. One that is sent again now, with the same token, shows as a duplicate if both turn up.
         */
        NOT_SEEN,
        /** Nothing is known yet: the time is not over, not all records could be read, or no event has come. */
        STILL_OPEN
    }

    private final CorrelationToken token;
    private final Kind kind;
    private final List<SettledMessage> messages;
    private final boolean complete;

    private Settlement(CorrelationToken token, Kind kind, List<SettledMessage> messages, boolean complete) {
        this.token = Objects.requireNonNull(token, "token");
        this.kind = kind;
        this.messages = List.copyOf(messages);
        this.complete = complete;
    }

    /**
     * Returns that nothing is known of a send.
     *
     * @param token its token
     * @return a settlement, still open
     */
    public static Settlement stillOpen(CorrelationToken token) {
        return new Settlement(token, Kind.STILL_OPEN, List.of(), false);
    }

    /**
     * Returns that a send was not seen, though all records of a time were read.
     *
     * @param token its token
     * @return a settlement, not seen
     */
    public static Settlement notSeen(CorrelationToken token) {
        return new Settlement(token, Kind.NOT_SEEN, List.of(), true);
    }

    /**
     * Returns what the messages say that carry the token of a send.
     *
     * @param token the token
     * @param messages all that were found, one at least, the newest last; those of one id count as one
     * @param complete whether all records of the time were read
     * @return a settlement, carried out once or more often
     * @throws IllegalArgumentException if there is no message
     */
    public static Settlement carriedOut(CorrelationToken token, List<SettledMessage> messages, boolean complete) {
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("messages must not be empty");
        }
        Map<String, SettledMessage> byId = new LinkedHashMap<>();
        messages.forEach(message -> byId.merge(message.id().orElse(""), message, Settlement::newer));
        if (byId.size() > 1) {
            // What came without an id may be any of the others.
            byId.remove("");
        }
        List<SettledMessage> distinct = List.copyOf(byId.values());
        Kind kind = isTwice(distinct) ? Kind.CARRIED_OUT_TWICE : Kind.CARRIED_OUT;
        return new Settlement(token, kind, distinct, complete);
    }

    /**
     * Reads what an event says. Events come from verified webhooks alone, so what they say is Telnyx's.
     *
     * @param event any event of a message
     * @return that the send was carried out, with the message's id; empty for an event without a token, and for one of a
     *     received message
     */
    public static Optional<Settlement> of(MessageEvent event) {
        return event.correlationToken().map(token -> carriedOut(token, List.of(message(event.message())), false));
    }

    private static SettledMessage message(MessagePayload payload) {
        List<MessageRecipient> to = payload.getTo();
        List<String> recipients = to == null
                ? List.of()
                : to.stream()
                        .filter(Objects::nonNull)
                        .map(MessageRecipient::getPhoneNumber)
                        .filter(Objects::nonNull)
                        .toList();
        String status =
                MessageResult.of(payload).status().map(MessageStatus::getValue).orElse(null);
        return new SettledMessage(payload.getId(), recipients, status, SettledMessage.Source.EVENT);
    }

    /**
     * A group MMS is one message with one id, or one for each member: its events name all members, its detail records one
     * each. So a second message counts only where it went to the same member, and without a group always.
     */
    private static boolean isTwice(List<SettledMessage> messages) {
        Set<String> alone = new HashSet<>();
        boolean isGroup = false;
        boolean isRepeated = false;
        for (SettledMessage message : messages) {
            isGroup |= message.recipients().size() > 1;
            if (message.recipients().size() == 1) {
                isRepeated |= !alone.add(message.recipients().get(0));
            }
        }
        isGroup |= alone.size() > 1;
        return isRepeated || (!isGroup && messages.size() > 1);
    }

    /**
     * Adds what else is known of the same send. A message that was seen stays seen, and of the status of one the other's
     * counts; where neither has seen any, the other counts.
     *
     * @param other a settlement of the same token, newer than this one
     * @return what both know
     * @throws IllegalArgumentException if it is of another token
     */
    public Settlement merge(Settlement other) {
        if (!token.equals(other.token)) {
            throw new IllegalArgumentException("the settlement is that of another token");
        }
        if (messages.isEmpty() || other.messages.isEmpty()) {
            return messages.isEmpty() ? other : this;
        }
        List<SettledMessage> all =
                Stream.concat(messages.stream(), other.messages.stream()).toList();
        return carriedOut(token, all, complete || other.complete);
    }

    /** The members of a group stay together: that keeps two messages from passing for a duplicate. */
    private static SettledMessage newer(SettledMessage before, SettledMessage after) {
        List<String> recipients = Stream.concat(before.recipients().stream(), after.recipients().stream())
                .distinct()
                .toList();
        String status = after.status().or(before::status).orElse(null);
        return new SettledMessage(after.id().orElse(null), recipients, status, after.source());
    }

    /**
     * Returns the token of the send.
     *
     * @return the token
     */
    public CorrelationToken token() {
        return token;
    }

    /**
     * Returns what is known.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns whether the message was sent, once or more often.
     *
     * @return true if it was; false means that this is not known
     */
    public boolean isCarriedOut() {
        return !messages.isEmpty();
    }

    /**
     * Returns the id of the message, with which it can be retrieved and which its events contain.
     *
     * @return the id of the first of {@link #messages()}, or empty where none was seen
     */
    public Optional<String> messageId() {
        return messages.isEmpty() ? Optional.empty() : messages.get(0).id();
    }

    /**
     * Returns all messages that carry the token.
     *
     * @return one where it was carried out; more where it was carried out twice, or to a group; none where none was seen.
     *     Unmodifiable
     */
    public List<SettledMessage> messages() {
        return messages;
    }

    /**
     * Returns whether all records of the time were read. Where they were not, a duplicate may be among the others.
     *
     * @return true if they were; false for what comes from events alone
     */
    public boolean isComplete() {
        return complete;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Settlement that
                && token.equals(that.token)
                && kind == that.kind
                && messages.equals(that.messages)
                && complete == that.complete;
    }

    @Override
    public int hashCode() {
        return Objects.hash(token, kind, messages, complete);
    }

    /** Shows token, kind, and id and status of the messages; recipients are private. */
    @Override
    public String toString() {
        return "Settlement[" + token + ", " + kind + ", " + messages + "]";
    }
}
