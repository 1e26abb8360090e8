/** Not for users: the messaging operations at work. */
@NullMarked
package org.telnyx4j.internal.messaging;

import org.jspecify.annotations.NullMarked;
