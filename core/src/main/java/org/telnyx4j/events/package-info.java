/** What webhooks report. The generated client has a class for each type of event of the specification. */
@NullMarked
package org.telnyx4j.events;

import org.jspecify.annotations.NullMarked;
