package org.telnyx4j.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;

/**
 * What was read of a webhook's body, from which the classes of events are created. It finds the fields wherever Telnyx
 * has put them: some types of event have an envelope, and some do not. Implemented by this library alone; applications
 * use the {@link WebhookEvent} that is created from it. Immutable.
 */
public interface EventBody {
    /** What sort of body it is. */
    enum Kind {
        /** A JSON object. */
        JSON,
        /** The fields of a form. */
        FORM,
        /** Neither. */
        UNREADABLE
    }

    /**
     * A payload, and the names of what could not be read of it.
     *
     * @param <P> the class of the payload
     * @param value the payload
     * @param unreadableFields JSON pointers to what it lacks
     */
    record Reading<P>(P value, List<String> unreadableFields) {}

    /**
     * Returns what sort of body it is.
     *
     * @return the kind
     */
    Kind kind();

    /**
     * Returns the body as text.
     *
     * @return the body; bytes that are not UTF-8 show as replacement characters
     */
    String text();

    /**
     * Returns the whole body as plain JSON values.
     *
     * @return an unmodifiable map; of a form its fields, and of an unreadable body nothing
     */
    Map<String, @Nullable Object> toMap();

    /**
     * Returns the id of the event, which is the same in all its deliveries.
     *
     * @return the id, or empty where there is none
     */
    Optional<String> id();

    /**
     * Returns the type of the event.
     *
     * @return the type, or what comes nearest to it
     */
    String type();

    /**
     * Returns when it happened.
     *
     * @return the time, or empty where there is none in RFC 3339
     */
    Optional<Instant> occurredAt();

    /**
     * Returns which attempt at delivery this is.
     *
     * @return the number, from 1, or empty where there is none
     */
    OptionalInt attempt();

    /**
     * Returns the URL that it was delivered to.
     *
     * @return the URL, or empty where there is none
     */
    Optional<String> deliveredTo();

    /**
     * Returns a field of the payload.
     *
     * @param name the field's name on the wire
     * @return its value, or empty where it is absent, empty or no string
     */
    Optional<String> payloadText(String name);

    /**
     * Reads the payload, without the fields that cannot be read.
     *
     * @param type the type of the payload
     * @param <P> the class of the payload
     * @return the payload, and the names of what it lacks
     */
    <P extends JsonModel> Reading<P> payload(ModelType<P> type);

    /**
     * Returns the payload as it came.
     *
     * @return an unmodifiable map; all fields of an event that has no payload
     */
    Map<String, @Nullable Object> fields();

    /**
     * Returns the fields of a form.
     *
     * @return the values of each name, unmodifiable; empty for any other kind of body
     */
    Map<String, List<String>> form();

    /**
     * Returns why the body could not be read.
     *
     * @return a short text in English, empty where it could be read
     */
    String problem();
}
