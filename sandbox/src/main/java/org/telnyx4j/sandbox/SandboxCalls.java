package org.telnyx4j.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * The calls of the sandbox: those that were dialled, and those that a test lets come in. Safe for concurrent use.
 *
 * <p>No call is really made, so a call does nothing by itself: it is up from its beginning until a {@code hangup}
 * or {@code reject} command or {@link #hangUp} ends it. Commands are acknowledged and kept in a list, and have no
 * other effect than on that and on the client state; a call needn't be answered first.
 *
 * <p>As with the API, a command whose {@code command_id} the same call has met within the last 60 seconds is
 * acknowledged, but not carried out again, and likewise a second dial is answered with the first one's call.
 */
public interface SandboxCalls {

    /** Returns all calls, oldest first; a copy that doesn't change any more. */
    List<SandboxCall> all();

    /** Returns the call with this call control id as it stands now. */
    Optional<SandboxCall> find(String callControlId);

    /**
     * Lets a call come in, which can then be answered, rejected and so on.
     *
     * @param from who calls: a phone number in E.164 or a SIP URI
     * @param to which number of the account is called
     * @throws IllegalArgumentException if one of them is blank
     */
    SandboxCall incoming(String from, String to);

    /**
     * Returns the commands that a call has carried out, oldest first, without repeated and refused ones; a copy
     * that doesn't change any more.
     *
     * @throws IllegalArgumentException if there is no call with this id
     */
    List<SandboxCommand> commands(String callControlId);

    /**
     * Lets the other side hang up. A call that has ended stays as it is.
     *
     * @return the call as it stands now
     * @throws IllegalArgumentException if there is no call with this id
     */
    SandboxCall hangUp(String callControlId);
}
