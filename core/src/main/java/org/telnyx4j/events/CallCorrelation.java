package org.telnyx4j.events;

import java.util.Optional;
import org.telnyx4j.ids.CallControlId;

/** The ids by which an event belongs to one leg of a call, and to a command of the application. */
public interface CallCorrelation {
    /**
     * Returns the key with which commands act on the leg.
     *
     * @return the id, or empty where the event has none that could be sent back, such as {@code call.recording.saved}
     */
    Optional<CallControlId> callControlId();

    /**
     * Returns the id of the leg, which stays the same in all its events.
     *
     * @return the id, or empty where the event does not contain it
     */
    Optional<String> callLegId();

    /**
     * Returns the id that the legs of one call share.
     *
     * @return the id, or empty where the event does not contain it
     */
    Optional<String> callSessionId();

    /**
     * Returns the text that the application gave with an earlier command on this leg, such as the key of a record of
     * its own. Events contain no command id: this is what connects them with a command.
     *
     * @return the text itself, not its Base64 form; empty where there is none, or it was not UTF-8
     */
    Optional<String> clientState();
}
