/**
 * Not for users: the one place that decides whether a request is sent again, and when.
 *
 * <p>Start with {@link org.telnyx4j.internal.decision.DecisionTable}: for what happened, and for what happens if the
 * request arrives twice, it gives whether the request is sent again, what the outcome is and what the caller is advised.
 *
 * <ul>
 *   <li>{@link org.telnyx4j.internal.decision.RetryCondition}: what happened, and how it is recognised
 *   <li>{@link org.telnyx4j.internal.retry.RetryStep}: the loop over the attempts of a call
 *   <li>{@code RetryState}: the attempts of one call so far, and its deadline
 *   <li>{@code RetryDelay}: how long to wait before the next attempt
 *   <li>{@code RetryBudget}: what all calls of a client may spend on retries
 *   <li>{@code HedgedAttempt}: an attempt that sends its request a second time if no response comes
 * </ul>
 */
@NullMarked
package org.telnyx4j.internal.retry;

import org.jspecify.annotations.NullMarked;
