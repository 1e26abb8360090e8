/**
 * Not for users: the values that travel along the chain of {@code org.telnyx4j.internal.exchange}, and the one interface
 * that its steps have. {@link org.telnyx4j.internal.call.Call} is the call as a whole,
 * {@link org.telnyx4j.internal.call.Attempt} one HTTP request of it.
 */
@NullMarked
package org.telnyx4j.internal.call;

import org.jspecify.annotations.NullMarked;
