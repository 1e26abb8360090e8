/** Not for users: how the bodies of webhooks are read. */
@NullMarked
package org.telnyx4j.internal.events;

import org.jspecify.annotations.NullMarked;
