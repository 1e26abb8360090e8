/** Not for users: spans and metrics of operations and HTTP requests. */
@NullMarked
package org.telnyx4j.internal.telemetry;

import org.jspecify.annotations.NullMarked;
