/** Keeps messages away from people at night: by the time zones of their numbers, and the hours of their country. */
@NullMarked
package org.telnyx4j.outbox.quiethours;

import org.jspecify.annotations.NullMarked;
