package org.telnyx4j.messaging;

/**
 * Is asked before each message is sent, allows or refuses it, and learns what became of what it allowed. Register it with
 * {@code Telnyx.builder().sendGuard(…)}; it then guards the six operations of {@link Messages} that send, of the client and
 * of all its tenants. The generated API ({@code raw()}) does not ask it.
 *
 * <pre>{@code
 * SendGuard office = new SendGuard() {
 *     public SendDecision beforeSend(SendRequest request) {
 *         return closed() ? SendDecision.refuse(SendRefusal.paced(untilOpening())) : SendDecision.allow();
 *     }
 * };
 * }</pre>
 *
 * <p><b>Once for each send.</b> It is asked after defaults and checks, so that it sees what would go out, and before
 * anything does, the API key included. It is not asked again for the retries of the same send. With several guards, each is
 * asked in the order in which they were added, until one refuses; those that had allowed it then get {@link #afterSend},
 * with no attempt.
 *
 * <p><b>What is refused is not sent.</b> The caller gets a {@link org.telnyx4j.errors.TelnyxException} whose outcome is
 * {@link org.telnyx4j.errors.Outcome#NOT_CARRIED_OUT}, and without correlation token, as there is nothing to settle. So it
 * is with a guard that throws, or returns null: what it was to protect from could happen otherwise. The exception becomes
 * the cause. An {@link Error} is thrown on as it is.
 *
 * <p><b>It runs on the thread of the caller, within the deadline of the call.</b> It may wait, best with {@link
 * SendRequest#pause}, which ends when the thread is interrupted, the client is closed or the time is up (a guard that waits
 * in another way learns of the second by {@link SendRequest#onClose}); what it takes is no longer there for the request. A message that was allowed too late for a response is not sent. A guard must not send with
 * the client that asks it.
 *
 * <p>Methods are called by many threads at once.
 */
@FunctionalInterface
public interface SendGuard {
    /**
     * Decides whether a message goes out.
     *
     * @param request what would go out; the same object until {@link #afterSend}
     * @return allow or refuse
     * @throws InterruptedException if the thread was interrupted while it waited; the message is not sent then, and the
     *     caller finds the flag of its thread set
     */
    SendDecision beforeSend(SendRequest request) throws InterruptedException;

    /**
     * Learns what became of a message that this guard had allowed. Called exactly once for each, on the same thread, whether
     * it was sent or not. What it throws is dropped, and logged once by the name of its class.
     *
     * @param request what {@link #beforeSend} was given
     * @param report what became of it
     */
    default void afterSend(SendRequest request, SendReport report) {}
}
