package org.telnyx4j.messaging;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message that carries the correlation token of a send. Immutable. */
public final class SettledMessage {
    /** Where a message was seen. */
    public enum Source {
        /** In a verified webhook. */
        EVENT,
        /** In the account's detail records. */
        DETAIL_RECORD
    }

    private final String id;
    private final List<String> recipients;
    private final @Nullable String status;
    private final Source source;

    SettledMessage(@Nullable String id, List<String> recipients, @Nullable String status, Source source) {
        this.id = id == null ? "" : id;
        this.recipients = List.copyOf(recipients);
        this.status = status;
        this.source = source;
    }

    /**
     * Creates a message that was seen in a detail record.
     *
     * @param id the message's id, or null where the record has none
     * @param recipient the recipient, or null where the record has none
     * @param status the status, or null where the record has none
     * @return the message
     */
    public static SettledMessage ofDetailRecord(
            @Nullable String id, @Nullable String recipient, @Nullable String status) {
        return new SettledMessage(id, recipient == null ? List.of() : List.of(recipient), status, Source.DETAIL_RECORD);
    }

    /**
     * Returns the id of the message, with which it can be retrieved and which its events contain.
     *
     * @return the id, or empty where Telnyx gave none
     */
    public Optional<String> id() {
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }

    /**
     * Returns whom the message went to.
     *
     * @return the numbers as Telnyx gave them; all members in an event about a group, one member in its detail record; an
     *     unmodifiable list
     */
    public List<String> recipients() {
        return recipients;
    }

    /**
     * Returns the status as it was seen last. Detail records and events do not name all statuses alike.
     *
     * @return such as {@code delivered} or {@code gw_reject}, or empty where there was none
     */
    public Optional<String> status() {
        return Optional.ofNullable(status);
    }

    /**
     * Returns where it was seen last.
     *
     * @return the source
     */
    public Source source() {
        return source;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SettledMessage that
                && id.equals(that.id)
                && recipients.equals(that.recipients)
                && Objects.equals(status, that.status)
                && source == that.source;
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, recipients, status, source);
    }

    /** Shows id, status and source; the recipients are private. */
    @Override
    public String toString() {
        return "SettledMessage[" + id + ", status=" + status + ", source=" + source + "]";
    }
}
