package org.telnyx4j.messaging;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A message that is about to be sent, as a {@link SendGuard} sees it: after defaults, without its text. Implemented by the
 * library alone, apart from tests of guards. For the thread that sends. Its {@code toString} shows nothing private.
 */
public interface SendRequest {
    /**
     * Returns the operation that sends.
     *
     * @return its name, such as {@code messages.send}
     */
    String operation();

    /**
     * Returns for which tenant it is sent.
     *
     * @return the tenant's name, or empty for the client itself
     */
    Optional<String> tenant();

    /**
     * Returns the sender.
     *
     * @return a number in E.164 form, a short code or an alphanumeric id; empty where Telnyx chooses it from the number pool
     *     of the messaging profile
     */
    Optional<String> sender();

    /**
     * Returns the messaging profile that the request names.
     *
     * @return the profile's id; empty where it is that of the sender
     */
    Optional<String> messagingProfileId();

    /**
     * Returns who gets it.
     *
     * @return an unmodifiable list of numbers in E.164 form; one, except for a group
     */
    List<String> recipients();

    /**
     * Returns whether it goes to a group, whose members see each other.
     *
     * @return true for a group MMS
     */
    boolean isGroup();

    /**
     * Returns whether it is an MMS: it has media, goes to a group, or its type says so.
     *
     * @return false for an SMS
     */
    boolean isMms();

    /**
     * Returns how many parts it has for each recipient, as {@link SmsSegments} counts them. Smart encoding can make it fewer.
     *
     * @return 1 or more; 1 for an MMS
     */
    int parts();

    /**
     * Returns when Telnyx is to send it.
     *
     * @return the time, or empty where that is at once
     */
    Optional<OffsetDateTime> sendAt();

    /**
     * Returns how much of the call's deadline is left.
     *
     * @return zero or more
     */
    Duration remaining();

    /**
     * Waits on the calling thread, but no longer than until the call's deadline, or until the client is closed.
     *
     * @param duration how long; what is zero or less does not wait
     * @return true if that time has passed; false if it ended before, and there is nothing left to wait for: return then,
     *     whatever the decision, and the message is not sent
     * @throws InterruptedException if the thread is interrupted before or while it waits; throw it on
     */
    boolean pause(Duration duration) throws InterruptedException;

    /**
     * Runs something when the client is closed while the guard is being asked, so that a guard which waits in its own way
     * can end. What it decides then does not matter: the message is not sent.
     *
     * @param action fast; runs on the thread that closes the client, or at once on this one if it is closed already. What it
     *     throws is thrown to whoever closes. Forgotten when the guard has decided
     */
    default void onClose(Runnable action) {}

    /**
     * Keeps something for {@link SendGuard#afterSend}.
     *
     * @param key the guard itself, or an object of its own; compared by identity
     * @param value what to keep, in place of what was kept by this key
     */
    void attach(Object key, Object value);

    /**
     * Returns what was kept.
     *
     * @param key the same key
     * @param type the class of what was kept
     * @param <T> the same
     * @return the value, or empty where none of that class was kept
     */
    <T> Optional<T> attachment(Object key, Class<T> type);
}
