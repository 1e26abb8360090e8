/**
 * Sends messages from a database, each once, whatever crashes. {@link org.telnyx4j.outbox.Outbox} is where to start.
 *
 * <h2>States</h2>
 *
 * <p>A job is ready until a worker claims it. The claim is a commit of its own, before the request goes out: from then on the
 * job is {@link org.telnyx4j.outbox.JobState#SENDING}, with a new token that is in the webhook URL of the message. A message
 * that is being sent, or of which it is unknown whether it was, is never sent again by a worker. Its row says what the response,
 * an event or a detail record has shown.
 *
 * <h2>The four ends of a crash</h2>
 *
 * <ol>
 *   <li>Before the claim was committed: the job is ready, and is sent later.
 *   <li>After the response was committed: it was sent once, and that is known.
 *   <li>In between: it is {@link org.telnyx4j.outbox.JobState#UNKNOWN}, and an event or a detail record with the token shows
 *       that it was sent.
 *   <li>In between, and nothing shows it in time: it is {@link org.telnyx4j.outbox.JobState#PARKED} for a person, with all that
 *       is known.
 * </ol>
 *
 * <p>A call command is an exception from the third and fourth: Telnyx ignores a second one with the same command id for a
 * minute, so for most of that time an unknown one is sent again with the same id. An unknown number order is looked up by its
 * customer reference, and never placed again.
 *
 * <p>A worker that was only paused, and comes back, can still write what became of its own claim, and nothing else.
 *
 * <h2>Time</h2>
 *
 * <p>The database's clock counts, for all processes alike. A process reads it every 20 seconds and counts on from there; what
 * its own time of day does in the meantime has no effect. Where the database's clock jumps, jobs are due earlier or later by as
 * much, and workers may be taken for dead for a moment: what they had claimed is found out, and they still write what became
 * of it.
 */
@NullMarked
package org.telnyx4j.outbox;

import org.jspecify.annotations.NullMarked;
