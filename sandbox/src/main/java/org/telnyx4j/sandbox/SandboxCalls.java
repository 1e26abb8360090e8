package org.telnyx4j.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * The calls of the sandbox: those that were dialled, and those that a test lets come in; and what the other side of the line
 * does. Safe for concurrent use.
 *
 * <p>Nobody talks, but everything else is as with the real API. Each step has its webhook, which goes to the URL that the
 * request to dial or to answer has for it, else to that of its {@link SandboxConnection}, else to {@link
 * SandboxWebhooks#defaultUrl}. What is spoken or played takes 100 milliseconds, by the sandbox's clock. A call that was
 * dialled rings until the other side picks up ({@link #answer}) or hangs up, or its time is over. A command on a call that
 * is over is refused with 90018, and one that needs an answered call with 90034.
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
     * Lets the other side of a dialled call, or of a transfer's new leg, pick up.
     *
     * @return the call as it stands now
     * @throws IllegalArgumentException if there is no call with this id
     * @throws IllegalStateException if it is an incoming call, which the account answers
     */
    SandboxCall answer(String callControlId);

    /** Sets whether the other side of each call that is dialled from now on picks up after 100 milliseconds. */
    void answerAutomatically(boolean automatic);

    /**
     * Lets the other side hang up: with {@code normal_clearing} once the call is answered, before that with {@code
     * originator_cancel} for an incoming call and {@code call_rejected} for a dialled one. A call that has ended stays as
     * it is.
     *
     * @return the call as it stands now
     * @throws IllegalArgumentException if there is no call with this id
     */
    SandboxCall hangUp(String callControlId);

    /**
     * Lets the other side end the call for a reason, such as {@code user_busy} or {@code no_answer}.
     *
     * @return the call as it stands now
     * @throws IllegalArgumentException if there is no call with this id, or the cause is blank
     */
    SandboxCall hangUp(String callControlId, String cause);

    /**
     * Lets the other side press keys, one after the other.
     *
     * @param digits any of {@code 0} to {@code 9}, {@code *}, {@code #} and {@code A} to {@code D}
     * @return the call as it stands now
     * @throws IllegalArgumentException if there is no call with this id, or another character
     * @throws IllegalStateException if the call isn't answered
     */
    SandboxCall pressDigits(String callControlId, String digits);

    /**
     * Lets the other side say something, which is heard where the call is transcribed.
     *
     * @return the call as it stands now
     * @throws IllegalArgumentException if there is no call with this id
     * @throws IllegalStateException if the call isn't answered
     */
    SandboxCall say(String callControlId, String text);

    /**
     * Lets the detection of answering machines find a person.
     *
     * @return the call as it stands now
     * @throws IllegalArgumentException if there is no call with this id
     * @throws IllegalStateException if the call isn't answered, or was dialled without the detection
     */
    SandboxCall sayHuman(String callControlId);

    /**
     * Lets the detection of answering machines find a machine.
     *
     * @return the call as it stands now
     * @throws IllegalArgumentException if there is no call with this id
     * @throws IllegalStateException if the call isn't answered, or was dialled without the detection
     */
    SandboxCall sayMachine(String callControlId);

    /**
     * Lets a machine's greeting end. The event comes if the kind of detection has one for it; as with the real one, it can
     * come before that of {@link #sayMachine}.
     *
     * @param withBeep whether there was a beep
     * @return the call as it stands now
     * @throws IllegalArgumentException if there is no call with this id
     * @throws IllegalStateException if the call isn't answered, or was dialled without the detection
     */
    SandboxCall greetingEnds(String callControlId, boolean withBeep);

    /**
     * Lets the other side put the call on hold, or take it off again.
     *
     * @return the call as it stands now
     * @throws IllegalArgumentException if there is no call with this id
     * @throws IllegalStateException if the call isn't answered
     */
    SandboxCall hold(String callControlId, boolean onHold);

    /** Returns the call control ids of the calls that wait in a queue, the first one first. */
    List<String> waitingIn(String queue);
}
