/**
 * Watching the operations of a client without OpenTelemetry: an {@link org.telnyx4j.telemetry.OperationListener} is
 * called when an operation starts, succeeds and fails.
 */
@NullMarked
package org.telnyx4j.telemetry;

import org.jspecify.annotations.NullMarked;
