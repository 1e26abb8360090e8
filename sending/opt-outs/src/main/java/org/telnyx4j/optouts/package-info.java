/**
 * Keeps who does not want messages any more, and refuses to send to them: {@link org.telnyx4j.optouts.OptOuts} is a
 * {@link org.telnyx4j.messaging.SendGuard}, and a handler of events.
 */
@NullMarked
package org.telnyx4j.optouts;

import org.jspecify.annotations.NullMarked;
