package org.telnyx4j.outbox;

/**
 * Decides what becomes of a job that failed, where the application wants something else than the outbox's own table. Is
 * called on a worker's thread; must be safe for use by any number of threads. Where it throws, the job is parked.
 *
 * <pre>{@code
 * OutboxPolicy policy = failure -> failure.error().hasCode("40310")
 *         ? OutboxDecision.park("number_is_our_own")
 *         : failure.suggestion();
 * }</pre>
 */
@FunctionalInterface
public interface OutboxPolicy {
    /**
     * Decides.
     *
     * @param failure what happened, and what the outbox itself would do
     * @return what is done. Where the request may have been carried out, a decision to send it again, or to discard it,
     *     is not followed, and {@link OutboxDecision#findOut()} is what is done
     */
    OutboxDecision decide(OutboxFailure failure);
}
