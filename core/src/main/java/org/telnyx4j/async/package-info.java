/**
 * What asynchronous calls have in common: {@link org.telnyx4j.async.TelnyxFuture}, which each of them returns, and {@link
 * org.telnyx4j.async.AsyncOptions}, which set where they run.
 */
@NullMarked
package org.telnyx4j.async;

import org.jspecify.annotations.NullMarked;
