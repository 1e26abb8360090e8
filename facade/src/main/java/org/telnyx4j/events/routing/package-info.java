/**
 * Verified webhooks as typed events, and a router to the application's handlers. The only package of this library that
 * needs {@code telnyx4j-webhook-verifier}.
 */
@NullMarked
package org.telnyx4j.events.routing;

import org.jspecify.annotations.NullMarked;
