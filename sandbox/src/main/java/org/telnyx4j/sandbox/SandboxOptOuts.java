package org.telnyx4j.sandbox;

import java.util.List;
import org.telnyx4j.generated.model.MessagingOptOut;

/**
 * Who doesn't want messages of a messaging profile any more. Safe for concurrent use.
 *
 * <p>Somebody opts out by sending STOP, STOPALL, STOP ALL, UNSUBSCRIBE, CANCEL, END or QUIT to a number of the profile, in
 * any case and with nothing else in the text, and opts in again with START or UNSTOP; HELP changes nothing. A message to
 * somebody who has opted out of the sender's profile is refused with 40300.
 */
public interface SandboxOptOuts {

    /** Returns all opt-outs, oldest first; a copy that doesn't change any more. */
    List<MessagingOptOut> all();

    /**
     * Lets somebody opt out.
     *
     * @param messagingProfileId the profile whose messages aren't wanted any more
     * @param sender the number that the last of them came from
     * @param recipient who doesn't want them
     */
    void optOut(String messagingProfileId, String sender, String recipient);

    /** Lets somebody opt in again; does nothing for one who hasn't opted out. */
    void optIn(String messagingProfileId, String recipient);

    /**
     * Sets what a messaging profile replies to a keyword. Without it, it replies nothing.
     *
     * @param type {@code STOP}, {@code START} or {@code HELP}
     * @throws IllegalArgumentException if it is another type
     */
    void autoresponse(String messagingProfileId, String type, String text);
}
