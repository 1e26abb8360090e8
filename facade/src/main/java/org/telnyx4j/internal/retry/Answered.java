package org.telnyx4j.internal.retry;

import org.telnyx4j.generated.invoker.RawResponse;

/**
 * A call that ended well.
 *
 * @param answer the answer, with a status from 200 to 299
 * @param attempts how many requests it took
 */
public record Answered(RawResponse answer, int attempts) {}
