package org.telnyx4j.webhooks;

/**
 * Remembers which events were seen, so that each is handled once. Telnyx delivers an event again when it had no response
 * within 2 s, and somebody who recorded a webhook can send it again while its timestamp is within the tolerance; both
 * have the event's id ({@code data.id}) in common.
 *
 * <p>{@link InMemoryReplayGuard} serves one process. To share the memory between processes, put this on a store that can
 * write a key only if it is absent and forget it after a while: in Redis {@code SET telnyx:<id> 1 NX EX 600}, in SQL an
 * insert under a unique key and a job that deletes what is old. Keep an id for the sum of both tolerances of the
 * verifier at least (600 s by default), counted from the last time it was seen. Implementations must be safe for use by
 * any number of threads.
 */
public interface ReplayGuard {
    /**
     * Tells whether this is the first time that the event is seen, and remembers it. Atomic: of any number of concurrent
     * calls with one id, exactly one gets true.
     *
     * @param eventId the event's id
     * @return false if it was seen before and has not been forgotten since
     */
    boolean firstTime(String eventId);

    /**
     * Forgets an event because handling it failed, so that Telnyx's next delivery of it counts as the first. Does
     * nothing for an id that is not known.
     *
     * @param eventId the event's id
     */
    void forget(String eventId);
}
