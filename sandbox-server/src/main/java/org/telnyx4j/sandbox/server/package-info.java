/** The sandbox as a process: {@code java -jar telnyx4j-sandbox-server-…-all.jar}, or {@code ./scripts/sandbox}. */
@NullMarked
package org.telnyx4j.sandbox.server;

import org.jspecify.annotations.NullMarked;
