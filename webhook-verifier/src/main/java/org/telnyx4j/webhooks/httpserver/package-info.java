/** Receives webhooks with the JDK's own HTTP server. */
@NullMarked
package org.telnyx4j.webhooks.httpserver;

import org.jspecify.annotations.NullMarked;
