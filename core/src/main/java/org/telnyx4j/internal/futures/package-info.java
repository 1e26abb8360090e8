/**
 * Not for users: runs calls on other threads. {@link org.telnyx4j.internal.futures.CallExecutor} has the threads and knows
 * all calls of a client, {@link org.telnyx4j.internal.futures.PendingCall} is one of them.
 */
@NullMarked
package org.telnyx4j.internal.futures;

import org.jspecify.annotations.NullMarked;
