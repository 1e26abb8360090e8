/** Not for users: the operations of the client as observations and timers of Micrometer. */
@NullMarked
package org.telnyx4j.spring.internal.telemetry;

import org.jspecify.annotations.NullMarked;
