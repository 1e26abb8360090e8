/** Not for users: the operations on messages. */
@NullMarked
package org.telnyx4j.internal.messaging;

import org.jspecify.annotations.NullMarked;
