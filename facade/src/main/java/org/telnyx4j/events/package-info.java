/** What webhooks tell, typed: events, a router to the application's handlers, and the state of messages. */
@NullMarked
package org.telnyx4j.events;

import org.jspecify.annotations.NullMarked;
