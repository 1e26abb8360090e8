/** A command that sends a message to each row of a CSV file, on the outbox. */
@NullMarked
package org.telnyx4j.broadcast;

import org.jspecify.annotations.NullMarked;
