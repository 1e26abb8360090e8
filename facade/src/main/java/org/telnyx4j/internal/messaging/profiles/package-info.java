/** Not for users: the operations on messaging profiles at work. */
@NullMarked
package org.telnyx4j.internal.messaging.profiles;

import org.jspecify.annotations.NullMarked;
