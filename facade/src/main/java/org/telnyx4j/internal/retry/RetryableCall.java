package org.telnyx4j.internal.retry;

import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.telnyx4j.RetryOptions;
import org.telnyx4j.internal.errors.CallContext;

/**
 * One call, however many requests it takes.
 *
 * @param context names it, and says what happens if its request arrives twice
 * @param request the request, of which each attempt gets a copy
 * @param timeout the time for all of it
 * @param options how often and when to try again
 * @param sender sends the requests
 */
public record RetryableCall(
        CallContext context, HttpUriRequestBase request, Duration timeout, RetryOptions options, Sender sender) {}
