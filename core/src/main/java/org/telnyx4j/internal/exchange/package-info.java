/**
 * Not for users: the way of a call from the facade to the server. {@link org.telnyx4j.internal.exchange.TelnyxClient} is
 * where it begins.
 *
 * <p>A {@link org.telnyx4j.internal.call.Call} goes down a chain of steps, each a {@link
 * org.telnyx4j.internal.call.CallStep}, in this order:
 *
 * <ol>
 *   <li>{@code OperationSpanStep}: the span and the duration of the whole operation
 *   <li>{@code ValidationStep}: refuses what Telnyx would refuse, before anything is sent
 *   <li>{@code ReadStep}: on the way back, reads the body of the success into the model
 *   <li>{@link org.telnyx4j.internal.retry.RetryStep}: sends again, and hedges, as its table has it
 *   <li>{@code AuthorizationStep}: asks for the API key, for each HTTP request anew
 *   <li>{@code AttemptSpanStep}: the span and the duration of one HTTP request
 *   <li>{@link org.telnyx4j.internal.http.HttpStep}: sends with HttpClient, within the deadline
 * </ol>
 *
 * <p>{@code ClientResources} puts them together, once for a client and all its tenants.
 */
@NullMarked
package org.telnyx4j.internal.exchange;

import org.jspecify.annotations.NullMarked;
