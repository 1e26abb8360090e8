/** Messaging profiles: settings that several senders share. */
@NullMarked
package org.telnyx4j.messaging.profiles;

import org.jspecify.annotations.NullMarked;
